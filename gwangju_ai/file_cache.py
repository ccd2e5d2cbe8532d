"""Files as a cache that may fail: where the disk is full, or not to be written, nothing is kept and all is still right."""

import logging
from contextlib import suppress

from django.core.cache.backends.filebased import FileBasedCache

logger = logging.getLogger(__name__)


class FileCache(FileBasedCache):
    def __init__(self, folder, params):
        with suppress(OSError):  # the first `set` says what is wrong
            super().__init__(folder, params)

    def get(self, key, default=None, version=None):
        return self._ask(default, super().get, key, default, version)

    def set(self, key, value, timeout=None, version=None):
        self._ask(None, super().set, key, value, timeout, version)

    def add(self, key, value, timeout=None, version=None):
        return self._ask(True, super().add, key, value, timeout, version)

    def _ask(self, otherwise, question, *arguments):
        try:
            return question(*arguments)
        except OSError as error:
            logger.warning("Nothing can be kept in %s: %s", self._dir, error)
            return otherwise
