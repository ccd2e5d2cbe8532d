"""A made register says on every page, and in every file and answer that names the register, that it was made up."""

import io
import json
import zipfile

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from agreements.models import SigningRound
from companies.models import Company
from companies.services import publish_company
from editions.models import Edition
from editions.services import latest_edition, latest_number
from editions.synthetic import MARK, NOTICE, SHORT
from open_data.package.keeping import kept_package
from open_data.package.loading import import_package
from synthetic.services import make_register
from tests.factories import make_company
from tests.open_data.packages import empty_register
from tests.pages.routes import public_patterns

NAMES = {
    "companies:company-detail": ["1"],
    "companies:company-citation": ["1", "bib"],
    "agreements:commitment": ["1"],
    "agreements:agreement-number": ["1"],
    "figures:statement-detail": ["1"],
    "figures:figure-detail": ["established"],
    "figures:figure-rows": ["established"],
    "figures:figure-changes": ["established"],
    "figures:figure-card": ["established"],
    "figures:figure-citation": ["established", "txt"],
    "embeds:figure": ["established"],
    "embeds:figure-badge": ["established"],
    "editions:edition-detail": ["1"],
    "open_data:table-file": ["companies", "json"],
}


def addresses():
    """Every public address of the site, once, from its own patterns."""
    slug = SigningRound.objects.order_by("pk").first().slug
    named = {**NAMES, "agreements:round-detail": [slug], "agreements:round-citation": [slug, "json"]}
    for name, written in public_patterns():
        pieces = written.split("<")
        values = iter(named[name] if len(pieces) > 1 else [])
        yield pieces[0] + "".join(next(values) + piece.partition(">")[2] for piece in pieces[1:])


def said_by(response):
    """What an answer holds and what its file is called."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode(errors="replace") + response.headers.get("Content-Disposition", "")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_public_address_answers_and_says_it(made, client, language):
    with override(language):
        words = [str(NOTICE), str(SHORT), MARK]
    silent = {}
    for address in addresses():
        response = client.get(address if language == "ko" else f"/en{address}", follow=True)
        assert response.status_code == 200, address
        if not any(word in said_by(response) for word in words):
            silent[address] = response.headers["Content-Type"]

    assert silent == {}


def test_a_page_begins_with_it_and_stays_out_of_search_engines(made, client):
    page = client.get("/en/companies/?q=가").content.decode()

    body = page.partition("<body>")[2]
    assert body.index('<section class="synthetic"') < body.index('class="skip-link"') < body.index("<main")
    assert "<title>Companies and institutions, synthetic data" in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_real_register_says_nothing_of_it(client, db):
    make_company()

    for address in ("/", "/companies/", "/editions/", "/embed/headline/", "/feeds/rounds.atom"):
        said = said_by(client.get(f"/en{address}"))
        assert "synthetic" not in said.lower(), address
    assert client.get("/api/v1/figures/").json()["synthetic"] is False


def test_a_past_edition_and_another_day_say_it_too(made, client):
    for address in ("/en/?edition=1", "/en/?as_of=2022-03-23", "/en/embed/headline/?edition=1&as_of=2020-03-23"):
        page = client.get(address).content.decode()
        with override("en"):
            assert str(NOTICE) in page


def test_answers_of_the_api_say_it(made, client):
    assert client.get("/api/v1/figures/").json()["synthetic"] is True
    assert client.get("/api/v1/companies/?edition=1").json()["synthetic"] is True


def test_files_say_it_in_their_names_and_where_they_tell_of_themselves(made, client):
    answers = {kind: client.get(f"/en/data/editions.{kind}") for kind in ("csv", "xlsx", "json")}
    bodies = {kind: b"".join(answer.streaming_content) for kind, answer in answers.items()}

    assert all(f"_{MARK}." in answer.headers["Content-Disposition"] for answer in answers.values())
    assert json.loads(bodies["json"])["notice"] == str(NOTICE)
    about = load_workbook(io.BytesIO(bodies["xlsx"])).worksheets[1]
    assert about["C1"].value == str(NOTICE)


def test_a_package_says_it_and_so_does_the_register_that_is_loaded_from_it(db, tmp_path):
    make_register(agreements=3, seed=1)
    package = kept_package(Edition.objects.get(pk=1))
    with zipfile.ZipFile(package.path) as file:
        told, readme = json.loads(file.read("datapackage.json")), file.read("README.md").decode()
    content = package.path.read_bytes()
    empty_register()

    (tmp_path / "package.zip").write_bytes(content)
    import_package(tmp_path / "package.zip")

    with override("en"):
        assert (told["synthetic"], told["notice"]) == (True, str(NOTICE))
    assert f"**{told['notice']}**" in readme
    assert package.name.endswith(f"_{MARK}.zip")
    assert latest_edition() == (1, True)


def test_whatever_is_published_later_the_register_stays_marked(made):
    publish_company(company=Company.objects.create(name="진짜 기업"), by=None)

    assert latest_edition() == (latest_number(), True)


def test_the_fact_cannot_be_changed_in_the_admin(made, admin_client):
    number = latest_number()

    page = admin_client.get(f"/admin/editions/edition/{number}/change/")

    assert 'name="is_synthetic"' not in page.content.decode()
    assert str(NOTICE) in page.content.decode()
