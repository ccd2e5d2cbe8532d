"""What happens when a company becomes public, and when it stops being public."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from companies.models import Company
from editions.models import Edition, Publishable
from editions.second_person import refuse_author
from editions.services import edition
from sources.models import Source
from sources.services import publish_sources


def publish_company(*, company, by, reason=""):
    """Publish a company with its sources, other names, representatives and places, as one edition.

    ValidationError where it is already published, where one of its rows is not valid, or where `by` wrote it and a
    second person must publish.
    """
    with edition(by=by, kind=Edition.Kind.PUBLISH, reason=reason):
        company.refresh_from_db(from_queryset=Company.objects.select_for_update())
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
    if not reason.strip():
        raise ValidationError(_("Give the reason: the list of changes shows it."))
    with edition(by=by, kind=Edition.Kind.WITHDRAW, reason=reason):
        company.refresh_from_db(from_queryset=Company.objects.select_for_update())
        if not company.is_public():
            raise ValidationError(_("The company is a draft; there is nothing to withdraw."))
        if company.agreements.public().exists():
            raise ValidationError(_("A published signing round names this company. Withdraw the round first."))
        company.status = Publishable.Status.DRAFT
        save_with_rows(company)
    return company


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
