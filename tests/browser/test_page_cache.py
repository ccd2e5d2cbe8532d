"""The served program: two processes of four threads, and a register that changes while it is read."""

import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.request import Request, urlopen

import pytest

from tests.browser.conftest import manage, serve

RENAME = """
from companies.models import Company
from companies.services import rename_company
for number in range(2, 5):
    company = Company.objects.get(pk=1)
    rename_company(company=company, name=f"Name {number}", renamed_on=None, by=None, reason="Test")
    print(number, flush=True)
"""


# A busy machine is slow, not wrong: what is looked at is the answers.
PATIENCE = 300


@pytest.fixture(scope="module")
def served(loaded, tmp_path_factory):
    """All readers are one client here."""
    with serve(loaded, tmp_path_factory.mktemp("served"), API_REQUESTS_PER_MINUTE="1000000") as program:
        yield program


def get(address, **headers):
    with urlopen(Request(address, headers=headers), timeout=PATIENCE) as answer:
        return answer.headers, answer.read()


def test_fifty_who_ask_at_once_for_a_cold_page_have_it_made_once_in_each_process(served):
    address = f"{served.url}/companies/?as_of=2022-03-23"

    with ThreadPoolExecutor(50) as readers:
        answers = list(readers.map(lambda _number: get(address), range(50)))

    came = Counter(headers["Cache-Status"] for headers, _body in answers)
    assert 1 <= came["pages; fwd=miss; stored"] <= 2
    assert set(came) <= {"pages; fwd=miss; stored", "pages; hit"}
    assert len({body for _headers, body in answers}) == 1


def test_no_answer_mixes_two_editions_and_the_next_reader_sees_the_new_one(served):
    """Edition 2 calls the company `Name 2`, and so on; each answer of the API says its edition."""
    address, seen, is_over = f"{served.url}/api/v1/companies/1/", [], []

    def read():
        while not is_over:
            said = json.loads(get(address)[1])
            seen.append((said["edition"], said["result"]["name"]))
            time.sleep(0.3)

    with ThreadPoolExecutor(2) as readers:
        reading = [readers.submit(read) for _reader in range(2)]
        try:
            manage(served.environment, "shell", "-c", RENAME)
            after = [json.loads(get(address)[1])["edition"] for _time in range(8)]
        finally:
            is_over.append(True)
    for reader in reading:
        reader.result()

    assert after == [4] * 8
    names = {edition: {name for number, name in seen if number == edition} for edition, _name in seen}
    assert all(names[edition] == {f"Name {edition}"} for edition in names if edition > 1)
    assert len(names) > 1
