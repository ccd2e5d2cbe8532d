"""How gunicorn serves the program: `gunicorn --config python:deploy.gunicorn_settings --bind … gwangju_ai.wsgi`."""

import os

# For each processor one; threads wait for the database and for readers on slow lines.
workers = int(os.environ.get("WEB_CONCURRENCY") or os.cpu_count() or 2)
worker_class = "gthread"
threads = 4
# Longer than nginx keeps a connection that nobody uses (60 s): it is nginx that closes it, never while it is asking.
keepalive = 75
# Who is being answered when the program is stopped has so many seconds; a large file takes some.
graceful_timeout = 30
timeout = 120
control_socket_disable = True
