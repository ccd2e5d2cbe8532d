"""The page of open data, and the files that are named by editions alone."""

import hashlib
import json
from html import unescape

import pytest
from django.utils import translation

from open_data.datasets.registry import DATASETS
from open_data.limits import LIMITS
from tests.factories import make_company, make_round
from tests.open_data.packages import written
from tests.pages.addresses import FOUNDING_DAY, text_of

PAGES = ["/data/", "/en/data/"]


@pytest.fixture
def small(db):
    return make_round(companies=[make_company()])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("register")
def test_every_table_is_offered_with_the_rows_of_the_day(client, page):
    for query in ("", f"?as_of={FOUNDING_DAY}&edition=1"):
        shown = client.get(page + query)

        rows = {offered.dataset.name: offered.rows for offered in shown.context["tables"]}
        prefix = page.removesuffix("data/")
        for name in DATASETS:
            file = client.get(f"{prefix}data/{name}.csv{query}")
            lines = b"".join(file.streaming_content).decode("utf-8-sig").strip()
            assert f'href="{prefix}data/{name}.csv{query.replace("&", "&amp;")}"' in shown.content.decode()
            assert rows[name] <= lines.count("\r\n")


@pytest.mark.parametrize("page", PAGES)
def test_a_package_is_named_with_the_checksum_that_it_has(client, small, page):
    shown = client.get(page)

    package = shown.context["packages"][0]
    content = client.get(f"/data/packages/{package.edition.number}.zip").getvalue()
    assert package.sha256 == hashlib.sha256(content).hexdigest()
    assert package.sha256 in shown.content.decode()
    assert content == written(package.edition.number)


def test_a_package_of_a_later_edition_is_not_shown_on_an_earlier_page(client, small):
    shown = client.get("/data/", {"edition": 1})

    assert [package.edition.number for package in shown.context["packages"]] == [1]


def test_an_empty_register_has_a_page(client, db):
    assert client.get("/data/").context["packages"] == []
    assert json.loads(client.get("/data/catalog.jsonld").content)["@type"] == "dcat:Catalog"


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_known_of_the_metadata_is_said_plainly(client, small, settings, page):
    settings.DATA_LEGAL_BASIS = ""
    unknown = {item.label for item in client.get(page).context["metadata"] if not item.value}

    settings.DATA_LEGAL_BASIS = "공공데이터법"
    known = {item.label for item in client.get(page).context["metadata"] if not item.value}

    assert len(unknown - known) == 1
    assert len(client.get(page).context["metadata"]) == 23


def test_the_limits_stand_on_the_page(client, small):
    shown = unescape(text_of(client.get("/en/data/")))

    with translation.override("en"):
        assert all(str(limit) in shown for limit in LIMITS)


def test_a_package_that_is_known_already_is_not_sent_again(client, small):
    tag = client.head("/data/packages/1.zip").headers["ETag"]

    assert client.get("/data/packages/1.zip", headers={"If-None-Match": tag}).status_code == 304


def test_the_head_of_a_package_is_that_of_the_package(client, small):
    got = client.get("/data/packages/1.zip", headers={"Accept-Encoding": "gzip"})
    head = client.head("/data/packages/1.zip")

    assert len(got.getvalue()) == int(head.headers["Content-Length"])
    assert head.content == b""
    names = ["Content-Type", "Content-Length", "Content-Disposition", "ETag"]
    assert [head.headers[name] for name in names] == [got.headers[name] for name in names]
    assert "Content-Encoding" not in got.headers


def test_a_package_is_written_once(client, small, settings, tmp_path):
    settings.PACKAGES_DIR = tmp_path / "packages"
    client.head("/data/packages/1.zip")
    (kept,) = settings.PACKAGES_DIR.iterdir()
    written_at = kept.stat().st_mtime_ns

    client.head("/data/packages/1.zip")

    assert kept.stat().st_mtime_ns == written_at


def test_another_licence_makes_another_package_in_the_place_of_the_first(client, small, settings, tmp_path):
    settings.PACKAGES_DIR = tmp_path / "packages"
    first = client.head("/data/packages/1.zip").headers["ETag"]

    settings.DATA_LICENCE = 4

    assert client.head("/data/packages/1.zip").headers["ETag"] != first
    assert len(list(settings.PACKAGES_DIR.iterdir())) == 1


@pytest.mark.parametrize("number", [0, 99, 9999999999999])
def test_an_edition_that_is_none_has_no_package(client, small, number):
    assert client.get(f"/data/packages/{number}.zip").status_code == 404


@pytest.mark.parametrize("address", ["/data/packages/1.zip?edition=1", "/data/catalog.jsonld?q=1", "/data/?q=1"])
def test_parameters_that_mean_nothing_are_refused(client, small, address):
    assert client.get(address).status_code == 400


def test_the_catalogue_names_the_register_and_every_table(client, small):
    told = json.loads(client.get("/data/catalog.jsonld").content)

    whole, *tables = told["dcat:dataset"]
    assert [dataset["@id"].rpartition("#")[2] for dataset in tables] == list(DATASETS)
    for dataset in (whole, *tables):
        required = {"@id", "@type", "dct:title", "dct:description", "dct:license", "dcat:distribution"}
        assert required <= dataset.keys()
        for file in dataset["dcat:distribution"]:
            path = file["dcat:downloadURL"]["@id"].removeprefix("http://testserver")
            assert client.head(path).status_code == 200
