"""Measures of a register against itself at another size: the dashboard of any day (f), and a publication (h)."""

import json

from benchmarks.addresses import days
from benchmarks.registers import LARGE, SMALL
from benchmarks.results import compared, in_turn, milliseconds
from benchmarks.servers import our_program, run_module

TURNS = 15


def dashboard_of_any_day(registers):
    """Milliseconds until one reader has the whole dashboard of a day drawn from six years, while nothing is kept
    (PAGE_CACHE_MB=0), with 1,000,000 agreements on PostgreSQL; against the same days with 145."""
    cold = {"PAGE_CACHE_MB": "0", "workers": 1}
    many, few = registers.url("postgresql", LARGE), registers.url("postgresql", SMALL)
    with our_program(many, **cold) as large, our_program(few, **cold) as small:
        first, *others = days(TURNS + 1)
        sides = {
            "small": lambda turn: small.get(others[turn]).seconds,
            "large": lambda turn: large.get(others[turn]).seconds,
        }
        for server in (small, large):
            server.get(first)  # templates are read once
        times = in_turn(sides, turns=TURNS)
    return compared(times["large"], times["small"], milliseconds)


def publication(registers):
    """Milliseconds from the call of the service that publishes a drafted round of ten new companies, self-check and
    all, until the dashboard that the next reader gets shows the new edition, with 1,000,000 agreements on PostgreSQL;
    against 145."""
    large, small = registers.url("postgresql", LARGE), registers.copy(SMALL)
    with our_program(large) as many, our_program(small) as few:
        times = in_turn({"few": _published(small, few), "many": _published(large, many)}, turns=5)
    return compared(times["many"], times["few"], milliseconds)


def _published(database_url, server):
    def publish(turn):
        printed = run_module("benchmarks.inside.publish", f"{server.url}/", database_url=database_url)
        return json.loads(printed)["seen"]

    return publish
