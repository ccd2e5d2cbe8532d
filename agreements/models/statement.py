from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.constraints import known_precision, not_negative
from common.partial_dates import clean_partial_dates, precision_field
from editions.history import public_history
from editions.models import Publishable, PublishableQuerySet
from sources.models import Source, confidence_field


class Statement(Publishable):
    """What an official said of the totals. Never edited to agree with the register.

    `as_of`: the day the figures speak of; `stated_on`: the day it was said, where that is another day.
    """

    slug = models.SlugField(
        _("key"), max_length=60, unique=True, help_text=_("Short name, used in the register files.")
    )
    as_of = models.DateField(_("speaks of"), null=True, blank=True, db_index=True)
    as_of_precision = precision_field()
    stated_on = models.DateField(_("said on"), null=True, blank=True)
    stated_on_precision = precision_field()
    stated_by = models.CharField(_("said by"), max_length=100, blank=True)
    summary_ko = models.TextField(_("in short (Korean)"), blank=True)
    summary_en = models.TextField(_("in short (English)"), blank=True)
    note_ko = models.TextField(_("note (Korean)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    confidence = confidence_field()
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="statements")

    objects = PublishableQuerySet.as_manager()
    history = public_history(m2m_fields=["sources"])

    class Meta:
        verbose_name = _("official statement")
        verbose_name_plural = _("official statements")
        permissions = [("publish_statement", "Can publish and withdraw official statements")]
        ordering = [F("as_of").desc(nulls_last=True), "-pk"]
        constraints = known_precision("agreements_statement", "as_of", "stated_on")

    def __str__(self):
        return self.slug

    def clean(self):
        clean_partial_dates(self)


class StatementFigureQuerySet(models.QuerySet):
    def public(self):
        return self.filter(statement__status=Publishable.Status.PUBLISHED)

    def evidence(self, measure):
        """Figures that a total may rest on: dated, exact or derived; neither about nor disputed."""
        return self.public().filter(
            measure=measure,
            certainty__in=[StatementFigure.Certainty.EXACT, StatementFigure.Certainty.DERIVED],
            statement__as_of__isnull=False,
        )


class StatementFigure(models.Model):
    """One number of a statement: measure, value, out of how many where that was said, and how certain it is."""

    class Measure(models.TextChoices):
        AGREEMENTS = "agreements", _("agreements")
        ESTABLISHED = "established", _("established")
        COMPANIES = "companies", _("companies")
        INSTITUTIONS = "institutions", _("institutions")
        CORPORATIONS = "corporations", _("corporations")
        HEAD_OFFICE_MOVES = "head_office_moves", _("head office moves")
        PEOPLE = "people", _("people")

    class Certainty(models.TextChoices):
        EXACT = "exact", _("exact")
        DERIVED = "derived", _("derived")
        ABOUT = "about", _("about")
        DISPUTED = "disputed", _("disputed")

    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="figures", verbose_name=_("official statement")
    )
    measure = models.CharField(_("measure"), max_length=20, choices=Measure)
    value = models.IntegerField(_("value"))
    out_of = models.IntegerField(_("out of"), null=True, blank=True)
    certainty = models.CharField(_("certainty"), max_length=8, choices=Certainty, default=Certainty.EXACT)

    objects = StatementFigureQuerySet.as_manager()
    history = public_history()

    class Meta:
        verbose_name = _("stated number")
        verbose_name_plural = _("stated numbers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "measure"],
                name="agreements_statementfigure_measure_once",
                violation_error_message=_("The statement already has a number for this measure."),
            ),
            not_negative("agreements_statementfigure", "value"),
            not_negative("agreements_statementfigure", "out_of"),
            models.CheckConstraint(
                condition=Q(out_of__isnull=True) | Q(out_of__gte=F("value")),
                name="agreements_statementfigure_value_within_base",
                violation_error_message=_("The value cannot be larger than the number it is out of."),
            ),
        ]

    def __str__(self):
        return f"{self.get_measure_display()} {self.value}"

    def is_public(self):
        return self.statement.is_public()
