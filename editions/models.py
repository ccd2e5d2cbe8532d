from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role


class EditionQuerySet(models.QuerySet):
    def corrections(self):
        """Editions that took back or set right what was public before."""
        return self.filter(kind__in=[Edition.Kind.CORRECT, Edition.Kind.WITHDRAW, Edition.Kind.MERGE])


class Edition(models.Model):
    """One published state of the register. Every change that the public can see makes exactly one; a draft makes none.

    What changed is not kept here but read from the history rows that carry the edition's number (see history.py).
    """

    class Kind(models.TextChoices):
        LOAD = "load", _("Register loaded")
        PUBLISH = "publish", _("Published")
        RECORD = "record", _("Recorded")
        CORRECT = "correct", _("Corrected")
        MERGE = "merge", _("Merged")
        WITHDRAW = "withdraw", _("Withdrawn")

    number = models.PositiveIntegerField(_("edition"), primary_key=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), on_delete=models.PROTECT, null=True, blank=True
    )
    # Kept, for what somebody is today says nothing of the day. Empty: no person but the program made it.
    made_by_role = models.CharField(_("made in the role of"), max_length=10, choices=Role, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    # Of a register that was made for trying out (synthetic/): every later edition takes it over from the one before.
    is_synthetic = models.BooleanField(_("synthetic"), default=False, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-number"]

    def __str__(self):
        return str(self.number)

    @property
    def made_on(self):
        """The day on which it was made, where the register is kept."""
        return timezone.localdate(self.made_at)


class PublishableQuerySet(models.QuerySet):
    def published(self):
        """Rows that the public may see."""
        return self.filter(status=Publishable.Status.PUBLISHED)

    def drafts_unchanged_since(self, moment):
        """Drafts of which nothing, nor any of their rows, changed at `moment` or later. Adds `changed_at`: the last
        change of the draft itself."""
        drafts = self.filter(status=Publishable.Status.DRAFT)
        for relation in self.model._meta.related_objects:
            if relation.on_delete is models.CASCADE and hasattr(relation.related_model, "history"):
                changes = relation.related_model.history.filter(**{relation.field.name: OuterRef("pk")})
                drafts = drafts.exclude(Exists(changes.filter(history_date__gte=moment)))
        last = self.model.history.filter(id=OuterRef("pk")).order_by("-history_date").values("history_date")[:1]
        return drafts.annotate(changed_at=Subquery(last)).filter(changed_at__lt=moment)


class Publishable(models.Model):
    """A record that stays a draft, unseen and uncounted, until it is published."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    status = models.CharField(
        _("publication"), max_length=10, choices=Status, default=Status.DRAFT, editable=False, db_index=True
    )

    class Meta:
        abstract = True

    def is_public(self):
        return self.status == self.Status.PUBLISHED
