"""What every answer of the API has in common: methods, formats, errors, headers, limits."""

import pytest
from django.db import OperationalError, connection

from agreements.models import SigningRound
from companies.services import rename_company
from open_data.datasets.registry import DATASETS

LISTS = [f"/api/v1/{name}/" for name in [*DATASETS, "figures"]]
ADDRESSES = [
    "/api/",
    "/api/v1/",
    *LISTS,
    "/api/v1/figures/agreements/",
    "/api/v1/figures/agreements/changes/",
    "/api/v1/schema/",
]
UNSAFE = ["post", "put", "patch", "delete", "trace"]


def problem_of(response):
    assert response.headers["Content-Type"] == "application/problem+json"
    said = response.json()
    assert said["status"] == response.status_code
    prefix = "/en" if response.headers["Content-Language"] == "en" else ""
    assert said["type"].startswith(f"http://testserver{prefix}/api/docs/#problem-")
    return said


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*ADDRESSES, "/api/v1/companies/1/"])
def test_nothing_can_be_written(client, address):
    answers = [getattr(client, method)(address) for method in UNSAFE]

    assert [problem_of(answer)["status"] for answer in answers] == [405] * len(UNSAFE)
    assert {answer.headers["Allow"] for answer in answers} == {"GET, HEAD, OPTIONS"}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_head_says_what_get_says_without_saying_it(client, address):
    get, head, options = client.get(address), client.head(address), client.options(address)

    assert (get.status_code, head.status_code, options.status_code) == (200, 200, 204)
    assert head.content == options.content == b""
    assert head.headers["ETag"] == get.headers["ETag"]
    assert options.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/", "/api/v1/"])
def test_the_api_begins_with_the_addresses_of_what_it_answers(client, address):
    said = client.get(address, headers={"Accept-Language": "en"}).json()

    assert [table["name"] for table in said["tables"]] == list(DATASETS)
    assert said["documentation"] == "http://testserver/en/api/docs/"
    named = [*(table["url"] for table in said["tables"]), said["figures"], said["documentation"], said["schema"]]
    assert {client.get(url.removeprefix("http://testserver")).status_code for url in named} == {200}
    assert client.get(f"{address}?as_of=2022-03-23").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("accepted", ["text/html", "text/csv", "image/png, text/*", "application/json;q=0"])
def test_a_format_that_is_not_there_is_refused(client, accepted):
    assert problem_of(client.get("/api/v1/companies/", headers={"Accept": accepted}))["status"] == 406


@pytest.mark.django_db
@pytest.mark.parametrize("accepted", ["application/json", "*/*", "application/*", "text/html, */*;q=0.1"])
def test_whoever_accepts_json_gets_it(client, accepted):
    response = client.get("/api/v1/companies/", headers={"Accept": accepted})

    assert response.headers["Content-Type"] == "application/json"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/api/v2/", "/api/v2/companies/", "/api/v1/nothing/", "/api/v1/companies/1/2/", "/api/%ED%A0%80"],
)
@pytest.mark.parametrize("method", ["get", "head", "options", "post"])
def test_an_address_that_is_none_is_not_found(client, address, method):
    response = getattr(client, method)(address)

    assert response.status_code == 404
    assert method == "head" or problem_of(response)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "title"), [("ko", "쓸 수 없는"), ("en-GB, ko;q=0.5", "Parameters"), ("fr", "쓸 수 없는")]
)
def test_an_error_is_wholly_in_the_language_of_the_reader(client, asked, title):
    response = client.get("/api/v1/companies/?as_of=x", headers={"Accept-Language": asked})

    said = problem_of(response)
    texts = [said["title"], said["detail"], said["errors"][0]["detail"]]
    assert said["title"].startswith(title)
    assert {any("가" <= letter <= "힣" for letter in text) for text in texts} == {title != "Parameters"}
    assert response.headers["Content-Language"] == ("en" if title == "Parameters" else "ko")
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.django_db
def test_an_error_of_the_server_is_a_problem_too(client):
    def break_off(*_asked):
        raise OperationalError

    client.raise_request_exception = False
    with connection.execute_wrapper(break_off):
        answer = client.get("/api/v1/figures/")

    assert problem_of(answer)["status"] == 500


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["as_of=", "as_of=%202022-03-23", "edition=", "colour=red", "sort=", "kind=", "page="]
)
def test_a_parameter_without_a_value_is_refused(client, query):
    said = problem_of(client.get(f"/api/v1/companies/?{query}"))

    assert [error["parameter"] for error in said["errors"]] == [query.partition("=")[0]]


@pytest.mark.parametrize("address", LISTS)
def test_an_answer_says_its_clocks_its_licence_and_when_it_was_made(client, register, address):
    said = client.get(address, {"as_of": "2022-03-23", "edition": 1}).json()

    assert (said["as_of"], said["edition"]) == ("2022-03-23", 1)
    assert said["licence"] == {"code": "KOGL-1", "url": "https://www.kogl.or.kr/info/licenseType1.do"}
    assert said["generated_at"].endswith("+09:00")


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_has_not_changed_is_not_sent_again(client, register, address):
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert client.get(address, headers={"If-None-Match": 'W/"other"'}).status_code == 200
    assert problem_of(client.get(address, headers={"If-Match": '"other"'}))["status"] == 412


def test_an_etag_is_that_of_an_edition_an_address_and_a_language(client, register):
    asked = [("", "ko"), ("?as_of=2022-03-23", "ko"), ("?kind=company", "ko"), ("", "en")]
    tags = {
        client.get(f"/api/v1/companies/{query}", headers={"Accept-Language": to}).headers["ETag"] for query, to in asked
    }
    company = SigningRound.objects.get(slug="136-145").agreements.first().company
    rename_company(company=company, name="새이름", renamed_on=None, by=None, reason="상호 변경")

    assert len(tags) == len(asked)
    assert client.get("/api/v1/companies/").headers["ETag"] not in tags


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v1/companies/", "/api/v1/nothing/", "/api/v1/companies/?as_of=x"])
def test_any_page_may_read_and_only_read(client, address):
    origin = {"Origin": "https://news.example"}
    asked = {**origin, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "if-none-match"}

    assert client.get(address, headers=origin).headers["Access-Control-Allow-Origin"] == "*"
    before = client.options(address, headers=asked)
    assert before.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in before.headers


@pytest.mark.django_db
def test_a_page_for_people_is_not_opened_to_other_sites(client):
    for address in ("/", "/en/companies/", "/admin/login/", "/admin/rows.csv", "/embed/headline/"):
        answer = client.get(address, headers={"Origin": "https://news.example"})
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "address",
    [
        "/data/companies.csv",
        "/data/companies.xlsx?kind=firm",
        "/data/nothing.json",
        "/feeds/rounds.atom",
        "/embed/headline.svg",
        "/figures/agreements/citation.bib",
        "/figures/agreements/rows.csv",
        "/rounds/136-145/citation.json",
    ],
)
def test_what_is_given_away_may_be_read_from_any_page(client, register, prefix, address):
    answer = client.get(prefix + address, headers={"Origin": "https://news.example"})

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
