from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.models import SigningRound


class ReviewQuerySet(models.QuerySet):
    def unfinished(self):
        """Reviews that nobody has accepted yet."""
        return self.filter(accepted_at__isnull=True)

    def visible_to(self, user):
        """A person's own; all, to whoever may publish rounds."""
        return self if user.has_perm("agreements.publish_signinground") else self.filter(made_by=user)


class Review(models.Model):
    """A signing on its way into the register: what a text proposes and what people typed, until a person accepts it.

    It is no public record. `answers` is the form as it stands, by field name, right or wrong; `reading` says which
    words of `text` propose which field, what is doubtful, and what found no place. Accepting it empties all three.
    """

    class Kind(models.TextChoices):
        RELEASE = "release", _("press release")
        TABLE = "table", _("table")
        KEYBOARD = "keyboard", _("keyboard")

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), on_delete=models.PROTECT, related_name="reviews"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last changed at"), auto_now=True)
    kind = models.CharField(_("entered from"), max_length=8, choices=Kind)
    text = models.TextField(_("text"), blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    reading = models.JSONField(default=dict, blank=True)
    round = models.ForeignKey(
        SigningRound, verbose_name=_("signing round"), on_delete=models.SET_NULL, null=True, blank=True
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("signing being entered")
        verbose_name_plural = _("signings being entered")
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=False) | Q(round__isnull=True), name="intake_review_round_once_accepted"
            )
        ]

    def __str__(self):
        first, last = self.answers.get("first_number"), self.answers.get("last_number")
        return "~".join(filter(None, [first, last])) or self.answers.get("signed_on") or f"#{self.pk}"
