from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Window
from django.db.models.functions import Coalesce, Greatest, Lag
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from common.addresses import address_of, free_name
from common.constraints import known_precision, not_negative
from common.partial_dates import PartialDate, clean_partial_dates, precision_field
from companies.models import Establishment
from editions.history import public_history
from editions.models import Publishable, PublishableQuerySet
from sources.models import Source, confidence_field


def present_operator():
    """Who signs for the city today. A past round keeps the party that signed it."""
    return settings.OPERATOR["name_ko"]


class SigningRoundQuerySet(PublishableQuerySet):
    def signed_by(self, day):
        """Rounds signed on `day` or before; a round without a date takes no part."""
        return self.filter(signed_on__lte=day)

    def known_by(self, day, *, undated):
        """Rounds signed up to `day`; `undated`: and those without a date."""
        known = Q(signed_on__lte=day)
        return self.filter(known | Q(signed_on__isnull=True) if undated else known)

    def holding(self, number):
        """Rounds whose range of numbers holds `number`; at most one."""
        return self.filter(first_number__lte=number, last_number__gte=number)

    def with_party(self, companies):
        """Rounds to which one of `companies` is a party."""
        agreements = self.model._meta.get_field("agreements").related_model.objects
        return self.filter(pk__in=agreements.filter(company__in=companies.order_by().values("pk")).values("round"))

    def signed_between(self, first, last):
        """Rounds signed from `first` to `last`; None: no limit."""
        limits = {"signed_on__gte": first, "signed_on__lte": last}
        return self.filter(**{name: day for name, day in limits.items() if day})

    def printed(self):
        """Rounds whose numbers a source prints; deduced numbers are kept, but are no evidence of a total."""
        return self.filter(number_basis=SigningRound.NumberBasis.PRINTED, last_number__isnull=False)

    def with_established(self, day):
        """Adds `established`: parties recorded whose company has a place open on `day`; a company of two rounds
        counts in both."""
        agreements = self.model._meta.get_field("agreements").related_model.objects
        open_places = Establishment.objects.filter(company=OuterRef("company")).open_on(day)
        standing = agreements.filter(Exists(open_places), round=OuterRef("pk")).order_by().values("round")
        return self.annotate(
            established=Coalesce(Subquery(standing.annotate(n=Count("pk")).values("n"), IntegerField()), 0)
        )

    def with_size(self):
        """Adds `recorded`: agreements recorded; and `size`: the larger of that and `stated_count`."""
        agreements = self.model._meta.get_field("agreements").related_model.objects
        recorded = (
            agreements.filter(round=OuterRef("pk")).order_by().values("round").annotate(n=Count("pk")).values("n")
        )
        return self.annotate(recorded=Coalesce(Subquery(recorded, IntegerField()), 0)).annotate(
            size=Greatest(Coalesce("stated_count", 0), F("recorded"))
        )

    def after_a_gap(self):
        """Rounds whose numbers do not follow those of the round before them in the series, printed or deduced. Adds
        `previous_number`, the last number before the gap; 0 where the series should begin."""
        previous = Window(Lag("last_number", default=0), order_by=F("first_number").asc())
        numbered = self.filter(first_number__isnull=False).annotate(previous_number=previous)
        return numbered.filter(first_number__gt=F("previous_number") + 1)

    def with_counts_apart(self):
        """Rounds whose recorded agreements are not as many as was stated, or as their numbers hold. Adds `recorded`
        and `numbered`; what is not known differs from nothing."""
        rounds = self.with_size().annotate(numbered=F("last_number") - F("first_number") + 1)
        stated = Q(stated_count__lt=F("recorded")) | Q(stated_count__gt=F("recorded"))
        return rounds.filter(stated | Q(numbered__lt=F("recorded")) | Q(numbered__gt=F("recorded")))


class SigningRound(Publishable):
    """One signing of the city with one or more parties: its range of numbers, day, place, and who took part."""

    class NumberBasis(models.TextChoices):
        PRINTED = "printed", _("printed in a source")
        DEDUCED = "deduced", _("deduced from totals and neighbours")

    slug = models.SlugField(_("address name"), max_length=40, unique=True, blank=True)
    first_number = models.IntegerField(_("first number"), null=True, blank=True)
    last_number = models.IntegerField(_("last number"), null=True, blank=True)
    number_basis = models.CharField(_("numbers are"), max_length=8, choices=NumberBasis, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True, db_index=True)
    signed_on_precision = precision_field()
    date_basis_ko = models.TextField(_("how the date is known (Korean)"), blank=True)
    date_basis_en = models.TextField(_("how the date is known (English)"), blank=True)
    confidence = confidence_field()
    signing_party = models.CharField(_("signing party of the city"), max_length=60, default=present_operator)
    city_signatory_name = models.CharField(_("signed for the city by"), max_length=60, blank=True)
    city_signatory_title = models.CharField(_("title of the city's signatory"), max_length=60, blank=True)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    stated_count = models.IntegerField(_("stated count"), null=True, blank=True)
    note_ko = models.TextField(_("note (Korean)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="rounds")

    objects = SigningRoundQuerySet.as_manager()
    history = public_history(m2m_fields=["sources"])

    class Meta:
        verbose_name = _("signing round")
        verbose_name_plural = _("signing rounds")
        permissions = [("publish_signinground", "Can publish and withdraw signing rounds")]
        ordering = [F("signed_on").desc(nulls_last=True), F("last_number").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_number__isnull=True, last_number__isnull=True, number_basis="")
                # CHECK lets pass what it cannot decide, so that half a range must be refused by name.
                | Q(
                    first_number__isnull=False,
                    first_number__gte=1,
                    last_number__isnull=False,
                    last_number__gte=F("first_number"),
                    number_basis__in=["printed", "deduced"],
                ),
                name="agreements_signinground_numbers_in_order",
                violation_error_message=_(
                    "Give both numbers, the first not above the last, and say whether they are printed or deduced; "
                    "or leave all three empty."
                ),
            ),
            not_negative("agreements_signinground", "stated_count"),
            *known_precision("agreements_signinground", "signed_on"),
        ]
        # The last number first: whether a new round shares a number with another is asked of the latest rounds.
        indexes = [models.Index(fields=["last_number", "first_number"], name="round_numbers")]

    def __str__(self):
        return self.slug

    def clean(self):
        clean_partial_dates(self)
        if self.first_number is None or self.last_number is None:
            return
        other = (
            SigningRound.objects.filter(first_number__lte=self.last_number, last_number__gte=self.first_number)
            .exclude(pk=self.pk)
            .first()
        )
        if other:
            raise ValidationError(
                {"first_number": _("The round %(round)s already holds numbers of this range.") % {"round": other}}
            )

    def save(self, *args, **kwargs):
        self.slug = self.slug or self.free_slug()
        super().save(*args, **kwargs)

    def free_slug(self):
        """The address of the round; never that of another round."""
        return free_name(self.wanted_slug(), SigningRound.objects.exclude(pk=self.pk), "slug")

    def wanted_slug(self):
        """Its printed numbers, else its day, else `undated`."""
        if self.number_basis == self.NumberBasis.PRINTED and self.first_number and self.last_number:
            return "-".join(str(number) for number in sorted({self.first_number, self.last_number}))
        return self.signed_on.isoformat() if self.signed_on else "undated"

    def get_absolute_url(self):
        return address_of("agreements:round-detail", self.slug)

    @property
    def heading(self):
        """What the round is called: its numbers, else its day as far as known."""
        if self.first_number is None:
            known = PartialDate.read(self, "signed_on")
            return (
                gettext("Agreement of %(day)s") % {"day": known.in_words()}
                if known
                else gettext("Agreement of an unknown day")
            )
        count = self.last_number - self.first_number + 1
        return ngettext("Agreement no. %(numbers)s", "Agreements nos. %(numbers)s", count) % {"numbers": self.numbers}

    @property
    def numbers(self):
        """`136~145`, `50`, or nothing where no number is known."""
        if self.first_number is None:
            return ""
        return "~".join(str(number) for number in sorted({self.first_number, self.last_number}))


class RoundRow(models.Model):
    """A row that belongs to a round and is public when the round is."""

    class Meta:
        abstract = True

    def is_public(self):
        return self.round.is_public()


class Attendee(RoundRow):
    """Somebody who attended the signing without signing for the city or a party."""

    round = models.ForeignKey(SigningRound, on_delete=models.CASCADE, related_name="attendees")
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    name = models.CharField(_("name"), max_length=60)
    title = models.CharField(_("title"), max_length=100, blank=True)

    history = public_history()

    class Meta:
        verbose_name = _("attendee")
        verbose_name_plural = _("attendees")
        ordering = ["order", "pk"]

    def __str__(self):
        return f"{self.name} {self.title}".strip()
