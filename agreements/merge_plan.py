"""What a merge of two companies would do: read before anything is done, shown to whoever decides, then carried out."""

import hashlib
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from companies.models import Alias, BusinessNumber, Company, DistinctCompanies

# Rows that belong to a company and go over to the one that is kept, by their relation to it.
ROWS = ("agreements", "aliases", "representatives", "establishments")
# Facts that are taken over together, where the company that is kept has none of them.
FACTS = (("field_id", "field_basis"), ("business_ko", "business_en"), ("head_office",), ("homepage",))


@dataclass
class MergePlan:
    """`moving` and `staying` hold rows by relation; what stays is what `kept` already has. `filled` holds facts of
    `merged` that `kept` lacks. A plan with `refusals` cannot be carried out; `warnings` are for a person to weigh."""

    kept: Company
    merged: Company
    moving: dict[str, list] = field(default_factory=dict)
    staying: dict[str, list] = field(default_factory=dict)
    sources: list = field(default_factory=list)
    number: BusinessNumber | None = None
    takes_name: bool = False
    filled: dict[str, object] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def is_public_change(self):
        return self.kept.is_public() or self.merged.is_public()

    @property
    def fingerprint(self):
        """Changes with anything that a merge would move, fill or refuse by."""
        companies = [self.kept, self.merged]
        rows = [row for company in companies for name in ROWS for row in getattr(company, name).all()]
        rows += [*self.sources, *BusinessNumber.objects.filter(company__in=companies)]
        values = [
            [str(getattr(row, field.attname)) for field in row._meta.concrete_fields] for row in [*companies, *rows]
        ]
        return hashlib.sha256(repr(values).encode()).hexdigest()


def plan_merge(kept, merged):
    """The plan for giving the rows of `merged` to `kept`, both as they are now."""
    plan = MergePlan(kept, merged)
    if kept.pk == merged.pk:
        plan.refusals.append(_("Choose two companies: one cannot be merged into itself."))
        return plan
    _plan_rows(plan)
    plan.sources = list(merged.sources.exclude(pk__in=kept.sources.values("pk")))
    _plan_number(plan)
    for names in FACTS:
        if not any(getattr(kept, name) for name in names):
            plan.filled |= {name: getattr(merged, name) for name in names if getattr(merged, name)}
    plan.refusals = [*_refused_by_state(kept, merged), *_shared_rounds(kept, merged)]
    plan.warnings += _warnings(kept, merged)
    return plan


def _plan_rows(plan):
    """A name or a head that `kept` already has stays behind: nothing of it is lost, and it is not shown twice."""
    names = {plan.kept.name, *plan.kept.aliases.values_list("name", flat=True)}
    heads = set(plan.kept.representatives.values_list("search_key", flat=True))
    known = {"aliases": lambda row: row.name in names, "representatives": lambda row: row.search_key in heads}
    for relation in ROWS:
        rows, is_known = list(getattr(plan.merged, relation).all()), known.get(relation, lambda row: False)
        plan.moving[relation] = [row for row in rows if not is_known(row)]
        plan.staying[relation] = [row for row in rows if is_known(row)]
    plan.takes_name = plan.merged.name not in names | {alias.name for alias in plan.moving["aliases"]}


def _plan_number(plan):
    number = BusinessNumber.objects.filter(company=plan.merged).first()
    other = BusinessNumber.objects.filter(company=plan.kept).first()
    if number and other:
        text = _("The two have different business registration numbers (%(kept)s, %(merged)s). Are they one company?")
        plan.warnings.append(text % {"kept": other, "merged": number})
    elif number:
        plan.number = number


def _refused_by_state(kept, merged):
    for company in (kept, merged):
        if company.merged_into_id:
            yield _("%(company)s was already merged into %(kept)s.") % {
                "company": company.name,
                "kept": company.merged_into.name,
            }
    if merged.is_public() and not kept.is_public():
        text = _("%(merged)s is published and %(kept)s is a draft. Keep the published one, or publish the other first.")
        yield text % {"merged": merged.name, "kept": kept.name}


def _shared_rounds(kept, merged):
    """One refusal for each round in which the company would stand twice."""
    rows = {row.round_id: row for row in kept.agreements.select_related("round", "company")}
    for row in merged.agreements.select_related("round", "company"):
        if row.round_id in rows:
            text = _("Both are parties of the round %(round)s: “%(first)s” and “%(second)s”. Remove one there first.")
            yield text % {"round": row.round, "first": rows[row.round_id], "second": row}


def _warnings(kept, merged):
    pair = sorted((kept.pk, merged.pk))
    answer = DistinctCompanies.objects.filter(Q(first=pair[0], second=pair[1])).select_related("decided_by").first()
    if answer:
        text = _("It was noted that the two are not the same (by %(who)s).")
        yield text % {"who": answer.decided_by or "–"}
    if kept.is_public() and not merged.is_public():
        text = _("%(merged)s is a draft. What moves from it becomes public: names, representatives, places, sources.")
        yield text % {"merged": merged.name}


def new_alias(plan):
    """The name of `merged` as another name of `kept`."""
    return Alias(company=plan.kept, name=plan.merged.name, kind=Alias.Kind.TRADE)
