"""The rows of the public lists of a day: what the page shows, a file holds and an answer gives."""

from django.db.models import DateField, Value

from companies.models import Company, Establishment
from companies.models.establishment import with_place_status


def companies_listed(day, *, undated):
    """The companies of the directory of `day`, with what its conditions and orders read. `undated`: agreements without
    a day are counted too. The page of the directory has them at hand (at_hand/)."""
    companies = Company.objects.published().listed_on(day).with_first_signed_on(day)
    companies = companies.with_first_signed_on_precision().with_agreement_count(day, undated=undated)
    return with_place_status(companies, day)


def places_listed(day):
    """The places of these companies of which something is known on `day`, closed ones too; each with `as_of`."""
    listed = Company.objects.published().listed_on(day).order_by()
    places = Establishment.objects.filter(company__in=listed.values("pk")).known_by(day)
    return places.with_status(day).with_last_seen(day).annotate(as_of=Value(day, DateField()))
