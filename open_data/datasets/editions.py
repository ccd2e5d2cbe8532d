"""Editions: every published change of the register."""

from django.utils.translation import gettext_lazy as _

from editions.models import Edition
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import chosen, key, label_of, page
from open_data.datasets.filters import EditionFilterSet
from open_data.datasets.orders import orders


def _reason(kind, reason):
    """The loader's reason names files; pages do not show it either."""
    return None if kind == Edition.Kind.LOAD else reason


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
            ("made_at",),
        ),
        *chosen(Edition, "kind", label_of(Edition, "kind"), _("What kind of change it was.")),
        Column(
            "reason",
            label_of(Edition, "reason"),
            Kind.TEXT,
            _("Why it was made, as it was written then."),
            ("kind", "reason"),
            _reason,
        ),
        Column(
            "made_by_role",
            label_of(Edition, "made_by_role"),
            Kind.TEXT,
            _("In which role somebody made it; empty: the program did."),
            ("made_by_role",),
            dict(Edition._meta.get_field("made_by_role").choices).get,
            repeats=True,
        ),
        page("editions:edition-detail", "number"),
    ),
    rows=lambda clocks: Edition.objects.filter(number__lte=clocks.edition),
    filterset_class=EditionFilterSet,
    orders=orders(("pk",), number="number"),
    order="-number",
    page="editions:edition-list",
)
