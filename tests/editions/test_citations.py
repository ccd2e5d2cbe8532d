"""A citation as text, BibTeX and CSL-JSON: of a figure, a round and a company, on the page and as a file."""

import json
import re

import pytest

from agreements.services import withdraw_round
from companies.models import Alias
from companies.services import rename_company
from editions.citations import tex
from editions.models import Edition
from editions.services import edition
from tests.factories import make_company, make_round

pytestmark = pytest.mark.django_db
CLOCKS = "?as_of=2022-03-23&edition=1"
# What csl-data.json (citation-style-language/schema) asks for and knows, as far as ours go.
REQUIRED = {"type", "id"}
KNOWN = REQUIRED | {"title", "author", "container-title", "issued", "version", "note", "URL", "language"}


@pytest.fixture
def signing(db):
    """Edition 1 holds a round with a company."""
    with edition(by=None, kind=Edition.Kind.PUBLISH):
        company = make_company(name="나무 & {숲}")
        Alias.objects.create(company=company, name="Tree 100%", kind=Alias.Kind.ENGLISH)
        return make_round(companies=[company])


def cited(signing):
    """{what: (its page, the page to quote, a part of its title in both languages)}."""
    company = signing.agreements.get().company
    return {
        "figure": ("/figures/agreements/", "/figures/agreements/card/", "145"),
        "round": ("/rounds/136-145/", "/rounds/136-145/", "136~145"),
        "company": (f"/companies/{company.pk}/", f"/companies/{company.pk}/", None),
    }


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("what", ["figure", "round", "company"])
def test_page_and_files_say_the_same(client, signing, language, what):
    page, quoted, _title = cited(signing)[what]

    shown = client.get(f"{language}{page}{CLOCKS}")
    files = {form: client.get(f"{language}{page}citation.{form}{CLOCKS}") for form in ("txt", "bib", "json")}
    citation = shown.context["citation"]

    address = f"http://testserver{language}{quoted}{CLOCKS}"
    assert [answer.content.decode().strip() for answer in files.values()] == [
        citation.text,
        citation.bibtex,
        citation.csl,
    ]
    assert all(address in answer.content.decode() for answer in files.values())
    assert client.get(address.removeprefix("http://testserver")).status_code == 200
    assert files["bib"].headers["Content-Disposition"] == f'attachment; filename="{citation.key}.bib"'
    assert files["json"].headers["Content-Type"] == "application/vnd.citationstyles.csl+json"
    for form in files:
        assert f'href="{language}{page}citation.{form}{CLOCKS.replace("&", "&amp;")}"' in shown.content.decode()


@pytest.mark.parametrize("what", ["figure", "round", "company"])
def test_csl_holds_what_its_schema_asks_for(client, signing, what):
    page = cited(signing)[what][0]

    (item,) = json.loads(client.get(f"/en{page}citation.json{CLOCKS}").content)

    made = Edition.objects.get(pk=1).made_on
    assert set(item) == KNOWN
    assert item["type"] == "webpage"
    assert all(isinstance(item[name], str) and item[name] for name in KNOWN - {"author", "issued"})
    assert [list(name) for name in item["author"]] == [["literal"]]
    assert item["issued"] == {"date-parts": [[made.year, made.month, made.day]]}
    assert item["version"] == "1"


@pytest.mark.parametrize("what", ["figure", "round", "company"])
def test_bibtex_can_be_read(client, signing, what):
    text = client.get(f"/en{cited(signing)[what][0]}citation.bib{CLOCKS}").content.decode()

    assert re.match(r"@misc\{gwangju-ai-[a-z0-9_-]+-20220323-1,\n", text)
    assert text.count("{") == text.count("}")
    fields = dict(re.findall(r"^  (\w+) = (.*?),?$", text, re.MULTILINE))
    assert set(fields) == {"author", "title", "howpublished", "note", "url", "language", "date", "year", "month"}
    assert not re.search(r"(?<!\\)[&%$#_]", text.replace(fields["url"], ""))
    assert fields["date"].startswith(f"{{{fields['year']}-")
    assert fields["month"] in ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def test_names_are_those_of_the_language(client, signing):
    page = cited(signing)["company"][0]

    titles = [json.loads(client.get(f"{prefix}{page}citation.json").content)[0]["title"] for prefix in ("", "/en")]

    assert titles == ["나무 & {숲}: 기업·기관 정보", "Tree 100%: entry in the register"]


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("64.8% & 1_000 #1 $2", r"64.8\% \& 1\_000 \#1 \$2"),
        ("136~145", r"136\textasciitilde{}145"),
        (r"\a{b}^c", r"\textbackslash{}a\textbraceleft{}b\textbraceright{}\textasciicircum{}c"),
        ("두\n줄", "두 줄"),
    ],
)
def test_marks_of_tex_are_written_as_text(written, escaped):
    assert tex(written) == escaped


def test_a_citation_stays_when_the_register_changes(client, signing):
    company = signing.agreements.get().company
    address = f"/companies/{company.pk}/citation.bib{CLOCKS}"
    before = client.get(address).content
    rename_company(company=company, name="숲", renamed_on=None, by=None, reason="개명")

    assert client.get(address).content == before
    assert "숲" in client.get(f"/companies/{company.pk}/citation.txt").content.decode()


def test_a_round_without_numbers_is_cited_by_its_day(client):
    make_round(numbers=None)

    title = json.loads(client.get("/en/rounds/2022-03-23/citation.json").content)[0]["title"]

    assert title.count("2022") == 1


@pytest.mark.parametrize(
    ("official", "author"),
    [(True, "Jeonnam-Gwangju Special City"), (False, "The register of Gwangju's AI agreements (unofficial)")],
)
def test_a_trial_is_not_cited_as_the_word_of_the_city(client, signing, settings, official, author):
    settings.OFFICIAL_SITE = official

    (item,) = json.loads(client.get("/en/rounds/136-145/citation.json").content)
    text = client.get("/en/rounds/136-145/citation.txt").content.decode()

    assert item["author"] == [{"literal": author}]
    assert text.startswith(f"{author}. “")


def test_a_part_of_a_figure_is_not_cited_as_the_whole(client, signing):
    page = client.get("/figures/agreements_by_field/?part=unknown")

    assert page.context["citation"] is None
    assert 'class="cite"' not in page.content.decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/rounds/136-145/citation.ris", 404),
        ("/rounds/1-2/citation.bib", 404),
        ("/figures/nonsense/citation.bib", 404),
        ("/companies/0/citation.json", 404),
        ("/rounds/136-145/citation.bib?q=a", 400),
        ("/rounds/136-145/citation.bib?edition=2", 400),
    ],
)
def test_what_is_not_there_is_not_cited(client, signing, address, status):
    assert client.get(address).status_code == status


def test_what_was_withdrawn_is_cited_at_its_edition_alone(client, signing):
    withdraw_round(round=signing, by=None, reason="오기")

    assert client.get("/rounds/136-145/citation.txt").status_code == 404
    assert client.get(f"/rounds/136-145/citation.txt{CLOCKS}").status_code == 200


def test_nothing_is_cited_before_anything_was_published(client):
    assert client.get("/figures/agreements/citation.bib").status_code == 404
    assert client.get("/figures/agreements/").context["citation"] is None


def test_whoever_has_the_citation_is_told_so(client, signing):
    address = f"/rounds/136-145/citation.bib{CLOCKS}"
    tag = client.get(address).headers["ETag"]

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert client.head(address).headers["ETag"] == tag
