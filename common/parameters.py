"""Query parameters of public pages are strict: an ignored typo in a public statistic is a wrong number."""

import datetime

from django.http import Http404
from django.utils.http import urlencode
from django.utils.translation import gettext as _

MAXIMUM_LENGTH = 200


class ParametersRefused(Exception):
    """The address asks for something that cannot be answered; `problems` is a list of (parameter, what to do),
    `labels` the names for a reader of the parameters that have one where they were refused."""

    def __init__(self, problems, labels=None):
        super().__init__(problems)
        self.problems = problems
        self.labels = labels or {}


def refuse_unknown(query, known):
    """Refuse parameters not in `known`, given twice, over-long or with characters that no name or word holds."""
    problems = []
    for name, values in query.lists():
        if name not in known:
            problems.append((_printable(name), _("This page does not know this parameter.")))
        elif len(values) > 1:
            problems.append((name, _("Give only one value.")))
        elif len(values[0]) > MAXIMUM_LENGTH:
            problems.append((name, _("The value is too long. Use at most %d characters.") % MAXIMUM_LENGTH))
        elif not _is_text(values[0]):
            problems.append((name, _("The value contains characters that cannot be used.")))
    if problems:
        raise ParametersRefused(problems)


def refused_together(checks, first=None):
    """The ParametersRefused that names whatever any of `checks` (functions that raise one, or do not) refuses, and
    what `first` does: each parameter once, with the first advice met. None where nothing is refused."""
    problems, labels = {}, {}

    def take(refused):
        for name, advice in refused.problems:
            problems.setdefault(name, advice)
        labels.update(refused.labels)

    for check in checks:
        try:
            check()
        except ParametersRefused as refused:
            take(refused)
    if first:
        take(first)
    return ParametersRefused(list(problems.items()), labels) if problems else None


def read_day(query, today, name="as_of"):
    """The day asked for, or `today` where none is; refuses what is no day and a day after today."""
    text = query.get(name, "").strip()
    if not text:
        return today
    try:
        day = datetime.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None:
        raise ParametersRefused([(name, not_a_day())])
    if day > today:
        raise ParametersRefused([(name, _("Enter a day up to today. The register does not look into the future."))])
    return day


def not_a_day():
    """What to do where a value is no day."""
    return _("Enter an existing day as YYYY-MM-DD, for example 2022-03-23.")


def give_one_of(values):
    """What to do where a value is none of the `values` there are."""
    return _("Give one of these: %(values)s.") % {"values": ", ".join(values)}


def kept_clocks(query, **others):
    """`?as_of=…&edition=…` for a link to another page: the clocks that the reader asked for, and `others`; an empty
    value drops one. Nothing where nothing was asked for."""
    values = {name: query.get(name, "").strip() for name in ("as_of", "edition")} | others
    kept = {name: value for name, value in values.items() if value not in (None, "")}
    return f"?{urlencode(kept)}" if kept else ""


def changed(query, **changes):
    """`?…`: the parameters of an address with some changed, which then stand last; an empty value drops one. Nothing
    where none is left."""
    values = {name: value for name, value in query.items() if name not in changes}
    values |= {name: value for name, value in changes.items() if value not in (None, "")}
    return f"?{urlencode(values)}" if values else ""


def read_page(query):
    """The page number asked for, 1 where none is; 404 where there can be no such page."""
    text = query.get("page", "") or "1"
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise ParametersRefused([("page", _("Enter a page number, for example 2."))])
    if not 1 <= int(text) <= 1_000_000:
        raise Http404
    return int(text)


def _is_text(value):
    return "\x00" not in value and not any("\ud800" <= character <= "\udfff" for character in value)


def _printable(name):
    return "".join(character if character.isprintable() else "�" for character in name)[:60]
