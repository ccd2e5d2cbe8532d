"""The lines and rows of the totals add up to them, for any small register (hypothesis)."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from figures.definitions import FIGURES
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import established_on
from figures.sums.since import moves_since
from tests.figures.small_registers import DAYS, FEWER, places, rounds, statements, store


@pytest.mark.django_db
@settings(max_examples=30 // FEWER, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rounds=rounds, places=places, statements=statements)
def test_the_lines_and_rows_of_the_totals_add_up_to_them(rounds, places, statements):
    with transaction.atomic():
        store(rounds, places, statements)
        sums = read_day_sums()
        for when in DAYS[3::4]:
            assert_moves_are_those_summed(sums, when)
            for key in ("agreements", "established"):
                explained = FIGURES[key].explain(sums, when)
                assert sum(row.amount for row in explained.rows) == explained.value
                assert sum(line.amount for line in explained.lines) == explained.value or not explained.lines
        transaction.set_rollback(True)


def assert_moves_are_those_summed(sums, when):
    """The companies that moved the total since its base, one by one, are as many as since.sql sums up."""
    base = established_on(sums, when).base
    if base is None:
        return
    moves = moves_since(base.day, when)
    assert sum(move.change for move in moves) == established_on(sums, when).since
    assert all(base.day < move.day.last_day <= when for move in moves)
