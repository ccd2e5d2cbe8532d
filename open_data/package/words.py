"""What the tables and columns of a package are, in words of both languages."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from open_data.package.columns import REFERENCES

TABLES = {
    "sources": _("Reports, notices and filings that state the facts: address, title, publisher and day."),
    "fields": _("AI fields under which companies are filed."),
    "districts": _("Districts of the city."),
    "companies": _("Companies and institutions that signed with the city or are tied to its plans."),
    "aliases": _("Other names of companies: former and English names, other names in use, and misprints."),
    "representatives": _("Heads of companies, as reports named them."),
    "rounds": _("Signing rounds: numbers, day, venue and who signed for the city."),
    "attendees": _("Who attended a signing without signing."),
    "agreements": _("Agreements known by party: one company or institution in one signing round."),
    "signatories": _("Who signed for a company, with the title of that day."),
    "commitments": _("Agreed points: what the parties said they would do, and what is known to have come of it."),
    "statements": _("What officials said of the totals, and when."),
    "statement_figures": _("The numbers of official statements, each as it was said."),
    "establishments": _("Places of companies in the city: planned, opened, last confirmed and closed."),
    "figures": _("Every figure on the day of the edition, with its parts. Loading the package again checks them."),
}
_COLUMNS = {
    "id": _("Number of the row. It never changes, and is the one in the addresses of this website."),
    "key": _("Short name of the source, which other tables use."),
    "code": _("Short name, which other tables use."),
    "slug": _("Name of the row in addresses, which other tables use."),
    "order": _("Place in the order in which the source lists the rows, or in which they are shown."),
    "division": _("Whether the city divides AI fields so, or this register does."),
    "company": _("Name of the company in this edition."),
    "company_id": _("Number of the company. Empty in an agreed point of all parties of the round."),
    "round": _("Signing round that the row belongs to."),
    "field_basis": _("Whether the city named the field, or this register read it from the business."),
    "number_basis": _("Whether a source prints the numbers, or they were worked out from totals and neighbours."),
    "number": _("Number of the agreement, only where a source ties it to this company."),
    "stated_count": _("How many agreements were said to be signed, which may be more than are known by name."),
    "confirmed_on": _("Last day on which a source shows the place there. Whether it still exists is not known."),
    "closing_reported_on": _("Day of the report of a closing whose own day is not known."),
    "people": _("How many people work there, as a source says."),
    "confidence": _("How sure the register is of the fact."),
    "state": _("What came of the point; empty where nothing is known."),
    "state_on": _("Day on which a source last showed the state."),
    "as_of": _("Day that the numbers speak of."),
    "stated_on": _("Day on which it was said, where that is another day."),
    "value": _("The number. Empty means not known; it is never zero for that."),
    "out_of": _("Out of how many, where that was said."),
    "certainty": _("Only exact and derived numbers enter totals."),
    "figure": _("Key of the figure, the one in the addresses of this website."),
    "part": _("Part of the figure; empty for the figure as a whole."),
    "unit": _("What the value counts."),
    "base": _("What the part of a rate is a share of."),
    "itemised": _("How many of the value the register can name one by one."),
    "rule_version": _("Version of the rule by which the figure is computed."),
    "label_ko": _("Name of the figure or part in Korean."),
    "label_en": _("Name of the figure or part in English."),
}
_TITLES = {
    "id": _("Number of the row"),
    "company_id": _("Number of the company"),
    "company": _("Company or institution"),
    "round": _("Signing round"),
}
_KEYS = _("Keys of the sources, separated by spaces.")
_PARTIAL = _("As much of the day as is known: 2022, 2022-03 or 2022-03-23.")


def title_of(table, column):
    """What a column of a PackedTable is called."""
    return _TITLES[column] if column in _TITLES else capfirst(table.field(column).verbose_name)


def description_of(table, column):
    """What a column of a PackedTable says, as far as its title does not."""
    field = table.field(column)
    words = [_COLUMNS[column]] if column in _COLUMNS else []
    if field and field.many_to_many:
        words.append(_KEYS)
    elif field and field.get_internal_type() == "DateField":
        words.append(_PARTIAL)
    elif field and field.choices:
        words.append("; ".join(f"{code}: {label}" for code, label in field.choices) + ".")
    elif target := REFERENCES.get(column):
        words.append(_("See %(column)s of %(file)s.") % {"column": target[1], "file": f"{target[0]}.csv"})
    return " ".join(map(str, words))


def description_of_figure(column):
    return str(_COLUMNS[column])
