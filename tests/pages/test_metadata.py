"""What search engines, and sites that link here, read in the head of each page."""

import json
import re

import pytest

from companies.models import Alias, Company
from editions.services import edition
from gwangju_ai.structured_data import Script
from tests.factories import make_company
from tests.pages.addresses import FOUNDING_DAY

pytestmark = pytest.mark.usefixtures("register")

PAGES = [
    "/",
    "/companies/",
    "/companies/1/",
    "/companies/places/",
    "/rounds/",
    "/rounds/136-145/",
    "/rounds/numbers/",
    "/commitments/",
    "/statements/",
    "/statements/13/",
    "/figures/",
    "/figures/established/",
    "/figures/established/changes/",
    "/editions/",
    "/editions/1/",
    "/corrections/",
    "/data/",
    "/about/",
    "/about/self-check/",
    "/privacy/",
    "/copyright/",
]
SITE = "http://testserver"


def head_of(client, address):
    return client.get(address).content.decode().partition("</head>")[0]


def meta(head, name):
    return re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', head).group(1)


def title(head):
    return re.search(r"<title>(.*?)</title>", head, re.DOTALL).group(1)


def links(head, rel):
    return re.findall(rf'<link rel="{rel}"(?: hreflang="([\w-]+)")? href="([^"]+)">', head)


def things(page):
    """Every thing that the structured data of a page speak of."""
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return [thing for script in scripts for thing in json.loads(script)["@graph"]]


def thing(client, address, kind):
    return next(found for found in things(client.get(address).content.decode()) if found["@type"] == kind)


def test_a_name_with_marks_of_markup_is_escaped_once(client):
    company = make_company(name='연구 R&D "나무" </title>')

    head = head_of(client, company.get_absolute_url())

    written = "연구 R&amp;D &quot;나무&quot; &lt;/title&gt;"
    assert title(head).startswith(f"{written} |")
    assert meta(head, "og:title") == written
    assert meta(head, "description").startswith(f"{written}: ")


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_has_a_title_and_a_description_of_its_own(client, language):
    heads = [head_of(client, language + page) for page in PAGES]

    assert len({title(head) for head in heads}) == len(PAGES)
    assert len({meta(head, "description") for head in heads}) == len(PAGES)
    assert all(20 <= len(meta(head, "description")) <= 400 for head in heads)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/companies/", "기업·기관 | 광주 AI 협약 현황"),
        ("/rounds/136-145/", "136~145번째 협약 | 협약 | 광주 AI 협약 현황"),
        ("/companies/?page=2", "기업·기관, 2쪽 | 광주 AI 협약 현황"),
        (f"/rounds/?as_of={FOUNDING_DAY}", "협약 차수, 2022. 3. 23. 기준 | 광주 AI 협약 현황"),
        ("/nowhere/", "페이지를 찾을 수 없습니다 | 광주 AI 협약 현황"),
    ],
)
def test_a_title_goes_from_the_page_to_its_section_to_the_service(client, address, expected):
    assert title(head_of(client, address)) == expected


def test_what_narrows_a_list_stands_in_its_title_and_description(client):
    head = head_of(client, "/en/companies/?q=렉스&kind=company")

    assert "렉스" in title(head)
    assert "렉스" in meta(head, "description")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/companies/", "/companies/"),
        ("/companies/?page=2", "/companies/?page=2"),
        ("/companies/?page=1", "/companies/"),
        ("/companies/?q=렉스", "/companies/"),
        ("/companies/?sort=-name&page=2", "/companies/"),
        (f"/companies/?page=2&as_of={FOUNDING_DAY}", "/companies/"),
        (f"/companies/1/?as_of={FOUNDING_DAY}&edition=1", "/companies/1/"),
        ("/en/companies/?q=", "/en/companies/"),
    ],
)
def test_a_narrowed_or_dated_page_is_canonical_to_the_plain_one_and_a_further_page_to_itself(client, address, expected):
    head = head_of(client, address)

    assert links(head, "canonical") == [("", SITE + expected)]
    assert meta(head, "og:url") == SITE + expected


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", ["/", "/companies/1/", "/rounds/?page=2"])
def test_each_page_names_itself_in_both_languages(client, prefix, path):
    korean, english = SITE + path, f"{SITE}/en{path}"

    alternates = links(head_of(client, prefix + path), "alternate")

    assert alternates == [("ko", korean), ("en", english), ("x-default", korean)]


@pytest.mark.parametrize("address", ["/companies/?q=렉스", "/nowhere/", "/?as_of=x"])
def test_a_page_that_is_none_of_its_own_names_no_other_language(client, address):
    assert links(head_of(client, address), "alternate") == []


def test_an_error_page_has_no_address(client):
    head = head_of(client, "/nowhere/")

    assert "canonical" not in head
    assert "og:" not in head


@pytest.mark.parametrize(("prefix", "locale", "other"), [("", "ko_KR", "en_US"), ("/en", "en_US", "ko_KR")])
def test_a_link_to_a_page_is_shown_with_its_title(client, prefix, locale, other):
    head = head_of(client, f"{prefix}/rounds/136-145/")

    assert "136" in meta(head, "og:title")
    assert meta(head, "og:description") == meta(head, "description")
    assert (meta(head, "og:locale"), meta(head, "og:locale:alternate")) == (locale, other)
    assert re.fullmatch(rf"{SITE}/static/images/share\.\w+\.png", meta(head, "og:image"))


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_structured_data_of_every_page_are_json(client, language):
    found = {page: things(client.get(language + page).content.decode()) for page in PAGES}

    assert {thing["@type"] for thing in found["/"]} == {"WebSite", "Dataset"}
    assert {thing["@type"] for thing in found["/companies/1/"]} == {"Organization", "BreadcrumbList"}
    assert all(thing.get("name", "named") for page in found.values() for thing in page)


def test_the_breadcrumb_is_the_one_on_the_page(client):
    steps = thing(client, f"/rounds/136-145/?as_of={FOUNDING_DAY}", "BreadcrumbList")["itemListElement"]

    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps] == ["홈", "협약 차수", "136~145번째 협약"]
    assert [step.get("item") for step in steps] == [f"{SITE}/", f"{SITE}/rounds/", None]


@pytest.mark.parametrize("address", ["/", "/en/data/"])
def test_the_dataset_names_its_edition_and_licence(client, address):
    data = thing(client, address, "Dataset")

    assert data["version"] == "1"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["dateModified"])
    assert data["license"] == "https://www.kogl.or.kr/info/licenseType1.do"
    assert data["creator"]["@type"] == "Organization"
    assert "전남광주" not in str(data)
    assert "Jeonnam" not in str(data)
    assert all(client.head(file["contentUrl"]).status_code == 200 for file in data["distribution"])


def test_an_official_register_names_its_operator(client, settings):
    settings.OFFICIAL_SITE = True

    assert thing(client, "/en/", "Dataset")["creator"]["name"] == "Jeonnam-Gwangju Special City"


def test_the_search_that_the_site_offers_answers(client):
    template = thing(client, "/", "WebSite")["potentialAction"]["target"]["urlTemplate"]

    assert client.get(template.replace("{search_term_string}", "렉스")).status_code == 200


def test_a_company_is_described_with_the_names_that_its_page_shows(client):
    company = make_company(name="나무", homepage="https://namu.example/", head_office="서울 강남구")
    with edition(by=None, kind="correct"):
        for name, kind in (("Namu", "english"), ("옛나무", "former"), ("나무우", "misprint")):
            Alias.objects.create(company=company, name=name, kind=kind)

    said = thing(client, f"/en{company.get_absolute_url()}", "Organization")

    assert said["name"] == "Namu"
    assert set(said["alternateName"]) == {"나무", "옛나무"}
    assert (said["url"], said["address"]) == ("https://namu.example/", "서울 강남구")
    assert "description" not in said


def test_what_a_company_was_in_a_past_edition_is_described_as_it_was(client):
    company = Company.objects.get(pk=1)
    with edition(by=None, kind="correct"):
        company.homepage = "https://new.example/"
        company.save()

    past, present = (thing(client, f"/companies/1/?edition={number}", "Organization") for number in (1, 2))

    assert past["url"] != "https://new.example/"
    assert present["url"] == "https://new.example/"


def test_no_name_ends_the_script_it_stands_in():
    value = {"name": "</script><script>alert('&')</script>", "다른 이름": '"'}

    text = Script.of([value])

    assert text.count("<") == 2
    assert json.loads(re.search(r">(.*)<", text, re.DOTALL).group(1))["@graph"] == [value]


def test_structured_data_of_nothing_are_nothing():
    assert Script.of([]) == ""
