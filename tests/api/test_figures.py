import pytest

pytestmark = pytest.mark.django_db


def get(client, query=""):
    return client.get(f"/api/v1/figures/{query}")


def test_figures_of_the_founding_day(client, register):
    answer = get(client, "?as_of=2022-03-23").json()

    assert answer["as_of"] == "2022-03-23"
    assert answer["edition"] == 1
    assert answer["figures"]["agreements"] | {"base": None} == {
        "value": 145,
        "unit": "agreements",
        "aggregate": "sum",
        "itemised": 69,
        "base": None,
        "since_base": 0,
    }
    assert answer["figures"]["established"]["value"] == 94
    assert answer["figures"]["establishment_rate"]["value"] == 64.8


def test_official_line_names_its_sources(client, register):
    official = get(client, "?as_of=2022-03-23").json()["official"]

    assert (official["established"], official["out_of"], official["rate"]) == (94, 135, 69.6)
    assert {source["url"].startswith("http") for source in official["sources"]} == {True}


def test_figures_of_an_empty_register(client):
    answer = get(client, "?as_of=2022-03-23").json()

    assert answer["edition"] == 0
    assert answer["official"] is None
    assert answer["figures"]["establishment_rate"]["value"] is None


@pytest.mark.parametrize(
    "query",
    ["?as_of=2022-02-30", "?as_of=99999-01-01", "?as_of=20220323", "?typo=1", "?as_of=2022-03-23&as_of=2022-03-24"],
)
def test_a_parameter_that_cannot_be_answered_is_refused_as_problem_details(client, query):
    response = get(client, query)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["errors"][0]["parameter"] in ("as_of", "typo")


def test_a_day_after_today_is_refused(client):
    assert get(client, "?as_of=2999-01-01").status_code == 400


def test_figures_cannot_be_written_to(client):
    assert client.post("/api/v1/figures/").status_code == 405
