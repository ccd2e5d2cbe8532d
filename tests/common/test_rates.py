import pytest

from common.rates import rate


@pytest.mark.parametrize(
    ("part", "base", "percent"), [(94, 135, "69.6"), (94, 145, "64.8"), (1, 8, "12.5"), (1, 16, "6.3"), (0, 5, "0.0")]
)
def test_rate_has_one_decimal_half_up(part, base, percent):
    assert str(rate(part, base)) == percent


@pytest.mark.parametrize(("part", "base"), [(None, 5), (5, None), (5, 0)])
def test_rate_of_what_is_not_known_is_not_known(part, base):
    assert rate(part, base) is None
