"""Which programs there are on this machine, and what must be installed."""

import os
import shutil
from pathlib import Path

# As root, servers give up their rights: PostgreSQL refuses to run with them.
POSTGRES_USER = "postgres" if os.geteuid() == 0 else None
NGINX_USER = "www-data" if os.geteuid() == 0 else None
_PACKAGES = {"nginx": "nginx", "redis-server": "redis-server", "initdb": "postgresql"}


def found(name):
    """The path of a program; None where it is not installed. Debian keeps PostgreSQL's and nginx apart."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    folders = [os.environ.get("PATH", ""), *map(str, reversed(versions)), "/usr/sbin"]
    return shutil.which(name, path=os.pathsep.join(folders))


def what_is_missing():
    """A sentence that names what is not installed, and how to install it; "" where all is there."""
    missing = [name for name in _PACKAGES if not found(name)]
    if not missing:
        return ""
    packages = " ".join(_PACKAGES[name] for name in missing)
    return f"These are not installed: {', '.join(missing)}. Install them: apt install {packages}"
