"""Where answers are kept: in this process, as many as there is room for, and in the cache that all servers share.

Nothing is ever taken away because it is old: what is kept is named by its edition and day, and nobody asks for those of
yesterday. It only makes room, the one that was asked for longest ago first. Whoever walks through every filter there is
fills the shelf with what nobody asks for again, and pages that are read stay.
"""

from collections import OrderedDict
from functools import cache
from threading import Lock

from django.conf import settings
from django.core.cache import caches

from gwangju_ai.page_cache.kept import Kept

# Larger answers are never kept, in bytes.
LARGEST = 1_000_000
_A_DAY = 24 * 60 * 60


@cache
def shelf():
    """That of this process."""
    return Shelf()


class Shelf:
    def __init__(self):
        self.room = settings.PAGE_CACHE_MB * 1_000_000
        self.filled = 0
        self._kept = OrderedDict()
        self._lock = Lock()

    def get_own(self, tag):
        """The Kept of `tag` in this process; None where there is none."""
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
            return self._kept.get(tag)

    def get(self, tag):
        """The Kept of `tag`; None where there is none."""
        own = self.get_own(tag)
        if own:
            return own
        shared = caches["pages"].get(tag)
        if shared is None:
            return None
        kept = Kept(*shared)
        self._put(tag, kept)
        return kept

    def set(self, tag, kept):
        self._put(tag, kept)
        caches["pages"].set(tag, tuple(kept), _A_DAY)

    def takes(self, size):
        return 0 < size <= min(LARGEST, self.room)

    def _put(self, tag, kept):
        with self._lock:
            before = self._kept.pop(tag, None)
            self._kept[tag] = kept
            self.filled += kept.size - (before.size if before else 0)
            while self.filled > self.room:
                _tag, oldest = self._kept.popitem(last=False)
                self.filled -= oldest.size
