"""Giving a record back what an older version of it said."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from editions.differences import related_rows, relations_kept
from editions.models import Edition, Publishable
from editions.services import edition


def revert_record(*, version, by, reason=""):
    """Write the values of `version`, a history row, back into its record, as one edition where the public sees it.

    It neither publishes nor withdraws. A record that was deleted comes back as it was: a row of a record is public
    when that record is, anything else a draft. Sources that no longer exist stay away.
    ValidationError without a reason where the public sees it, where the record it belongs to is gone, and where the
    values are no longer valid.
    """
    with edition(by=by, kind=Edition.Kind.CORRECT, reason=reason):
        model = version.instance_type
        present = model._base_manager.select_for_update().filter(pk=version.instance.pk).first()
        record = _as_it_was(version, present)
        _require_reason(record, reason)
        record.full_clean()
        if present is None or _differ(record, present):
            record.save(force_insert=present is None)
        for relation in relations_kept(version):
            wanted = related_rows(version, relation)
            if set(getattr(record, relation.name).all()) != set(wanted):
                getattr(record, relation.name).set(wanted)
    return record


def reverted(version):
    """The record as reverting to `version` would leave it, unsaved; ValidationError where what it belongs to is
    gone."""
    return _as_it_was(version, version.instance_type._base_manager.filter(pk=version.instance.pk).first())


def _as_it_was(version, present):
    record = version.instance
    record._state.adding, record._state.db = present is None, version._state.db
    if isinstance(record, Publishable):
        record.status = present.status if present else Publishable.Status.DRAFT
    for field in record._meta.concrete_fields:
        value = getattr(record, field.attname)
        if field.is_relation and value and not field.related_model._base_manager.filter(pk=value).exists():
            raise ValidationError(
                _("What stood under “%(field)s” was deleted. Restore that first, then this."),
                params={"field": field.verbose_name},
            )
    return record


def _require_reason(record, reason):
    if record.is_public() and not reason.strip():
        raise ValidationError(_("Give the reason: the list of changes shows it."))


def _differ(record, present):
    columns = [field.attname for field in record._meta.concrete_fields]
    return any(getattr(record, name) != getattr(present, name) for name in columns)
