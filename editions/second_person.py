"""Four eyes: with PUBLISH_NEEDS_SECOND_PERSON, whoever wrote a draft cannot publish it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def refuse_author(rows, *, by):
    """ValidationError where the setting is on and `by` wrote any of these draft rows. Nobody (None), as in a command on
    the server, is no author."""
    if settings.PUBLISH_NEEDS_SECOND_PERSON and by is not None and any(_wrote(row, by) for row in rows):
        raise ValidationError(_("You wrote a part of this draft. Someone who did not write it must publish it."))


def _wrote(row, user):
    """Whether `user` changed the row since it was last public. To withdraw a record is not to write it: that alone
    leaves a history row with a reason in a draft."""
    history = row.history.order_by("-history_id")
    last_public = history.filter(edition_from__isnull=False).values_list("history_id", flat=True).first() or 0
    return history.filter(history_id__gt=last_public, history_user=user, history_change_reason__isnull=True).exists()
