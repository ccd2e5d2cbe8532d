"""The editions: what each changed in the register, and what that did to the figures."""

from dataclasses import dataclass
from itertools import groupby

from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from editions.clocks import TwoClocksMixin
from editions.lists import page_of
from editions.models import Edition
from figures.changes.days import TOTALS
from figures.editions.effects import figures_moved, headlines, periods_moved
from figures.editions.owners import concerned, owners_of
from figures.editions.records import count_records, in_words, record_counts, records_of

EDITIONS_PER_PAGE = 20
RECORDS_PER_PAGE = 50
# Records of a small edition stand open, those of a large one are folded.
RECORDS_OPEN = 10
PERIODS_SHOWN = 50


@dataclass(frozen=True)
class Summary:
    """An edition in a list. counts: records added, changed and removed. headline: (label, before, after) of `day`."""

    edition: Edition
    counts: dict
    headline: list
    owners: list


class EditionsMixin(TwoClocksMixin):
    """The editions up to the one that the page shows."""

    parameters = frozenset({"page"})

    def editions(self):
        return Edition.objects.filter(number__lte=self.clocks.edition)

    def day_of(self, edition):
        """The day whose headline is compared: the one asked for, else that on which the edition was made."""
        return self.clocks.as_of if self.request.GET.get("as_of", "").strip() else edition.made_on


class EditionListView(EditionsMixin, TemplateView):
    """Every published change of the register, newest first: when, what kind, why, and what it did."""

    template_name = "editions/edition_list.html"

    def get_context_data(self, **kwargs):
        page = page_of(self.editions(), EDITIONS_PER_PAGE, self.request.GET)
        summaries = [self.summary_of(edition) for edition in page]
        return super().get_context_data(page=page, count=page.paginator.count, summaries=summaries, **kwargs)

    def summary_of(self, edition):
        number = edition.number
        headline = headlines(number, self.day_of(edition))
        return Summary(edition, record_counts(number), headline, self.owners(number))

    def owners(self, number):
        return []


class CorrectionListView(EditionListView):
    """The editions that took back or set right what was public before."""

    template_name = "editions/correction_list.html"

    def editions(self):
        return super().editions().corrections()

    def owners(self, number):
        return concerned(number)[0]


class EditionDetailView(EditionsMixin, TemplateView):
    """One edition: every record before and after, and the days gone by of which it changed a total."""

    template_name = "editions/edition_detail.html"

    def get_context_data(self, number, **kwargs):
        edition = get_object_or_404(self.editions(), pk=number)
        records = records_of(number)
        page = page_of(records, RECORDS_PER_PAGE, self.request.GET)
        # Before the first edition there was nothing to move.
        moved = periods_moved(number, edition.made_on) if number > 1 else {}
        return super().get_context_data(
            edition=edition,
            page=page,
            are_open=len(records) <= RECORDS_OPEN,
            counts=count_records(records),
            groups=_grouped(page.object_list, number),
            day=self.day_of(edition),
            headline=headlines(number, self.day_of(edition)),
            moved=[
                {
                    "key": key,
                    "label": TOTALS[key].label,
                    "periods": periods[-PERIODS_SHOWN:],
                    "earlier": len(periods[:-PERIODS_SHOWN]),
                }
                for key, periods in moved.items()
            ],
            figures_moved=figures_moved(number) if number > 1 else [],
            earlier=number - 1,
            later=self.editions().filter(number=number + 1).exists() and number + 1,
            **kwargs,
        )


def _grouped(records, number):
    """(NamedOwner, records in words) in the order of the records."""
    owners = owners_of(records, number)
    told = groupby(in_words(records, number), key=lambda row: (row.record.owner, row.record.owner_pk))
    by_name = groupby(((owners[key], list(rows)) for key, rows in told), key=lambda pair: pair[0])
    return [(owner, [row for _owner, rows in pairs for row in rows]) for owner, pairs in by_name]
