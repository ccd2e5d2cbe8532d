"""The history of public records, stamped with editions, so that any past edition can be read again.

A history row is what edition N says of its record when edition_from <= N < edition_until (an empty `edition_until`
means: still). Rows of drafts carry no edition. The stamp is set here alone, when simple-history writes the row.
"""

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.dispatch import receiver
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from editions.services import current_edition

# What simple-history's column holds; the edition keeps the whole reason.
REASON_LENGTH = 100


class EditionStamp(models.Model):
    """Indexed, for what an edition changed is asked of every table when the next reader comes."""

    edition_from = models.PositiveIntegerField(null=True, editable=False, db_index=True)
    edition_until = models.PositiveIntegerField(null=True, editable=False, db_index=True)

    class Meta:
        abstract = True


def public_history(**options):
    """History for a model with `is_public()`; `m2m_fields` names relations to be kept too."""
    return HistoricalRecords(bases=[EditionStamp], **options)


@receiver(pre_create_historical_record)
def stamp_with_edition(sender, instance, history_instance, **kwargs):
    if not issubclass(sender, EditionStamp):
        return
    shown = sender.objects.filter(
        **{instance._meta.pk.attname: instance.pk}, edition_from__isnull=False, edition_until__isnull=True
    )
    becomes_public = history_instance.history_type != "-" and instance.is_public()
    if not becomes_public and not shown.exists():
        return
    edition = current_edition()
    shown.update(edition_until=edition.number)
    if becomes_public:
        history_instance.edition_from = edition.number
    history_instance.history_user = edition.made_by
    history_instance.history_change_reason = edition.reason[:REASON_LENGTH] or None


def version_of(record):
    """Names the present state of a record and of its rows: it changes whenever one of them does."""
    histories = [record.history.all()]
    for relation in record._meta.related_objects:
        if relation.on_delete is models.CASCADE and hasattr(relation.related_model, "history"):
            histories.append(relation.related_model.history.filter(**{relation.field.name: record.pk}))
    latest = (rows.aggregate(latest=models.Max("history_id"))["latest"] for rows in histories)
    return "-".join(str(key or 0) for key in latest)


def begun_by(history, number):
    """The rows of a history that say what its records are since edition `number`."""
    until = Q(edition_until__isnull=True) | Q(edition_until__gt=number)
    return history.objects.filter(until, edition_from=number)


def ended_by(history, number):
    """The rows of a history that said what its records were until edition `number` changed or removed them."""
    return history.objects.filter(edition_until=number, edition_from__lt=number)


def rows_of_edition(number):
    """Every history row that edition `number` began or ended: what it changed."""
    for model in apps.get_models():
        if issubclass(model, EditionStamp):
            yield from model.objects.filter(Q(edition_from=number) | Q(edition_until=number)).order_by("history_id")
