"""The public pages that an edition changes, read from the history rows it wrote."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.urls import reverse

from agreements.models import SigningRound, Statement
from companies.models import Company
from editions.history import rows_of_edition

# By which columns a history row says whose page it is on.
OWNERS = {SigningRound: ("signinground", "round_id"), Statement: ("statement", "statement_id")}
OWNERS |= {Company: ("company", "company_id")}


@dataclass(frozen=True)
class ChangedPages:
    """(title, address) of the pages that appear, change and go. Dashboard and lists change with every edition."""

    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    gone: list = field(default_factory=list)


def changed_pages(number):
    """What edition `number` does to pages; call it while that edition is the present one."""
    found = {model: set() for model in OWNERS}
    for row in rows_of_edition(number):
        for model, (name, column) in OWNERS.items():
            own = row.instance_type._meta.model_name == name
            found[model].add(row.id if own else getattr(row, column, None))
    pages = ChangedPages()
    for model, keys in found.items():
        for record in _with_earlier(model, number).filter(pk__in=keys - {None}):
            _list_of(pages, record).append((str(record), _address(record)))
    return pages


def _list_of(pages, record):
    if not record.is_public():
        return pages.gone
    return pages.changed if record.was_public else pages.new


def _with_earlier(model, number):
    earlier = model.history.model.objects.filter(id=OuterRef("pk"), edition_from__lt=number)
    return model.objects.annotate(was_public=Exists(earlier))


def _address(record):
    if isinstance(record, Statement):
        return reverse("figures:statement-detail", args=[record.pk])
    return record.get_absolute_url()
