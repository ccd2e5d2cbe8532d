"""The columns that several tables have: each is written once, so that one thing has one name everywhere."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.partial_dates import PartialDate
from companies.models import Alias
from open_data.dataset import Column, Kind


def key():
    description = _("The key of the record. It never changes and is never given to another record.")
    return Column("id", pgettext_lazy("column", "Key"), Kind.WHOLE, description, lambda record: record.pk)


def page(read, description=None):
    """`read(record)`: the address of the page that shows the record, from the site's root."""
    description = description or _("The page that shows the record, as of the day and in the edition of this table.")
    return Column("address", pgettext_lazy("column", "Page"), Kind.ADDRESS, description, read)


def label_of(model, name):
    """What the register calls this column, in the reader's language."""
    return model._meta.get_field(name).verbose_name


def text(name, label, description, read, kind=Kind.TEXT):
    return Column(name, label, kind, description, lambda record: read(record) or None)


def own(model, name, description, kind=Kind.TEXT):
    """A column of the record's own table, as it is kept there."""

    def read(record):
        value = getattr(record, name)
        return None if value == "" else value

    return Column(name, label_of(model, name), kind, description, read)


def dated(model, name, description, read=None):
    """A partial date of the record's own table; `read` where not every record shows it."""
    read = read or (lambda record: PartialDate.read(record, name))
    return Column(name, label_of(model, name), Kind.PARTIAL_DATE, description, read)


def coded(name, label, description, read, words):
    """Two columns: the code of the value, by which an address narrows a table, and the same in the reader's words."""
    code = _("The code of the value, the same in every language.")
    in_words = format_lazy(_("{column} (code)"), column=label)
    return (
        Column(name, in_words, Kind.TEXT, code, lambda record: read(record) or None),
        Column(f"{name}_name", label, Kind.TEXT, description, lambda record: words(record) or None),
    )


def chosen(model, name, label, description, read=None):
    """`coded`, of a column with choices."""
    labels, read = model._meta.get_field(name).choices, read or (lambda record: getattr(record, name))
    return coded(name, label, description, read, lambda record: dict(labels).get(read(record)))


def listed(name, label, description, read):
    return Column(name, label, Kind.LIST, description, lambda record: list(read(record)))


def sources(read=lambda record: record.sources.all(), description=None):
    """`read(record)`: its published sources."""
    description = description or _("The addresses of the sources on which the record rests.")
    return listed("sources", _("Sources"), description, lambda record: [source.url for source in read(record)])


def english_name(company):
    """None where the company has no English name; `aliases` are prefetched."""
    return next((alias.name for alias in company.aliases.all() if alias.kind == Alias.Kind.ENGLISH), None)


def company(read):
    """The columns that say whose record it is: the key of the company and its names."""
    description = _("The registered Korean name of the company or institution.")
    english = _("The English name, where one is known.")
    return (
        Column("company_id", _("Key of the company"), Kind.WHOLE, _("The key among the companies."), _of(read, "pk")),
        Column("company", _("Company or institution"), Kind.TEXT, description, _of(read, "name")),
        Column("company_en", _("English name"), Kind.TEXT, english, lambda record: _if(read(record), english_name)),
    )


def _of(read, name):
    return lambda record: getattr(read(record), name, None)


def _if(record, read):
    return read(record) if record else None
