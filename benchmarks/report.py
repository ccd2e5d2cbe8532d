"""The results of the last run of each measure, kept in var/benchmarks, and as a table in docs/performance.md."""

import json
from typing import NamedTuple

from benchmarks.measures import MEASURES
from benchmarks.servers import FOLDER, ROOT

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- written by make bench: begin -->", "<!-- written by make bench: end -->"
_HEADINGS = ("", "measure", "got", "against", "ratio or value", "aim", "met", "measured (UTC)", "others before")


class Result(NamedTuple):
    """What a measure found, when (UTC), on which machine, and the share (0 to 1) of its processors that others used
    just before."""

    got: str
    against: str
    value: float | None
    measured_at: str
    machine: str
    others: float


class Results:
    """{title of a measure: Result} of all that were measured here, whichever run it was."""

    def __init__(self, file=FOLDER / "results.json"):
        self.file = file
        kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
        self.by_title = {title: Result(*values) for title, values in kept.items()}

    def keep(self, measure, result):
        self.by_title[measure.title] = result
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(self.by_title, ensure_ascii=False, indent=1), "utf-8")

    def missing(self):
        """The titles of measures never taken here."""
        return [measure.title for measure in MEASURES if measure.title not in self.by_title]

    def text(self):
        """Machine, table and definitions, as they stand in the page."""
        taken = [(measure, self.by_title[measure.title]) for measure in MEASURES if measure.title in self.by_title]
        machines = dict.fromkeys(result.machine for _measure, result in taken)
        lines = [*machines, "", _line(_HEADINGS), _line(["---"] * len(_HEADINGS))]
        lines += [_line(_cells(measure, result)) for measure, result in taken]
        hows = {(measure.key, measure.how): None for measure in MEASURES}
        return "\n".join([*lines, "", *(f"- **{key}**: {how}" for key, how in hows)])


def write_page(results, page=PAGE):
    """Put the results between their marks in `page`; what people wrote around them stays."""
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"benchmarks: {page.name} has lost its marks: {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n{results.text()}\n{END}{after}", "utf-8")


def in_a_line(measure, result):
    """For whoever waits at the terminal."""
    met = "met" if measure.aim.is_met_by(result.value) else "missed"
    against = f" against {result.against}" if result.against else ""
    return f"{result.got}{against}: {_value(measure, result)}, aim {measure.aim}: {met}"


def _cells(measure, result):
    met = "yes" if measure.aim.is_met_by(result.value) else "**no**"
    against = ": ".join(filter(None, (measure.against, result.against))) or "–"
    compared = [result.got, against, _value(measure, result), str(measure.aim), met]
    return [measure.key, measure.title, *compared, result.measured_at, f"{result.others:.0%}"]


def _value(measure, result):
    return "–" if result.value is None else measure.aim.write(result.value)


def _line(cells):
    return f"| {' | '.join(cells)} |"
