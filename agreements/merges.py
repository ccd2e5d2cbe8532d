"""Merging two rows of one company, and undoing it. Each is one transaction and at most one edition."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.merge_plan import ROWS, new_alias, plan_merge
from agreements.models import CompanyMerge
from companies.models import Alias, BusinessNumber, Company
from companies.services import company_sources, publish_company, save_with_rows
from editions.models import Edition, Publishable
from editions.services import edition
from sources.services import publish_sources

# Rows that stand in a list of their company: they go behind those that are there.
LISTED = ("representatives", "establishments")


class PreviewOutdated(ValidationError):
    """Something changed between the preview and the decision; nothing was merged."""

    def __init__(self):
        super().__init__(_("Something changed since this preview was shown. Look at it again, then confirm."))


def merge_companies(*, kept, merged, by, reason, fingerprint=None):
    """Give all rows of `merged` to `kept` and let its address lead there. Returns the CompanyMerge.

    `merged` stays as a draft, so that undo_merge can give the rows back. `fingerprint`: of the plan that was shown
    (PreviewOutdated where it would now be another). ValidationError without a reason, with each refusal of the plan.
    """
    _require(reason)
    with edition(by=by, kind=Edition.Kind.MERGE, reason=reason):
        _lock(kept, merged)
        plan = plan_merge(kept, merged)
        if fingerprint is not None and fingerprint != plan.fingerprint:
            raise PreviewOutdated
        if plan.refusals:
            raise ValidationError(plan.refusals)
        moved = {"status": merged.status, "filled": plan.filled, "sources": [source.pk for source in plan.sources]}
        merged.status, merged.merged_into = Publishable.Status.DRAFT, kept
        merged.save()
        moved |= {"rows": _move_rows(plan), "alias": _take_name(plan), "number": _take_number(plan)}
        _fill(plan)
        # What stays behind is no longer public, what moved is: each leaves its trace.
        save_with_rows(merged)
        if kept.is_public():
            publish_sources(company_sources(kept))
        return CompanyMerge.objects.create(kept=kept, merged=merged, reason=reason, made_by=by, moved=moved)


def undo_merge(*, merge, by, reason):
    """Give back all that moved and is still with the company that was kept; what was added since stays there.

    The duplicate is published again where it was before. Returns the merge. ValidationError without a reason, where
    it was undone before, and while the company that was kept is itself merged into another one.
    """
    _require(reason)
    with edition(by=by, kind=Edition.Kind.CORRECT, reason=reason):
        merge.refresh_from_db(from_queryset=CompanyMerge.objects.select_for_update())
        kept, merged = merge.kept, merge.merged
        _lock(kept, merged)
        _refuse_undoing(merge)
        merged.status, merged.merged_into = merge.moved["status"], None
        save_with_rows(merged)
        for relation, rows in rows_to_return(merge).items():
            for row in rows:
                _give(row, merged, order=_former_order(merge, relation, row))
        _return_facts(merge)
        if not merged.is_public() and merged.agreements.public().exists():
            publish_company(company=merged, by=by)
        merge.undone_by, merge.undone_at, merge.undone_reason = by, timezone.now(), reason
        merge.save()
    return merge


def rows_to_return(merge):
    """{relation: rows} that moved with `merge` and are still with the company that was kept."""
    moved = {relation: [pk for pk, _order in merge.moved["rows"][relation]] for relation in ROWS}
    return {relation: list(getattr(merge.kept, relation).filter(pk__in=keys)) for relation, keys in moved.items()}


def _lock(*companies):
    """Two merges of the same companies wait for each other, in whichever order they name them."""
    list(Company.objects.select_for_update().filter(pk__in=[company.pk for company in companies]).order_by("pk"))
    for company in companies:
        company.refresh_from_db()


def _move_rows(plan):
    """{relation: [(primary key, order before)]} of what moved."""
    moved = {}
    for relation, rows in plan.moving.items():
        moved[relation] = [(row.pk, getattr(row, "order", None)) for row in rows]
        for row in rows:
            _give(row, plan.kept, order=_next_order(plan.kept, relation))
    return moved


def _next_order(company, relation):
    if relation not in LISTED:
        return None
    return max((row.order for row in getattr(company, relation).all()), default=0) + 1


def _former_order(merge, relation, row):
    """The place that the row had in its list, unless another row has taken it since."""
    if relation not in LISTED:
        return None
    order = dict(merge.moved["rows"][relation])[row.pk]
    taken = getattr(merge.merged, relation).filter(order=order).exists()
    return _next_order(merge.merged, relation) if taken else order


def _give(row, company, *, order):
    row.company = company
    if order is not None:
        row.order = order
    row.full_clean()
    row.save()


def _take_name(plan):
    """The primary key of the alias made of the duplicate's name; None where `kept` is found by it already."""
    if not plan.takes_name:
        return None
    alias = new_alias(plan)
    alias.full_clean()
    alias.save()
    return alias.pk


def _take_number(plan):
    if plan.number is None:
        return None
    _give(plan.number, plan.kept, order=None)
    return plan.number.pk


def _fill(plan):
    kept = plan.kept
    if plan.filled:
        for name, value in plan.filled.items():
            setattr(kept, name, value)
        kept.full_clean()
        kept.save()
    if plan.sources:
        kept.sources.add(*plan.sources)


def _return_facts(merge):
    """What was changed by hand since is somebody's decision, and stays."""
    kept, moved = merge.kept, merge.moved
    for alias in kept.aliases.filter(pk=moved["alias"], name=merge.merged.name, kind=Alias.Kind.TRADE):
        alias.delete()
    for number in BusinessNumber.objects.filter(company=kept, pk=moved["number"]):
        _give(number, merge.merged, order=None)
    filled = [name for name, value in moved["filled"].items() if getattr(kept, name) == value]
    if filled:
        for name in filled:
            setattr(kept, name, Company._meta.get_field(name).get_default())
        kept.full_clean()
        kept.save()
    kept.sources.remove(*moved["sources"])


def _refuse_undoing(merge):
    if merge.undone_at:
        raise ValidationError(_("This merge was already undone."))
    if merge.kept.merged_into_id:
        raise ValidationError(
            _("%(kept)s has since been merged into %(other)s. Undo that merge first."),
            params={"kept": merge.kept.name, "other": merge.kept.merged_into.name},
        )


def _require(reason):
    if not reason.strip():
        raise ValidationError(_("Give the reason: the list of changes shows it."))
