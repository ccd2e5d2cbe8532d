from django.db import models
from django.db.models import Count, Exists, F, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.addresses import address_of
from common.constraints import known_precision, not_before
from common.korean import sort_key, validate_name
from common.partial_dates import clean_partial_dates, precision_field
from companies.models.choices import Field
from companies.models.search import NamedRow, SearchableQuerySet
from editions.history import public_history
from editions.models import Publishable
from sources.models import Source


def _least(agreements, column):
    """The least value among the agreements of one company. Grouped by it, for else SQLite, which keeps no statistics,
    may look through all rounds for each company."""
    return Subquery(agreements.order_by().values("company").annotate(least=Min(column)).values("least"))


class CompanyQuerySet(SearchableQuerySet):
    def unmerged(self):
        """Companies that stand for themselves: without the duplicates whose rows another one took over."""
        return self.filter(merged_into=None)

    def with_first_signed_on(self, day):
        """Adds `first_signed_on`: the day of the first agreement of a published round up to `day`; empty for none."""
        agreements = self.model._meta.get_field("agreements").related_model.objects
        signed = agreements.public().signed_by(day).filter(company=OuterRef("pk"))
        return self.annotate(first_signed_on=_least(signed, "round__signed_on"))

    def with_first_signed_on_precision(self):
        """Adds `first_signed_on_precision`, for printing: how much of `first_signed_on` is known."""
        agreements = self.model._meta.get_field("agreements").related_model.objects.public()
        earliest = _least(agreements.filter(company=OuterRef("company")), "round__signed_on")
        first = agreements.filter(company=OuterRef("pk"), round__signed_on=earliest)
        return self.annotate(first_signed_on_precision=_least(first, "round__signed_on_precision"))

    def first_precisions(self, numbers):
        """{company: `first_signed_on_precision`} of the companies with these numbers (a query of them may be given),
        where it is known."""
        agreements = self.model._meta.get_field("agreements").related_model.objects.public()
        dated = agreements.filter(company__in=numbers, round__signed_on__isnull=False).order_by()
        first = {}
        for company, *signed in dated.values_list("company", "round__signed_on", "round__signed_on_precision"):
            first[company] = min(first.get(company, signed), signed)
        return {company: precision for company, (_day, precision) in first.items()}

    def with_agreement_count(self, day, *, undated):
        """Adds `agreement_count`: agreements of published rounds signed up to `day`, or (`undated`) without a day. A
        subquery, which is asked of the rows shown; a join would group all companies to count the list."""
        agreements = self.model._meta.get_field("agreements").related_model.objects.public()
        counted = agreements.known_by(day, undated=undated).filter(company=OuterRef("pk")).order_by().values("company")
        count = Subquery(counted.annotate(n=Count("pk")).values("n"), models.IntegerField())
        return self.annotate(agreement_count=Coalesce(count, 0))

    def signed_between(self, first, last):
        """Companies with an agreement of a published round signed from `first` to `last`; None: no limit."""
        return self.filter(pk__in=self.agreements_between(first, last).values("company"))

    def agreements_between(self, first, last):
        """The agreements of `signed_between`."""
        limits = {"round__signed_on__gte": first, "round__signed_on__lte": last}
        agreements = self.model._meta.get_field("agreements").related_model.objects.public().order_by()
        return agreements.filter(round__signed_on__isnull=False, **{name: day for name, day in limits.items() if day})

    def listed_on(self, day):
        """Companies that a list of `day` holds: all but those whose first dated agreement is later."""
        agreements = self.model._meta.get_field("agreements").related_model.objects.public()
        earlier = agreements.signed_by(day).filter(company=OuterRef("company"))
        later = agreements.filter(~Exists(earlier), company=OuterRef("pk"), round__signed_on__gt=day)
        return self.filter(~Exists(later))

    def outside_draft_rounds(self):
        """Companies that are no party of a round still being drafted."""
        agreements = self.model._meta.get_field("agreements").related_model.objects
        drafted = agreements.filter(company=OuterRef("pk"), round__status=Publishable.Status.DRAFT)
        return self.filter(~Exists(drafted))


class Company(NamedRow, Publishable):
    """A party that signs with the city: a company or an institution. One row however often it signs."""

    class Kind(models.TextChoices):
        COMPANY = "company", pgettext_lazy("kind of party", "company")
        INSTITUTION = "institution", pgettext_lazy("kind of party", "institution")

    class FieldBasis(models.TextChoices):
        CITY = "city", _("as the city says")
        READING = "reading", _("the register's reading of the business")

    name = models.CharField(_("name"), max_length=100, validators=[validate_name])
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.COMPANY)
    field = models.ForeignKey(
        Field, verbose_name=_("AI field"), on_delete=models.PROTECT, null=True, blank=True, related_name="companies"
    )
    field_basis = models.CharField(_("field according to"), max_length=8, choices=FieldBasis, blank=True)
    business_ko = models.CharField(_("business (Korean)"), max_length=300, blank=True)
    business_en = models.CharField(_("business (English)"), max_length=300, blank=True)
    head_office = models.CharField(_("head office"), max_length=200, blank=True)
    homepage = models.URLField(_("homepage"), blank=True)
    note_ko = models.TextField(_("note (Korean)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="companies")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("merged into"), null=True, blank=True, editable=False, related_name="+"
    )
    sort_key = models.CharField(max_length=401, editable=False, db_index=True)

    objects = CompanyQuerySet.as_manager()
    # A merge keeps its own record and is undone there, never by restoring an old version of the company.
    history = public_history(m2m_fields=["sources"], excluded_fields=["merged_into"])

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        permissions = [("publish_company", "Can publish and withdraw companies")]
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(status=Publishable.Status.DRAFT),
                name="companies_company_merged_is_draft",
                violation_error_message=_("A company that was merged into another one stays a draft."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="companies_company_merged_into_another",
                violation_error_message=_("A company cannot be merged into itself."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return address_of("companies:company-detail", self.pk)

    def standing(self):
        """The company that this one was merged into, through all merges that followed; itself where it was not."""
        company = self
        while company.merged_into_id:
            company = company.merged_into
        return company


class CompanyRow(models.Model):
    """A row that belongs to a company and is public when the company is."""

    class Meta:
        abstract = True

    def is_public(self):
        return self.company.is_public()


class Alias(NamedRow, CompanyRow):
    """Another name by which search must find the company; a misprint is never shown as a name, only as what a
    search found the company by.

    In use from `used_from` to `used_until`, both days included; empty means not known, or still in use.
    """

    class Kind(models.TextChoices):
        FORMER = "former", _("former name")
        TRADE = "trade", _("other name")
        ENGLISH = "english", _("English name")
        MISPRINT = "misprint", _("misprint")

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("company"))
    name = models.CharField(_("name"), max_length=100, validators=[validate_name])
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    used_from = models.DateField(_("used from"), null=True, blank=True)
    used_from_precision = precision_field()
    used_until = models.DateField(_("used until"), null=True, blank=True)
    used_until_precision = precision_field()

    history = public_history()

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "name"],
                name="companies_alias_once",
                violation_error_message=_("The company already has this name."),
            ),
            not_before("companies_alias", "used_until", "used_from", _("The end is before the start.")),
            *known_precision("companies_alias", "used_from", "used_until"),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        clean_partial_dates(self)


class RepresentativeQuerySet(models.QuerySet):
    def on(self, day):
        """Those in office on `day`, as far as known; an unknown start or end does not exclude."""
        return self.known_by(day).filter(Q(ended_on__isnull=True) | Q(ended_on__gte=day))

    def known_by(self, day):
        """Those who head the company on `day` or headed it before."""
        return self.filter(Q(started_on__isnull=True) | Q(started_on__lte=day))


class Representative(NamedRow, CompanyRow):
    """A head of a company (대표이사, 대표, CEO, 회장, 원장 …); several at once are co-representatives.

    In office from `started_on` to `ended_on`, both days included; empty means not known, or still in office.
    """

    company = models.ForeignKey(
        Company, on_delete=models.CASCADE, related_name="representatives", verbose_name=_("company")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    name = models.CharField(_("name"), max_length=60, validators=[validate_name])
    title = models.CharField(_("title"), max_length=60, blank=True)
    started_on = models.DateField(_("in office from"), null=True, blank=True)
    started_on_precision = precision_field()
    ended_on = models.DateField(_("in office until"), null=True, blank=True)
    ended_on_precision = precision_field()
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="representatives")

    objects = RepresentativeQuerySet.as_manager()
    history = public_history(m2m_fields=["sources"])

    class Meta:
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        ordering = ["order", "pk"]
        constraints = [
            not_before("companies_representative", "ended_on", "started_on", _("The end is before the start.")),
            *known_precision("companies_representative", "started_on", "ended_on"),
        ]

    def __str__(self):
        return f"{self.name} {self.title}".strip()

    def clean(self):
        clean_partial_dates(self)
