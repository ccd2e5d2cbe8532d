from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from companies.models.company import Company


class DistinctCompanies(models.Model):
    """Two companies that look like one, of which somebody found out that they are two. Nobody is asked again."""

    first = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", verbose_name=_("company"))
    second = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", verbose_name=_("other company"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)

    class Meta:
        verbose_name = _("companies that are not the same")
        verbose_name_plural = _("companies that are not the same")
        default_permissions = ["add", "view", "delete"]
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="companies_distinctcompanies_in_order"),
            models.UniqueConstraint(fields=["first", "second"], name="companies_distinctcompanies_once"),
        ]

    def __str__(self):
        return f"{self.first} ≠ {self.second}"
