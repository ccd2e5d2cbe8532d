"""What happens when a company becomes public, and when it stops being public."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from companies.models import Company
from editions.models import Edition, Publishable
from editions.services import edition
from sources.models import Source
from sources.services import publish_sources


def publish_company(*, company, by, reason=""):
    """Publish a company with its sources, other names, representatives and places, as one edition.

    ValidationError where it is already published, or where one of its rows is not valid.
    """
    with edition(by=by, kind=Edition.Kind.PUBLISH, reason=reason):
        company.refresh_from_db(from_queryset=Company.objects.select_for_update())
        if company.is_public():
            raise ValidationError(_("The company is already published. Edit it, and the change is published."))
        publish_sources(company_sources(company))
        company.status = Publishable.Status.PUBLISHED
        save_with_rows(company)
    return company


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


def save_with_rows(company):
    """Save a company and every row that is public when it is: history is stamped row by row."""
    rows = [*company.aliases.all(), *company.representatives.all(), *company.establishments.all()]
    for row in [company, *rows]:
        row.full_clean()
        row.save()
