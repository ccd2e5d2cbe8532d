"""`python -m deploy.cluster [--port PORT]`: runs until Ctrl-C; PORT is nginx's, the others take the next ones."""

import argparse
import signal
import socket
import sys

from deploy.cluster.cluster import Cluster
from deploy.cluster.programs import what_is_missing
from deploy.cluster.server import HOST, ROOT, NotStarted

_SERVERS = 6


def main():
    parser = argparse.ArgumentParser(prog="python -m deploy.cluster", description=__doc__)
    parser.add_argument("--port", type=int, default=8080)
    first = parser.parse_args().port
    ports = range(first, first + _SERVERS)
    if missing := what_is_missing():
        return f"cluster: {missing}"
    if taken := [port for port in ports if _is_taken(port)]:
        return f"cluster: port {taken[0]} is taken. Give six others: make cluster PORT={first + 1000}"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with Cluster(ROOT / "var" / "cluster", ports) as cluster:
            _describe(cluster)
            signal.pause()
    except NotStarted as error:
        return f"cluster: {error}"
    except KeyboardInterrupt:
        print("\nAll stopped; the register stays in var/cluster/primary.")


def _describe(cluster):
    print(cluster.said.strip())
    print(f"nginx      {cluster.url}/ (staff: /admin/)")
    for app in cluster.apps:
        print(f"{app.name}      http://{HOST}:{app.port}/")
    print(f"primary    {cluster.primary.url}")
    print(f"replica    {cluster.replica.url}")
    print(f"Redis      {HOST}:{cluster.redis.port}")
    print(f"Logs are in {cluster.folder.relative_to(ROOT)}. Stop all with Ctrl+C.", flush=True)


def _is_taken(port):
    with socket.socket() as asking:
        return asking.connect_ex((HOST, port)) == 0


if __name__ == "__main__":
    sys.exit(main())
