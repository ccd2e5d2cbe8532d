"""By how much each edition changed what the register says of a day."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from editions.models import Edition
from figures.changes.lines import Cause, ChangeLine

# More editions than this are told in blocks of as many each, and each block leads to its own.
MOST_LINES = 32


def lines_of_editions(value, key, span):
    """The editions of `span` that changed `value(edition)`, with kind and reason; of many, blocks of them."""
    lines, first = [], span.first_edition
    before = value(first)
    editions = Edition.objects.in_bulk(steps(first, span.last_edition))
    for number in steps(first, span.last_edition):
        after = value(number)
        if number - first > 1:
            lines.append(_line_of_block(key, span, first, number, after - before))
        elif after != before:
            lines.append(_line_of_edition(editions[number], after - before))
        first, before = number, after
    return lines


def steps(first, last):
    """The editions after `first` up to `last` to look at, at most about MOST_LINES. Blocks end at round numbers, so
    that what is kept of these editions serves the next reader."""
    size = 1
    while last - first > MOST_LINES * size:
        size *= 2
    begin = first // size * size + size
    return [number for number in range(begin, last, size) if number > first] + ([last] if last > first else [])


def _line_of_edition(edition, amount):
    address = reverse("editions:edition-detail", args=[edition.number])
    return ChangeLine(Edition.Kind(edition.kind), edition.reason, amount, edition=edition.number, address=address)


def _line_of_block(key, span, first, last, amount):
    words = _("Editions %(first)s to %(last)s") % {"first": first + 1, "last": last}
    day = span.first_day.isoformat()
    query = urlencode({"from": day, "to": day, "from_edition": first, "to_edition": last})
    address = f"{reverse('figures:figure-changes', args=[key])}?{query}"
    return ChangeLine(Cause.EDITIONS, words, amount, address=address)
