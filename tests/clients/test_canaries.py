"""What is a draft, and what is private, stands in no byte that the public can get."""

from urllib.parse import quote

import pytest

from open_data.datasets.registry import DATASETS
from tests.browser.conftest import manage
from tests.clients.walking import walk

# Each is written once into the register, where the public must not see it.
CANARIES = [
    "카나리초안기업",
    "Canary Draft Inc",
    "카나리초안대표",
    "카나리초안서명",
    "카나리초안장소",
    "카나리초안내용",
    "카나리초안발표자",
    "카나리초안출처",
    "canary-draft.example",
    "카나리붙여넣은글",
    "010-9081-7263",
    "canary-officer",
    "카나리직원",
    "canary@staff.example",
    "9081726354",
    "908-17-26354",
]
WRITTEN = """
from datetime import date
from accounts.models import User
from agreements.models import Signatory
from companies.models import Alias, BusinessNumber, Company, Representative
from companies.services import publish_company
from intake.models import Review
from tests.factories import make_company, make_point, make_round, make_source, make_statement

officer = User.objects.create_user("canary-officer", "canary@staff.example", first_name="카나리직원", is_staff=True)
draft = make_company(published=False, name="카나리초안기업", note_ko="카나리초안내용")
Alias.objects.create(company=draft, name="Canary Draft Inc", kind="english")
Representative.objects.create(company=draft, name="카나리초안대표")
signing = make_round(published=False, numbers=(901, 910), companies=[draft], venue="카나리초안장소")
Signatory.objects.create(agreement=signing.agreements.get(), name="카나리초안서명")
make_statement(published=False, stated_by="카나리초안발표자")
make_source(title="카나리초안출처", url="https://canary-draft.example/news")
BusinessNumber.objects.create(company=Company.objects.published().first(), number="9081726354")
Review.objects.create(made_by=officer, kind=Review.Kind.values[0], text="카나리붙여넣은글 010-9081-7263")
publish_company(company=make_company(published=False, name="공개한기업"), by=officer)
print(draft.pk)
"""


@pytest.fixture(scope="module")
def draft(served):
    """The number of the company that is a draft."""
    return int(manage(served.environment, "shell", "--verbosity", "0", text=WRITTEN).split()[-1])


def test_no_draft_and_nothing_private_leaves_the_program(served, draft):
    asked = [
        *("/", "/en/", "/data/", "/embed/", "/api/docs/", "/api/v1/schema/", "/sitemap.xml", "/robots.txt"),
        *("/companies/", "/rounds/", "/statements/", "/editions/", "/companies/places/", "/commitments/"),
        *(f"/data/{name}.{kind}" for name in DATASETS for kind in ("csv", "xlsx", "json")),
        *(f"/api/v1/{name}/" for name in DATASETS),
        *("/feeds/rounds.atom", "/feeds/editions.atom", "/feeds/corrections.atom", "/api/v1/figures/"),
        *("/health/live", "/health/ready", "/nowhere/", "/?as_of=2022-02-30", "/agreements/905/", "/rounds/901-910/"),
        *(f"/companies/{draft}/", f"/en/companies/{draft}/", f"/api/v1/companies/{draft}/"),
    ]
    leaks, statuses, read = [], set(), 0

    for address, status, content in walk(served.url, also=asked):
        leaks += [(address, canary) for canary in CANARIES if canary.encode() in content]
        statuses.add(status)
        read += 1

    assert leaks == []
    assert {status for status in statuses if status >= 500} == set()
    assert read > 200


def test_searching_for_what_is_a_draft_finds_nothing(served, draft):
    """The words asked for stand on the page that says so: what is counted is looked at, not the words."""
    for words in ("카나리초안기업", "Canary Draft", "ㅋㄴㄹㅊㅇㄱㅇ", "카나리초안대표"):
        for name in ("companies", "rounds", "representatives", "agreements", "establishments"):
            address = f"/data/{name}.csv?headers=en&q={quote(words)}"
            ((_address, status, content),) = list(walk(served.url, also=[address]))

            assert status == 200, address
            assert content.decode("utf-8-sig").count("\r\n") == 1, address
