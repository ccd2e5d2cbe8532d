"""So many requests a minute from one client, and how many are left, said in the headers of every answer."""

import ipaddress
import time

from django.conf import settings
from django.core.cache import caches
from rest_framework.throttling import BaseThrottle

MINUTE = 60


class ClientThrottle(BaseThrottle):
    """Counts by whole minutes, in a cache that all processes share; `headers` is what the answer is to say."""

    headers = None
    timer = staticmethod(time.time)

    def allow_request(self, request, view):
        now, limit = int(self.timer()), settings.API_REQUESTS_PER_MINUTE
        self.reset = MINUTE - now % MINUTE
        count = self._count(f"{now // MINUTE}:{client_of(self.get_ident(request))}")
        self.headers = {
            "RateLimit-Limit": str(limit),
            "RateLimit-Remaining": str(max(limit - count, 0)),
            "RateLimit-Reset": str(self.reset),
        }
        request.throttled_by = self
        return count <= limit

    def wait(self):
        return self.reset

    def _count(self, key):
        try:
            cache = caches["clients"]
            count = cache.get(key, 0) + 1
            cache.set(key, count, MINUTE)
        except OSError:  # a disk that is full or read-only is no reason not to answer
            return 1
        return count


def count_client(request):
    """(whether the client may ask, the headers for the answer) of a request that no view will count."""
    throttle = ClientThrottle()
    return throttle.allow_request(request, None), throttle.headers


def client_of(ident):
    """Whom an address belongs to: of IPv6 a network of 64 bits, for a household has so many addresses."""
    try:
        address = ipaddress.ip_address(ident)
    except ValueError:
        return ident
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)
