"""Two changes of what was public, so that past editions differ: each row is what the services leave of it."""

import datetime

from editions.models import Edition
from synthetic.chance import LAST_DAY

_PLANNED_ON, _OPENED_ON = LAST_DAY.replace(day=30), LAST_DAY - datetime.timedelta(days=2)
_WRONG_DAY, _RIGHT_DAY = datetime.date(2024, 5, 31), datetime.date(2024, 3, 31)
_REASON = "개소일을 바로잡음"


def record_opening(places, sources, editions, *, company):
    """A place that was planned opens, as companies.places.record_place_event records it."""
    told, planned = {"planned_on": _PLANNED_ON}, editions.load()
    first = sources.add_report(_WRONG_DAY, "광주 연구소 개소 예정", planned)
    seen = editions.publish(Edition.Kind.RECORD)
    second = sources.add_report(_OPENED_ON, "광주 연구소 문 열어", seen)
    made_at = seen.plain[-1].made_at
    added, linked = planned.linked
    places.add_revised(
        [
            (added, {"opened_on": None}, []),
            (linked.until(editions.latest), {"opened_on": None}, [first]),
            # Saved with its day, then given its source: the same edition twice.
            (editions.change(made_at, until=editions.latest), {}, [first]),
            (editions.change(made_at), {}, [first, second]),
        ],
        [first, second],
        **told,
        company_id=company,
        order=3,
        kind="lab",
        opened_on=_OPENED_ON,
    )


def correct_opening(places, sources, editions, *, company):
    """The day on which a place opened is set right."""
    loaded = editions.load()
    source = sources.add_report(_RIGHT_DAY, "광주 지사 개소", loaded)
    made_at = editions.begin(Edition.Kind.CORRECT, _REASON)
    added, linked = loaded.linked
    places.add_revised(
        [
            (added, {"opened_on": _WRONG_DAY}, []),
            (linked.until(editions.latest), {"opened_on": _WRONG_DAY}, [source]),
            (editions.change(made_at, _REASON), {}, [source]),
        ],
        [source],
        company_id=company,
        order=4,
        kind="office",
        opened_on=_RIGHT_DAY,
    )
