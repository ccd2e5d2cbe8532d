#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gwangju_ai.settings")
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        sys.exit(f"database: it cannot be reached or used ({reason}). Check DATABASE_URL and that the server runs.")


if __name__ == "__main__":
    main()
