"""Sources: where the facts of the register were said."""

from django.utils.translation import gettext_lazy as _

from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import dated, key, own
from open_data.datasets.filters import SourceFilterSet
from open_data.datasets.orders import orders
from sources.models import Source

SOURCES = Dataset(
    name="sources",
    title=_("Sources"),
    description=_(
        "Every source that a published record of the edition names, one row each, whatever the day. The other tables "
        "name them by their addresses."
    ),
    columns=(
        key(),
        Column("key", _("Short name"), Kind.TEXT, _("As the files of the register name it."), ("key",)),
        own(Source, "title", _("The title of the page.")),
        own(Source, "publisher", _("Who published it.")),
        dated(Source, "published_on", _("When it was published, as far as it is known.")),
        own(Source, "url", _("Where it stands."), Kind.LINK),
    ),
    rows=lambda clocks: Source.objects.published(),
    filterset_class=SourceFilterSet,
    orders=orders(("pk",), key="key", published_on="published_on"),
    order="key",
)
