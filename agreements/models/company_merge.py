from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from companies.models import Company


class CompanyMerge(models.Model):
    """Two rows of one company became one: `merged` gave its rows to `kept` and leads there, until it is undone.

    `moved` says what, so that it can go back (see agreements/merges.py, which alone writes and reads it).
    """

    kept = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="merges", verbose_name=_("kept"))
    merged = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="merged_by", verbose_name=_("duplicate"))
    reason = models.CharField(_("reason"), max_length=500)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone at"), null=True)
    undone_reason = models.CharField(_("reason for undoing"), max_length=500, blank=True)
    moved = models.JSONField(_("what moved"))

    class Meta:
        verbose_name = _("merge of companies")
        verbose_name_plural = _("merges of companies")
        default_permissions = ["view"]
        permissions = [("merge_company", "Can merge companies and undo it")]
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="agreements_companymerge_two_companies"),
            models.UniqueConstraint(
                fields=["merged"], condition=Q(undone_at=None), name="agreements_companymerge_merged_once"
            ),
        ]

    def __str__(self):
        return f"{self.merged} → {self.kept}"
