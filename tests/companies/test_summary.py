"""The sentences at the head of a company's page, in both languages, and the list of what is not known."""

import datetime

import pytest
from django.utils import translation
from django.utils.html import strip_tags

from common.partial_dates import PartialDate
from companies.company_page import agreements_of, heads_of, places_of
from companies.gaps import not_known
from companies.models import Company
from companies.models.establishment import with_place_status
from companies.summary import sentences
from tests.factories import make_company, make_place, make_point, make_round

pytestmark = pytest.mark.django_db
DAY = datetime.date.fromisoformat
TODAY = "2024-06-01"
UNCONFIRMED = "광주 거점의 개소 여부는 확인되지 않았습니다. 거점이 없다는 뜻은 아닙니다."


def known_on(company, day, *, undated=True):
    company = with_place_status(Company.objects.filter(pk=company.pk), DAY(day)).get()
    return company, agreements_of(company, DAY(day), undated=undated), places_of(company, DAY(day))


def said_of(company, day=TODAY, language="ko"):
    with translation.override(language):
        return strip_tags(" ".join(map(str, sentences(*known_on(company, day), DAY(day)))))


def partial(**dates):
    columns = {}
    for name, text in dates.items():
        known = PartialDate.parse(text)
        columns |= {name: known.last_day, f"{name}_precision": known.precision}
    return columns


@pytest.mark.parametrize(
    ("signing", "korean", "english"),
    [
        (
            {"numbers": (136, 145)},
            "136~145번째 협약 가운데 한 건을 2022. 3. 23. 체결했습니다.",
            "Signed one of agreements nos. 136~145 on 23 March 2022.",
        ),
        (
            {"numbers": (5, 5), "number_basis": "deduced", **partial(signed_on="2022-03")},
            "5번째 협약(번호 추정)을 2022. 3. 체결했습니다.",
            "Signed agreement no. 5 (deduced) in March 2022.",
        ),
        (
            {"numbers": None, **partial(signed_on="2021")},
            "2021년에 협약을 체결했습니다. 협약 번호는 확인되지 않았습니다.",
            "Signed an agreement in 2021; its number is not known.",
        ),
        (
            {"numbers": (74, 79), "signed_on": None},
            "74~79번째 협약 가운데 한 건을 체결했습니다. 체결일은 확인되지 않았습니다.",
            "Signed one of agreements nos. 74~79; the day is not known.",
        ),
        (
            {"numbers": None, "signed_on": None},
            "협약을 체결했습니다. 체결일과 협약 번호는 확인되지 않았습니다.",
            "Signed an agreement; neither its day nor its number is known.",
        ),
    ],
)
def test_what_was_signed_as_far_as_it_is_known(signing, korean, english):
    company = make_company()
    make_round(companies=[company], **signing)

    assert said_of(company) == f"{korean} {UNCONFIRMED}"
    assert said_of(company, language="en").startswith(english)


def test_no_agreement():
    assert said_of(make_company()).endswith(UNCONFIRMED)


def test_an_agreement_without_a_day_is_not_denied_on_a_past_day():
    company = make_company()
    make_round(numbers=None, signed_on=None, companies=[company])

    with translation.override("en"):
        first, *_others = sentences(*known_on(company, TODAY, undated=False), DAY(TODAY))

    assert first == "It has an agreement whose day is not known, so that it may have signed before or after this day."


def test_an_agreement_signed_later_is_not_known_yet():
    company = make_company(note_ko="보도되었습니다.")
    make_round(companies=[company])

    assert said_of(company, "2022-03-22", "en").startswith("No agreement of this company is known up to this day.")


def test_a_company_of_no_known_round_points_to_what_its_note_says():
    company = make_company(note_ko="차수를 알 수 없는 협약 상대입니다.")

    said = said_of(company, language="en")

    assert said.startswith("No signing round in which it took part is known; the note says what was reported of it.")


def test_several_agreements_begin_with_the_first_that_has_a_day():
    company = make_company()
    make_round(numbers=(1, 1), companies=[company], signed_on=DAY("2020-03-11"))
    make_round(numbers=(2, 9), companies=[company], signed_on=None)
    make_round(numbers=(10, 19), companies=[company])

    assert said_of(company).startswith("협약 3건을 체결했습니다. 첫 협약은 2020. 3. 11. 체결했습니다.")
    assert said_of(company, language="en").startswith("Signed 3 agreements, the first on 11 March 2020.")


@pytest.mark.parametrize(
    ("dates", "korean"),
    [
        (
            partial(opened_on="2020-09", confirmed_on="2021-12-22"),
            "광주 거점은 2020. 9. 개소했고 2021. 12. 22. 마지막으로 확인되었습니다.",
        ),
        (partial(opened_on="2024-01-05"), "광주 거점은 2024. 1. 5. 개소했습니다."),
        (partial(opened_on="2020-01-05"), "광주 거점은 2020. 1. 5. 개소했습니다. 그 뒤로는 확인된 기록이 없습니다."),
        (
            partial(confirmed_on="2021"),
            "광주 거점은 2021년에 마지막으로 확인되었습니다. 개소일은 확인되지 않았습니다.",
        ),
        (
            partial(announced_on="2025-04-15", planned_on="2025-06"),
            UNCONFIRMED,  # announced later than the day
        ),
        (
            partial(announced_on="2024-04-15", planned_on="2025-06"),
            "광주 거점을 2025. 6. 열 계획이 2024. 4. 15. 발표되었습니다. 개소 여부는 확인되지 않았습니다.",
        ),
        (
            partial(announced_on="2024-04-15"),
            "광주 거점을 열 계획이 2024. 4. 15. 발표되었습니다. 개소 여부는 확인되지 않았습니다.",
        ),
        (partial(planned_on="2025"), "광주 거점을 2025년에 열 계획이었습니다. 개소 여부는 확인되지 않았습니다."),
        (partial(opened_on="2020-05-21", closed_on="2024-05"), "광주 거점은 2024. 5. 폐쇄되었습니다."),
        (
            partial(opened_on="2020-05-21", closing_reported_on="2023-12-28"),
            "광주 거점의 폐쇄가 2023. 12. 28. 보도되었습니다. 폐쇄일은 확인되지 않았습니다.",
        ),
        ({}, UNCONFIRMED),
    ],
)
def test_whether_it_is_in_the_city_and_since_when_nobody_has_looked(dates, korean):
    place = make_place(**{"opened_on": None} | dates)

    assert said_of(place.company).endswith(korean)


@pytest.mark.parametrize(
    ("places", "korean"),
    [
        (
            [partial(opened_on="2020-01-05"), partial(opened_on="2021-02-05")],
            "등록된 광주 거점 2곳이 모두 운영 중인 것으로 확인되었습니다. 2021. 2. 5. 마지막으로 확인되었습니다.",
        ),
        (
            [partial(opened_on="2020-01-05", closed_on="2022-01-01"), partial(opened_on="2021-02")],
            "등록된 광주 거점 2곳 가운데 1곳이 운영 중인 것으로 확인되었습니다. 2021. 2. 마지막으로 확인되었습니다.",
        ),
        (
            [partial(closed_on="2022-01-01"), partial(closing_reported_on="2023-12-26")],
            "등록된 광주 거점 2곳이 모두 폐쇄되었습니다. 마지막 폐쇄는 2023. 12. 26. 보도되었습니다.",
        ),
        (
            [partial(closed_on="2022-01-01"), partial(announced_on="2023-12-26")],
            "등록된 광주 거점 2곳 가운데 1곳이 개소 예정이며, 운영이 확인된 곳은 없습니다.",
        ),
    ],
)
def test_several_places_are_counted(places, korean):
    company = make_company()
    for dates in places:
        make_place(company=company, **{"opened_on": None} | dates)

    assert said_of(company).endswith(korean)


def gaps_of(company, day=TODAY):
    company, agreements, places = known_on(company, day)
    heads, _former = heads_of(company, DAY(day), agreements)
    with translation.override("en"):
        return not_known(company, heads=heads, agreements=agreements, places=places, day=DAY(day))


def test_of_a_company_with_nothing_but_a_name_everything_is_open():
    assert gaps_of(make_company()) == [
        "what it does",
        "its AI field",
        "its representative",
        "where its head office is",
        "whether it has a place in Gwangju",
    ]


def test_what_is_known_is_not_listed_and_what_is_open_twice_is_listed_once():
    company = make_company(business_ko="빅데이터", head_office="서울")
    for numbers in ((1, 1), (2, 9)):
        make_point(round=make_round(numbers=numbers, companies=[company]))
    make_place(company=company, address="동구", opened_on=None, confirmed_on=DAY("2022-01-01"))

    assert gaps_of(company) == [
        "its AI field",
        "its representative",
        "when its place opened",
        "which of agreements nos. 2~9 is its own",
        "who signed for it",
        "what came of the agreed points",
    ]


@pytest.mark.parametrize(
    ("dates", "gap"),
    [
        ({"opened_on": DAY("2020-01-01"), "closing_reported_on": DAY("2022-01-01")}, "when its place closed"),
        ({"opened_on": None, "announced_on": DAY("2022-01-01")}, "when its place is to open"),
    ],
)
def test_what_is_open_of_a_place(dates, gap):
    assert gap in gaps_of(make_place(**dates).company)
