import datetime

from hypothesis import given
from hypothesis import strategies as st

from figures.sums.steps import Steps

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
