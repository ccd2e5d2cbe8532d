"""The gate publishes what it showed and nothing else; and where it is asked for, a second person has to pass it."""

import json
import re
from urllib.request import urlopen

import pytest

from tests.browser.conftest import manage, press, serve, sign_in

SECOND = "second", "another-long-password"
DRAFT_ROUND = """
from agreements.models import Agreement, SigningRound
from accounts.models import User
from companies.models import Company
from sources.models import Source
source, _made = Source.objects.get_or_create(url="https://example.org/gate")
round = SigningRound(first_number=362, last_number=362, number_basis="printed", signed_on="2026-11-20", stated_count=1)
round._history_user = User.objects.get(username="staff")
round.save()
round.sources.add(source)
Agreement.objects.create(round=round, company=Company.objects.order_by("pk").first())
print(round.pk)
"""
CHANGE = """
from agreements.models import SigningRound
round = SigningRound.objects.get(pk={pk})
round.venue = "시청"
round.save()
"""
SECOND_ACCOUNT = f"""
from accounts.models import User
User.objects.create_superuser("{SECOND[0]}", password="{SECOND[1]}")
"""


@pytest.fixture(scope="module")
def four_eyes(loaded, tmp_path_factory):
    with serve(loaded, tmp_path_factory.mktemp("four_eyes"), PUBLISH_NEEDS_SECOND_PERSON="true") as program:
        manage(program.environment, "shell", "--verbosity", "0", text=SECOND_ACCOUNT)
        yield program


def shell(served, code):
    return manage(served.environment, "shell", "--verbosity", "0", text=code).strip()


def total(served):
    with urlopen(served.url + "/api/v1/figures/") as answer:
        return json.load(answer)["figures"]["agreements"]["value"]


def test_a_draft_changed_under_the_gate_and_a_second_person(four_eyes, quiet_page, browser):
    before, pk = total(four_eyes), shell(four_eyes, DRAFT_ROUND)
    gate = f"{four_eyes.url}/admin/agreements/signinground/{pk}/publish/"

    sign_in(quiet_page, four_eyes)
    quiet_page.goto(gate)
    assert "초안" in quiet_page.get_by_role("region", name="공개할 수 없습니다").inner_text()
    assert quiet_page.get_by_role("button", name="공개", exact=True).is_disabled()

    second = browser.new_context(locale="ko-KR").new_page()
    sign_in(second, four_eyes, *SECOND)
    second.goto(gate)
    shell(four_eyes, CHANGE.format(pk=pk))
    press(second.get_by_role("button", name="공개", exact=True))
    assert "아무것도 공개되지 않았습니다" in second.get_by_role("alert").inner_text()
    assert total(four_eyes) == before

    press(second.get_by_role("button", name="공개", exact=True))
    assert (before, total(four_eyes)) == (361, 362)
    assert re.search(r"제\d+판", second.locator(".messagelist").inner_text())
    assert [text for text in quiet_page.complaints if "Security Policy" in text] == []
