"""Companies that enter the register as drafts, with the heads that a source names."""

import re

from django.db import transaction

from companies.models import Company, Representative

# Whoever signs with another title (부사장, 이사, 매니저 …) signs for the company, but does not head it.
HEAD_TITLES = {
    *("대표이사", "대표", "공동대표이사", "공동대표", "각자대표이사", "각자대표", "총괄대표", "대표자"),
    *("회장", "사장", "이사장", "원장", "병원장", "연구원장", "총장", "소장", "위원장", "조합장", "의장"),
    *("ceo", "chairman", "president"),
}
_BETWEEN_TITLES = re.compile(r"[\s·ㆍ・‧･,/()]+")


def is_head_title(title):
    """Whether `title` (대표이사, CEO, 대표이사 회장 …) is that of a head; an empty one is not known to be."""
    return any(word in HEAD_TITLES for word in _BETWEEN_TITLES.split(title.casefold()))


def draft_company(*, name, heads=(), field=None, field_basis="", sources=(), by):
    """A new draft company; `heads` are (name, title). ValidationError where the name is not one."""
    with transaction.atomic():
        company = Company(name=name, field=field, field_basis=field_basis if field else "")
        _save(company, by)
        company.sources.set(sources)
        add_heads(company=company, heads=heads, sources=sources, by=by)
    return company


def add_heads(*, company, heads, sources=(), by):
    """Those of `heads` that a draft company does not yet have as representatives, after the ones it has.

    A published company stays as it is: what is added to it would be public at once.
    """
    if not company.is_public():
        name_heads(company=company, heads=heads, sources=sources, by=by)


def name_heads(*, company, heads, sources=(), by=None):
    """As add_heads, of any company; for a published one call it inside `edition(...)`, which says who did it."""
    known = set(company.representatives.values_list("name", flat=True))
    order = max(company.representatives.values_list("order", flat=True), default=0)
    for name, title in heads:
        if name in known:
            continue
        known.add(name)
        order += 1
        head = Representative(company=company, order=order, name=name, title=title)
        _save(head, by)
        head.sources.set(sources)


def _save(row, by):
    row._history_user = by
    row.full_clean()
    row.save()
