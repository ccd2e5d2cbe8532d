"""Percentages: one decimal, half up; empty where there is no base."""

from decimal import ROUND_HALF_UP, Decimal


def rate(part, base):
    """`part` of `base` in percent as a Decimal with one decimal, or None where either is unknown or the base is 0."""
    if part is None or not base:
        return None
    return (Decimal(part) * 100 / Decimal(base)).quantize(Decimal("0.1"), ROUND_HALF_UP)
