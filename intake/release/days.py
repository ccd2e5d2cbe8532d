"""The day of the signing: which of the days told is meant, and which month and year it fell in."""

import datetime
import re
from dataclasses import dataclass

from intake.release import doubts
from intake.release.reading import Doubt
from intake.release.text import Piece

_DAY = re.compile(
    r"(?<![\d.])(?:(?P<year>\d{4})\s?[년.]\s?)?(?:(?P<month>\d{1,2})\s?[월.]\s?|(?P<earlier>지난\s?달|지난달|전달)\s?|(?P<this>이달|이번\s?달)\s?|(?P<coming>오는)\s?)?"
    r"(?P<day>\d{1,2})\s?일(?!\s?(?:간|동안|까지|부터|째|자리|만에|정|반))"
    r"|(?<!\d)(?P<dotted_year>\d{4})\.\s?(?P<dotted_month>\d{1,2})\.\s?(?P<dotted_day>\d{1,2})\.?"
)
_SAME_DAY = re.compile(r"이날|당일")
_DAY_BEFORE = re.compile(r"(?<![가-힣])전날")
_ANNOUNCED = re.compile(
    r"\s?(?:\([월화수목금토일]\)\s?)?(?:밝혔|전했|발표했|알렸|광주(?:광역)?시에\s?따르면|광주(?:광역)?시는?\s?밝|소개했|말했|시에\s?따르면)"
)
_ANNOUNCES = re.compile(r"다고\s(?:이날\s)?(?:밝혔|전했|발표했|알렸)")
_CEREMONY = re.compile(r"[^.\d]{0,25}(?:열린|개최된|진행된|가진|연)\s[^.\d]{0,25}(?:협약식|체결식)")
_LONGEST_MONTH = 31


@dataclass(frozen=True)
class Day:
    """A day as it is told; the month may have to be worked out."""

    piece: Piece
    year: int | None
    month: int | None
    day: int
    earlier: bool
    coming: bool
    announced: bool


def read_day(text, scene, published):
    """(the date, the day of the month) of the signing, each Found or None.

    A day without a month is the last such day up to `published`, or the next one after `오는`. Without `published` only
    a full date gives a date."""
    told, reasons = _signing_day(text, scene, published)
    if told is None:
        return None, None
    date = _resolve(told, published)
    if date is None and not reasons:
        reasons = [Doubt(doubts.MONTH_NOT_KNOWN, told.piece.words)]
    day = text.found(told.day, told.piece, doubts=reasons)
    return (text.found(date, told.piece, doubts=reasons) if date else None), day


def _signing_day(text, scene, published):
    signing = _days_in(scene.signing) if scene.signing else []
    of_signing = [day for day in signing if not day.announced]
    if scene.signing and _ANNOUNCES.search(scene.signing.words) or not of_signing:
        of_signing = _days_of_ceremony(scene) or of_signing
    if of_signing:
        return of_signing[0], _differing(of_signing[0], scene)
    before = _day_before(scene, published)
    if before:
        return before, []
    for region in (*scene.labels, *scene.firms, *scene.captions):
        days = [day for day in _days_in(region) if not day.announced]
        if days:
            return days[0], []
    before = _days_before(text, scene)
    if before:
        surely_meant = _SAME_DAY.search(scene.signing.words)
        return before[-1], [] if surely_meant else [Doubt(doubts.DAY_NOT_SURE, before[-1].piece.words)]
    return None, []


def _days_of_ceremony(scene):
    """`27일 열린 협약식`, where the signing sentence may tell only the day of the announcement."""
    return [
        day
        for sentence in scene.others
        for day in _days_in(sentence)
        if not day.announced and _CEREMONY.match(sentence.words, day.piece.end - sentence.start)
    ]


def announced_only(scene):
    """The doubt about a release whose signing sentence tells no day but that of the announcement."""
    days = _days_in(scene.signing) if scene.signing else []
    return [Doubt(doubts.DAY_NOT_SURE, day.piece.words) for day in days[:1]]


def _day_before(scene, published):
    """`전날`: the day before the one of the announcement (21일 광주시에 따르면 시는 전날), or else of publication."""
    told = [(region, before) for region in (scene.signing, *scene.firms) if region and (before := _said_before(region))]
    if not told:
        return None
    region, before = told[0]
    announced = next((day for day in _days_in(region) if day.announced), None)
    base = _resolve(announced, published) if announced else published
    if base is None or base == datetime.date.min:
        return None
    date = base - datetime.timedelta(days=1)
    return Day(region.cut(*before.span()), date.year, date.month, date.day, False, False, False)


def _said_before(region):
    return _DAY_BEFORE.search(region.words)


def _differing(told, scene):
    """Another day in a caption or in a sentence that lists the firms."""
    for region in scene.captions:
        for day in _days_in(region):
            if day.day != told.day and not day.announced:
                return [Doubt(doubts.DAY_DIFFERS, day.piece.words)]
    return []


def _days_before(text, scene):
    """Days told before the signing sentence, for one that says only `이날`; of the announcement too."""
    if scene.signing is None:
        return []
    return [
        day for paragraph in text.paragraphs for day in _days_in(paragraph) if day.piece.start < scene.signing.start
    ]


def _days_in(region):
    days = []
    for match in _DAY.finditer(region.words):
        year, month, day = (
            match[name] or match[f"dotted_{name}"] if name != "day" else match["day"] or match["dotted_day"]
            for name in ("year", "month", "day")
        )
        if 1 <= int(day) <= _LONGEST_MONTH and (month is None or 1 <= int(month) <= 12):
            announced = bool(_ANNOUNCED.match(region.words, match.end()))
            days.append(
                Day(
                    region.cut(*match.span()).stripped(),
                    int(year) if year else None,
                    int(month) if month else None,
                    int(day),
                    bool(match["earlier"]),
                    bool(match["coming"]),
                    announced,
                )
            )
    return days


def _resolve(told, published):
    if told.month and told.year:
        return _date(told.year, told.month, told.day)
    if published is None:
        return None
    if told.month:
        years = (published.year + 1, published.year) if told.coming else (published.year, published.year - 1)
        dates = [date for year in years if (date := _date(year, told.month, told.day))]
        return min(dates, key=lambda date: abs((date - published).days), default=None)
    return _without_month(told, published)


def _without_month(told, published):
    this = published.year * 12 + published.month - 1
    if told.earlier:
        months = [this - 1]
    elif told.coming:
        months = [this, this + 1] if told.day >= published.day else [this + 1]
    else:
        months = [this, this - 1] if told.day <= published.day else [this - 1]
    dates = (_date(month // 12, month % 12 + 1, told.day) for month in months)
    return next((date for date in dates if date), None)


def _date(year, month, day):
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
