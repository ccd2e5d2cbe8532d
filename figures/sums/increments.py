"""The sums of an edition from those of another, be it earlier or later: what was touched between them is taken out as
the one says it and put in as the other does, by the queries that read all of it.
"""

from dataclasses import dataclass

from editions.past import register_at
from figures.sums import day_sums
from figures.sums.parts import OF_COMPANIES, OF_ROUNDS, read_parts
from figures.sums.steps import Steps


@dataclass(frozen=True)
class _Share:
    """What some companies and rounds add to the sums; the fields are those of DaySums."""

    signed: Steps
    recorded: Steps
    standing: Steps
    since: dict
    parts: dict


def follow(sums, touched, known, wanted, *, register):
    """The DaySums of edition `wanted` from `sums`, those of `known`. register: a block that reads all of `wanted`."""
    before, after = _share(known, touched), _share(wanted, touched)
    with register():
        stated, established = day_sums.read_agreement_points(), day_sums.read_established_points()
        # Another base cuts the time after the bases anew, for all companies.
        is_cut_anew = _days(established) != _days(sums.established_points)
        since = day_sums.read_since() if is_cut_anew else _moved_parts(sums.since, before.since, after.since)
    return day_sums.DaySums(
        signed=_moved(sums.signed, before.signed, after.signed),
        recorded=_moved(sums.recorded, before.recorded, after.recorded),
        standing=_moved(sums.standing, before.standing, after.standing),
        agreement_points=stated,
        established_points=established,
        since=since,
        parts={name: _moved_parts(sums.parts[name], before.parts[name], after.parts[name]) for name in after.parts},
    )


def _share(number, touched):
    with register_at(number, touched.rounds_only):
        signed, parts = day_sums.read_signed(), read_parts(OF_ROUNDS)
    with register_at(number, touched.companies_only):
        return _Share(
            signed=signed,
            recorded=day_sums.read_recorded(),
            standing=day_sums.read_standing(),
            since=day_sums.read_since(),
            parts={**parts, **read_parts(OF_COMPANIES)},
        )


def _days(points):
    return {point.day for point in points}


def _moved(steps, before, after):
    taken = [(day, -change) for day, change in before.changes()]
    return Steps([*steps.changes(), *taken, *after.changes()])


def _moved_parts(parts, before, after):
    nothing = Steps([])
    moved = {
        part: _moved(*(of.get(part, nothing) for of in (parts, before, after)))
        for part in {**parts, **after}
        if part in before or part in after
    }
    return {part: steps for part, steps in {**parts, **moved}.items() if steps.days}
