"""Drafts that somebody began and left."""

import datetime

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils import timezone

from agreements.models import SigningRound, Statement
from companies.models import Company
from intake.models import Review

DAYS_A_DRAFT_MAY_LIE = 7


def drafts_lying(day, user):
    """Drafts and unfinished reviews of which nothing changed in the week before `day`, of every kind that `user` may
    view, as one queryset of {"record", "key", "called", "changed_at"}; a review is called by who began it."""
    start = datetime.datetime.combine(day - datetime.timedelta(days=DAYS_A_DRAFT_MAY_LIE - 1), datetime.time.min)
    moment = timezone.make_aware(start)
    waiting = [
        (SigningRound.objects.drafts_unchanged_since(moment), "slug"),
        (Statement.objects.drafts_unchanged_since(moment), "slug"),
        (Company.objects.outside_draft_rounds().unmerged().drafts_unchanged_since(moment), "name"),
        (Review.objects.visible_to(user).unfinished().filter(changed_at__lt=moment), "made_by__username"),
    ]
    shown = [
        rows.order_by().values(
            "changed_at",
            record=Value(rows.model._meta.label_lower, CharField()),
            key=F("pk"),
            called=Cast(label, CharField(max_length=150)),
        )
        for rows, label in waiting
        if user.has_perm(f"{rows.model._meta.app_label}.view_{rows.model._meta.model_name}")
    ]
    return shown[0].union(*shown[1:], all=True).order_by("changed_at", "record", "key")
