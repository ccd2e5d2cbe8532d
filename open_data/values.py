"""How a value of a column is written where it leaves the program: in JSON, and in a cell of a table."""

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


def json_writer(column, whole):
    """Writes a value as JSON says it: null for what is not known, dates as text as far as known, [] for an empty list.

    `whole` is made by `addresses`.
    """
    if column.kind in (Kind.WHOLE, Kind.YES_NO):
        return lambda value: value
    if column.kind == Kind.LIST:
        return lambda items: [str(item) for item in items]
    write = {Kind.ADDRESS: whole, Kind.MOMENT: _moment, Kind.NUMBER: float}.get(column.kind, str)
    return lambda value: None if value is None or value == "" else write(value)


def cell_writer(column, whole):
    """Writes a value into a cell of a table of texts and numbers; "" for what is not known, Y and N for yes and no."""
    if column.kind == Kind.YES_NO:
        return {None: "", True: "Y", False: "N"}.__getitem__
    if column.kind == Kind.LIST:
        return lambda items: BETWEEN_ITEMS.join(map(str, items))
    write = json_writer(column, whole)
    return lambda value: "" if (written := write(value)) is None else written


def day_or_cell_writer(column, whole):
    """As `cell_writer`, but a day that is wholly known as a date, and a moment as the local time, for programs with
    dates."""
    write = cell_writer(column, whole)
    if column.kind == Kind.MOMENT:
        return lambda value: timezone.localtime(value).replace(tzinfo=None, microsecond=0) if value else ""
    if column.kind == Kind.PARTIAL_DATE:
        return lambda value: value.last_day if value and value.first_day == value.last_day else write(value)
    if column.kind == Kind.DAY:
        return lambda value: value or ""
    return write


def _moment(value):
    return timezone.localtime(value).isoformat(timespec="seconds")
