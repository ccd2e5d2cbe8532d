import datetime
from types import SimpleNamespace

from figures.sums.day_sums import Point
from figures.sums.rules import agreements_on, established_on, evidence_before, running_line
from figures.sums.steps import Steps

DAY = datetime.date(2022, 3, 23)
BEFORE, AFTER = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)


def make_sums(**overrides):
    sums = {name: Steps([]) for name in ("signed", "recorded", "standing")}
    sums |= {"agreement_points": [], "established_points": [], "since": {}}
    return SimpleNamespace(**{**sums, **overrides})


def test_agreements_without_evidence_are_the_sizes_of_the_rounds():
    sums = make_sums(signed=Steps([(DAY, 10)]))

    assert [agreements_on(sums, day).value for day in (BEFORE, DAY, AFTER)] == [0, 10, 10]


def test_agreements_count_rounds_after_the_day_of_the_evidence_only():
    sums = make_sums(signed=Steps([(DAY, 10), (AFTER, 2)]), agreement_points=[Point(DAY, 145)])

    assert [agreements_on(sums, day).value for day in (BEFORE, DAY, AFTER)] == [0, 145, 147]


def test_the_greatest_of_several_points_of_a_day_is_the_base():
    sums = make_sums(agreement_points=[Point(DAY, 135, statement_id=1), Point(DAY, 145, round_id=1)])

    assert agreements_on(sums, DAY).base.total == 145


def test_a_later_lower_statement_is_the_base():
    sums = make_sums(agreement_points=[Point(BEFORE, 122), Point(DAY, 121)])

    assert agreements_on(sums, DAY).value == 121


def test_a_total_is_never_less_than_its_itemised_part():
    sums = make_sums(recorded=Steps([(DAY, 9)]), agreement_points=[Point(DAY, 8)])

    total = agreements_on(sums, DAY)

    assert (total.value, total.itemised, total.unnamed) == (9, 9, 0)


def test_established_without_statement_is_the_itemised_part():
    sums = make_sums(standing=Steps([(DAY, 3)]))

    assert [established_on(sums, day).value for day in (BEFORE, DAY)] == [0, 3]


def test_established_moves_with_known_openings_and_closings_since_the_statement():
    since = {DAY: Steps([(AFTER, 1), (AFTER + datetime.timedelta(days=1), -1)])}
    sums = make_sums(established_points=[Point(DAY, 94)], since=since)

    values = [established_on(sums, DAY + datetime.timedelta(days=n)).value for n in range(3)]

    assert values == [94, 95, 94]


def test_the_rate_has_no_value_without_agreements():
    assert running_line(make_sums(), DAY).rate is None


def test_evidence_before_leaves_out_all_statements_of_the_day_but_keeps_its_printed_numbers():
    earlier, own, other = Point(BEFORE, 1, statement_id=1), Point(DAY, 2, statement_id=2), Point(DAY, 3, statement_id=3)
    printed, later = Point(DAY, 4, round_id=1), Point(AFTER, 5, statement_id=4)

    assert evidence_before([earlier, own, other, printed, later], DAY) == [earlier, printed]
