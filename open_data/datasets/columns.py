"""The columns that several tables have: each is written once, so that one thing has one name everywhere.

`at`: the value of a row that the column shows, as `values_list` names it.
"""

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate
from companies.models import Alias
from open_data.dataset import Column, Kind, Part
from sources.models import Source


def key():
    description = _("The key of the record. It never changes and is never given to another record.")
    return Column("id", pgettext_lazy("column", "Key"), Kind.WHOLE, description, ("pk",))


def page(view, at="pk", anchor=None, description=None):
    """The address of the page `view` of what `at` names, from the site's root; `anchor`: where on it, with `%d` for the
    key of the row."""
    description = description or _("The page that shows the record, as of the day and in the edition of this table.")

    def prepared():
        before, _hole, after = reverse(view, args=["0"]).rpartition("0")
        if anchor:
            return lambda named, pk: f"{before}{named}{after}#{anchor % pk}"
        return lambda named: f"{before}{named}{after}"

    of = (at, "pk") if anchor else (at,)
    return Column("address", pgettext_lazy("column", "Page"), Kind.ADDRESS, description, of, prepared=prepared)


def label_of(model, name):
    """What the register calls this column, in the reader's language."""
    return model._meta.get_field(name).verbose_name


def own(model, name, description, kind=Kind.TEXT, at=None):
    """A column of the register's own table, as it is kept there."""
    return Column(name, label_of(model, name), kind, description, (at or name,))


def counted(name, label, description, at=None):
    """A number of which none is not said."""
    return Column(name, label, Kind.WHOLE, description, (at or name,), lambda number: number or None)


def dated(model, name, description, at=None):
    """A partial date of the register's own table."""
    return partial_date(name, label_of(model, name), description, at)


def partial_date(name, label, description, at=None):
    of = (at or name, f"{at or name}_precision")
    return Column(name, label, Kind.PARTIAL_DATE, description, of, known_date, repeats=True)


def known_date(day, precision):
    """None where the day is not known."""
    return PartialDate(day, precision) if day else None


def coded(name, label, description, of, words, code=None):
    """Two columns: the code of the value, by which an address narrows a table, and the same in the reader's words;
    `code(*values)` and `words(*values)` give them, of the few values that there are of `of`."""
    of_code = _("The code of the value, the same in every language.")
    in_words = format_lazy(_("{column} (code)"), column=label)
    return (
        Column(name, in_words, Kind.TEXT, of_code, of, code, repeats=True),
        Column(f"{name}_name", label, Kind.TEXT, description, of, words, repeats=True),
    )


def chosen(model, name, label, description, at=None):
    """`coded`, of a column with choices."""
    return coded(name, label, description, (at or name,), dict(model._meta.get_field(name).choices).get)


def choice(name, label, description):
    """`coded`, of a relation to a Choice."""
    of = (f"{name}__code", f"{name}__name_ko", f"{name}__name_en")
    return coded(name, label, description, of, choice_name, lambda code, _korean, _english: code)


def choice_name(_code, korean, english):
    """In the reader's language."""
    return korean if get_language() == "ko" else english


def listed(name, label, description, of, read=None):
    """`read(*values)`: the texts; None where they are those of the one Part of `of`."""
    return Column(name, label, Kind.LIST, description, of, read)


def titled(people):
    """Names with titles, as the records of these people are written."""
    return [f"{name} {title}".strip() for name, title in people]


def sources(description=None):
    """The published sources of the Part `sources`."""
    description = description or _("The addresses of the sources on which the record rests.")
    return listed("sources", _("Sources"), description, ("sources",))


def sources_of(relation, of="pk", name="sources"):
    """The Part of the sources of a row, which call it `relation`, without those that no public record names yet."""
    return Part(name, lambda clocks: Source.objects.published(), relation, ("url",), of)


def aliases_of(company="pk"):
    """The Part of the other names of a company."""
    return Part("aliases", lambda clocks: Alias.objects.all(), "company", ("kind", "name"), company)


def english_name(aliases):
    """None where the company has no English name."""
    return next((name for kind, name in aliases if kind == Alias.Kind.ENGLISH), None)


def company(path="company"):
    """The columns that say whose record it is, `path` leads to the company: its key and names. They need the Part
    `aliases`."""
    description = _("The registered Korean name of the company or institution.")
    english = _("The English name, where one is known.")
    return (
        Column("company_id", _("Key of the company"), Kind.WHOLE, _("The key among the companies."), (f"{path}_id",)),
        Column("company", _("Company or institution"), Kind.TEXT, description, (f"{path}__name",)),
        Column("company_en", _("English name"), Kind.TEXT, english, ("aliases",), english_name),
    )
