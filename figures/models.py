from django.db import models
from django.utils.translation import gettext_lazy as _

KEPT = 1000


class SelfCheckQuerySet(models.QuerySet):
    def up_to(self, edition):
        """Checks of this edition and of earlier ones, the last first."""
        return self.filter(edition__lte=edition)


class SelfCheck(models.Model):
    """One comparison of the figures with their second reading. A log: rows are written once, and the oldest go.

    compared: how many values and parts. differences: [{figure, part, day, first, second}, …], all as text.
    """

    class Trigger(models.TextChoices):
        PUBLICATION = "publication", _("a publication")
        COMMAND = "command", _("the command")

    edition = models.PositiveIntegerField(_("edition"), db_index=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    trigger = models.CharField(_("started by"), max_length=11, choices=Trigger)
    figures = models.PositiveIntegerField(_("number of figures"))
    days = models.PositiveIntegerField(_("number of days"))
    compared = models.PositiveIntegerField(_("numbers compared"))
    seconds = models.FloatField(_("seconds"))
    differences = models.JSONField(_("differences"), default=list)

    objects = SelfCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("self-check")
        verbose_name_plural = _("self-checks")
        default_permissions = []
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.edition}: {self.compared}"
