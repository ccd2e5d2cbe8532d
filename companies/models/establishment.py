import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from common.constraints import known_precision, not_before, not_negative
from common.partial_dates import PartialDate, clean_partial_dates, precision_field
from companies.models.choices import District
from companies.models.company import Company, CompanyRow
from editions.history import public_history
from editions.models import Publishable
from sources.models import Source, confidence_field

NEVER = datetime.date.max
EVIDENCE = ("opened_on", "confirmed_on")  # the dates that show a place to have been there


class EstablishmentQuerySet(models.QuerySet):
    def public(self):
        return self.filter(company__status=Publishable.Status.PUBLISHED)

    def with_span(self):
        """Adds `opens`: opened_on or else confirmed_on; and `closes`: closed_on or else closing_reported_on."""
        return self.annotate(
            opens=Coalesce("opened_on", "confirmed_on"),
            closes=Coalesce("closed_on", "closing_reported_on", models.Value(NEVER, models.DateField())),
        )

    def open_on(self, day):
        """Places open at the end of `day`: from the day they opened, no longer on the day they closed."""
        return self.with_span().filter(opens__lte=day, closes__gt=day)

    def closed_by(self, day):
        """Places whose closing counts on `day` or counted before."""
        return self.with_span().filter(closes__lte=day)

    def planned_on(self, day):
        """Places announced by `day`, or on a day not known, of which neither opening nor closing shows up to `day`."""
        return (
            self.with_span()
            .filter(Q(announced_on__lte=day) | Q(announced_on__isnull=True))
            .filter(Q(announced_on__isnull=False) | Q(planned_on__isnull=False))
            .filter(Q(opens__isnull=True) | Q(opens__gt=day), closes__gt=day)
        )

    def not_confirmed_since(self, day):
        """Places last seen before `day`. Adds `last_seen`: the later of opened_on and confirmed_on; a place with
        neither was never seen, and is left out."""
        seen = Greatest(Coalesce("opened_on", "confirmed_on"), Coalesce("confirmed_on", "opened_on"))
        return self.annotate(last_seen=seen).filter(last_seen__lt=day)

    def with_last_seen(self, day):
        """Adds `last_seen`: the latest day up to `day` on which the place is known to have been there, by its opening
        or a confirmation; empty where there is none."""
        opened, confirmed = (
            models.Case(models.When(**{f"{name}__lte": day}, then=models.F(name))) for name in EVIDENCE
        )
        return self.annotate(last_seen=Greatest(Coalesce(opened, confirmed), Coalesce(confirmed, opened)))

    def known_by(self, day):
        """Places of which something was known on `day`: an event up to it, a plan announced by it or on a day not
        known, or nothing but the place itself."""
        events = ("announced_on", "opened_on", "confirmed_on", "closed_on", "closing_reported_on")
        happened, undated = Q(), Q(planned_on__isnull=True)
        for name in events:
            happened |= Q(**{f"{name}__lte": day})
            undated &= Q(**{f"{name}__isnull": True})
        planned = Q(planned_on__isnull=False, announced_on__isnull=True)
        return self.filter(happened | planned | undated)

    def overdue(self, day):
        """Places planned for a time that is over on `day`, of which neither opening nor closing is known.

        A plan for a month is over when the month is. A plan without a day is never overdue.
        """
        nothing_since = {
            f"{name}__isnull": True for name in ("opened_on", "confirmed_on", "closed_on", "closing_reported_on")
        }
        return self.filter(planned_on__lt=day, **nothing_since)

    def with_status(self, day):
        """Adds `place_status` on `day` to each place; the three states leave each other out."""
        this, places = Q(pk=OuterRef("pk")), Establishment.objects.order_by()
        return self.annotate(
            place_status=models.Case(
                models.When(Exists(places.open_on(day).filter(this)), then=models.Value(PlaceStatus.OPEN)),
                models.When(Exists(places.planned_on(day).filter(this)), then=models.Value(PlaceStatus.PLANNED)),
                models.When(Exists(places.closed_by(day).filter(this)), then=models.Value(PlaceStatus.CLOSED)),
                default=models.Value(PlaceStatus.UNCONFIRMED),
                output_field=models.CharField(),
            )
        )


class Establishment(CompanyRow):
    """A place of a company in the city. What was planned and what happened are different dates.

    `confirmed_on`: the last day on which a source shows it there. A place without any of these dates says nothing.
    """

    class Kind(models.TextChoices):
        HEAD_OFFICE = "head_office", _("head office moved")
        CORPORATION = "corporation", _("corporation")
        LAB = "lab", _("lab")
        OFFICE = "office", _("branch office")

    company = models.ForeignKey(
        Company, on_delete=models.CASCADE, related_name="establishments", verbose_name=_("company")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    kind = models.CharField(_("kind of place"), max_length=12, choices=Kind, blank=True)
    name = models.CharField(_("name of the place"), max_length=100, blank=True)
    announced_on = models.DateField(_("plan announced on"), null=True, blank=True)
    announced_on_precision = precision_field()
    planned_on = models.DateField(_("planned for"), null=True, blank=True)
    planned_on_precision = precision_field()
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    opened_on_precision = precision_field()
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_on_precision = precision_field()
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_on_precision = precision_field()
    closing_reported_on = models.DateField(_("closing reported on"), null=True, blank=True)
    closing_reported_on_precision = precision_field()
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, null=True, blank=True, related_name="places"
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    people = models.IntegerField(_("people there"), null=True, blank=True)
    confidence = confidence_field()
    note_ko = models.TextField(_("note (Korean)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="establishments")

    objects = EstablishmentQuerySet.as_manager()
    history = public_history(m2m_fields=["sources"])

    class Meta:
        verbose_name = _("place in the city")
        verbose_name_plural = _("places in the city")
        ordering = ["company", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "order"],
                name="companies_establishment_order_once",
                violation_error_message=_("The company already has a place with this order number."),
            ),
            not_before(
                "companies_establishment", "closed_on", "opened_on", _("The place cannot close before it opened.")
            ),
            not_before(
                "companies_establishment",
                "closing_reported_on",
                "opened_on",
                _("The closing cannot be reported before the place opened."),
            ),
            not_negative("companies_establishment", "people"),
            *known_precision(
                "companies_establishment",
                *("announced_on", "planned_on", "opened_on", "confirmed_on", "closed_on", "closing_reported_on"),
            ),
        ]
        indexes = [models.Index(fields=["company", "opened_on", "confirmed_on"], name="establishment_spans")]

    def __str__(self):
        return self.name or f"{self.company} {self.get_kind_display()}".strip()

    def clean(self):
        clean_partial_dates(self)

    def last_seen_on(self, day):
        """The date of `with_last_seen`, as far as it is known."""
        return latest_seen([PartialDate.read(self, name) for name in EVIDENCE], day)


def latest_seen(dates, day):
    """The latest of the dates of EVIDENCE up to `day`; of two that end on one day the more exact one. None: none."""
    seen = [date for date in dates if date and date.last_day <= day]
    return max(seen, key=lambda date: (date.last_day, date.first_day), default=None)


class PlaceStatus(models.TextChoices):
    """What the register can say of a company's places on a day. `unconfirmed` is not "no": it is not known."""

    OPEN = "open", _("opened")
    PLANNED = "planned", _("planned")
    CLOSED = "closed", _("closed")
    UNCONFIRMED = "unconfirmed", _("not confirmed")


def with_place_status(companies, day):
    """`companies` with `place_status` on `day`: open before planned before closed before unconfirmed."""
    places = Establishment.objects.filter(company=OuterRef("pk"))
    return companies.annotate(
        place_status=models.Case(
            models.When(Exists(places.open_on(day)), then=models.Value(PlaceStatus.OPEN)),
            models.When(Exists(places.planned_on(day)), then=models.Value(PlaceStatus.PLANNED)),
            models.When(Exists(places.closed_by(day)), then=models.Value(PlaceStatus.CLOSED)),
            default=models.Value(PlaceStatus.UNCONFIRMED),
            output_field=models.CharField(),
        )
    )
