"""How a value of a column is written where it leaves the program: in JSON, and in a cell of a table."""

import datetime

from django.utils import timezone

from common.parameters import kept_clocks
from open_data.dataset import Kind

BETWEEN_ITEMS = "; "


def addresses(site, clocks):
    """A function that makes an address from the site's root whole, with the day and the edition of the table; `site`
    is like `https://example.go.kr`."""
    kept = kept_clocks({}, as_of=clocks.as_of, edition=clocks.edition or None)

    def whole(path):
        page, mark, anchor = path.partition("#")
        return f"{site}{page}{kept}{mark}{anchor}"

    return whole


def json_value(column, record, whole):
    """The value as JSON says it: null for what is not known, dates as text as far as known, [] for an empty list.

    `whole` is made by `addresses`.
    """
    value = column.read(record)
    if value is None or value == "":
        return None
    if column.kind == Kind.ADDRESS:
        return whole(value)
    if column.kind in (Kind.WHOLE, Kind.YES_NO):
        return value
    if column.kind == Kind.LIST:
        return [str(item) for item in value]
    if column.kind == Kind.MOMENT:
        return timezone.localtime(value).isoformat(timespec="seconds")
    return float(value) if column.kind == Kind.NUMBER else str(value)


def cell(column, record, whole):
    """The value in a cell of a table of texts and numbers; "" for what is not known, Y and N for yes and no."""
    value = json_value(column, record, whole)
    if value is None:
        return ""
    if column.kind == Kind.YES_NO:
        return "Y" if value else "N"
    return BETWEEN_ITEMS.join(value) if column.kind == Kind.LIST else value


def day_or_cell(column, record, whole):
    """As `cell`, but a day that is wholly known as a date, and a moment as the local time, for programs with dates."""
    value = column.read(record)
    if column.kind == Kind.MOMENT and value:
        return timezone.localtime(value).replace(tzinfo=None, microsecond=0)
    if column.kind == Kind.PARTIAL_DATE and value and value.first_day == value.last_day:
        return value.last_day
    return value if isinstance(value, datetime.date) else cell(column, record, whole)
