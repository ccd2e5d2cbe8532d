"""What happens in a made register: by chance, and the same for the same seed on every machine."""

import datetime
from random import Random

from common.partial_dates import PartialDate, Precision

# The days of a made register. They are fixed, for what is made today shall be the same tomorrow.
FIRST_DAY, LAST_DAY = datetime.date(2019, 10, 7), datetime.date(2025, 11, 28)
_NAMES_OF_PRECISION = {10: Precision.DAY.value, 7: Precision.MONTH.value, 4: Precision.YEAR.value}


class Chance:
    def __init__(self, seed):
        # Of all that Random offers, this alone gives the same numbers in every version of Python.
        self.random = Random(seed).random

    def happens(self, share):
        return self.random() < share

    def below(self, limit):
        return int(self.random() * limit)

    def one_of(self, options):
        return options[int(self.random() * len(options))]

    def partly_known(self, day):
        """(last day, precision) of a day that may be known to the month or the year alone."""
        drawn = self.random()
        return partly(day, 10 if drawn < 0.72 else 7 if drawn < 0.96 else 4)


def partly(day, letters):
    """(last day, precision) of the first `letters` of a date: 2022-03-23, 2022-03 or 2022."""
    known = PartialDate.parse(day.isoformat()[:letters]) if letters < 10 else (day,)
    return known[0], _NAMES_OF_PRECISION[letters]


def day_at(share):
    """The working day on which a `share` of the register (from 0 to 1) has been signed."""
    day = FIRST_DAY + datetime.timedelta(days=int(share * (LAST_DAY - FIRST_DAY).days))
    return day - datetime.timedelta(days=max(day.weekday() - 4, 0))
