"""Figures for other sites: frame, badge, and the page with the code; the same numbers as on the pages."""

import html
import re
from xml.etree import ElementTree

import pytest

from agreements.services import withdraw_round
from editions.services import edition
from figures.definitions import FIGURES
from figures.headline import read_headline
from figures.sums.day_sums import read_day_sums
from open_data.embeds.shown import PARTS_SHOWN
from tests.factories import DAY, make_company, make_round, make_statement
from tests.pages.addresses import FOUNDING_DAY, text_of

SVG = "{http://www.w3.org/2000/svg}"
FRAMES = ["/embed/headline/", "/embed/agreements/"]
BADGES = ["/embed/headline.svg", "/embed/agreements.svg"]
CODE = "/embed/"


def policy(answer):
    return answer.headers["Content-Security-Policy"].split("; ")


def image(client, address):
    """(its root, every word drawn) of a badge."""
    root = ElementTree.fromstring(client.get(address).content)
    return root, [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.usefixtures("register")
def test_the_headline_says_the_numbers_of_the_dashboard(client):
    text = text_of(client.get(f"/embed/headline/?as_of={FOUNDING_DAY}"))

    shown = {key: value for key, _label, value in read_headline(read_day_sums(), DAY).rows()}
    assert shown == {
        "official_established": "94 / 135",
        "agreements": 145,
        "established": 94,
        "establishment_rate": "64.8%",
    }
    for words in (
        "협약 기업·기관 135개 중 94개사 (69.6%)",
        "145건",
        "94개사",
        "64.8%",
        "2022. 3. 23. 기준",
        "제1판",
        "출처",
    ):
        assert words in text, words


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_figure_has_a_frame_and_a_badge_with_the_value_of_its_page(client, prefix):
    for key in FIGURES:
        query = f"?as_of={FOUNDING_DAY}"
        page = client.get(f"{prefix}/figures/{key}/{query}").content.decode()
        value = html.unescape(re.search(r'<strong class="figure-value">(.*?)</strong>', page)[1])
        frame = client.get(f"{prefix}/embed/{key}/{query}")
        _root, words = image(client, f"{prefix}/embed/{key}.svg{query}")

        shown = frame.context["shown"]
        assert value in shown.value, key
        assert words[1] == shown.value, key
        assert str(FIGURES[key].definition) in html.unescape(frame.content.decode()), key


def test_no_figure_is_called_headline():
    assert "headline" not in FIGURES


@pytest.mark.django_db
def test_what_is_only_about_so_many_is_said_to_be(client):
    make_statement(figures=[("established", 90)])
    figure = make_statement(figures=[("established", 94)]).figures.get()
    with edition(by=None, kind="correct"):
        figure.certainty = "about"
        figure.save()

    shown = client.get(f"/en/embed/official_established/?as_of={FOUNDING_DAY}").context["shown"]

    assert (shown.said.note, shown.value) == ("about", "about 94 companies")


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*FRAMES, *("/en" + address for address in FRAMES)])
def test_any_site_may_frame_an_embed(client, address):
    answer = client.get(address)

    assert answer.status_code == 200
    assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors *" in policy(answer)
    assert "script-src 'self'" in policy(answer)
    assert "default-src 'none'" in policy(answer)
    assert not answer.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/en/", CODE, "/figures/agreements/", "/about/", *BADGES, "/embed/nonsense/"])
def test_no_site_may_frame_anything_else(client, address):
    answer = client.get(address)

    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in policy(answer)


@pytest.mark.django_db
def test_only_the_page_with_the_code_holds_frames_and_only_ours(client):
    assert "frame-src 'self'" in policy(client.get(CODE))
    assert not any(rule.startswith("frame-src") for rule in policy(client.get("/")))


@pytest.mark.django_db
@pytest.mark.parametrize("address", FRAMES)
def test_a_link_leaves_the_frame_and_says_so(client, address):
    make_statement(figures=[("established", 94)])

    links = re.findall(r"<a [^>]*>.*?</a>", client.get(address).content.decode())

    assert links
    for link in links:
        assert 'target="_blank" rel="noopener"' in link
        assert "새 창" in link or "new window" in link


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*FRAMES, *BADGES])
@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("lang=en", "/en{}"),
        ("lang=ko", "{}"),
        (f"as_of={FOUNDING_DAY}&lang=en&edition=1", "/en{}?as_of=2022-03-23&edition=1"),
    ],
)
def test_the_language_may_be_asked_for_and_has_an_address_of_its_own(client, address, asked, leads_to):
    make_company()

    for prefix in ("", "/en"):
        answer = client.get(f"{prefix}{address}?{asked}")
        assert (answer.status_code, answer.headers["Location"]) == (302, leads_to.format(address))


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*FRAMES, *BADGES, CODE])
@pytest.mark.parametrize("query", ["lang=fr", "colour=red", "as_of=2999-01-01", "edition=9", "page=1"])
def test_parameters_are_strict(client, address, query):
    assert client.get(f"{address}?{query}").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/embed/nonsense/", "/embed/nonsense.svg"])
def test_an_unknown_figure_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_a_past_edition_says_what_it_said(client):
    withdraw_round(round=make_round(numbers=(1, 4)), by=None, reason="오기")

    values = [client.get(f"/embed/agreements/?edition={number}").context["shown"].explained.value for number in (1, 2)]

    assert values == [4, 0]


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*BADGES, *("/en" + address for address in BADGES)])
def test_a_badge_holds_all_it_needs(client, address):
    answer = client.get(address)
    root, words = image(client, address)

    assert answer.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert root.find(f"{SVG}title").text.startswith(f"{words[0]}: {words[1]}, ")
    assert root.find(f"{SVG}desc").text
    elements = [element.tag.removeprefix(SVG) for element in root.iter()]
    assert set(elements) == {"svg", "title", "desc", "rect", "path", "g", "text"}
    assert not {"style", "href", "src", "class"} & {name for element in root.iter() for name in element.attrib}
    assert "url(" not in answer.content.decode()


@pytest.mark.django_db
def test_whoever_has_the_badge_is_told_so(client):
    make_company()
    tag = client.get(BADGES[0]).headers["ETag"]

    again = client.get(BADGES[0], headers={"If-None-Match": tag})
    make_company()

    assert again.status_code == 304
    assert client.get(BADGES[0], headers={"If-None-Match": tag}).status_code == 200
    assert client.head(BADGES[0]).status_code == 200


def code_of(page, kind):
    """What a reader copies: the text of the field."""
    return html.unescape(re.search(rf'<textarea id="{kind}-code"[^>]*>(.*?)</textarea>', page.content.decode())[1])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "/embed/headline"),
        ("figure=agreements", "/embed/agreements"),
        ("figure=agreements&lang=en", "/en/embed/agreements"),
        ("figure=&lang=&as_of=", "/embed/headline"),
    ],
)
def test_the_code_names_the_figure_in_its_language(client, query, address):
    page = client.get(f"{CODE}?{query}&as_of={FOUNDING_DAY}" if "as_of" not in query else f"{CODE}?{query}")
    asked = "" if "as_of" in query else f"?as_of={FOUNDING_DAY}"

    frame, badge = code_of(page, "frame"), code_of(page, "badge")

    assert f'<iframe src="http://testserver{address}/{asked}" title="' in frame
    assert f'<img src="http://testserver{address}.svg{asked}" alt="' in badge
    assert f'<iframe src="{address}/{asked}"' in page.content.decode()
    assert client.get(f"{address}/{asked}").status_code == 200


@pytest.mark.django_db
def test_the_page_with_the_code_offers_every_figure_and_none_else(client):
    options = re.findall(r'<option value="(\w+)"', client.get(CODE).content.decode())

    assert options == ["headline", *FIGURES, "ko", "en"]
    assert client.get(f"{CODE}?figure=nonsense").status_code == 400


@pytest.mark.django_db
@pytest.mark.usefixtures("register")
def test_a_breakdown_shows_parts_that_add_up_and_has_no_image(client):
    shown = client.get("/embed/agreements_by_field/").context["shown"]

    words = client.get("/embed/agreements_by_field/").content.decode()
    assert len(shown.parts) == PARTS_SHOWN - 1
    assert {part.key for part in shown.explained.parts if part.is_unknown} <= {part.key for part in shown.parts}
    assert f"외 {len(shown.explained.parts) - len(shown.parts)}개 항목" in words
    numbers = [int(number.replace(",", "")) for number in re.findall(r"<td>([\d,]+)건</td>", words)]
    assert sum(numbers) == shown.explained.value
    assert 'id="badge"' not in client.get(f"{CODE}?figure=agreements_by_field").content.decode()
    assert 'id="badge"' in client.get(f"{CODE}?figure=retention").content.decode()


@pytest.mark.django_db
def test_the_image_of_the_headline_leads_to_its_figure(client):
    assert '<a href="http://testserver/figures/official_established/"' in code_of(client.get(CODE), "badge")
