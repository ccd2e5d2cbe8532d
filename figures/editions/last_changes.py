"""When each public record first appeared, and when it last changed."""

from django.apps import apps
from django.db.models import Max, Min, Q

from editions.models import Edition
from figures.editions.public_fields import PUBLIC, Owner

# What a page shows beside the records of its own: a company's page shows the agreements of all its rounds.
_SHOWN_TOO = {Owner.COMPANY: [("agreements.Agreement", "company_id")]}


def last_changed_on(owner):
    """{key of a round, company or statement: the day of the last edition that changed what its page shows}; one query
    a table, however many records. What was never public is not in it."""
    return {key: last.made_on for key, (_first, last) in changes_of(owner).items()}


def changes_of(owner, until=None):
    """{key: (the edition that first showed it, the last one that changed what its page shows)}, as far as edition
    `until` knew (None: the present one)."""
    spans = {}
    for label, path in _tables(owner):
        for key, first, begun, ended in _spans(label, path, until):
            earlier = spans.get(key, (first, 0))
            spans[key] = min(earlier[0], first), max(earlier[1], begun, ended or 0)
    editions = Edition.objects.in_bulk({number for span in spans.values() for number in span})
    return {key: (editions[first], editions[last]) for key, (first, last) in spans.items()}


def _spans(label, path, until):
    """(key, first and last edition that wrote it, last one that took something of it back) of every record."""
    changes = apps.get_model(label).history.filter(edition_from__isnull=False).order_by()
    if until is not None:
        changes = changes.filter(edition_from__lte=until)
    known = None if until is None else Q(edition_until__lte=until)
    return changes.values_list(path).annotate(
        first=Min("edition_from"), begun=Max("edition_from"), ended=Max("edition_until", filter=known)
    )


def _tables(owner):
    """(model, path to the key) of every table whose rows belong to records of that kind."""
    own = [(label, shown.owner_path) for label, shown in PUBLIC.items() if shown.owner == owner]
    return own + _SHOWN_TOO.get(owner, [])
