"""The rows behind the totals: what the register can name on a day, and what takes no part, with the reason."""

from django.db.models import Case, CharField, Exists, OuterRef, Value, When

from agreements.models import Agreement, SigningRound, Statement
from companies.models import Company, Establishment


def agreements_recorded(day):
    """Agreements of published rounds signed up to `day`: the rows of the itemised part of `agreements`."""
    return Agreement.objects.public().signed_by(day)


def companies_established(day):
    """Published companies with a dated agreement up to `day` and a place open on it: the rows of the itemised part of
    `established`. Adds `first_signed_on`."""
    open_places = Establishment.objects.filter(company=OuterRef("pk")).open_on(day)
    return parties(day).filter(Exists(open_places))


def rounds_without_date():
    """Published rounds that take no part in dated figures."""
    return SigningRound.objects.published().filter(signed_on__isnull=True)


def statements_without_day():
    """Published statements that take no part in dated figures."""
    return Statement.objects.published().filter(as_of__isnull=True)


def places_without_agreement(day):
    """Companies with a place open on `day` that takes no part, for no dated agreement up to `day` is known."""
    open_places = Establishment.objects.filter(company=OuterRef("pk")).open_on(day)
    return Company.objects.published().filter(Exists(open_places), ~Exists(_signed_by_each(day)))


def companies_without_open_place(day):
    """Published companies with a dated agreement up to `day` and no place open on it. Adds `reason`: `closed` where a
    place was open by `day`; else `after_the_day` where one opened, or was first confirmed, later; else `plan` where
    one was planned on `day`; else `no_evidence_of_opening`."""
    places = Establishment.objects.filter(company=OuterRef("pk"))
    spans = places.with_span()
    return (
        parties(day)
        .exclude(Exists(places.open_on(day)))
        .annotate(
            reason=Case(
                When(Exists(places.closed_by(day)), then=Value("closed")),
                When(Exists(spans.filter(opens__gt=day)), then=Value("after_the_day")),
                When(Exists(places.planned_on(day)), then=Value("plan")),
                default=Value("no_evidence_of_opening"),
                output_field=CharField(),
            )
        )
    )


def parties(day):
    """Published companies with a dated agreement up to `day`. Adds `first_signed_on`."""
    return Company.objects.published().with_first_signed_on(day).filter(pk__in=_signed(day))


def parties_later(day):
    """Published companies whose first dated agreement is later than `day`."""
    dated = Agreement.objects.public().filter(round__signed_on__gt=day).values("company")
    return Company.objects.published().filter(~Exists(_signed_by_each(day)), pk__in=dated)


def parties_undated():
    """Published companies all of whose agreements are of rounds without a day."""
    public = Agreement.objects.public()
    dated = public.filter(round__signed_on__isnull=False, company=OuterRef("pk"))
    return Company.objects.published().filter(~Exists(dated), pk__in=public.values("company"))


def _signed(day):
    """The companies with a dated agreement up to `day`: read once, where a subquery of each company would be slow."""
    return Agreement.objects.public().signed_by(day).order_by().values("company")


def _signed_by_each(day):
    """For NOT EXISTS: PostgreSQL joins that once, but asks NOT IN of each company, where the list is long."""
    return Agreement.objects.public().signed_by(day).filter(company=OuterRef("pk"))
