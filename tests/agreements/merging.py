"""Merging and undoing, and all that the register says before and after."""

import datetime

from agreements.merge_plan import ROWS
from agreements.merges import merge_companies, undo_merge
from agreements.models import CompanyMerge
from companies.models import BusinessNumber, Company
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import agreements_on, established_on
from tests.factories import DAY, make_company, make_place, make_round, make_source

DAYS = [DAY - datetime.timedelta(days=1), DAY, DAY + datetime.timedelta(days=900)]


def merge(kept, merged, **overrides):
    return merge_companies(**{"kept": kept, "merged": merged, "by": None, "reason": "같은 기업"} | overrides)


def undo(done):
    return undo_merge(merge=CompanyMerge.objects.get(pk=done.pk), by=None, reason="다른 기업으로 확인")


def full_company(name, **overrides):
    """A published company with a row of every kind: a round of its own, names, a head, a place, a source, a number."""
    company = make_company(name=name, published=False, **overrides)
    company.aliases.create(name=f"{name} 옛이름", kind="former")
    company.representatives.create(name=f"{name} 대표", order=1)
    company.sources.add(make_source())
    number = Company.objects.count() * 4
    make_round(numbers=(number, number + 1), companies=[company])
    make_place(company=company)
    BusinessNumber.objects.create(company=company, number=f"{number:010d}")
    company.refresh_from_db()
    return company


def everything(*companies):
    """All that the register says of some companies, as plain values."""
    said = []
    for company in companies:
        company = Company.objects.get(pk=company.pk)
        names = [field.attname for field in Company._meta.concrete_fields]
        said.append([getattr(company, name) for name in names])
        for relation in ROWS:
            said += sorted(getattr(company, relation).values_list("pk", "company", *_order(relation)))
        said.append(sorted(company.sources.values_list("pk", flat=True)))
        said.append(list(BusinessNumber.objects.filter(company=company).values_list("pk", "number")))
    return said


def _order(relation):
    return [] if relation == "aliases" else ["order"]


def totals():
    sums = read_day_sums()
    return [
        (rule(sums, day).value, rule(sums, day).itemised) for rule in (agreements_on, established_on) for day in DAYS
    ]
