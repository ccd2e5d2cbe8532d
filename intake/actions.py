"""The buttons of the review page that change the form and lead back to it."""

from intake.answers import move_field, rows_of, with_rows
from intake.services import fill_review_numbers, keep_review

ROWS_ADDED = 5


def act_on(review, posted):
    """Do what the button in `posted` says; returns the place of the page to show next (`#rows`), or nothing."""
    if "_fill" in posted:
        fill_review_numbers(review=review)
        return "#rows"
    rows, reading = rows_of(review.answers), review.reading
    at = _row(posted, len(rows))
    if "_add_rows" in posted:
        rows += [{} for _row in range(ROWS_ADDED)]
    elif "_insert" in posted:
        rows.insert(at, {})
        reading = _moved(reading, at, 1)
    elif "_drop" in posted and rows:
        del rows[at]
        reading = _moved(reading, at, -1)
    elif "_take" in posted and rows:
        rows[at]["company"] = posted["_take"].partition(":")[2]
    else:
        return ""
    keep_review(review=review, answers=with_rows(review.answers, rows), reading=reading)
    return f"#row-{at}"


def _row(posted, count):
    """The row that the button names; the last where it names none."""
    text = next((posted[name] for name in ("_insert", "_drop", "_take") if name in posted), "").partition(":")[0]
    last = max(count - 1, 0)
    return min(int(text), last) if text.isdecimal() else last


def _moved(reading, at, by):
    """A reading whose marks and doubts follow their rows."""
    moved = dict(reading)
    for name in ("marks", "doubts"):
        entries = reading.get(name, [])
        moved[name] = [entry | {"field": move_field(entry["field"], at, by)} for entry in entries]
    return moved
