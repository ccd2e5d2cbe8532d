"""Why a figure changed, as JSON: the lines of each account add up to its difference."""

from api.figure_answers import number


def changes_in_json(key, found):
    """The Changes `found` of the figure `key`."""
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
