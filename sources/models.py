from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.partial_dates import clean_partial_dates, precision_field
from editions.history import public_history
from editions.models import Publishable, PublishableQuerySet


class Confidence(models.TextChoices):
    """How sure the register is of a fact, from the sources it has."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


def confidence_field():
    return models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)


class Source(Publishable):
    """Where a fact was said: an address, with title, publisher and day as far as they are known.

    It is published together with the first public record that names it.
    """

    key = models.SlugField(_("key"), max_length=80, unique=True, help_text=_("Short name, used in the register files."))
    title = models.CharField(pgettext_lazy("of a page", "title"), max_length=300, blank=True)
    publisher = models.CharField(_("publisher"), max_length=100, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_on_precision = precision_field()
    url = models.URLField(_("address"), max_length=1000, unique=True)

    objects = PublishableQuerySet.as_manager()
    history = public_history()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["key"]

    def __str__(self):
        return self.title or self.url

    def clean(self):
        clean_partial_dates(self)
