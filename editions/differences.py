"""What differs between two versions of a record, field by field, as people read it."""

from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import prefetch_related_objects
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from common.partial_dates import PartialDate

# Made of the name, which stands beside them.
DERIVED = {"search_key", "initials_key", "sort_key"}


def differences(old, new):
    """(label, before, after) of every field in which two history rows of a record differ; empty: not known."""
    before, after = values_of(old), values_of(new)
    return [(kept.label, kept.words, after[name].words) for name, kept in before.items() if kept != after[name]]


@dataclass(frozen=True)
class Value:
    """What a history row keeps of a field. Two are equal where the same is kept, in whatever words."""

    label: str = field(compare=False)
    words: str = field(compare=False)
    kept: object


def values_of(version):
    """{field: Value} of all that a history row keeps of its record, as people read it."""
    tracked = [column for column in version.tracked_fields if column.name not in DERIVED and not column.primary_key]
    values = {
        column.name: Value(capfirst(column.verbose_name), _in_words(version, column), _compared(version, column))
        for column in tracked
        if not column.name.endswith("_precision")
    }
    for relation in relations_kept(version):
        rows = related_rows(version, relation)
        words = ", ".join(sorted(map(str, rows)))
        values[relation.name] = Value(capfirst(relation.verbose_name), words, frozenset(row.pk for row in rows))
    return values


def relations_kept(version):
    """The relations to several rows that a history row keeps, as fields of its record."""
    return [relation for relation in version.instance_type._meta.many_to_many if hasattr(version, relation.name)]


def related_rows(version, relation):
    """The rows that a version named in a relation, as far as they still exist."""
    links, name = lookup = links_of(version, relation)
    prefetch_related_objects([version], "__".join(lookup))
    return [row for row in (_related(link, name) for link in getattr(version, links).all()) if row]


def links_of(version, relation):
    """Where a history row keeps its links to the rows of a relation, and the name of the row in each: what to
    prefetch for many versions at once."""
    return f"{getattr(version, relation.name).model._meta.model_name}_set", relation.m2m_reverse_field_name()


def _compared(version, column):
    return getattr(version, column.attname), getattr(version, f"{column.name}_precision", None)


def _in_words(version, column):
    value = getattr(version, column.attname)
    if value is None or value == "":
        return ""
    if column.is_relation:
        return str(_related(version, column.name) or _("deleted entry %(number)s") % {"number": value})
    if hasattr(version, f"{column.name}_precision"):
        return PartialDate.read(version, column.name).in_words()
    return str(dict(column.flatchoices).get(value, value))


def _related(row, name):
    try:
        return getattr(row, name)
    except ObjectDoesNotExist:
        return None
