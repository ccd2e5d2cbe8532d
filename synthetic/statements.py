"""What officials said of the totals: nearly what the register gives, some by a few off."""

from agreements.models import Statement, StatementFigure
from synthetic.rows import RecordRows

_SAID_BY = ["광주광역시장", "인공지능산업국장", "광주광역시"]
_CERTAINTIES = ["exact"] * 15 + ["derived"] * 2 + ["about"] * 2 + ["disputed"]


class Statements:
    def __init__(self, chance, places, sources):
        self.statements, self.figures = RecordRows(Statement), RecordRows(StatementFigure)
        self.chance, self.places, self.sources = chance, places, sources
        # Companies with a place that only the city knows of.
        self.unnamed = None

    def records(self):
        return [self.statements, self.figures]

    def add(self, day, total, life):
        """A statement of a day on which `total` agreements were signed, of all rounds of that day."""
        established, certainty = self._established(day, total), self.chance.one_of(_CERTAINTIES)
        source = self.sources.add_report(day, f"인공지능 기업 {established}곳 광주에 둥지", life)
        statement = self.statements.add(
            life,
            (source,),
            status="published",
            slug=f"made-{day}",
            as_of=day,
            stated_by=self.chance.one_of(_SAID_BY),
            summary_ko=f"협약 {total}건 가운데 {established}개사가 광주에 문을 열었습니다.",
            summary_en=f"Of {total} agreements, {established} companies have opened in Gwangju.",
            confidence="high" if certainty == "exact" else "medium",
        )
        said = total + (self.chance.below(5) - 2 if self.chance.happens(0.15) else 0)
        self._add_figure(statement, "agreements", said, None, certainty, life)
        self._add_figure(statement, "established", min(established, said), said, certainty, life)

    def _established(self, day, total):
        opened = self.places.open_on(day)
        if self.unnamed is None:
            self.unnamed = total // 5
        return opened + self.unnamed + (self.chance.below(7) - 3 if self.chance.happens(0.4) else 0)

    def _add_figure(self, statement, measure, value, out_of, certainty, life):
        if certainty == "about":
            value = value // 10 * 10
        self.figures.add(
            life, statement_id=statement, measure=measure, value=max(value, 0), out_of=out_of, certainty=certainty
        )
