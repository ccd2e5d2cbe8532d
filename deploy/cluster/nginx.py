"""nginx with the files that docs/deploy.md tells to install; only addresses and folders are others."""

from deploy.cluster.programs import NGINX_USER, found
from deploy.cluster.server import HOST, ROOT, Server

_FILES = ROOT / "deploy" / "nginx"
_MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes auto;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/nginx/body;
    proxy_temp_path {folder}/nginx/proxy;
    fastcgi_temp_path {folder}/nginx/fastcgi;
    uwsgi_temp_path {folder}/nginx/uwsgi;
    scgi_temp_path {folder}/nginx/scgi;
    include {folder}/register-apps.conf;
    server {{
        listen {host}:{port};
        server_tokens off;
        access_log {folder}/nginx-access.log register;
        include {proxy};
    }}
}}
"""


def nginx(folder, port, apps):
    """In front of `apps`, with an empty cache; it is not started."""
    (folder / "nginx").mkdir()
    addresses = {
        "127.0.0.1:8001": f"{HOST}:{apps[0].port}",
        "127.0.0.1:8002": f"{HOST}:{apps[1].port}",
        "/var/cache/nginx/register": f"{folder}/nginx/cache",
    }
    (folder / "register-apps.conf").write_text(_elsewhere((_FILES / "register-apps.conf").read_text(), addresses))
    user = f"user {NGINX_USER};\n" if NGINX_USER else ""
    main = _MAIN.format(folder=folder, host=HOST, port=port, proxy=_FILES / "register-proxy.conf")
    (folder / "nginx.conf").write_text(user + main)
    return Server("nginx", port, folder, [found("nginx"), "-e", "stderr", "-p", folder, "-c", folder / "nginx.conf"])


def _elsewhere(text, addresses):
    for there, here in addresses.items():
        if text.count(there) != 1:
            raise ValueError(f"deploy/nginx/register-apps.conf must name {there} once.")
        text = text.replace(there, here)
    return text
