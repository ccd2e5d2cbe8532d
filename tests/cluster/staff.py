"""A member of staff with a browser without scripts: signs in to one server, and publishes there."""

import re
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from deploy.cluster.server import HOST
from tests.cluster.readers import PATIENCE

_HIDDEN = r'name="(csrfmiddlewaretoken|fingerprint)" value="([^"]*)"'


class Staff:
    def __init__(self, server, name, password):
        self.url = f"http://{HOST}:{server.port}"
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.send("/admin/login/", username=name, password=password, next="/admin/")

    def read(self, path):
        """The text of a page."""
        with self.opener.open(self.url + path, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def send(self, path, **typed):
        """What came of a form, filled in; its hidden fields go back as they are."""
        hidden = dict(re.findall(_HIDDEN, self.read(path)))
        with self.opener.open(self.url + path, urlencode(hidden | typed).encode(), timeout=PATIENCE) as answer:
            return answer.read().decode()

    def publish_round(self, key):
        self.send(f"/admin/agreements/signinground/{key}/publish/", edition_reason="Test")
