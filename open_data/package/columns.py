"""Which columns of which tables stand in a package: what public pages show of each record, and what names its row.

A column that is not named here is in no package.
"""

from dataclasses import dataclass

from django.db import models

from agreements.register_tables import TABLES
from common.partial_dates import PartialDate
from editions.models import Publishable
from sources.models import published_sources

# In the order in which rows refer to each other, as they are loaded again.
COLUMNS = {
    "sources": "id key title publisher published_on url",
    "fields": "id code name_ko name_en division order",
    "districts": "id code name_ko name_en order",
    "companies": "id name kind field field_basis business_ko business_en head_office homepage note_ko note_en sources",
    "aliases": "id company_id company name kind used_from used_until",
    "representatives": "id company_id company order name title started_on ended_on sources",
    "rounds": "id slug first_number last_number number_basis signed_on date_basis_ko date_basis_en confidence "
    "signing_party city_signatory_name city_signatory_title venue stated_count note_ko note_en sources",
    "attendees": "id round order name title",
    "agreements": "id round order company_id company number note_ko note_en",
    "signatories": "id round company_id company order name title",
    "commitments": "id round company_id company order text_ko text_en kind state state_on due_on evidence",
    "statements": "id slug as_of stated_on stated_by summary_ko summary_en note_ko note_en confidence sources",
    "statement_figures": "id statement measure value out_of certainty",
    "establishments": "id company_id company order kind name announced_on planned_on opened_on confirmed_on closed_on "
    "closing_reported_on district address people confidence note_ko note_en sources",
}
# Where a column leads: {column: (table, its column)}.
REFERENCES = {
    "company_id": ("companies", "id"),
    "round": ("rounds", "slug"),
    "statement": ("statements", "slug"),
    "field": ("fields", "code"),
    "district": ("districts", "code"),
}
# Rows of an agreement: the company that its agreement is with.
_THROUGH = {"signatories", "commitments"}


@dataclass(frozen=True)
class PackedTable:
    """A table of a package. `columns`: their names, in the order of the file."""

    name: str
    model: type[models.Model]
    columns: tuple

    @property
    def file(self):
        return f"{self.name}.csv"

    def field(self, column):
        """The model's field behind a column; None for one that names the company or round of the row's agreement."""
        fields = {field.name: field for field in [*self.model._meta.concrete_fields, *self.model._meta.many_to_many]}
        return fields.get(column)

    def rows(self):
        """The rows that are public, by number, with what their cells are made of. Read them in `register_at`."""
        rows, links = self.model.objects.order_by("pk"), self.model._meta.many_to_many
        if issubclass(self.model, Publishable):
            rows = rows.published()
        singles = [name for name in ("field", "district", "statement") if name in self.columns]
        for name in ("round", "company"):
            if name in self.columns:
                singles.append(name if self.field(name) else f"agreement__{name}")
        return rows.select_related(*singles).prefetch_related(*(published_sources(link.name) for link in links))

    def cells(self, row):
        """The texts of a row, by column; "" for what is not known."""
        parent = row.agreement if self.name in _THROUGH else row
        return {name: self._cell(row, parent, name) for name in self.columns}

    def _cell(self, row, parent, name):
        if name in ("company", "company_id"):
            return _text(getattr(parent, name, None))
        if name == "round":
            return (row if self.field("round") else parent).round.slug
        field = self.field(name)
        if isinstance(field, models.ManyToManyField):
            return " ".join(sorted(source.key for source in getattr(row, name).all()))
        if isinstance(field, models.DateField):
            return _text(PartialDate.read(row, name))
        value = getattr(row, name)
        return _text(getattr(value, REFERENCES[name][1]) if isinstance(value, models.Model) else value)


def _text(value):
    return "" if value is None else str(value)


PACKED = [PackedTable(table.name, table.model, tuple(COLUMNS[table.name].split())) for table in TABLES]
