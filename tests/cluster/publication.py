"""A publication by the services, and what they count afterwards."""

from uuid import uuid4

from django.utils import timezone

from agreements.models import Agreement, SigningRound
from agreements.services import publish_round
from companies.models import Company, Establishment
from editions.one_state import one_state
from editions.services import latest_number
from figures.headline import read_headline
from figures.sums.kept import sums_of
from sources.models import Source


def draft():
    """A drafted round of today with one drafted company, which has opened an office today."""
    today, name = timezone.localdate(), uuid4().hex[:12]
    company = Company.objects.create(name=f"기업 {name}")
    Establishment.objects.create(company=company, order=1, kind="office", opened_on=today)
    round = SigningRound.objects.create(signed_on=today)
    round.sources.add(Source.objects.create(key=f"source-{name}", url=f"https://example.org/{name}"))
    Agreement.objects.create(round=round, company=company, order=1)
    return round


def publish():
    """The edition that was made."""
    publish_round(round=draft(), by=None)
    return latest_number()


def counted():
    """{name: count} of the present edition, and its number as `edition`."""
    with one_state():
        edition = latest_number()
        headline = read_headline(sums_of(edition), timezone.localdate())
        return {
            "edition": edition,
            "agreements": headline.agreements,
            "established": headline.established,
            "rounds": SigningRound.objects.published().count(),
            "companies": Company.objects.published().count(),
        }
