"""What happened to a company: each kind of event from its day on, its order, its sources, and what has no day."""

import datetime

import pytest

from common.partial_dates import PartialDate
from companies.company_page import agreements_of, heads_of, places_of
from companies.models import Alias, Company, Representative
from companies.models.establishment import with_place_status
from companies.timeline import Event, timeline
from editions.models import Edition
from editions.services import edition
from sources.models import Source
from sources.services import publish_sources
from tests.factories import make_company, make_place, make_round, make_source

pytestmark = pytest.mark.django_db
DAY = datetime.date.fromisoformat


def entries_on(company, day, *, undated=False):
    day = DAY(day)
    company = with_place_status(Company.objects.filter(pk=company.pk), day).get()
    agreements = agreements_of(company, day, undated=undated)
    heads, former = heads_of(company, day, agreements)
    return timeline(
        company,
        day,
        agreements=agreements,
        places=places_of(company, day),
        heads=[*heads, *former],
        undated=undated,
    )


def events_on(company, day, **options):
    return [(entry.event, str(entry.on) if entry.on else None) for entry in entries_on(company, day, **options)]


def partial(**dates):
    """The columns of the dates given as text: `opened_on="2022-03"`."""
    columns = {}
    for name, text in dates.items():
        known = PartialDate.parse(text)
        columns |= {name: known.last_day, f"{name}_precision": known.precision}
    return columns


def add(model, **values):
    with edition(by=None, kind=Edition.Kind.CORRECT):
        return model.objects.create(**values)


def signing(company, text):
    make_round(numbers=None, companies=[company], **partial(signed_on=text))


def place_date(name):
    return lambda company, text: make_place(company=company, **{"opened_on": None} | partial(**{name: text}))


def moving(company, text):
    make_place(company=company, kind="head_office", **partial(opened_on=text))


def office(name):
    return lambda company, text: add(Representative, company=company, name="김대표", **partial(**{name: text}))


def new_name(company, text):
    add(Alias, company=company, name="새이름", kind=Alias.Kind.TRADE, **partial(used_from=text))


MAKERS = {
    Event.SIGNED: signing,
    Event.PLANNED: place_date("announced_on"),
    Event.OPENED: place_date("opened_on"),
    Event.CONFIRMED: place_date("confirmed_on"),
    Event.MOVED: moving,
    Event.RENAMED: new_name,
    Event.TOOK_OFFICE: office("started_on"),
    Event.LEFT_OFFICE: office("ended_on"),
    Event.CLOSING_REPORTED: place_date("closing_reported_on"),
    Event.CLOSED: place_date("closed_on"),
}


@pytest.mark.parametrize("event", Event)
@pytest.mark.parametrize(
    ("date", "before", "on", "after"),
    [
        ("2022-03-23", "2022-03-22", "2022-03-23", "2022-03-24"),
        ("2022-02", "2022-02-27", "2022-02-28", "2022-03-01"),
        ("2021", "2021-12-30", "2021-12-31", "2022-01-01"),
    ],
)
def test_an_event_shows_from_its_day_on_no_more_exactly_than_it_is_known(event, date, before, on, after):
    company = make_company()
    MAKERS[event](company, date)

    assert {day: events_on(company, day) for day in (before, on, after)} == {
        before: [],
        on: [(event, date)],
        after: [(event, date)],
    }


@pytest.mark.parametrize(
    ("used_until", "renamed_on", "day_before"),
    [("2022-03-22", "2022-03-23", "2022-03-22"), ("2022-03", "2022-03", "2022-03-30"), ("2022", "2022", "2022-12-30")],
)
def test_a_name_ends_with_the_day_before_the_renaming(used_until, renamed_on, day_before):
    company = make_company()
    add(Alias, company=company, name="옛이름", kind=Alias.Kind.FORMER, **partial(used_until=used_until))

    assert events_on(company, day_before) == []
    assert events_on(company, "2022-12-31") == [(Event.RENAMED, renamed_on)]


def test_a_former_name_without_a_day_stands_last_and_only_where_undated_things_do():
    company = make_company()
    signing(company, "2022-03-23")
    add(Alias, company=company, name="옛이름", kind=Alias.Kind.FORMER)

    assert events_on(company, "2023-01-01") == [(Event.SIGNED, "2022-03-23")]
    assert events_on(company, "2023-01-01", undated=True) == [(Event.SIGNED, "2022-03-23"), (Event.RENAMED, None)]


def test_a_misprint_is_no_event():
    company = make_company()
    add(Alias, company=company, name="오기", kind=Alias.Kind.MISPRINT, used_until=DAY("2022-01-01"))

    assert events_on(company, "2023-01-01", undated=True) == []


def test_an_agreement_without_a_day_stands_last():
    company = make_company()
    signing(company, "2022-03-23")
    make_round(numbers=(74, 79), companies=[company], signed_on=None)

    assert events_on(company, "2023-01-01") == [(Event.SIGNED, "2022-03-23")]
    assert events_on(company, "2023-01-01", undated=True) == [(Event.SIGNED, "2022-03-23"), (Event.SIGNED, None)]


@pytest.mark.parametrize(
    ("announced", "day", "expected"),
    [
        ({}, "2020-01-01", [(Event.PLANNED, None)]),
        ({"announced_on": DAY("2022-03-23")}, "2022-03-22", []),
        ({"announced_on": DAY("2022-03-23")}, "2022-03-23", [(Event.PLANNED, "2022-03-23")]),
    ],
)
def test_a_plan_is_told_from_its_announcement_with_the_time_planned_for(announced, day, expected):
    company = make_company()
    make_place(company=company, opened_on=None, **partial(planned_on="2025-06"), **announced)

    entries = entries_on(company, day)

    assert [(entry.event, str(entry.on) if entry.on else None) for entry in entries] == expected
    assert [str(entry.planned_for) for entry in entries] == ["2025-06"] * len(expected)


def test_the_newest_comes_first_and_of_one_day_the_later_in_the_life_of_a_company():
    company = make_company()
    signing(company, "2022-03-23")
    make_place(
        company=company,
        announced_on=DAY("2022-03-23"),
        opened_on=DAY("2022-03-23"),
        confirmed_on=DAY("2022-06-01"),
        closed_on=DAY("2023-01-01"),
    )

    assert [event for event, _on in events_on(company, "2023-01-01")] == [
        Event.CLOSED,
        Event.CONFIRMED,
        Event.OPENED,
        Event.PLANNED,
        Event.SIGNED,
    ]


def test_each_event_of_a_place_names_the_first_source_from_its_day_on():
    place = make_place(opened_on=DAY("2021-04-01"), confirmed_on=DAY("2022-01-01"), closed_on=DAY("2023-01-01"))
    with edition(by=None, kind=Edition.Kind.CORRECT):
        for day in ("2021-04-02", "2022-01-01", "2023-01-02"):
            source = make_source(published_on=DAY(day), title=day)
            place.sources.add(source)
            publish_sources(Source.objects.filter(pk=source.pk))

    entries = entries_on(place.company, "2023-12-31")

    assert {entry.event: [source.title for source in entry.sources] for entry in entries} == {
        Event.OPENED: ["2021-04-02"],
        Event.CONFIRMED: ["2022-01-01"],
        Event.CLOSED: ["2023-01-02"],
    }


def test_a_signing_names_who_signed_and_the_sources_of_its_round():
    company = make_company()
    signing_round = make_round(companies=[company])
    with edition(by=None, kind=Edition.Kind.CORRECT):
        signing_round.agreements.get().signatories.create(name="원성호", title="대표이사")

    [entry] = entries_on(company, "2022-03-23")

    assert [str(person) for person in entry.people] == ["원성호 대표이사"]
    assert entry.sources == tuple(signing_round.sources.all())
    assert entry.round == signing_round
