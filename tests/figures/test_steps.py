import datetime

from hypothesis import given
from hypothesis import strategies as st

from figures.sums.steps import Steps, steps_by_part

FIRST = datetime.date(2022, 1, 1)
days = st.integers(0, 30).map(lambda n: FIRST + datetime.timedelta(days=n))
changes = st.lists(st.tuples(days, st.integers(-5, 5)), max_size=20)


@given(changes=changes, cuts=st.tuples(days, days, days))
def test_a_range_in_two_halves_gives_the_same(changes, cuts):
    steps, (start, middle, end) = Steps(changes), sorted(cuts)

    assert steps.between(start, end) == steps.between(start, middle) + steps.between(middle, end)


@given(changes=changes, until=days)
def test_up_to_sums_the_changes_of_the_day_too(changes, until):
    assert Steps(changes).up_to(until) == sum(change for day, change in changes if day <= until)


@given(changes=changes, until=days)
def test_its_changes_make_it_again(changes, until):
    steps = Steps(changes)

    assert Steps(steps.changes()).up_to(until) == steps.up_to(until)
    assert all(change for _day, change in steps.changes())


@given(changes=st.lists(st.tuples(st.sampled_from("ab"), days, st.integers(-5, 5)), max_size=20), until=days)
def test_by_part_each_part_has_its_own_changes(changes, until):
    parts = steps_by_part(changes)

    for part in "ab":
        expected = sum(change for of, day, change in changes if of == part and day <= until)
        assert (parts[part].up_to(until) if part in parts else 0) == expected
