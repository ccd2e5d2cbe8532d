"""The places of made companies: planned, opened, closed, or only seen; their days known to the day or less."""

import datetime
from collections import Counter

from companies.models import Establishment
from synthetic.chance import LAST_DAY, partly
from synthetic.rows import RecordRows

_KINDS = ["office"] * 9 + ["lab"] * 5 + ["corporation"] * 4 + ["head_office", ""]
_WORDS = {"office": "지사", "lab": "연구소", "corporation": "법인", "head_office": "본사", "": "센터"}
_CONFIDENCE = ["high"] * 6 + ["medium"] * 3 + ["low"]
_STREETS = ["첨단과기로", "상무대로", "금남로", "하남산단로", "무등로", "첨단연신로"]


class Places:
    """`opened`: by how many the companies with an open place grew, by day."""

    def __init__(self, chance, districts):
        self.rows, self.chance, self.districts, self.opened = RecordRows(Establishment), chance, districts, Counter()

    def add_some(self, company, name, signed_on, life, source):
        """The places of a company that signed on a day: mostly none, seldom two."""
        if not self.chance.happens(0.42):
            return
        dates = self._dates(signed_on)
        self._add(company, 1, name, dates, life, source)
        opens = dates.get("opened_on") or dates.get("confirmed_on")
        closes = dates.get("closed_on") or dates.get("closing_reported_on")
        if opens:
            self.opened[opens] += 1
        if closes:
            self.opened[closes] -= 1
        elif opens and self.chance.happens(0.05):
            # Later than the first one, so that the day on which the company opened stays the same.
            self._add(company, 2, name, self._opened(opens, LAST_DAY), life, source)

    def open_on(self, day):
        """How many companies have an open place at the end of `day`, of those that signed by then."""
        return sum(change for changed_on, change in self.opened.items() if changed_on <= day)

    def describe(self, name):
        """What is known of a place besides its days."""
        chance = self.chance
        kind, is_addressed = chance.one_of(_KINDS), chance.happens(0.4)
        return {
            "kind": kind,
            "name": f"{name} 광주{_WORDS[kind]}" if chance.happens(0.5) else "",
            "district_id": chance.one_of(self.districts) if chance.happens(0.8) else None,
            "address": f"{chance.one_of(_STREETS)} {1 + chance.below(300)}" if is_addressed else "",
            "people": 1 + chance.below(30) if chance.happens(0.3) else None,
            "confidence": chance.one_of(_CONFIDENCE),
        }

    def _add(self, company, order, name, dates, life, source):
        self.rows.add(life, (source,), company_id=company, order=order, **self.describe(name), **dates)

    def _dates(self, signed_on):
        chance = self.chance
        opens = signed_on + datetime.timedelta(days=20 + chance.below(700))
        drawn = chance.random()
        if opens > LAST_DAY or drawn < 0.15:
            planned_on, precision = partly(opens, 7 if drawn < 0.5 else 4)
            return {"announced_on": signed_on, "planned_on": planned_on, "planned_on_precision": precision}
        if drawn < 0.2:
            return {"confirmed_on": opens}
        announced = {"announced_on": signed_on} if drawn < 0.45 else {}
        return announced | self._opened(opens, LAST_DAY)

    def _opened(self, opens, until):
        """An opening on about that day, mostly seen again since, seldom closed since."""
        opened_on, precision = self.chance.partly_known(opens)
        if opened_on > until:
            opened_on, precision = opens, "day"
        dates = {"opened_on": opened_on, "opened_on_precision": precision}
        left = (until - opened_on).days
        if left and self.chance.happens(0.4):
            left = self.chance.below(left)
            dates["confirmed_on"] = opened_on + datetime.timedelta(days=left)
        elif left > 200 and self.chance.happens(0.25):
            name = "closed_on" if self.chance.happens(0.7) else "closing_reported_on"
            dates[name] = opened_on + datetime.timedelta(days=200 + self.chance.below(left - 200))
        return dates
