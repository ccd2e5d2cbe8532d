"""The tables of companies as staff take them out and bring them in; the columns are those of the register files."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from common.korean import search_key
from companies.models import Alias, Company, District, Establishment, Field, Representative
from editions.resources import SheetResource

SOURCES = {"field": "key"}
COMPANY = {"field": "name"}


class FieldResource(SheetResource):
    class Meta:
        name = "fields"
        model = Field
        fields = ["code", "name_ko", "name_en", "division", "order"]
        import_id_fields = ["code"]


class DistrictResource(SheetResource):
    class Meta:
        name = "districts"
        model = District
        fields = ["code", "name_ko", "name_en", "order"]
        import_id_fields = ["code"]


class CompanyResource(SheetResource):
    """A new name that differs from a known one only in spelling is refused, for it would be the same company twice."""

    class Meta:
        name = "companies"
        model = Company
        fields = [
            *("name", "status", "kind", "field", "field_basis", "business_ko", "business_en"),
            *("head_office", "homepage", "note_ko", "note_en", "sources"),
        ]
        import_id_fields = ["name"]
        widgets = {"field": {"field": "code"}, "sources": SOURCES}

    @cached_property
    def known(self):
        """{how search compares a name: the company it leads to}."""
        aliases = Alias.objects.values_list("search_key", "company__name")
        return dict(aliases) | dict(Company.objects.values_list("search_key", "name"))

    def read_cells(self, instance, row):
        problems = super().read_cells(instance, row)
        key = search_key(row["name"])
        if instance._state.adding and key and key in self.known:
            message = _("The register has this company as “%(name)s”. Write that name, or add it on a page of its own.")
            problems["name"] = message % {"name": self.known[key]}
        self.known.setdefault(key, row["name"])
        return problems


class AliasResource(SheetResource):
    class Meta:
        name = "aliases"
        model = Alias
        fields = ["company", "name", "kind"]
        import_id_fields = ["company", "name"]
        widgets = {"company": COMPANY}


class RepresentativeResource(SheetResource):
    class Meta:
        name = "representatives"
        model = Representative
        fields = ["company", "order", "name", "title", "started_on", "ended_on", "sources"]
        import_id_fields = ["company", "name"]
        widgets = {"company": COMPANY, "sources": SOURCES}


class EstablishmentResource(SheetResource):
    class Meta:
        name = "establishments"
        model = Establishment
        fields = [
            *("company", "order", "kind", "name", "announced_on", "planned_on", "opened_on", "confirmed_on"),
            *("closed_on", "closing_reported_on", "district", "address", "people", "confidence"),
            *("note_ko", "note_en", "sources"),
        ]
        import_id_fields = ["company", "order"]
        widgets = {"company": COMPANY, "district": {"field": "code"}, "sources": SOURCES}
