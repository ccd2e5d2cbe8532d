"""A number that changes on some days: the building stone of every figure."""

from bisect import bisect_right
from itertools import accumulate


class Steps:
    """Running sum over days, made from (day, change) pairs in any order; several changes of one day add up."""

    def __init__(self, changes):
        by_day = {}
        for day, change in changes:
            by_day[day] = by_day.get(day, 0) + change
        self.days = sorted(day for day, change in by_day.items() if change)
        self._totals = list(accumulate(by_day[day] for day in self.days))

    def up_to(self, day):
        """The sum of all changes up to and including `day`."""
        index = bisect_right(self.days, day)
        return self._totals[index - 1] if index else 0

    def changes(self):
        """(day, change) of each day, in order: what these steps can be made from."""
        totals = [0, *self._totals]
        return [(day, after - before) for day, before, after in zip(self.days, totals, totals[1:], strict=False)]

    def between(self, after, until):
        """The sum of the changes later than `after`, up to and including `until`."""
        return self.up_to(until) - self.up_to(after)


def steps_by_part(rows):
    """{part: Steps} from (part, day, change); a part of which nothing is left is not in it."""
    changes = {}
    for part, day, change in rows:
        changes.setdefault(part, []).append((day, change))
    steps = {part: Steps(pairs) for part, pairs in changes.items()}
    return {part: found for part, found in steps.items() if found.days}
