"""The editions of a made register, and how a record came to be public in one of them."""

import datetime
from dataclasses import dataclass

from django.db import connection

from editions.models import Edition
from synthetic.chance import LAST_DAY
from synthetic.rows import Rows, Version

_MORNING = datetime.datetime.combine(LAST_DAY, datetime.time(), datetime.UTC)
_THREE_HOURS = 3 * 3600 * 1_000_000
_COLUMNS = ["number", "made_at", "made_by_id", "made_by_role", "kind", "reason", "is_synthetic"]


@dataclass(frozen=True)
class Life:
    """The Versions of a record without links to sources (`plain`) and with some (`linked`)."""

    plain: tuple[Version, ...]
    linked: tuple[Version, ...]


class Editions:
    """The first is a load; each later one was made a day after the one before."""

    def __init__(self, reason, mark):
        self.rows, self.latest = Rows(Edition, _COLUMNS), 0
        # Not the same for two registers: kept packages are known by it (open_data/package/keeping.py).
        self.begun_at = _MORNING + datetime.timedelta(microseconds=mark % _THREE_HOURS)
        self.first_at = self.begin(Edition.Kind.LOAD, reason)
        self.reason = reason

    def begin(self, kind, reason=""):
        """Begin the next edition; returns when it is made, as the database takes it."""
        made_at = connection.ops.adapt_datetimefield_value(self.begun_at + datetime.timedelta(days=self.latest))
        self.latest += 1
        self.rows.waiting.append((self.latest, made_at, None, "", kind.value, reason, True))
        return made_at

    def load(self):
        """The Life of what the first edition brought: links come after the record they belong to."""
        stamp = {"edition_from": 1, "made_at": self.first_at, "reason": self.reason}
        return Life(
            plain=(Version("+", edition_until=None, **stamp),),
            linked=(
                Version("+", edition_until=1, **stamp),
                Version("~", edition_until=None, is_linked=True, **stamp),
            ),
        )

    def publish(self, kind=Edition.Kind.PUBLISH, reason=""):
        """Begin an edition; the Life of the drafts that it published."""
        made_at = self.begin(kind, reason)
        drafted, linked = (Version(sign, None, None, made_at, is_linked=sign == "~") for sign in "+~")
        published, with_links = (self.change(made_at, reason, is_linked=is_linked) for is_linked in (False, True))
        return Life(plain=(drafted, published), linked=(drafted, linked, with_links))

    def change(self, made_at, reason="", until=None, *, is_linked=True):
        """The Version of a record that the latest edition changed."""
        return Version("~", self.latest, until, made_at, reason or None, is_linked)
