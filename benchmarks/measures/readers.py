"""Measures of many readers at once: the dashboard at hand (a, b), the directory (c, d) and its search (e)."""

import time

from benchmarks.addresses import directory_pages, searches
from benchmarks.load import long_enough, requests_per_second
from benchmarks.registers import OF_100_000_COMPANIES, SMALL
from benchmarks.results import compared, in_turn, per_second
from benchmarks.servers import bare_django, datasette, our_program

DRAWN, KEPT, SECONDS_TO_KEEP = 300, 100, 60
_COLD = {"PAGE_CACHE_MB": "0"}


def dashboard_at_hand(registers, database):
    """Answers per second to sixteen readers of `/` that both workers have kept, against a Django project without
    middleware whose one view returns as many constant bytes."""
    with our_program(registers.url(database, SMALL)) as ours:
        return _against_bare(ours, headers={})


def unchanged_dashboard(registers, database):
    """The same with the ETag of the page in If-None-Match, so that every answer is 304 without a body; the bare view
    returns its constant as before."""
    with our_program(registers.url(database, SMALL)) as ours:
        headers = {"If-None-Match": ours.get("/").headers["ETag"]}
        if ours.ask("/", headers=headers).status != 304:
            raise RuntimeError("The dashboard changed while nothing was published.")
        return _against_bare(ours, headers)


def directory(registers, database):
    """Answers per second to sixteen readers of random pages of the directory of 100,000 companies, 50 rows and four
    facets, whole or narrowed by facets, while nothing is kept (PAGE_CACHE_MB=0); against Datasette on the same rows
    with the same columns and facets, an index for each facet, and rows that lie in the order of the list."""
    questions = directory_pages(registers.plain(OF_100_000_COMPANIES), DRAWN)
    return _against_datasette(registers, database, questions)


def directory_at_hand(registers, database):
    """The same once both workers have kept the pages asked for: a hundred of them, or as many as one reader sees in a
    minute."""
    plain = registers.plain(OF_100_000_COMPANIES)
    with our_program(registers.url(database, OF_100_000_COMPANIES)) as ours, datasette(plain) as theirs:
        questions = _keep(ours, directory_pages(plain, KEPT))
        return _in_turn(ours, theirs, questions, turns=4)


def search(registers, database):
    """Answers per second to sixteen readers who search the 100,000 companies for three letters of a name or, every
    other one, three initial consonants, while nothing is kept: names, other names and representatives, 50 rows and four
    facets; against Datasette's `contains` in the column of names, or of their initial consonants, with the same
    facets."""
    questions = searches(registers.plain(OF_100_000_COMPANIES), DRAWN)
    return _against_datasette(registers, database, questions)


def _against_bare(ours, headers):
    requests_per_second(ours, ["/"], seconds=2)  # both workers keep the page
    with bare_django(len(ours.get("/").body)) as bare:
        sides = {
            "ours": lambda turn: requests_per_second(ours, ["/"], seconds=4, headers=headers),
            "bare": lambda turn: requests_per_second(bare, ["/"], seconds=4),
        }
        rates = in_turn(sides, turns=5)
    return compared(rates["ours"], rates["bare"], per_second)


def _against_datasette(registers, database, questions):
    url, plain = registers.url(database, OF_100_000_COMPANIES), registers.plain(OF_100_000_COMPANIES)
    with our_program(url, **_COLD) as ours, datasette(plain) as theirs:
        return _in_turn(ours, theirs, questions, turns=4)


def _in_turn(ours, theirs, questions, turns):
    sides = {
        "ours": _side(ours, [question.ours for question in questions]),
        "theirs": _side(theirs, [question.datasette for question in questions]),
    }
    rates = in_turn(sides, turns=turns)
    return compared(rates["ours"], rates["theirs"], per_second)


def _side(server, addresses):
    seconds = long_enough(server, addresses)
    return lambda turn: requests_per_second(server, addresses, seconds=seconds, seed=turn + 1)


def _keep(server, questions):
    """Those of `questions` whose pages every worker keeps now: one reader asked for each ten times, for nobody chooses
    the worker that answers."""
    begun, asked = time.monotonic(), []
    for question in questions:
        server.get(question.ours)
        asked.append(question)
        if time.monotonic() - begun > SECONDS_TO_KEEP:
            break
    for _time in range(9):
        for question in asked:
            server.get(question.ours)
    return asked
