from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models.agreement import Agreement
from agreements.models.signing_round import RoundRow, SigningRound
from common.constraints import known_precision
from common.partial_dates import clean_partial_dates, precision_field
from companies.models import Company
from editions.history import public_history
from editions.models import Publishable
from sources.models import Source


class CommitmentQuerySet(models.QuerySet):
    def public(self):
        """Points of published rounds."""
        return self.filter(round__status=Publishable.Status.PUBLISHED)

    def signed_by(self, day):
        """Points of rounds signed on `day` or before; a round without a date takes no part."""
        return self.filter(round__signed_on__lte=day)

    def with_state_on(self, day):
        """Adds what is known at the end of `day`: `shown_state`, empty where it was seen only later or is not known;
        and `is_overdue`: True for what was to be done before `day` and is known to be still to do; False for what is
        done with, or due on `day` or later; None, not known, for all else. A state without a day counts as it stands.
        """
        later = When(state_on__gt=day, then=Value(""))
        seen = self.annotate(shown_state=Case(later, default=F("state"), output_field=models.CharField()))
        missed = When(due_on__lt=day, shown_state__in=Commitment.STILL_TO_DO, then=Value(True))
        kept = When(Q(due_on__gte=day) | Q(shown_state__in=Commitment.DONE_WITH), then=Value(False))
        return seen.annotate(is_overdue=Case(missed, kept, default=None, output_field=models.BooleanField()))

    def overdue_on(self, day):
        """Points due before `day` that are agreed or in progress then. A point due in a month is overdue from the
        first day of the next; one without a due date, or of no known state, never is."""
        return self.with_state_on(day).filter(is_overdue=True)

    def without_evidence(self):
        """Points that say what came of them, but name no source for it."""
        return self.filter(state__in=Commitment.TELLS_OF_DEEDS, evidence=None)

    def found_by(self, reading, day):
        """Points that hold the words of `reading`, or whose company or round has a party that it finds on `day`."""
        companies = Company.objects.published().found_by(reading, day)
        rounds = SigningRound.objects.with_party(companies).order_by().values("pk")
        party = Q(agreement__company__in=companies.order_by().values("pk")) | Q(agreement=None, round__in=rounds)
        return self.filter(Q(text_ko__icontains=reading.words) | Q(text_en__icontains=reading.words) | party)


class Commitment(RoundRow):
    """An agreed point: of the whole round, or of one agreement. An empty state means that nothing is known of it, an
    empty kind that the text is not clear.

    `kind` is the register's reading; a point that names several things has the kind of the first.
    `state_on`: the day on which a source last showed the state. Before that day the state was not known.
    """

    class State(models.TextChoices):
        AGREED = "agreed", _("agreed")
        IN_PROGRESS = "in_progress", _("in progress")
        FULFILLED = "fulfilled", _("fulfilled")
        DROPPED = "dropped", _("dropped")
        UNVERIFIABLE = "unverifiable", _("cannot be verified")

    class Kind(models.TextChoices):
        PLACE = "place", _("place in the city")
        JOBS = "jobs", _("jobs")
        TRAINING = "training", _("training of people")
        TECHNOLOGY = "technology", _("research, development and trials")
        BUSINESS = "business", _("business, services and industry")
        SUPPORT = "support", _("cooperation and support")

    STILL_TO_DO = (State.AGREED, State.IN_PROGRESS)
    DONE_WITH = (State.FULFILLED, State.DROPPED)
    TELLS_OF_DEEDS = (State.IN_PROGRESS, State.FULFILLED, State.DROPPED)

    round = models.ForeignKey(
        SigningRound, on_delete=models.CASCADE, related_name="commitments", verbose_name=_("signing round")
    )
    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("agreement"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    text_ko = models.TextField(_("text (Korean)"))
    text_en = models.TextField(_("text (English)"), blank=True)
    kind = models.CharField(_("kind of point"), max_length=10, choices=Kind, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, blank=True)
    state_on = models.DateField(_("state seen on"), null=True, blank=True)
    state_on_precision = precision_field()
    due_on = models.DateField(_("due on"), null=True, blank=True)
    due_on_precision = precision_field()
    evidence = models.ManyToManyField(Source, verbose_name=_("evidence"), blank=True, related_name="commitments")

    objects = CommitmentQuerySet.as_manager()
    history = public_history(m2m_fields=["evidence"])

    class Meta:
        verbose_name = _("agreed point")
        verbose_name_plural = _("agreed points")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state_on__isnull=True) | ~Q(state=""),
                name="agreements_commitment_state_on_needs_state",
                violation_error_message=_("Choose the state that was seen on that day, or leave the day empty."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["", "agreed", "in_progress", "fulfilled", "dropped", "unverifiable"]),
                name="agreements_commitment_state_known",
                violation_error_message=_("Choose one of the states, or leave it empty if it is not known."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["", "place", "jobs", "training", "technology", "business", "support"]),
                name="agreements_commitment_kind_known",
                violation_error_message=_("Choose one of the kinds, or leave it empty if it is not clear."),
            ),
            *known_precision("agreements_commitment", "due_on", "state_on"),
        ]

    def __str__(self):
        return self.text_ko[:60]

    def get_absolute_url(self):
        return reverse("agreements:commitment", args=[self.pk])

    def clean(self):
        clean_partial_dates(self)
        if self.agreement and self.agreement.round_id != self.round_id:
            raise ValidationError({"agreement": _("Choose an agreement of this round.")})

    @property
    def shown_state_label(self):
        """The state of `with_state_on` in words."""
        return self.State(self.shown_state).label

    @property
    def shown_evidence(self):
        """The sources of the state of `with_state_on`; none where it was seen only later."""
        return list(self.evidence.all()) if self.state == self.shown_state else []

    @property
    def anchor(self):
        """Where its round's page and its company's page show it."""
        return f"point-{self.pk}"
