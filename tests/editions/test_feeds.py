"""The feeds are what RFC 4287 and RFC 5005 ask for, say what the register says, and stay the same with it."""

import datetime
from collections import Counter
from xml.etree import ElementTree

import feedparser
import pytest

from agreements.services import withdraw_round
from companies.models import Alias
from editions.models import Edition
from editions.services import edition
from figures.editions.feeds import ENTRIES, round_title
from figures.editions.owners import OWNERS_SHOWN
from tests.factories import make_company, make_round

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["/feeds/rounds.atom", "/feeds/editions.atom", "/feeds/corrections.atom"]
BOTH = [*FEEDS, *("/en" + address for address in FEEDS)]


def read(client, address):
    """The feed as a reader's program reads it."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    found = feedparser.parse(answer.content, response_headers={"content-type": answer.headers["Content-Type"]})
    assert not found.bozo, found.get("bozo_exception")
    return found


def titles(client, address):
    return [entry.title for entry in read(client, address).entries]


def links(feed):
    return {link.rel: link.href for link in feed.feed.links}


def text(element, name):
    return element.findtext(f"{ATOM}{name}")


def faults_of(content):
    """What RFC 4287 asks of a feed and its entries, and this one does not keep."""
    feed = ElementTree.fromstring(content)
    entries = feed.findall(f"{ATOM}entry")
    faults = [fault for element in [feed, *entries] for fault in faults_of_element(element)]
    ids = Counter(text(element, "id") for element in [feed, *entries])
    faults += [f"{name} stands {times} times" for name, times in ids.items() if times > 1]
    if not text(feed.find(f"{ATOM}author"), "name"):
        faults.append("nobody wrote it")
    faults += ["a summary that is no text" for entry in entries if entry.find(f"{ATOM}summary").get("type") != "text"]
    return faults


def faults_of_element(element):
    """The faults of a feed or an entry alone."""
    for name in ("id", "title", "updated"):
        if len(element.findall(f"{ATOM}{name}")) != 1 or not text(element, name):
            yield f"{element.tag}: {name}"
    for moment in filter(None, [text(element, "updated"), text(element, "published")]):
        if datetime.datetime.fromisoformat(moment).tzinfo is None:
            yield f"{moment} has no offset"
    addresses = element.findall(f"{ATOM}link")
    if [link.get("rel") for link in addresses].count("alternate") != 1:
        yield f"{element.tag} has not one alternate"
    if not all(link.get("href", "").startswith("http") for link in addresses):
        yield "a link without an address"


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("address", BOTH)
def test_a_feed_is_valid(client, address):
    withdraw_round(round=make_round(numbers=(900, 901)), by=None, reason="<오기> & 정정")

    answer = client.get(address)

    assert faults_of(answer.content) == []
    assert links(read(client, address))["self"] == f"http://testserver{address}"
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert ElementTree.fromstring(answer.content).get("{http://www.w3.org/XML/1998/namespace}lang") == (
        "en" if address.startswith("/en") else "ko"
    )


@pytest.mark.parametrize("address", BOTH)
def test_a_feed_of_nothing_is_valid_and_always_the_same(client, address):
    first, second = client.get(address), client.get(address)

    assert faults_of(first.content) == []
    assert first.content == second.content


@pytest.mark.parametrize(("language", "name"), [("", "나무 & <숲>"), ("/en", "Tree & <Co>")])
def test_a_round_says_day_parties_and_sources(client, language, name):
    company = make_company(name="나무 & <숲>")
    with edition(by=None, kind=Edition.Kind.CORRECT):
        Alias.objects.create(company=company, name="Tree & <Co>", kind=Alias.Kind.ENGLISH)
    signing = make_round(companies=[company], stated_count=3)

    (entry,) = read(client, f"{language}/feeds/rounds.atom").entries

    assert entry.id == f"tag:testserver,2026-11-23:{language}/feeds/rounds.atom/{signing.pk}"
    assert entry.link == f"http://testserver{language}/rounds/136-145/"
    assert "136~145" in entry.title
    assert "2022" in entry.title
    assert name in ElementTree.fromstring(client.get(f"{language}/feeds/rounds.atom").content).findtext(
        f"{ATOM}entry/{ATOM}summary"
    )
    assert "2022" in entry.summary
    assert "2" in entry.summary.rpartition("·")[2]  # of three parties two are not known by name
    assert [link.href for link in entry.links if link.rel == "via"] == [signing.sources.get().url]


def test_a_day_is_told_as_far_as_it_is_known(client):
    make_round(signed_on=datetime.date(2022, 3, 31), signed_on_precision="month")
    make_round(numbers=(1, 2), signed_on=None)

    known, unknown = read(client, "/en/feeds/rounds.atom").entries

    assert "March 2022" in known.summary
    assert "31" not in known.summary
    assert "day not confirmed" in unknown.summary


def test_a_round_was_updated_by_the_edition_that_last_changed_it(client):
    first, second = make_round(numbers=(1, 2)), make_round(numbers=(3, 4))
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="장소 정정"):
        first.venue = "광주시청"
        first.save()
    made_at = {one.number: one.made_at.isoformat() for one in Edition.objects.all()}

    entries = {entry.title.partition(",")[0]: entry for entry in read(client, "/en/feeds/rounds.atom").entries}
    past = {entry.title.partition(",")[0]: entry for entry in read(client, "/en/feeds/rounds.atom?edition=2").entries}

    assert entries[first.heading].published == made_at[1]
    assert entries[first.heading].updated == made_at[3]
    assert entries[second.heading].updated == made_at[2]
    assert past[first.heading].updated == made_at[1]


def test_a_round_that_was_withdrawn_is_in_the_feed_of_its_edition_alone(client):
    signing = make_round()
    withdraw_round(round=signing, by=None, reason="오기")

    assert titles(client, "/feeds/rounds.atom") == []
    assert len(titles(client, "/feeds/rounds.atom?edition=1")) == 1
    assert len(titles(client, "/feeds/rounds.atom?edition=1&as_of=2022-03-22")) == 0


def test_a_draft_is_in_no_feed(client):
    make_round(published=False)

    assert [titles(client, address) for address in FEEDS] == [[], [], []]


def test_an_edition_says_kind_reason_and_what_it_did_to_the_headline(client):
    make_round(numbers=None, stated_count=4)
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="제어\x0b문자"):
        make_company(name="나무")

    corrected, published = read(client, "/en/feeds/editions.atom").entries
    (correction,) = read(client, "/en/feeds/corrections.atom").entries

    assert corrected.title == "Corrected: 제어문자"
    assert "나무" in corrected.summary
    assert "Agreements: 0 → 4" in read(client, "/en/feeds/editions.atom?as_of=2022-03-23").entries[1].summary
    assert published.id == "tag:testserver,2026-11-23:/en/editions/1/"
    assert correction == corrected


def test_an_edition_says_how_many_more_records_it_concerns(client):
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="한꺼번에"):
        for n in range(OWNERS_SHOWN + 2):
            make_company(name=f"나무{n}")

    (entry,) = read(client, "/feeds/editions.atom").entries

    assert "외 2건" in entry.summary


def test_pages_lead_to_each_other_and_hold_every_entry_once(client):
    rounds = [make_round(numbers=(n, n), signed_on=datetime.date(2022, 3, n)) for n in range(1, ENTRIES + 3)]
    address, seen, rels = f"/feeds/rounds.atom?as_of=2022-03-{ENTRIES + 1}", [], []

    while address:
        page = read(client, address)
        seen += [entry.title for entry in page.entries]
        rels.append(sorted({link.rel for link in page.feed.links} & {"first", "previous", "next", "last"}))
        address = links(page).get("next", "").removeprefix("http://testserver")

    assert seen == [round_title(signing) for signing in reversed(rounds[:-1])]
    assert rels == [["first", "last", "next"], ["first", "last", "previous"]]
    assert links(page)["first"] == f"http://testserver/feeds/rounds.atom?as_of=2022-03-{ENTRIES + 1}"
    assert links(page)["last"] == links(page)["self"]


@pytest.mark.parametrize("address", BOTH)
@pytest.mark.parametrize(
    ("query", "status"), [("page=2", 404), ("page=x", 400), ("edition=9", 400), ("q=a", 400), ("as_of=2999-01-01", 400)]
)
def test_parameters_are_strict(client, address, query, status):
    make_company()

    assert client.get(f"{address}?{query}").status_code == status


@pytest.mark.parametrize("address", BOTH)
def test_whoever_has_the_edition_is_told_so(client, address):
    make_company()
    tag = client.get(address).headers["ETag"]

    again = client.get(address, headers={"If-None-Match": tag})
    make_company()
    later = client.get(address, headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert (later.status_code, later.headers["ETag"] == tag) == (200, False)


@pytest.mark.parametrize("address", FEEDS)
def test_the_head_of_a_feed_can_be_asked_for(client, address):
    head = client.head(address)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == client.get(address).headers["ETag"]
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("page", "feed"),
    [("/", FEEDS[0]), ("/rounds/", FEEDS[0]), ("/editions/", FEEDS[1]), ("/corrections/", FEEDS[2])]
    + [("/data/", feed) for feed in FEEDS],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_page_names_its_feed(client, language, page, feed):
    head = client.get(language + page).content.decode().partition("</head>")[0]

    assert '<link rel="alternate" type="application/atom+xml"' in head
    assert f'href="{language}{feed}"' in head


@pytest.mark.parametrize(("official", "author"), [(True, "전남광주통합특별시"), (False, "광주 AI 협약 등록부(비공식)")])
def test_a_trial_does_not_speak_for_the_city(client, settings, official, author):
    settings.OFFICIAL_SITE = official

    assert read(client, "/feeds/rounds.atom").feed.author == author
