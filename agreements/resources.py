"""The tables of rounds and statements as staff take them out and bring them in; columns as in the register files."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from import_export.fields import Field

from agreements.models import Agreement, Attendee, Commitment, Signatory, SigningRound, Statement, StatementFigure
from editions.resources import SheetResource

SOURCES = {"field": "key"}
ROUND = {"field": "slug"}


class RoundResource(SheetResource):
    """A row without address name is found, and named, by its printed numbers or else its day."""

    completes_keys = True

    class Meta:
        name = "rounds"
        model = SigningRound
        fields = [
            *("slug", "status", "first_number", "last_number", "number_basis", "signed_on"),
            *("date_basis_ko", "date_basis_en", "confidence", "signing_party"),
            *("city_signatory_name", "city_signatory_title", "venue", "stated_count", "note_ko", "note_en", "sources"),
        ]
        import_id_fields = ["slug"]
        widgets = {"sources": SOURCES}

    def init_instance(self, row=None):
        # The operator's present name must not stand under a signing of the past.
        return SigningRound(signing_party="")

    def complete(self, row):
        if row["slug"].strip():
            return
        told = SigningRound()
        for name in ("first_number", "last_number", "number_basis", "signed_on"):
            self.fields[name].save(told, row)
        row["slug"] = told.wanted_slug()
        if row["slug"] == "undated":
            raise ValidationError({"slug": _("Give the printed numbers, the day or an address name of the round.")})


class AttendeeResource(SheetResource):
    class Meta:
        name = "attendees"
        model = Attendee
        fields = ["round", "order", "name", "title"]
        import_id_fields = ["round", "order"]
        widgets = {"round": ROUND}


class AgreementResource(SheetResource):
    class Meta:
        name = "agreements"
        model = Agreement
        fields = ["round", "order", "company", "number", "note_ko", "note_en"]
        import_id_fields = ["round", "company"]
        widgets = {"round": ROUND, "company": {"field": "name"}}


class _OfAgreement(SheetResource):
    """A row whose agreement is told by its round and its company; without a company it has none."""

    company = Field(attribute="agreement__company__name", column_name="company", readonly=True)
    also_read = ["agreement__round", "agreement__company"]

    @classmethod
    def words_for(cls, name):
        return Agreement._meta.get_field(name).verbose_name if name in ("round", "company") else super().words_for(name)

    @cached_property
    def agreements(self):
        rows = Agreement.objects.select_related("round", "company")
        return {(row.round.slug, row.company.name): row for row in rows}

    def changes(self, record, row):
        company = str(self.fields["company"].export(record) or "")
        return super().changes(record, row) or row.get("company", company).strip() != company

    def read_cells(self, instance, row):
        problems = super().read_cells(instance, row)
        key = row["round"].strip(), row.get("company", "").strip()
        if key[1] and key not in self.agreements:
            message = _("“%(company)s” is no party of the round “%(round)s”.")
            return problems | {"company": message % {"round": key[0], "company": key[1]}}
        if "company" in row:
            instance.agreement = self.agreements.get(key)
        return problems


class SignatoryResource(_OfAgreement):
    round = Field(attribute="agreement__round__slug", column_name="round", readonly=True)

    class Meta:
        name = "signatories"
        model = Signatory
        fields = ["round", "company", "order", "name", "title"]
        import_id_fields = ["round", "company", "order"]


class CommitmentResource(_OfAgreement):
    class Meta:
        name = "commitments"
        model = Commitment
        fields = [
            *("round", "company", "order", "text_ko", "text_en"),
            *("kind", "state", "state_on", "due_on", "evidence"),
        ]
        import_id_fields = ["round", "order"]
        widgets = {"round": ROUND, "evidence": SOURCES}


class StatementResource(SheetResource):
    class Meta:
        name = "statements"
        model = Statement
        fields = [
            *("slug", "status", "as_of", "stated_on", "stated_by", "summary_ko", "summary_en"),
            *("note_ko", "note_en", "confidence", "sources"),
        ]
        import_id_fields = ["slug"]
        widgets = {"sources": SOURCES}


class StatementFigureResource(SheetResource):
    class Meta:
        name = "statement_figures"
        model = StatementFigure
        fields = ["statement", "measure", "value", "out_of", "certainty"]
        import_id_fields = ["statement", "measure"]
        widgets = {"statement": {"field": "slug"}}
