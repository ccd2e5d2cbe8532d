"""What officials said, and whether the register agrees."""

from figures.second_reading.over_time import Reading, Series, Tally, counted, percent


def official_established(rows, totals):
    def reading(day):
        stated = _official(rows, day)
        return Reading(stated.value if stated else None)

    return Series(_days(rows), reading)


def official_rate(rows, totals):
    def reading(day):
        stated = _official(rows, day)
        return Reading(percent(stated.value, stated.out_of) if stated else None)

    return Series(_days(rows), reading)


def statements_by_verdict(rows, totals):
    verdicts = {row.pk: _verdict(row, day, totals) for row, day in rows.dated_figures}
    tally = Tally(rows.dated_figures, lambda pair: [pair[1]], lambda pair, day: verdicts[pair[0].pk])
    return counted(tally, in_parts=True)


def statements_without_day(rows, totals):
    count = sum(1 for statement in rows.statements.values() if not statement.as_of)
    return Series([], lambda day: Reading(count))


def _days(rows):
    return [day for _row, day in rows.dated_figures]


def _official(rows, day):
    """The established number that was said last, up to `day`, and that nobody disputes; None for none."""
    said = [
        (said_on, row.statement_id, row)
        for row, said_on in rows.dated_figures
        if row.measure == "established" and row.certainty != "disputed" and said_on <= day
    ]
    return max(said)[2] if said else None


def _verdict(row, day, totals):
    total = {"agreements": totals.agreements, "established": totals.established}.get(row.measure)
    if total is None:
        return "unchecked"
    return "agreed" if row.value == total.expected(day) else "off"
