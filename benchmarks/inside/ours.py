"""Our pages, made in this process: `python -m benchmarks.inside.ours ADDRESS …`."""

import sys

import django
from django.test import Client

from benchmarks.inside.cpu import print_cpu


def main(addresses):
    django.setup()
    print_cpu(Client(headers={"host": "localhost"}), addresses)


if __name__ == "__main__":
    main(sys.argv[1:])
