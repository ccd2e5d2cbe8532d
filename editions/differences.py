"""What differs between two versions of a record, field by field, as people read it."""

from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from common.partial_dates import PartialDate

# Made of the name, which stands beside them.
DERIVED = {"search_key", "sort_key"}


def differences(old, new):
    """(label, before, after) of every field in which two history rows of a record differ; empty: not known."""
    before, after = _values(old), _values(new)
    return [(label, words, after[label][1]) for label, (value, words) in before.items() if value != after[label][0]]


def relations_kept(version):
    """The relations to several rows that a history row keeps, as fields of its record."""
    return [relation for relation in version.instance_type._meta.many_to_many if hasattr(version, relation.name)]


def related_rows(version, relation):
    """The rows that a version named in a relation, as far as they still exist."""
    name = relation.m2m_reverse_field_name()
    links = getattr(version, relation.name).select_related(name)
    return [row for row in (_related(link, name) for link in links) if row]


def _values(version):
    """{label: (value to compare, value in words)} of all that a history row keeps."""
    kept = [field for field in version.tracked_fields if field.name not in DERIVED]
    fields = [field for field in kept if not field.name.endswith("_precision")]
    values = {
        capfirst(field.verbose_name): (_compared(version, field), _in_words(version, field))
        for field in fields
        if not field.primary_key
    }
    for relation in relations_kept(version):
        rows = related_rows(version, relation)
        values[capfirst(relation.verbose_name)] = {row.pk for row in rows}, ", ".join(sorted(map(str, rows)))
    return values


def _compared(version, field):
    return getattr(version, field.attname), getattr(version, f"{field.name}_precision", None)


def _in_words(version, field):
    value = getattr(version, field.attname)
    if value is None or value == "":
        return ""
    if field.is_relation:
        return str(_related(version, field.name) or _("deleted entry %(number)s") % {"number": value})
    if hasattr(version, f"{field.name}_precision"):
        return PartialDate.read(version, field.name).in_words()
    return str(dict(field.flatchoices).get(value, value))


def _related(row, name):
    try:
        return getattr(row, name)
    except ObjectDoesNotExist:
        return None
