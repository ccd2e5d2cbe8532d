"""What waits for staff. Each kind of work says which rows wait, the longest waiting first, and which form mends one."""

from django.apps import apps
from django.core.cache import cache
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Agreement, Commitment, SigningRound
from common.partial_dates import PartialDate, Precision, add_months
from common.templatetags.register_text import signed
from companies.models import Establishment
from companies.place_forms import called
from companies.places import PlaceEvent
from editions.models import Edition
from figures.statements.checks import unreconciled
from figures.sums.day_sums import read_day_sums
from staff.drafts import drafts_lying
from staff.work import Line, Pile, Work

A_DAY = 24 * 60 * 60
MONTHS_UNTIL_ASKED_AGAIN = 6
FIRST_ROWS = 3


class PlansOverdue(Work):
    key = "plans-overdue"
    permissions = ["companies.view_establishment"]
    title, since = gettext_lazy("plans overdue"), gettext_lazy("Planned for")

    def waiting(self, day, user):
        return Establishment.objects.overdue(day).select_related("company").order_by("planned_on", "pk")

    def line(self, place):
        since = PartialDate.read(place, "planned_on")
        return Line(place.company.name, called(place), since, place_form(place, PlaceEvent.OPENED))


class PlacesNotConfirmed(Work):
    key = "places-not-confirmed"
    permissions = ["companies.view_establishment"]
    title, since = gettext_lazy("places not confirmed for six months"), gettext_lazy("Last seen")

    def waiting(self, day, user):
        limit = add_months(day, -MONTHS_UNTIL_ASKED_AGAIN)
        places = Establishment.objects.open_on(day).not_confirmed_since(limit)
        return places.select_related("company").order_by("last_seen", "pk")

    def line(self, place):
        name = "opened_on" if place.last_seen == place.opened_on else "confirmed_on"
        since = PartialDate.read(place, name)
        return Line(place.company.name, called(place), since, place_form(place, PlaceEvent.CONFIRMED))


class PointsOverdue(Work):
    key = "points-overdue"
    permissions = ["agreements.view_commitment"]
    title, since = gettext_lazy("agreed points overdue"), gettext_lazy("Due")

    def waiting(self, day, user):
        points = Commitment.objects.public().overdue_on(day)
        return points.select_related("round", "agreement__company").order_by("due_on", "pk")

    def line(self, point):
        party = point.agreement.company.name if point.agreement else point.round.heading
        address = reverse("admin:agreements_commitment_change", args=[point.pk])
        return Line(str(point), party, PartialDate.read(point, "due_on"), address)


class NumbersMissing(Work):
    key = "numbers-missing"
    permissions = ["agreements.view_signinground"]
    title, since = gettext_lazy("gaps in the agreement numbers"), gettext_lazy("Next round signed")
    public_page = "figures:series"

    def waiting(self, day, user):
        return SigningRound.objects.after_a_gap().order_by("first_number")

    def line(self, round):
        missing = SigningRound(first_number=round.previous_number + 1, last_number=round.first_number - 1)
        form = reverse("admin:agreements_signinground_add")
        numbers = {"first_number": missing.first_number, "last_number": missing.last_number}
        matter = _("before %(round)s") % {"round": round.heading}
        return Line(missing.heading, matter, PartialDate.read(round, "signed_on"), f"{form}?{urlencode(numbers)}")


class CountsApart(Work):
    key = "counts-apart"
    permissions = ["agreements.view_signinground"]
    title, since = gettext_lazy("rounds whose agreements are not all recorded"), gettext_lazy("Signed")
    public_page = "figures:series"

    def waiting(self, day, user):
        return SigningRound.objects.with_counts_apart().order_by(F("signed_on").asc(nulls_last=True), "pk")

    def line(self, round):
        counts = [_("%(count)s recorded") % {"count": round.recorded}]
        if round.stated_count is not None:
            counts.append(_("%(count)s stated") % {"count": round.stated_count})
        if round.numbered is not None:
            counts.append(_("%(count)s by their numbers") % {"count": round.numbered})
        address = reverse("admin:agreements_signinground_change", args=[round.pk])
        return Line(round.heading, " · ".join(counts), PartialDate.read(round, "signed_on"), address)


class WithoutRepresentative(Work):
    key = "without-representative"
    permissions = ["agreements.view_agreement"]
    title, since = gettext_lazy("agreements without representative"), gettext_lazy("Signed")

    def waiting(self, day, user):
        agreements = Agreement.objects.without_representative().select_related("company", "round")
        return agreements.order_by(F("round__signed_on").asc(nulls_last=True), "round", "order", "pk")

    def line(self, agreement):
        form = reverse("admin:companies_representative_add")
        address = f"{form}?{urlencode({'company': agreement.company_id})}"
        since = PartialDate.read(agreement.round, "signed_on")
        return Line(agreement.company.name, agreement.round.heading, since, address)


class StatementsNotReconciled(Work):
    key = "statements-not-reconciled"
    permissions = ["agreements.view_statement"]
    title, since = gettext_lazy("statements that the register does not agree with"), gettext_lazy("Speaks of")
    public_page = "figures:statement-list"

    def waiting(self, day, user):
        """The sums of a large register take seconds, and change with its editions alone: once for each."""
        edition = Edition.objects.first()
        if edition is None:
            return []
        key = f"unreconciled-{edition.number}-{edition.made_at.timestamp()}"
        return cache.get_or_set(key, lambda: unreconciled(read_day_sums()), timeout=A_DAY)

    def line(self, check):
        figure, statement = check.figure, check.figure.statement
        words = {"stated": figure.value, "expected": check.expected, "difference": signed(check.difference)}
        matter = _("%(stated)s stated, %(expected)s by the register (%(difference)s)") % words
        address = reverse("admin:agreements_statement_change", args=[statement.pk])
        name = " · ".join(filter(None, [figure.get_measure_display(), statement.stated_by]))
        return Line(name, matter, PartialDate.read(statement, "as_of"), address)


class DraftsLying(Work):
    key = "drafts-lying"
    permissions = ["agreements.view_signinground", "agreements.view_statement", "companies.view_company"]
    permissions += ["intake.view_review"]
    title, since = gettext_lazy("drafts that have lain for a week"), gettext_lazy("Last changed")

    def waiting(self, day, user):
        return drafts_lying(day, user)

    def line(self, draft):
        changed = PartialDate(timezone.localdate(draft["changed_at"]), Precision.DAY)
        kind = apps.get_model(draft["record"])._meta
        address = reverse(f"admin:{kind.app_label}_{kind.model_name}_change", args=[draft["key"]])
        return Line(draft["called"], str(kind.verbose_name), changed, address)


KINDS = [
    PlansOverdue(),
    PlacesNotConfirmed(),
    PointsOverdue(),
    NumbersMissing(),
    CountsApart(),
    WithoutRepresentative(),
    StatementsNotReconciled(),
    DraftsLying(),
]


def kinds_for(user):
    return [work for work in KINDS if work.is_for(user)]


def work_list(day, user):
    """The piles that wait on `day` for `user`; nothing of a kind that they may not see."""
    piles = []
    for work in kinds_for(user):
        rows = work.waiting(day, user)
        count = len(rows) if isinstance(rows, list) else rows.count()
        if count:
            piles.append(Pile(work, count, [work.line(row) for row in rows[:FIRST_ROWS]]))
    return piles


def place_form(place, event):
    address = reverse("admin:companies_company_place", args=[place.company_id])
    return f"{address}?{urlencode({'event': event.value, 'place': place.pk})}"
