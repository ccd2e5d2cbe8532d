"""Why a figure changed, as JSON: the lines of each account add up to its difference."""

from api.answers import answer
from api.figure_answers import number
from figures.changes.accounts import changes_of
from figures.changes.span import SPAN_PARAMETERS, read_span
from figures.definitions import figure_or_404


@answer(*SPAN_PARAMETERS)
def changes(request, clocks, key):
    """A figure between two days (`from`, `to`) and two editions (`from_edition`, `to_edition`)."""
    return _answer(key, changes_of(figure_or_404(key), read_span(request.GET, clocks)))


def _answer(key, found):
    span = found.span
    return {
        "figure": key,
        "from": {"as_of": span.first_day.isoformat(), "edition": span.first_edition, "value": number(found.before)},
        "to": {"as_of": span.last_day.isoformat(), "edition": span.last_edition, "value": number(found.after)},
        "difference": number(found.difference),
        "accounts": [
            {
                "key": account.key,
                "before": account.before,
                "between": account.between,
                "after": account.after,
                "difference": account.difference,
                "lines": [_line(leg, line) for leg, lines, _sum in account.legs() for line in lines],
            }
            for account in found.accounts
        ],
    }


def _line(leg, line):
    return {
        "leg": leg.value,
        "kind": line.kind.value,
        "words": line.words,
        "amount": line.amount,
        "as_of": line.day.isoformat() if line.day else None,
        "edition": line.edition,
        "address": line.address or None,
    }
