"""Dates of which only the year or the month may be known.

A model keeps such a date in two columns: `signed_on` holds the *last day* of what is known, so that plain comparison
in SQL follows the rule "a date known to the month counts from its last day"; `signed_on_precision` says how much of
it may be shown. An empty date means not known.
"""

import calendar
import datetime
import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import formats
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from common.languages import made_once


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


# 2022-03-23, 2022-03, 2022, and as people write them: 2022. 3. 23., 2022.3, 2022년 3월, 20220323.
_SEPARATED = re.compile(r"(\d{4})(?:\s*[-.년/]\s*(\d{1,2})(?:\s*[-.월/]\s*(\d{1,2}))?)?\s*[.년월일]?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")


class PartialDate(NamedTuple):
    """The last day of what is known, and the precision; prints only what is known."""

    last_day: datetime.date
    precision: str

    @classmethod
    def parse(cls, text):
        """The date that `text` names; ValueError where it names none."""
        match = _DIGITS.fullmatch(text.strip()) or _SEPARATED.fullmatch(text.strip())
        if not match:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        if day:
            return cls(datetime.date(year, month, day), Precision.DAY)
        if month:
            return cls(_last_day_of_month(year, month), Precision.MONTH)
        return cls(datetime.date(year, 12, 31), Precision.YEAR)

    @classmethod
    def read(cls, row, name):
        """The date kept in column `name` of a model instance, or None where it is not known."""
        day = getattr(row, name)
        return cls(day, getattr(row, f"{name}_precision")) if day else None

    def write(self, row, name):
        setattr(row, name, self.last_day)
        setattr(row, f"{name}_precision", self.precision)

    @property
    def first_day(self):
        """The first day of what is known: of a month its first, of a year the first of January."""
        start = {Precision.DAY: {}, Precision.MONTH: {"day": 1}, Precision.YEAR: {"month": 1, "day": 1}}
        return self.last_day.replace(**start[self.precision])

    def __str__(self):
        return self.last_day.isoformat()[: {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]]

    @made_once
    def in_words(self):
        """As the reader's language writes it: `2022. 3. 23.`, `2022. 3.`, `2022`."""
        if self.precision == Precision.YEAR:
            return str(self.last_day.year)
        style = "DATE_FORMAT" if self.precision == Precision.DAY else "YEAR_MONTH_FORMAT"
        return formats.date_format(self.last_day, style)

    def age_in_words(self, day):
        """How long before `day` it was, no more exactly than it is known: `3년 2개월 전`, `약 3년 전`, `지난달`.

        `day` is not earlier than the date's last day, from which days, months and years are counted.
        """
        months = 12 * (day.year - self.last_day.year) + day.month - self.last_day.month
        if self.precision == Precision.YEAR:
            years = day.year - self.last_day.year
            return _roughly(12 * years) if years > 1 else [_("the same year"), _("the year before")][years]
        if self.precision == Precision.MONTH:
            return _roughly(months) if months > 1 else [_("the same month"), _("the month before")][months]
        months -= add_months(self.last_day, months) > day
        days = (day - self.last_day).days
        if months:
            return _("%(length)s ago") % {"length": _length(months)}
        return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days} if days else _("the same day")


def _roughly(months):
    return _("about %(length)s ago") % {"length": _length(months)}


def _length(months):
    """Years and months in words, without those that are none."""
    years, months = divmod(months, 12)
    parts = [
        (years, ngettext("%(n)d year", "%(n)d years", years)),
        (months, ngettext("%(n)d month", "%(n)d months", months)),
    ]
    return " ".join(words % {"n": n} for n, words in parts if n)


def _last_day_of_month(year, month):
    if not 1 <= month <= 12:
        raise ValueError(month)
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day, months):
    """The same day `months` calendar months later (earlier where negative), or the last of a shorter month: of 31
    January 28 February."""
    years, month = divmod(day.month - 1 + months, 12)
    last = _last_day_of_month(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))


def precision_field():
    """The column beside a partial date."""
    return models.CharField(_("known to the"), max_length=5, choices=Precision, default=Precision.DAY)


def clean_partial_dates(row):
    """Refuse a month or a year that is not kept as its last day (see the module's docstring)."""
    for field in row._meta.get_fields():
        if not field.name.endswith("_precision"):
            continue
        name = field.name.removesuffix("_precision")
        known = PartialDate.read(row, name)
        if known and PartialDate.parse(str(known)) != known:
            raise ValidationError({name: _("Enter the last day of the month or year that is known.")})
