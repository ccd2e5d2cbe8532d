"""Two app servers, PostgreSQL with a streaming replica, Redis and nginx in front, on this machine: `make cluster`."""
