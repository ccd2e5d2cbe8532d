"""Every figure of an edition on the day on which the edition was made: figures.csv of its package."""

from django.utils import translation

from figures.definitions import FIGURES
from figures.sums.day_sums import read_day_sums

NAME = "figures.csv"
COLUMNS = {
    "figure": "string",
    "part": "string",
    "label_ko": "string",
    "label_en": "string",
    "as_of": "date",
    "unit": "string",
    "value": "number",
    "base": "integer",
    "itemised": "integer",
    "rule_version": "integer",
}


def figure_rows(day):
    """{column: text} of each figure and each of its parts on `day`; "" for what is not known. Read in `register_at`."""
    sums = read_day_sums()
    for key, figure in FIGURES.items():
        same = {"figure": key, "as_of": day.isoformat(), "unit": figure.unit.value, "rule_version": figure.version}
        with translation.override("en"):
            english, label = figure.explain(sums, day), str(figure.label)
            labels = [str(part.label) for part in english.parts]
        with translation.override("ko"):
            told = figure.explain(sums, day)
            yield _row(same, "", figure.label, label, told.value, None, told.itemised)
            for part, label in zip(told.parts, labels, strict=True):
                yield _row(same, part.key, part.label, label, part.value, part.base, None)


def _row(same, part, korean, english, value, base, itemised):
    said = {"part": part, "label_ko": korean, "label_en": english, "value": value, "base": base, "itemised": itemised}
    found = same | said
    return {name: "" if found[name] is None else str(found[name]) for name in COLUMNS}
