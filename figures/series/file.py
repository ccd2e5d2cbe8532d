"""The page of the agreement series as rows of a file: one row for each thing that does not fit."""

from common.partial_dates import PartialDate
from figures.series.numbers import counts_apart, gaps_on, rounds_perhaps_one

HEADER = [
    *("finding", "first_number", "last_number", "count", "round", "signed_on", "number_basis", "stated_count"),
    *("numbered", "recorded", "round_before", "round_after", "other_rounds", "sources", "address"),
]


def rows_of(day, *, undated, address):
    """Rows in the order of HEADER; an empty cell: not known, or not a matter of this finding.

    finding: `gap` (count: numbers missing; number_basis `deduced`: so are its limits; other_rounds: may hold them),
    `perhaps_one` (other_rounds: of the same day), `contradiction` or `unnamed` (count: parties not named).
    `address(path)` makes the address of a page whole.
    """
    found = [_gap(gap, address) for gap in gaps_on(day)]
    for rounds in rounds_perhaps_one(day):
        found += [_perhaps_one(round, rounds, address) for round in rounds]
    found += [_apart(apart, address) for apart in counts_apart(day, undated=undated)]
    return [["" if row.get(name) is None else row[name] for name in HEADER] for row in found]


def _gap(gap, address):
    return {
        "finding": "gap",
        "first_number": gap.first,
        "last_number": gap.last,
        "count": gap.count,
        "number_basis": "deduced" if gap.is_deduced else "printed",
        "round_before": gap.before and gap.before.slug,
        "round_after": gap.after.slug,
        "other_rounds": _slugs([*gap.may_hold, *gap.undated]),
        "address": address(gap.after.get_absolute_url()),
    }


def _perhaps_one(round, rounds, address):
    others = [other for other in rounds if other != round]
    return _round(round, address) | {"finding": "perhaps_one", "other_rounds": _slugs(others)}


def _apart(apart, address):
    finding = "contradiction" if apart.is_contradiction else "unnamed"
    return _round(apart.round, address) | {"finding": finding, "count": apart.missing, "numbered": apart.numbered}


def _round(round, address):
    return {
        "first_number": round.first_number,
        "last_number": round.last_number,
        "round": round.slug,
        "signed_on": PartialDate.read(round, "signed_on"),
        "number_basis": round.number_basis,
        "stated_count": round.stated_count,
        "recorded": round.recorded,
        "sources": " ".join(source.url for source in round.sources.all()),
        "address": address(round.get_absolute_url()),
    }


def _slugs(rounds):
    return " ".join(round.slug for round in rounds)
