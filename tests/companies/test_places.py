"""What may be recorded of a place, at the boundaries, and what each record makes of the register."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from common.partial_dates import PartialDate
from companies.models import Company, Establishment
from companies.places import PlaceEvent, record_place_event
from editions.models import Edition
from sources.models import Source
from tests.factories import DAY, make_company, make_place, make_source

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2022, 6, 15)


def record(event, day, *, company=None, place=None, **overrides):
    """`day` as people write it, or None."""
    values = {
        "company": company or (place.company if place else make_company()),
        "place": place or Establishment(kind="office"),
        "day": PartialDate.parse(day) if day else None,
        "today": TODAY,
        "source": make_source(),
        "by": None,
    }
    return record_place_event(event=event, **values | overrides)


def refused(*args, **options):
    """The arguments that the service has something against."""
    with pytest.raises(ValidationError) as refusal:
        record(*args, **options)
    return list(refusal.value.message_dict)


def test_opening_of_a_public_company_is_one_edition_with_its_source():
    company = make_company()
    before = Edition.objects.count()

    place = record("opened", "2022-05", company=company)

    made = Edition.objects.first()
    assert (str(place.opened_on), place.opened_on_precision) == ("2022-05-31", "month")
    assert (Edition.objects.count(), made.kind) == (before + 1, "record")
    assert place.sources.get().is_public()
    assert place.history.latest().edition_from == made.number


def test_opening_of_a_draft_makes_no_edition():
    place = record("opened", "2022-05-02", company=make_company(published=False))

    assert not place.sources.get().is_public()
    assert not Edition.objects.exists()


def test_opening_of_what_was_planned_fills_the_same_row():
    planned = make_place(opened_on=None, planned_on=DAY)

    place = record("opened", "2022-04-01", place=planned)

    assert (place.pk, place.planned_on, str(place.opened_on)) == (planned.pk, DAY, "2022-04-01")


def test_second_place_is_a_row_of_its_own_at_the_end():
    first = make_place()

    second = record("opened", "2022-05-02", company=first.company)

    assert (second.order, first.company.establishments.count()) == (first.order + 1, 2)


def test_place_opens_once():
    assert refused("opened", "2022-05-02", place=make_place()) == ["place"]


def test_opening_after_a_confirmation_is_refused():
    place = make_place(opened_on=None, confirmed_on=DAY)

    assert refused("opened", "2022-03-24", place=place) == ["day"]
    assert record("opened", "2022-03", place=place).opened_on == datetime.date(2022, 3, 31)


def test_plan_is_kept_apart_from_the_opening():
    place = record("planned", "2022-12", announced=PartialDate.parse("2022-06-01"))

    assert (str(place.planned_on), str(place.announced_on), place.opened_on) == ("2022-12-31", "2022-06-01", None)


def test_plan_without_a_day_is_known_by_its_announcement():
    assert record("planned", None, announced=PartialDate.parse("2022-06-01")).planned_on is None
    assert refused("planned", None) == ["day"]


def test_plan_postponed_keeps_its_first_announcement():
    place = make_place(opened_on=None, planned_on=DAY, announced_on=DAY)

    record("planned", "2023", place=place, announced=PartialDate.parse("2022-06-01"))

    place.refresh_from_db()
    assert (str(place.planned_on), place.announced_on) == ("2023-12-31", DAY)


def test_place_that_opened_is_no_plan_any_more():
    assert refused("planned", "2023", place=make_place()) == ["place"]


@pytest.mark.parametrize("event", ["confirmed", "closed", "closing_reported"])
def test_what_happens_to_a_place_needs_one_that_is_known(event):
    assert refused(event, "2022-05-02") == ["place"]


def test_place_of_another_company_is_not_found():
    with pytest.raises(Establishment.DoesNotExist):
        record("confirmed", "2022-05-02", place=make_place(), company=make_company())


@pytest.mark.parametrize(("day", "stands"), [("2022-04-30", 1), ("2022-05-01", 1), ("2022-05-02", 2)])
def test_confirmation_moves_forward_alone(day, stands):
    place = make_place(confirmed_on=datetime.date(2022, 5, 1))

    record("confirmed", day, place=place)

    place.refresh_from_db()
    assert place.confirmed_on == datetime.date(2022, 5, stands)
    assert place.sources.count() == 1


def test_confirmation_before_the_opening_is_refused():
    assert refused("confirmed", "2022-03-22", place=make_place()) == ["day"]
    assert record("confirmed", "2022-03-23", place=make_place()).confirmed_on == DAY


@pytest.mark.parametrize("name", ["closed_on", "closing_reported_on"])
def test_confirmation_after_the_closing_is_refused(name):
    place = make_place(**{name: datetime.date(2022, 5, 1)})

    assert refused("confirmed", "2022-05-02", place=place) == ["day"]
    assert record("confirmed", "2022-05-01", place=place).confirmed_on == datetime.date(2022, 5, 1)


@pytest.mark.parametrize("event", ["closed", "closing_reported"])
def test_closing_before_the_opening_is_refused(event):
    assert refused(event, "2022-03-22", place=make_place()) == ["day"]
    assert getattr(record(event, "2022-03-23", place=make_place()), f"{event}_on") == DAY


def test_closing_before_a_confirmation_is_refused():
    place = make_place(confirmed_on=datetime.date(2022, 5, 10))

    assert refused("closed", "2022-05-09", place=place) == ["day"]
    assert record("closed", "2022-05", place=place).closed_on == datetime.date(2022, 5, 31)


def test_closing_reported_first_is_closed_once_the_day_is_known():
    place = make_place()

    record("closing_reported", "2022-05-02", place=place)
    record("closed", "2022-04-30", place=place)

    place.refresh_from_db()
    assert (str(place.closed_on), str(place.closing_reported_on)) == ("2022-04-30", "2022-05-02")
    assert refused("closed", "2022-05-03", place=place) == ["place"]
    assert refused("closing_reported", "2022-05-03", place=place) == ["place"]


@pytest.mark.parametrize("event", ["opened", "confirmed", "closed", "closing_reported"])
def test_what_lies_after_today_is_refused(event):
    def place():
        return None if event == "opened" else make_place()

    assert refused(event, "2022-06-16", place=place()) == ["day"]
    assert refused(event, "2022-07", place=place()) == ["day"]
    assert refused(event, None, place=place()) == ["day"]
    for day in ("2022-06-15", "2022-06", "2022"):
        assert record(event, day, place=place())


def test_plan_is_not_announced_tomorrow():
    assert refused("planned", "2023", announced=PartialDate.parse("2022-06-16")) == ["announced"]
    assert record("planned", "2023", announced=PartialDate.parse("2022-06-15"))


def test_new_source_is_saved_and_published_with_the_place():
    place = record("opened", "2022-05-02", source=Source(url="https://example.org/opening", title="개소식"))

    source = place.sources.get()
    assert (source.title, source.is_public()) == ("개소식", True)


def test_address_known_already_is_the_known_source():
    known = make_source()

    place = record("opened", "2022-05-02", source=Source(url=known.url, title="다른 제목"))

    assert list(place.sources.all()) == [known]


@pytest.mark.parametrize("source", [{"url": "no address"}, {"url": "https://example.org/", "title": "가" * 301}])
def test_nothing_is_saved_where_the_source_is_refused(source):
    company = make_company()
    before = Edition.objects.count()

    with pytest.raises(ValidationError):
        record("opened", "2022-05-02", company=company, source=Source(**source))

    assert not Establishment.objects.exists()
    assert not Source.objects.filter(url=source["url"]).exists()
    assert Edition.objects.count() == before


def test_the_same_recorded_twice_makes_no_edition():
    place, source = make_place(), make_source()
    record("confirmed", "2022-05-02", place=place, source=source)
    before = Edition.objects.count(), place.history.count()

    record("confirmed", "2022-05-02", place=place, source=source)

    assert (Edition.objects.count(), place.history.count()) == before


def test_company_published_meanwhile_is_seen_as_it_stands():
    place = make_place()
    stale = Company(pk=place.company.pk, name=place.company.name)

    record("closed", "2022-05-02", place=place, company=stale)

    assert Edition.objects.first().kind == "record"


def test_every_event_fills_a_date_of_the_place():
    names = {field.name for field in Establishment._meta.get_fields()}

    assert {event.date_name for event in PlaceEvent} <= names


SIX_MONTHS_AGO = datetime.date(2021, 12, 15)


@pytest.mark.parametrize(
    ("dates", "waits"),
    [
        ({"opened_on": datetime.date(2021, 12, 14)}, True),
        ({"opened_on": datetime.date(2021, 12, 15)}, False),
        ({"opened_on": datetime.date(2021, 12, 16)}, False),
        ({"opened_on": None, "confirmed_on": datetime.date(2021, 12, 14)}, True),
        ({"opened_on": None, "confirmed_on": datetime.date(2021, 12, 15)}, False),
        ({"opened_on": datetime.date(2020, 1, 1), "confirmed_on": datetime.date(2021, 12, 15)}, False),
        ({"opened_on": datetime.date(2021, 12, 15), "confirmed_on": datetime.date(2020, 1, 1)}, False),
        ({"opened_on": None}, False),
    ],
)
def test_place_not_confirmed_since(dates, waits):
    make_place(**dates)

    assert Establishment.objects.not_confirmed_since(SIX_MONTHS_AGO).exists() == waits


@pytest.mark.parametrize(
    ("dates", "waits"),
    [
        ({"planned_on": TODAY - datetime.timedelta(days=1)}, True),
        ({"planned_on": TODAY}, False),
        ({"planned_on": TODAY + datetime.timedelta(days=1)}, False),
        ({"planned_on": datetime.date(2022, 5, 31), "planned_on_precision": "month"}, True),
        ({"planned_on": datetime.date(2022, 6, 30), "planned_on_precision": "month"}, False),
        ({"announced_on": DAY}, False),
        ({"planned_on": DAY, "opened_on": DAY}, False),
        ({"planned_on": DAY, "confirmed_on": DAY}, False),
        ({"planned_on": DAY, "closed_on": DAY}, False),
        ({"planned_on": DAY, "closing_reported_on": DAY}, False),
    ],
)
def test_plan_overdue(dates, waits):
    make_place(**{"opened_on": None} | dates)

    assert Establishment.objects.overdue(TODAY).exists() == waits
