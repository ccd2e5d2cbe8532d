"""Every public page answers, and is written as HTML asks."""

import pytest

from tests.pages.markup import faults_of
from tests.pages.routes import ERRORS, STATES, in_both_languages, public_addresses

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def addresses(client):
    return public_addresses(lambda address: client.get(address, follow=True).content.decode())


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_type_is_valid(client, addresses, prefix):
    faults = []
    for address in [*addresses, *STATES]:
        answer = client.get(prefix + address, follow=True)
        assert answer.status_code == 200, address
        if answer.headers["Content-Type"].startswith("text/html"):
            faults += [f"{prefix}{address}: {fault}" for fault in faults_of(answer.content.decode())]

    assert not faults, "\n".join(faults)


def test_every_refusal_is_valid(client):
    answers = {address: client.get(address) for address in in_both_languages(ERRORS)}

    assert [answer.status_code for answer in answers.values()] == [*ERRORS.values()] * 2
    assert {address: faults_of(answer.content.decode()) for address, answer in answers.items()} == dict.fromkeys(
        answers, []
    )


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ("<p id=a></p><p id=a></p>", "the id 'a' stands 2 times"),
        ("<p aria-labelledby=b></p>", "p leads to 'b', which is not there"),
        ("<h3>drei</h3>", "h1 is followed by h3"),
        ("<p lang=korean></p>", "p has lang='korean'"),
        ("<a href='/'> </a>", "an empty a {'href': '/'}"),
        ("<p align=left></p>", "p has ['align']"),
        ("<table><tr><td>1</td></tr></table>", "a table without caption: 1"),
        ("<table><caption>c</caption><tr><th>1</th></tr></table>", "a th without scope: 1"),
        ("<div><span></div>", "end-tag-too-early {'name': 'div'} at (1, 72)"),
        ("<input id=q>", "a field without label: {'id': 'q'}"),
    ],
)
def test_the_checks_see_what_they_are_for(wrong, fault):
    page = "<!doctype html><html lang=ko><title>t</title><h1>h</h1>"

    assert faults_of(page + "<p>well</p>") == []
    assert faults_of(page + wrong) == [fault]
