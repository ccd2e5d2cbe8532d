"""The history of a made record is, row for row, what the services leave of one that came to be in the same way."""

import pytest

from agreements.drafting import Party, draft_round
from agreements.models import Agreement, Attendee, Commitment, Signatory, SigningRound, Statement, StatementFigure
from agreements.services import publish_round, publish_statement
from common.partial_dates import PartialDate
from companies.drafting import draft_company
from companies.models import Alias, Company, Establishment, Representative
from companies.places import record_place_event
from editions.models import Edition
from editions.services import edition
from sources.models import Source
from tests.factories import DAY, make_statement

OF_A_ROUND = [SigningRound, Agreement, Signatory, Attendee, Commitment]
OF_A_COMPANY = [Company, Alias, Representative, Establishment]


def life(record):
    """[(what it did, whether as a draft, how it ended, sources it named, state it had)] of a record's history."""
    ends = {None: "stands"}
    return [
        (
            row.history_type,
            row.edition_from is None,
            ends.get(row.edition_until, "in the same" if row.edition_until == row.edition_from else "later"),
            getattr(row, record._meta.many_to_many[0].name).count() if record._meta.many_to_many else 0,
            getattr(row, "status", ""),
        )
        for row in record.history.order_by("history_id")
    ]


def lives(model, **conditions):
    """Those of all records that came to be in one edition and have as many sources as can be."""
    found = {tuple(life(record)) for record in model.objects.filter(**conditions)}
    return max(found, key=lambda rows: sum(row[3] for row in rows))


def new_source(key, status="draft"):
    return Source(key=key, url=f"https://example.org/{key}", status=status)


@pytest.fixture
def published(made):
    """A round as the review screen drafts it and the gate publishes it, beside the made ones."""
    source = new_source("own")
    source.save()
    company = draft_company(name="나중에 온 기업", heads=[("김대표", "대표")], sources=[source], by=None)
    Alias.objects.create(company=company, name="Later", kind="english")
    company.establishments.create(kind="office", announced_on=DAY).sources.add(source)
    facts = {"signed_on": DAY, "stated_count": 1}
    party = Party(company, (("김대표", "대표"),))
    round = draft_round(
        facts=facts, parties=[party], attendees=[("이", "국장")], points=["협력"], sources=[source], by=None
    )
    round.commitments.get().evidence.add(source)
    return publish_round(round=round, by=None)


@pytest.mark.parametrize("model", [Source, *OF_A_ROUND, *OF_A_COMPANY], ids=lambda model: model.__name__)
def test_what_was_drafted_and_published(published, model):
    number = published.history.latest().edition_from
    ours = model.history.model.objects.filter(edition_from=number).values("id")
    later = model.history.model.objects.filter(edition_from__in=range(2, number), history_type="~")
    theirs = later.exclude(edition_from__in=Edition.objects.exclude(kind="publish").values("pk")).values("id")

    assert lives(model, pk__in=theirs) == lives(model, pk__in=ours)


def test_a_statement_that_was_drafted_and_published(made):
    publish_statement(statement=make_statement(figures=[("agreements", 9)], published=False), by=None)

    for model in (Statement, StatementFigure):
        theirs, ours = model.objects.order_by("-pk")[1:3][0], model.objects.order_by("-pk")[0]
        assert life(theirs) == life(ours)


def test_what_was_loaded(made):
    with edition(by=None, kind=Edition.Kind.LOAD):
        source = new_source("own", status="published")
        source.save()
        company = Company.objects.create(name="함께 온 기업", status="published")
        company.sources.set([source])

    assert life(Company.objects.get(pk=1)) == life(company)
    assert life(Source.objects.get(pk=1)) == life(source)


def test_an_opening_that_was_recorded(made):
    with edition(by=None, kind=Edition.Kind.LOAD):
        place = Establishment.objects.create(company_id=1, order=9, planned_on=DAY)
        first = new_source("first", status="published")
        first.save()
        place.sources.set([first])

    day = PartialDate(DAY, "day")
    company, source = Company.objects.get(pk=1), new_source("second")
    record_place_event(company=company, place=place, event="opened", day=day, today=DAY, source=source, by=None)

    assert life(Establishment.objects.get(company=1, order=3)) == life(place)
    assert life(Source.objects.get(title__contains="문 열어")) == life(source)


def test_a_day_that_was_corrected(made):
    with edition(by=None, kind=Edition.Kind.LOAD):
        place = Establishment.objects.create(company_id=1, order=9, opened_on=DAY)
        first = new_source("first", status="published")
        first.save()
        place.sources.set([first])
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="바로잡음"):
        place.save()

    theirs = Establishment.objects.get(company=1, order=4)
    assert life(theirs) == life(place)
    assert theirs.history.latest().history_change_reason == "개소일을 바로잡음"
