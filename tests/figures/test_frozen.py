"""A card shows its value for ever, so a rule must not change under its version.

`frozen.csv` holds what the rules give for the register files. Where this fails: if a rule was changed, give it the next
version and its day, and keep the old rule for the editions made under it; if the register files were corrected, look at
each difference. Then write the file anew: `FREEZE=1 .venv/bin/python -m pytest tests/figures/test_frozen.py`.
"""

import csv
import datetime
import os
from pathlib import Path

from figures.definitions import FIGURES
from figures.sums.day_sums import read_day_sums
from tests.figures.test_expected_totals import EXPECTED

FROZEN = Path(__file__).parent / "frozen.csv"


def values_of_the_register():
    """[key, version, day, value, itemised] as text; empty: not known, or no question."""
    sums = read_day_sums()
    for key, figure in FIGURES.items():
        for day in EXPECTED:
            explained = figure.explain(sums, datetime.date.fromisoformat(day))
            numbers = ["" if n is None else str(n) for n in (explained.value, explained.itemised)]
            yield [key, str(figure.version), day, *numbers]


def test_no_rule_gives_another_value_under_the_same_version(register):
    values = list(values_of_the_register())
    if os.environ.get("FREEZE"):
        with FROZEN.open("w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(values)

    with FROZEN.open(newline="") as file:
        assert values == list(csv.reader(file))
