"""Editions: every published change of the register."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editions.models import Edition
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import chosen, key, label_of, page, text
from open_data.datasets.filters import EditionFilterSet
from open_data.datasets.orders import orders


def _reason(edition):
    """The loader's reason names files; pages do not show it either."""
    return None if edition.kind == Edition.Kind.LOAD else edition.reason


EDITIONS = Dataset(
    name="editions",
    title=_("Changes to the register"),
    description=_(
        "Every change that the public can see, up to the edition of the table, one row each. What each changed stands "
        "on its page."
    ),
    columns=(
        key(),
        Column(
            "made_at",
            label_of(Edition, "made_at"),
            Kind.MOMENT,
            _("When it was made."),
            lambda edition: edition.made_at,
        ),
        *chosen(Edition, "kind", label_of(Edition, "kind"), _("What kind of change it was.")),
        text("reason", label_of(Edition, "reason"), _("Why it was made, as it was written then."), _reason),
        text(
            "made_by_role",
            label_of(Edition, "made_by_role"),
            _("In which role somebody made it; empty: the program did."),
            lambda edition: edition.get_made_by_role_display(),
        ),
        page(lambda edition: reverse("editions:edition-detail", args=[edition.number])),
    ),
    rows=lambda clocks: Edition.objects.filter(number__lte=clocks.edition),
    filterset_class=EditionFilterSet,
    orders=orders(("pk",), number="number"),
    order="-number",
    page="editions:edition-list",
)
