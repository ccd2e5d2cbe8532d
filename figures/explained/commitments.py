"""Agreed points by state and by kind, and those overdue: each counted on its own, never as one score."""

from django.db.models import Case, CharField, F, Value, When
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from agreements.models import Commitment
from common.partial_dates import PartialDate
from companies.tables import name_in_language, names_read
from figures.figure import Explanation, Figure, LeftOut, Part, Row, Rows, Unit
from figures.sums.parts import UNKNOWN


def points_known(day):
    """Agreed points of published rounds signed up to `day`, in that order, with their state on it."""
    points = Commitment.objects.public().signed_by(day).with_state_on(day)
    return _to_show(points).order_by("round__signed_on", "round_id", "order", "pk")


def points_without_day():
    """Agreed points of published rounds of which the day of signing is not known: no day counts them."""
    points = Commitment.objects.public().filter(round__signed_on=None)
    return _to_show(points).order_by("round_id", "order", "pk")


def explain_by_state(sums, day):
    return _by("state", "shown_state", Commitment.State, _("state not known"), sums, day)


def explain_by_kind(sums, day):
    return _by("kind", "kind", Commitment.Kind, _("kind not clear"), sums, day)


def explain_overdue(sums, day):
    points = points_known(day)
    due = points.filter(due_on__lt=day)
    n = due.count()
    words = ngettext("of %(n)d agreed point due before this day", "of %(n)d agreed points due before this day", n)
    undue = points.filter(due_on=None).exclude(shown_state__in=Commitment.DONE_WITH)
    left_out = [
        LeftOut("state_unknown", _("due before this day, state not known"), Rows(due.filter(shown_state=""), _row)),
        LeftOut(
            "unverifiable",
            _("due before this day, state cannot be verified"),
            Rows(due.filter(shown_state=Commitment.State.UNVERIFIABLE), _row),
        ),
        LeftOut("no_due_date", _("no due date known"), Rows(undue, _row)),
    ]
    rows = Rows(points.filter(is_overdue=True), _row)
    return Explanation(len(rows), rows, left_out=[*left_out, *_left_out(day)], base=words % {"n": n})


def _by(what, column, choices, unknown, sums, day):
    """The points in the order of `choices`, then those of none; parts of nothing are left away. They are counted from
    the sums of `what`; `column`, of the rows, says the same."""
    named = Case(When(**{column: ""}, then=Value(UNKNOWN)), default=F(column), output_field=CharField())
    points = points_known(day).annotate(part=named)
    start = f"{what} "
    summed = sums.parts_on("commitments", day).items()
    counts = {part.removeprefix(start): n for part, n in summed if part.startswith(start)}
    parts = [Part(choice.value, str(choice.label), counts[choice]) for choice in choices if choice in counts]
    if UNKNOWN in counts:
        parts.append(Part(UNKNOWN, unknown, counts[UNKNOWN], is_unknown=True))
    return Explanation(sum(counts.values()), Rows(points, _row), left_out=_left_out(day), parts=parts)


def _left_out(day):
    later = _to_show(Commitment.objects.public().filter(round__signed_on__gt=day))
    return [
        LeftOut("no_date", _("round without a day of signing"), Rows(points_without_day(), _row)),
        LeftOut(
            "after_the_day",
            _("round signed after this day"),
            Rows(later.order_by("round__signed_on", "round_id", "order", "pk"), _row),
        ),
    ]


def _to_show(points):
    return points.select_related("round", "agreement__company").prefetch_related(*names_read("agreement__company__"))


def _row(point):
    party = f"{name_in_language(point.agreement.company)}, " if point.agreement else ""
    return Row(
        "commitment",
        point.pk,
        (get_language() != "ko" and point.text_en) or point.text_ko,
        part=getattr(point, "part", ""),
        address=point.get_absolute_url(),
        day=PartialDate.read(point.round, "signed_on"),
        note=f"{party}{point.round.heading}",
    )


COUNTED = gettext_lazy("Every agreed point counts once, whether it is of a whole round or of one company.")
LEFT_OUT = gettext_lazy("Points of rounds without a known day of signing, of rounds signed after the day, and drafts.")

BY_STATE = Figure(
    key="commitments_by_state",
    label=gettext_lazy("Agreed points by state"),
    definition=gettext_lazy(
        "The agreed points of the rounds signed up to the day, each by what is known of it on that day: agreed, in "
        "progress, fulfilled, dropped, or impossible to verify. Nothing is inferred from what is not known."
    ),
    rule=gettext_lazy(
        "A state counts from the day on which a source showed it; before that day the state is not known. A state "
        "recorded without a day counts as it stands. The states are counted beside each other; no score is made."
    ),
    base=COUNTED,
    left_out=LEFT_OUT,
    unit=Unit.POINTS,
    explain=explain_by_state,
)

BY_KIND = Figure(
    key="commitments_by_kind",
    label=gettext_lazy("Agreed points by kind"),
    definition=gettext_lazy(
        "The agreed points of the rounds signed up to the day, by what was promised: a place in the city, jobs, "
        "training, research and development, business, or cooperation and support."
    ),
    rule=gettext_lazy(
        "The kind is the register's reading of the text. A point that names several things has the kind of the "
        "first one named; where the text is not clear the kind is left open."
    ),
    base=COUNTED,
    left_out=LEFT_OUT,
    unit=Unit.POINTS,
    explain=explain_by_kind,
)

OVERDUE = Figure(
    key="commitments_overdue",
    label=gettext_lazy("Agreed points overdue"),
    definition=gettext_lazy(
        "Agreed points that were due before the day and are known to be agreed or in progress on it, that is, "
        "neither fulfilled nor dropped."
    ),
    rule=gettext_lazy(
        "A point is overdue from the day after it was due; one due in a month or a year from the day after its "
        "end. Nobody marks a point as overdue: it follows from the date."
    ),
    base=COUNTED,
    left_out=gettext_lazy(
        "Points whose state is not known or cannot be verified, points without a known due date, points of rounds "
        "without a known day of signing or signed after the day, and drafts."
    ),
    unit=Unit.POINTS,
    explain=explain_overdue,
)

FIGURES = [BY_STATE, BY_KIND, OVERDUE]
