"""What a kind of work is made of."""

from dataclasses import dataclass

from common.partial_dates import PartialDate


@dataclass(frozen=True)
class Line:
    """One thing that waits: what it is called, what is the matter, since when (a PartialDate; None: not known), and
    the address of the form that mends it."""

    name: str
    matter: str
    since: PartialDate | None
    address: str


class Work:
    """A kind of work, shown to whoever may view its records. `since` says what the day beside each line means;
    `public_page` names the address where everyone sees the published part of it, "" for none."""

    key = ""
    permissions = []
    title = since = public_page = ""

    def is_for(self, user):
        return any(user.has_perm(name) for name in self.permissions)

    def waiting(self, day, user):
        """A queryset or a list: what is counted, cut into pages, and given to `line` one by one."""
        raise NotImplementedError

    def line(self, row):
        raise NotImplementedError


@dataclass(frozen=True)
class Pile:
    """A kind of work with how much of it waits, and the first lines."""

    work: Work
    count: int
    lines: list
