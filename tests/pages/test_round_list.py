import pytest

from agreements.models import SigningRound
from tests.pages.addresses import FOUNDING_DAY, first_cells, text_of

pytestmark = pytest.mark.usefixtures("register")


def test_today_every_published_round_is_listed_and_undated_ones_come_last(client):
    page = client.get("/en/rounds/?page=3")

    assert page.context["count"] == SigningRound.objects.published().count()
    assert first_cells(page)[-2:] == ["74~79", "number not confirmed"]
    assert "day not confirmed" in text_of(page)


def test_a_past_day_holds_the_rounds_signed_until_then_and_no_undated_one(client):
    page = client.get("/en/rounds/", {"as_of": FOUNDING_DAY})

    assert first_cells(page)[0] == "136~145"
    assert "74~79" not in first_cells(page)
    assert page.context["count"] == SigningRound.objects.published().signed_by("2022-03-23").count()


def test_many_parties_are_cut_short_and_counted(client):
    text = text_of(client.get("/en/rounds/", {"as_of": FOUNDING_DAY}))

    assert "렉스소프트, B2En Co., Ltd., ITEYES Inc. and others, 10 in all" in text


def test_missing_names_are_told(client):
    text = text_of(client.get("/en/rounds/", {"as_of": FOUNDING_DAY}))

    assert "names known: 3 of 11" in text


@pytest.mark.parametrize("words", ["렉스", "ㄹㅅ소프트 없는 이름", "원성호", "㈜렉스소프트"])
def test_a_round_is_found_by_a_party_or_its_representative(client, words):
    page = client.get("/rounds/", {"q": words})

    assert first_cells(page) == ([] if "없는" in words else ["136~145"])


def test_the_signing_day_can_be_limited_on_both_sides(client):
    page = client.get("/rounds/?signed_after=2022-02-24&signed_before=2022-03-23&sort=signed_on")

    assert first_cells(page) == ["134~135", "136~145"]


@pytest.mark.parametrize("sort", ["numbers", "signed_on", "size", "recorded"])
def test_a_round_list_sorts_both_ways(client, sort):
    day = {"as_of": FOUNDING_DAY}
    values = {
        order: [row.record.__dict__.get(sort, row.record.first_number) for row in client.get(
            "/rounds/", {**day, "sort": order}).context["table"].paginated_rows]
        for order in (sort, f"-{sort}")
    }  # fmt: skip

    known = {order: [value for value in found if value is not None] for order, found in values.items()}
    assert known[sort] == sorted(known[sort])
    assert known[f"-{sort}"] == sorted(known[f"-{sort}"], reverse=True)
