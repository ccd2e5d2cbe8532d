"""The description of the API is current, valid and whole."""

import pytest
import yaml
from django.conf import settings
from drf_spectacular.validation import validate_schema

from api.openapi import description_as_file, description_of_api
from open_data.datasets.registry import DATASETS

FILE = settings.BASE_DIR / "docs" / "openapi.yaml"


def test_the_file_says_what_the_program_does():
    """To repair: `make schema`, and look at what changed."""
    assert FILE.read_bytes() == description_as_file()


def test_the_file_is_valid():
    validate_schema(yaml.safe_load(FILE.read_text()))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "kind"),
    [
        ("*/*", "application/json"),
        ("application/vnd.oai.openapi+json", "application/vnd.oai.openapi+json"),
        ("application/vnd.oai.openapi", "application/vnd.oai.openapi"),
    ],
)
def test_the_served_description_is_that_of_the_file(client, accepted, kind):
    response = client.get("/api/v1/schema/", headers={"Accept": accepted, "Accept-Language": "en"})

    assert response.headers["Content-Type"].partition(";")[0] == kind
    assert yaml.safe_load(response.content) == yaml.safe_load(FILE.read_text())


@pytest.mark.django_db
def test_the_page_says_how_often_one_may_ask(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 120

    assert "One client may send 120 requests a minute." in client.get("/en/api/docs/").content.decode()


@pytest.mark.parametrize("name", DATASETS)
def test_an_order_by_what_fits_best_is_told_of_the_table_that_has_one(name):
    parameters = description_of_api("en")["paths"][f"/api/v1/{name}/"]["get"]["parameters"]
    (sort,) = [one for one in parameters if one.get("name") == "sort"]

    assert ("`q`" in sort["description"]) == (name == "companies")


def test_every_part_is_explained_in_both_languages():
    korean, english = description_of_api("ko"), description_of_api("en")

    for name, schema in english["components"]["schemas"].items():
        for field, part in schema["properties"].items():
            assert part.get("description"), f"{name}.{field}"
    for path, methods in korean["paths"].items():
        for parameter in methods["get"]["parameters"]:
            assert "$ref" in parameter or parameter["description"], path
    assert korean["paths"].keys() == english["paths"].keys()


@pytest.mark.parametrize("name", DATASETS)
def test_a_record_has_the_columns_of_its_table_and_links_and_nothing_else(name):
    record = description_of_api("en")["components"]["schemas"][f"{name.title()}Record"]

    assert list(record["properties"]) == [*DATASETS[name].fields, "links"]
    assert sorted(record["required"]) == sorted(record["properties"])
