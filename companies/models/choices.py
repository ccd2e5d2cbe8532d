"""What a company or a place is filed under. Rows, not code: the operator's own divisions and borders change."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from editions.history import public_history


class Choice(models.Model):
    """A name that public pages show beside companies or places; public from the moment it is there."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name_ko = models.CharField(_("Korean name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "code"]

    def __str__(self):
        return self.name_ko

    @property
    def name(self):
        """In the reader's language."""
        return self.name_ko if get_language() == "ko" else self.name_en

    def is_public(self):
        return True


class Field(Choice):
    """An AI field."""

    class Division(models.TextChoices):
        CITY = "city", _("the city's own division")
        REGISTER = "register", _("the register's division")

    division = models.CharField(_("division"), max_length=10, choices=Division)

    history = public_history()

    class Meta(Choice.Meta):
        verbose_name = _("AI field")
        verbose_name_plural = _("AI fields")


class District(Choice):
    """A district of the city; its borders changed in 2026."""

    history = public_history()

    class Meta(Choice.Meta):
        verbose_name = _("district")
        verbose_name_plural = _("districts")
