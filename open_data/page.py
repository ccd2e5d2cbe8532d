"""The page about open data: every table, the packages of editions, what the data do not tell, how to use them."""

from dataclasses import dataclass

from django.views.generic import TemplateView

from editions.clocks import TwoClocksMixin
from editions.models import Edition
from editions.provider import provider
from open_data.dataset import Dataset
from open_data.datasets.registry import DATASETS
from open_data.licence import licence
from open_data.limits import LIMITS
from open_data.listing import read_listing
from open_data.package.keeping import kept_package
from open_data.portal import metadata

EDITIONS_SHOWN = 5


@dataclass(frozen=True)
class Offered:
    """A table with its number of rows on the day and in the edition shown."""

    dataset: Dataset
    rows: int


class OpenDataView(TwoClocksMixin, TemplateView):
    """Everything that can be taken away."""

    template_name = "open_data/open_data.html"

    def get_context_data(self, **kwargs):
        tables = [Offered(table, read_listing(table, {}, self.clocks).count) for table in DATASETS.values()]
        editions = list(Edition.objects.filter(number__lte=self.clocks.edition)[:EDITIONS_SHOWN])
        latest = editions[0] if editions else None
        return super().get_context_data(
            tables=tables,
            packages=[kept_package(edition) for edition in editions],
            limits=LIMITS,
            licence=licence(),
            provider=provider(),
            metadata=metadata(latest, sum(table.rows for table in tables), LIMITS),
            **kwargs,
        )
