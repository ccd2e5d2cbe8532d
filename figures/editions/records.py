"""Which records an edition added, changed or removed, and what each said before and after, as far as it is public."""

from collections import Counter
from dataclasses import dataclass

from django.apps import apps
from django.db.models import prefetch_related_objects
from django.utils.text import capfirst

from editions.differences import links_of, relations_kept, values_of
from editions.history import begun_by, ended_by
from editions.past import register_at
from figures.editions.public_fields import PUBLIC, Owner
from figures.sums.kept import kept

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass(frozen=True)
class ChangedRecord:
    """A record by the keys of its history rows before and after; None where it was not public."""

    label: str
    pk: int
    owner: Owner
    owner_pk: int | None
    before: int | None
    after: int | None

    @property
    def what(self):
        return ADDED if self.before is None else REMOVED if self.after is None else CHANGED


@dataclass(frozen=True)
class RecordInWords:
    """A changed record as a page shows it. fields: (label, before, after), of an addition or removal all known ones."""

    record: ChangedRecord
    kind: str
    name: str
    fields: list


def records_of(number):
    """Every ChangedRecord of edition `number` that differs in what the public sees, by what it belongs to."""
    found = [record for label in PUBLIC for record in _records_of_model(label, number)]
    order = {owner: place for place, owner in enumerate(Owner)}
    return sorted(found, key=lambda record: (order[record.owner], record.owner_pk or 0))


def count_records(records):
    """{"added": n, "changed": n, "removed": n} of ChangedRecords."""
    return {ADDED: 0, CHANGED: 0, REMOVED: 0, **Counter(record.what for record in records)}


def record_counts(number):
    """As count_records, of edition `number`, whose records are read only once."""
    return kept(number, "record-counts", lambda: count_records(records_of(number)))


def in_words(records, number):
    """The records of edition `number` with their fields before and after."""
    before, after = _both(records, number)
    return [
        _in_words(record, before.get((record.label, record.before)), after.get((record.label, record.after)))
        for record in records
    ]


def _records_of_model(label, number):
    history, shown = apps.get_model(label).history.model, PUBLIC[label]
    with register_at(number - 1):
        ended = {pk: rest for pk, *rest in ended_by(history, number).values_list("id", "pk", shown.owner_path)}
    with register_at(number):
        begun = {pk: rest for pk, *rest in begun_by(history, number).values_list("id", "pk", shown.owner_path)}
    records = []
    for pk in sorted(ended.keys() | begun.keys()):
        (before, old_owner), (after, owner) = ended.get(pk, (None, None)), begun.get(pk, (None, None))
        records.append(ChangedRecord(label, pk, shown.owner, owner or old_owner, before, after))
    changed = [record for record in records if record.what == CHANGED]
    same = {told.record for told in in_words(changed, number) if not told.fields}
    return [record for record in records if record not in same]


def _both(records, number):
    """({(label, key of history row): its public values} before, the same after); each read in its own edition."""
    both = []
    for end, edition in (("before", number - 1), ("after", number)):
        wanted = {}
        for record in records:
            if getattr(record, end):
                wanted.setdefault(record.label, []).append(getattr(record, end))
        with register_at(edition):
            values = [(label, _public_values(label, keys)) for label, keys in wanted.items()]
            both.append({(label, key): kept for label, found in values for key, kept in found})
    return both


def _public_values(label, keys):
    history, names = apps.get_model(label).history.model, PUBLIC[label].fields
    versions = list(history.objects.filter(pk__in=keys))
    if versions:
        links = ["__".join(links_of(versions[0], relation)) for relation in relations_kept(versions[0])]
        singles = [field.name for field in history.tracked_fields if field.is_relation]
        prefetch_related_objects(versions, *links, *singles)
    found = []
    for version in versions:
        values = values_of(version)
        found.append((version.pk, {name: values[name] for name in names}))
    return found


def _in_words(record, before, after):
    model, values = apps.get_model(record.label), after or before
    fields = [
        (values[name].label, before[name].words if before else "", after[name].words if after else "")
        for name in values
        if (values[name].words if not (before and after) else before[name] != after[name])
    ]
    name = next(iter(values.values())).words
    return RecordInWords(record, capfirst(model._meta.verbose_name), name, fields)
