"""Drafts that somebody began and left."""

import datetime

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils import timezone

from agreements.models import SigningRound, Statement
from companies.models import Company

DAYS_A_DRAFT_MAY_LIE = 7


def drafts_lying(day, user):
    """Drafts of which nothing changed in the week before `day`, of every kind that `user` may view, as one queryset of
    {"record", "key", "called", "changed_at"}."""
    start = datetime.datetime.combine(day - datetime.timedelta(days=DAYS_A_DRAFT_MAY_LIE - 1), datetime.time.min)
    moment = timezone.make_aware(start)
    kinds = [
        (SigningRound.objects.all(), "slug"),
        (Statement.objects.all(), "slug"),
        (Company.objects.outside_draft_rounds(), "name"),
    ]
    shown = [
        drafts.drafts_unchanged_since(moment)
        .order_by()
        .values(
            "changed_at",
            record=Value(drafts.model._meta.label_lower, CharField()),
            key=F("pk"),
            called=Cast(label, CharField(max_length=100)),
        )
        for drafts, label in kinds
        if user.has_perm(f"{drafts.model._meta.app_label}.view_{drafts.model._meta.model_name}")
    ]
    return shown[0].union(*shown[1:], all=True).order_by("changed_at", "record", "key")
