"""When each public record last changed."""

from django.apps import apps
from django.db.models import Max

from editions.models import Edition
from figures.editions.public_fields import PUBLIC, Owner

# What a page shows beside the records of its own: a company's page shows the agreements of all its rounds.
_SHOWN_TOO = {Owner.COMPANY: [("agreements.Agreement", "company_id")]}


def last_changed_on(owner):
    """{key of a round, company or statement: the day of the last edition that changed what its page shows}; one query
    a table, however many records. What was never public is not in it."""
    numbers = {}
    for label, path in _tables(owner):
        changes = apps.get_model(label).history.filter(edition_from__isnull=False).order_by()
        for key, begun, ended in changes.values_list(path).annotate(Max("edition_from"), Max("edition_until")):
            numbers[key] = max(numbers.get(key, 0), begun, ended or 0)
    days = {edition.number: edition.made_on for edition in Edition.objects.filter(number__in={*numbers.values()})}
    return {key: days[number] for key, number in numbers.items()}


def _tables(owner):
    """(model, path to the key) of every table whose rows belong to records of that kind."""
    own = [(label, shown.owner_path) for label, shown in PUBLIC.items() if shown.owner == owner]
    return own + _SHOWN_TOO.get(owner, [])
