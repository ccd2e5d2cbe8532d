"""All servers together: started from the database upwards, stopped from nginx downwards."""

import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from deploy.cluster.nginx import nginx
from deploy.cluster.postgresql import NAME, primary, replica
from deploy.cluster.programs import POSTGRES_USER, found
from deploy.cluster.server import HOST, ROOT, NotStarted, Server, surroundings

# Of whoever starts it: an empty one is not set, and is not read from .env either.
_UNSET = ("SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DEBUG", "HTTPS", "PAGE_CACHE_MB")


class Cluster:
    """A block in which everything runs. `ports`: of nginx, two app servers, primary, replica and Redis. `settings`:
    environment variables of the app servers besides those that name the other servers."""

    def __init__(self, folder, ports, **settings):
        self.folder, self.ports, self.settings = Path(folder), ports, settings
        self.said = ""

    @property
    def url(self):
        return f"http://{HOST}:{self.nginx.port}"

    def __enter__(self):
        with ExitStack() as stack:
            self._start_all(lambda server: stack.callback(server.stop) and server.start())
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_error):
        self._stack.close()

    def _start_all(self, started):
        front, *of_apps, of_primary, of_replica, of_redis = self.ports
        self._make_folder()
        self.primary = primary(self.folder, of_primary)
        started(self.primary)
        if not self.primary.ask(f"SELECT 1 FROM pg_database WHERE datname = '{NAME}'", database="postgres"):
            self.primary.ask(f"CREATE DATABASE {NAME}", database="postgres")
        self.replica = replica(self.folder, of_replica, of=self.primary)
        started(self.replica)
        self.redis = started(_redis(self.folder, of_redis))
        self.said = self._fill()
        self.apps = [started(self._app(number, port)) for number, port in enumerate(of_apps, 1)]
        self.nginx = started(nginx(self.folder, front, self.apps))

    def _make_folder(self):
        """PostgreSQL and nginx, which are not root, must get there; what is left of the last time goes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        closed = [path for path in (self.folder, *self.folder.parents) if not path.stat().st_mode & 0o001]
        if closed and POSTGRES_USER:
            raise NotStarted(f"The user {POSTGRES_USER} cannot enter {closed[-1]}. Start it without being root.")
        for path in (*self.folder.glob("*.log"), self.folder / "nginx"):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def _fill(self):
        """What the commands said that a first start needs, the password of the first account among it."""
        commands = (
            ["migrate", "--verbosity=0"],
            ["load_register", "--if-empty"],
            ["make_first_account"],
            ["collectstatic", "--noinput", "--verbosity=0"],
        )
        return "".join(self.manage(*command) for command in commands)

    @property
    def environment(self):
        """Of an app server and of every command."""
        return {
            **dict.fromkeys(_UNSET, ""),
            "DATABASE_URL": self.primary.url,
            "DATABASE_REPLICA_URL": self.replica.url,
            "CACHE_URL": f"redis://{HOST}:{self.redis.port}/0",
            "BEHIND_PROXY": "true",
            **self.settings,
        }

    def manage(self, *command):
        """What `manage.py` printed."""
        given = {**surroundings(), **self.environment}
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=given, capture_output=True, text=True
        )
        if done.returncode:
            raise NotStarted(f"manage.py {command[0]} failed: {done.stderr.strip()}")
        return done.stdout

    def _app(self, number, port):
        gunicorn = Path(sys.executable).parent / "gunicorn"
        command = [gunicorn, "--config", "python:deploy.gunicorn_settings", "--bind", f"{HOST}:{port}"]
        command.append("gwangju_ai.wsgi")
        return Server(f"app-{number}", port, self.folder, command, self.environment, stops_by=signal.SIGINT)


def _redis(folder, port):
    settings = ROOT / "deploy" / "redis" / "register.conf"
    return Server(
        "redis", port, folder, [found("redis-server"), settings, "--bind", HOST, "--port", port, "--dir", folder]
    )
