from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from agreements.models.signing_round import RoundRow, SigningRound
from companies.models import Company, Representative
from editions.history import public_history
from editions.models import Publishable


class AgreementQuerySet(models.QuerySet):
    def public(self):
        """Agreements of published rounds. Said by what they are not: an equality would lead SQLite, where it has no
        statistics, from the index of the status through all rounds for each company."""
        return self.filter(~Q(round__status=Publishable.Status.DRAFT))

    def signed_by(self, day):
        """Agreements of rounds signed on `day` or before; a round without a date takes no part."""
        return self.filter(round__signed_on__lte=day)

    def known_by(self, day, *, undated):
        """Agreements signed up to `day`; `undated`: and those of rounds without a date."""
        known = Q(round__signed_on__lte=day)
        return self.filter(known | Q(round__signed_on__isnull=True) if undated else known)

    def named(self):
        """Agreements whose company is public, in the order listed, with their companies."""
        listed = self.filter(company__status=Publishable.Status.PUBLISHED).order_by("order", "pk")
        return listed.select_related("company")

    def without_representative(self):
        """Agreements that name nobody: neither a signatory of their own nor a representative of the company."""
        signatories = Signatory.objects.filter(agreement=OuterRef("pk"))
        heads = Representative.objects.filter(company=OuterRef("company"))
        return self.filter(~Exists(signatories), ~Exists(heads))


class Agreement(RoundRow):
    """One company's agreement in a round. `number` only where a source ties it to this company."""

    round = models.ForeignKey(
        SigningRound, on_delete=models.CASCADE, related_name="agreements", verbose_name=_("signing round")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("company"))
    number = models.IntegerField(_("number"), null=True, blank=True, unique=True)
    note_ko = models.TextField(_("note (Korean)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)

    objects = AgreementQuerySet.as_manager()
    history = public_history()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["round", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "company"],
                name="agreements_agreement_company_once_a_round",
                violation_error_message=_("The company is already a party of this round."),
            )
        ]

    def __str__(self):
        return f"{self.number or self.round} {self.company}"

    def clean(self):
        if self.company_id and self.company.merged_into_id:
            text = _("This company was merged into %(kept)s. Choose %(kept)s.") % {"kept": self.company.standing()}
            raise ValidationError({"company": text})
        if self.number is None or self.round_id is None:
            return
        first, last = self.round.first_number, self.round.last_number
        if first is None or last is None or not first <= self.number <= last:
            raise ValidationError({"number": _("The number is outside the range of its round.")})


class Signatory(models.Model):
    """Who signed for the company on that day, with the title of that day; not always its representative."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="signatories", verbose_name=_("agreement")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    name = models.CharField(_("name"), max_length=60)
    title = models.CharField(_("title"), max_length=60, blank=True)

    history = public_history()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["order", "pk"]

    def __str__(self):
        return f"{self.name} {self.title}".strip()

    def is_public(self):
        return self.agreement.is_public()
