"""How a record of the register stands as a row behind a figure."""

from dataclasses import replace

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from common.partial_dates import PartialDate
from companies.models import Establishment
from companies.tables import name_in_language, names_read
from figures.figure import Row, Rows


def agreement_rows(agreements, others=()):
    """Rows of a query of agreements, the latest first; each counts from the day of its round."""
    agreements = agreements.select_related("round", "company").prefetch_related(*names_read("company__"))
    return Rows(agreements.order_by("-round__signed_on", "round_id", "order", "pk"), _agreement_row, others)


def round_rows(rounds):
    """Rows of a query of rounds, in its order; each counts from its day of signing."""
    return Rows(rounds, round_row)


def statement_rows(statements):
    """Rows of a query of statements, in its order; each counts from the day it speaks of."""
    return Rows(statements, statement_row)


def stated_rows(figures):
    """Rows of a query of stated numbers, the latest first; the amount is the number."""
    return Rows(figures.select_related("statement").order_by("-statement__as_of", "-pk"), stated_row)


def company_rows(companies, others=()):
    """Rows of a query of companies; each counts from its first agreement, where the query is `with_first_signed_on`."""
    companies = companies.with_first_signed_on_precision().prefetch_related(*names_read())
    return Rows(companies.order_by("sort_key", "pk"), company_row, others)


def standing_rows(companies, day, others=()):
    """Rows of a query of companies `with_first_signed_on` that have a place open on `day`; each counts from the
    opening of that place, but not before its first agreement."""
    open_places = Prefetch(
        "establishments", Establishment.objects.open_on(day).order_by("opens"), to_attr="open_places"
    )
    companies = companies.with_first_signed_on_precision().prefetch_related(*names_read(), open_places)
    return Rows(companies.order_by("sort_key", "pk"), _standing_row, others)


def unnamed_rows(count, label):
    """One row for what the register cannot name; none where it names all."""
    return [Row("", None, str(label), amount=count, part="unnamed")] if count else []


def company_row(company):
    """Counts from the first agreement; from no day where the query did not add `first_signed_on`."""
    return Row(
        "company",
        company.pk,
        name_in_language(company),
        part=_part(company),
        address=company.get_absolute_url(),
        day=PartialDate.read(company, "first_signed_on") if hasattr(company, "first_signed_on") else None,
    )


def round_row(signing_round):
    """Counts from its day of signing."""
    return Row(
        "round",
        signing_round.pk,
        signing_round.heading,
        part=_part(signing_round),
        address=signing_round.get_absolute_url(),
        day=PartialDate.read(signing_round, "signed_on"),
    )


def statement_row(statement):
    """Counts from the day it speaks of."""
    return Row(
        "statement",
        statement.pk,
        statement_label(statement),
        part=_part(statement),
        address=reverse("figures:statement-detail", args=[statement.pk]),
        day=PartialDate.read(statement, "as_of"),
    )


def stated_row(figure):
    """A stated number: the row of its statement, with the number as its amount."""
    row = statement_row(figure.statement)
    return replace(row, amount=figure.value, part=_part(figure), note=figure.get_certainty_display())


def statement_label(statement):
    """What a statement is called where its day stands beside it."""
    if statement.stated_by:
        return _("Official statement (%(by)s)") % {"by": statement.stated_by}
    return _("Official statement")


def _agreement_row(agreement):
    return Row(
        "agreement",
        agreement.pk,
        name_in_language(agreement.company),
        part=_part(agreement),
        address=agreement.company.get_absolute_url(),
        day=PartialDate.read(agreement.round, "signed_on"),
        note=agreement.round.heading,
    )


def _standing_row(company):
    places = [
        PartialDate.read(place, "opened_on") or PartialDate.read(place, "confirmed_on") for place in company.open_places
    ]
    row = company_row(company)
    return replace(row, day=max(min(places), row.day, key=lambda known: known.last_day))


def _part(record):
    return getattr(record, "part", "")
