"""The rows behind the totals: what the register can name on a day, and what takes no part, with the reason."""

from django.db.models import Exists, OuterRef

from agreements.models import Agreement, SigningRound, Statement
from companies.models import Company, Establishment


def agreements_recorded(day):
    """Agreements of published rounds signed up to `day`: the rows of the itemised part of `agreements`."""
    return Agreement.objects.public().signed_by(day)


def companies_established(day):
    """Published companies with a dated agreement up to `day` and a place open on it: the rows of the itemised part of
    `established`. Adds `first_signed_on`."""
    open_places = Establishment.objects.filter(company=OuterRef("pk")).open_on(day)
    return (
        Company.objects.published().with_first_signed_on(day).filter(Exists(open_places), first_signed_on__isnull=False)
    )


def rounds_without_date():
    """Published rounds that take no part in dated figures."""
    return SigningRound.objects.published().filter(signed_on__isnull=True)


def statements_without_day():
    """Published statements that take no part in dated figures."""
    return Statement.objects.published().filter(as_of__isnull=True)


def places_without_agreement(day):
    """Companies with a place open on `day` that takes no part, for no dated agreement up to `day` is known."""
    open_places = Establishment.objects.filter(company=OuterRef("pk")).open_on(day)
    return (
        Company.objects.published().with_first_signed_on(day).filter(Exists(open_places), first_signed_on__isnull=True)
    )
