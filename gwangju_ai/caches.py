"""Caches that may be gone: then nothing is found and nothing is kept, and every answer is still right."""

import logging
import time
from contextlib import suppress

import redis
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

# How long Redis may take to answer, and for how long it is not asked after it failed, in seconds.
PATIENCE, PAUSE = 0.5, 5
_WORDS_APART = 60


class _MayFail:
    """`get`, `set`, `add` and `delete`, which nothing depends on; what else there is may raise."""

    def get(self, key, default=None, version=None):
        return self._ask(default, super().get, key, default, version)

    def set(self, key, value, timeout=None, version=None):
        self._ask(None, super().set, key, value, timeout, version)

    def add(self, key, value, timeout=None, version=None):
        return self._ask(True, super().add, key, value, timeout, version)

    def delete(self, key, version=None):
        return self._ask(False, super().delete, key, version)


class FileCache(_MayFail, FileBasedCache):
    """Files of one server; its disk may be full, or not to be written."""

    def __init__(self, folder, params):
        with suppress(OSError):  # the first `set` says what is wrong
            super().__init__(folder, params)

    def _ask(self, otherwise, question, *arguments):
        try:
            return question(*arguments)
        except OSError as error:
            logger.warning("Nothing can be kept in %s: %s", self._dir, error)
            return otherwise


class SharedCache(_MayFail, RedisCache):
    """Redis, which all servers share."""

    _silent_until = _said_at = 0.0

    def __init__(self, server, params):
        options = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "retry": Retry(NoBackoff(), 1)}
        super().__init__(server, {**params, "OPTIONS": {**options, **params.get("OPTIONS", {})}})

    def _ask(self, otherwise, question, *arguments):
        if time.monotonic() < SharedCache._silent_until:
            return otherwise
        try:
            return question(*arguments)
        except redis.RedisError as error:
            _be_silent(error)
            return otherwise


def _be_silent(error):
    """Of the whole process: every thread has a cache of its own, and all ask the same server."""
    now = time.monotonic()
    SharedCache._silent_until = now + PAUSE
    if not SharedCache._said_at or now - SharedCache._said_at > _WORDS_APART:
        SharedCache._said_at = now
        logger.warning("The shared cache does not answer, so that everything is made anew: %s", error)
