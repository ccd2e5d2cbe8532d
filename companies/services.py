"""What happens when a company becomes public or stops being public, takes a new name, or is told from another."""

import datetime

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.korean import search_key
from common.partial_dates import PartialDate, Precision
from companies.models import Alias, Company, DistinctCompanies
from editions.models import Edition, Publishable
from editions.second_person import refuse_author
from editions.services import edition
from sources.models import Source
from sources.services import publish_sources


def publish_company(*, company, by, reason=""):
    """Publish a company with its sources, other names, representatives and places, as one edition.

    ValidationError where it is already published, was merged into another one, where a row of it is not valid, or where
    `by` wrote it and a second person must publish.
    """
    with edition(by=by, kind=Edition.Kind.PUBLISH, reason=reason):
        company.refresh_from_db(from_queryset=Company.objects.select_for_update())
        _refuse_merged(company)
        if company.is_public():
            raise ValidationError(_("The company is already published. Edit it, and the change is published."))
        refuse_author(with_rows(company), by=by)
        make_public(company)
    return company


def make_public(company):
    """Publish a draft company with all that is its own; call it inside `edition(...)`."""
    publish_sources(company_sources(company))
    company.status = Publishable.Status.PUBLISHED
    save_with_rows(company)


def withdraw_company(*, company, by, reason):
    """Make a company a draft again, as one edition.

    ValidationError without a reason, where it is a draft, and while a published signing round names it.
    """
    _require(reason)
    with edition(by=by, kind=Edition.Kind.WITHDRAW, reason=reason):
        company.refresh_from_db(from_queryset=Company.objects.select_for_update())
        if not company.is_public():
            raise ValidationError(_("The company is a draft; there is nothing to withdraw."))
        if company.agreements.public().exists():
            raise ValidationError(_("A published signing round names this company. Withdraw the round first."))
        company.status = Publishable.Status.DRAFT
        save_with_rows(company)
    return company


def rename_company(*, company, name, renamed_on, source=None, by, reason=""):
    """Give a company its new name, as one edition where it is published; the old one stays as a former name.

    `renamed_on`: the first day of the new name as far as it is known (a PartialDate), or None. A former name that
    becomes the name again is no former name any more; its dates stay in the history. ValidationError without a
    reason where the company is published, where it was merged, has this name already or another company has it.
    """
    with edition(by=by, kind=Edition.Kind.RECORD, reason=reason):
        company.refresh_from_db(from_queryset=Company.objects.select_for_update())
        _refuse_merged(company)
        if company.is_public():
            _require(reason)
        _refuse_name(company, name)
        for alias in company.aliases.filter(name=name).exclude(kind=Alias.Kind.ENGLISH):
            alias.delete()
        _keep_as_former_name(company, company.name, renamed_on)
        company.name = name
        company.full_clean()
        company.save()
        if source:
            company.sources.add(source)
        if company.is_public():
            publish_sources(company_sources(company))
    return company


def bearer_of(name, *, besides=None):
    """The company that has this name now, however it is spaced or its legal form written; None where none has it."""
    key = search_key(name)
    companies = Company.objects.unmerged().exclude(pk=besides and besides.pk)
    return companies.filter(search_key=key).first() if key else None


def tell_apart(*, first, second, by):
    """Record that two companies are not the same: they are never proposed as one again. Returns the answer.

    ValidationError where they are one row. A second answer changes nothing.
    """
    if first.pk == second.pk:
        raise ValidationError(_("Choose two companies."))
    first, second = sorted((first, second), key=lambda company: company.pk)
    answer, _is_new = DistinctCompanies.objects.get_or_create(first=first, second=second, defaults={"decided_by": by})
    return answer


def company_sources(company):
    """The sources of a company, of its representatives and of its places; each may come several times."""
    return Source.objects.filter(
        Q(companies=company) | Q(representatives__company=company) | Q(establishments__company=company)
    )


def with_rows(company):
    """A company and every row that is public when it is."""
    return [company, *company.aliases.all(), *company.representatives.all(), *company.establishments.all()]


def save_with_rows(company):
    """Save a company and its rows: history is stamped row by row."""
    for row in with_rows(company):
        row.full_clean()
        row.save()


def _refuse_merged(company):
    if company.merged_into_id:
        raise ValidationError(
            _("%(company)s was merged into %(kept)s. Work with %(kept)s, or undo the merge first."),
            params={"company": company.name, "kept": company.standing().name},
        )


def _require(reason):
    if not reason.strip():
        raise ValidationError(_("Give the reason: the list of changes shows it."))


def _refuse_name(company, name):
    if company.name == name:
        raise ValidationError({"name": _("The company already has this name.")})
    other = bearer_of(name, besides=company)
    if other:
        text = _("%(company)s is another company of the register. If the two are one, merge them.")
        raise ValidationError({"name": ValidationError(text, params={"company": other.name})})


def _keep_as_former_name(company, name, renamed_on):
    """An English name stays one, for English pages go by it."""
    alias = company.aliases.filter(name=name).first() or Alias(company=company, name=name)
    alias.company = company
    alias.kind = Alias.Kind.ENGLISH if alias.kind == Alias.Kind.ENGLISH else Alias.Kind.FORMER
    if renamed_on:
        _last_of_old_name(renamed_on).write(alias, "used_until")
    alias.full_clean()
    alias.save()


def _last_of_old_name(renamed_on):
    """The day before where the day of the new name is known; else the same month or year, in which both were used."""
    if renamed_on.precision != Precision.DAY:
        return renamed_on
    return PartialDate(renamed_on.last_day - datetime.timedelta(days=1), Precision.DAY)
