from urllib.parse import urlsplit

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.addresses import free_name
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

    key = models.SlugField(
        _("key"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Short name, used in the register files. Left empty, it is made from the address."),
    )
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

    def save(self, *args, **kwargs):
        self.key = self.key or self._free_key()
        super().save(*args, **kwargs)

    def clean(self):
        clean_partial_dates(self)

    @property
    def site(self):
        """Where its address leads, for a source of which nothing else is known."""
        return (urlsplit(self.url).hostname or self.url).removeprefix("www.")

    def _free_key(self):
        """The site's name and, where it is known, the day: `kwangju-20220323`; never taken twice."""
        host = urlsplit(self.url).hostname or ""
        site = next((part for part in host.split(".") if part not in ("www", "m", "news")), "source")
        wanted = slugify(f"{site}-{self.published_on:%Y%m%d}" if self.published_on else site) or "source"
        return free_name(wanted, Source.objects.all(), "key")


def published_sources(path="sources"):
    """Prefetches what stands at `path` without the sources that no public record names yet."""
    return models.Prefetch(path, Source.objects.published())
