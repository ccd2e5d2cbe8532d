"""Press texts of our own with their answers. Every firm and person in them is invented.

An answer has the shape of `manage.py read_release`, and the day of publication. Its `doubts` say only that there is
reason to doubt (["any"]): the text has a deliberate misprint, a stray name or a count that does not agree.
"""

import datetime
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from intake.release import read_release

TEXTS = Path(__file__).resolve().parent / "texts"


@dataclass(frozen=True)
class Sample:
    name: str
    text: str
    answer: dict

    @cached_property
    def release(self):
        return read_release(self.text, datetime.date.fromisoformat(self.answer["published"]))

    @property
    def is_faulty(self):
        return bool(self.answer["doubts"]) or any(party["doubts"] for party in self.answer["parties"])


def load_samples(folder=TEXTS):
    return [
        Sample(path.stem, path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8")))
        for path in sorted(folder.glob("*.txt"))
    ]
