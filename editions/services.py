"""Making editions: one transaction, at most one edition, and none where the public sees no change."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from accounts.roles import role_of
from common.progress import before_keeping
from editions.models import Edition
from editions.signals import edition_closing

_open = ContextVar("open_edition", default=None)


class NoEditionOpen(RuntimeError):
    """A public record was changed outside `edition(...)`: the change would have been silent."""


class _Opening:
    def __init__(self, by, kind, reason, is_synthetic):
        self.by, self.kind, self.reason, self.is_synthetic = by, kind, reason, is_synthetic
        self.edition = None

    def make(self):
        """The edition of this transaction, made when the first public record changes."""
        if self.edition is None:
            # Locking the latest row makes a second publisher wait, so that numbers have neither gap nor clash.
            Edition.objects.select_for_update().order_by("-number").first()
            number, is_synthetic = latest_edition()
            self.edition = Edition.objects.create(
                number=number + 1,
                is_synthetic=self.is_synthetic or is_synthetic,
                made_by=self.by,
                made_by_role=role_of(self.by),
                kind=self.kind,
                reason=self.reason,
            )
        return self.edition

    def close(self):
        """Tell the receivers of `edition_closing`; not where what made the edition was taken back since."""
        if self.edition and Edition.objects.filter(pk=self.edition.pk).exists():
            edition_closing.send(Edition, edition=self.edition)


@contextmanager
def edition(*, by, kind, reason="", is_synthetic=False):
    """All public changes inside belong to one edition. Inside another `edition(...)` they belong to the outer one.

    is_synthetic: what it brings was made up; the register is then marked, in this edition and all later ones.
    """
    with transaction.atomic():
        if _open.get() is not None:
            yield _open.get()
            return
        opening = _Opening(by, kind, reason, is_synthetic)
        token = _open.set(opening)
        try:
            yield opening
            opening.close()
            before_keeping()
        finally:
            _open.reset(token)


def current_edition():
    """The edition that a change of a public record belongs to right now; NoEditionOpen where there is none."""
    opening = _open.get()
    if opening is None:
        raise NoEditionOpen("Change public records inside editions.services.edition(by=…, kind=…).")
    return opening.make()


def latest_number():
    """The number of the present edition; 0 while nothing was ever published."""
    return latest_edition()[0]


def latest_edition():
    """(number of the present edition, whether the register is synthetic); (0, False) while nothing was published."""
    return Edition.objects.order_by("-number").values_list("number", "is_synthetic").first() or (0, False)


def register_is_synthetic():
    """Whether the register was made up (editions/synthetic.py)."""
    return latest_edition()[1]
