"""What made rounds agreed on, and what came of it."""

import datetime

from agreements.models import Commitment
from synthetic.chance import LAST_DAY, partly
from synthetic.rows import RecordRows

_TEXTS = [
    ("place", "광주 지역사무소 설치", "Open a branch office in Gwangju"),
    ("place", "광주 연구소 설립", "Set up a lab in Gwangju"),
    ("jobs", "지역 인재 채용", "Hire people of the region"),
    ("training", "인공지능 전문인력 양성", "Train AI specialists"),
    ("technology", "인공지능 기술 공동 연구개발", "Joint research and development in AI"),
    ("technology", "실증 사업 추진", "Carry out trials"),
    ("business", "인공지능 서비스 사업화", "Bring AI services to market"),
    ("support", "인공지능 산업 생태계 조성 협력", "Cooperate in building an AI industry"),
]
_STATES = [""] * 11 + ["agreed"] * 3 + ["in_progress"] * 3 + ["fulfilled"] * 2 + ["dropped", "unverifiable"]


class Points:
    def __init__(self, chance):
        self.rows, self.chance = RecordRows(Commitment), chance

    def add_some(self, round, signed_on, agreements, life, source):
        """The points of a round, some of all its parties and some of one; of most rounds none was printed."""
        order = 0
        if self.chance.happens(0.4):
            for order in range(1, 2 + self.chance.below(4)):
                self._add(life, source, signed_on, round_id=round, order=order)
        for agreement in agreements:
            if self.chance.happens(0.04):
                order += 1
                self._add(life, source, signed_on, round_id=round, agreement_id=agreement, order=order)

    def _add(self, life, source, signed_on, **values):
        kind, korean, english = self.chance.one_of(_TEXTS)
        state = self._state(signed_on)
        due_on, precision = partly(signed_on + datetime.timedelta(days=300 + self.chance.below(900)), 4)
        due = {"due_on": due_on, "due_on_precision": precision} if self.chance.happens(0.25) else {}
        is_shown = state.get("state") in Commitment.TELLS_OF_DEEDS and self.chance.happens(0.8)
        texts = {"text_ko": korean, "text_en": english, "kind": kind}
        self.rows.add(life, (source,) if is_shown else (), **values, **texts, **state, **due)

    def _state(self, signed_on):
        """Nothing where the day on which the state was seen would be after all else."""
        state, seen_on = self.chance.one_of(_STATES), signed_on + datetime.timedelta(days=30 + self.chance.below(700))
        if not state or seen_on > LAST_DAY:
            return {}
        return {"state": state, "state_on": seen_on}
