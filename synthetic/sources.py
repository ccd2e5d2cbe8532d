"""Made sources. Their addresses lead nowhere: example.org is kept free for examples."""

from sources.models import Source
from synthetic.rows import RecordRows

_PUBLISHERS = ["가상일보", "가상경제", "가상통신", "가상AI신문"]


class Sources:
    def __init__(self, chance):
        self.rows, self.chance = RecordRows(Source), chance

    def add_release(self, day, size, life):
        return self._add("round", f"[가상] 광주시, 인공지능 기업 {size}곳과 업무협약", day, life)

    def add_report(self, day, title, life):
        return self._add("report", f"[가상] {title}", day, life)

    def _add(self, kind, title, day, life):
        number = self.rows.own.latest + 1
        return self.rows.add(
            life,
            status="published",
            key=f"{kind}-{number}",
            title=title,
            publisher=self.chance.one_of(_PUBLISHERS),
            published_on=day,
            url=f"https://example.org/{kind}/{number}",
        )
