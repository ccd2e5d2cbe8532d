"""A figure as the public contract tells it: JSON numbers, days as far as known, null for what is not known."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from common.parameters import kept_clocks

WORDS = ("label", "definition", "rule", "base", "left_out")


def number(value):
    """A percentage or a median as a JSON number; what is whole as a whole number."""
    if value is None or isinstance(value, int):
        return value
    return float(value)


def value_of(figure, explained):
    """The value with its unit and parts; `itemised` and `parts` stand only where the figure has them."""
    answer = {"value": number(explained.value), "unit": figure.unit.value, "aggregate": figure.aggregate.value}
    if explained.itemised is not None:
        answer["itemised"] = explained.itemised
    if explained.parts:
        answer["parts"] = [_part(part) for part in explained.parts]
    return answer


def definition_of(figure):
    """What a figure counts and how, in every language of the site."""
    words = {name: _in_languages(getattr(figure, name)) for name in WORDS}
    return {**words, "rule_version": figure.version, "rule_set_on": figure.set_on.isoformat()}


def derivation_of(figure, explained, request):
    """How the value came about, how many rows stand behind it, and where they are."""
    kept = kept_clocks(request.GET)
    addresses = {name: reverse(f"figures:{name}", args=[figure.key]) for name in ("figure-detail", "figure-rows")}
    return {
        "base_in_words": explained.base or None,
        "lines": [_line(line, request) for line in explained.lines],
        "rows": len(explained.rows),
        "rows_left_out": {reason.key: len(reason.rows) for reason in explained.left_out},
        "page": request.build_absolute_uri(addresses["figure-detail"] + kept),
        "rows_csv": request.build_absolute_uri(addresses["figure-rows"] + kept),
    }


def _part(part):
    answer = {"part": part.key, "label": part.label, "value": part.value}
    return answer if part.base is None else {**answer, "base": part.base}


def _line(line, request):
    return {
        "day": str(line.day) if line.day else None,
        "words": line.words,
        "amount": line.amount,
        "address": request.build_absolute_uri(line.address + kept_clocks(request.GET)) if line.address else None,
    }


def _in_languages(words):
    texts = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            texts[language] = str(words)
    return texts
