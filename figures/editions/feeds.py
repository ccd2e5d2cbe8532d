"""Atom feeds: the signing rounds, every edition, and the corrections among these."""

import datetime
from functools import cached_property
from urllib.parse import urlsplit

from django.db.models import Prefetch
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.generic import View

from agreements.models import Agreement, SigningRound
from common.parameters import kept_clocks
from common.partial_dates import PartialDate
from companies.tables import name_in_language, names_read
from editions.lists import page_of
from editions.models import Edition
from editions.provider import provider
from editions.synthetic import SHORT
from figures.editions.atom import Entry, PagedFeed
from figures.editions.effects import headlines
from figures.editions.last_changes import changes_of
from figures.editions.owners import concerned
from figures.editions.public_fields import Owner
from figures.editions.views import EditionsMixin
from sources.models import published_sources

ENTRIES = 20
# Names of feeds and entries need a day on which the address was ours: the same for all, and never another.
BEGUN_ON = datetime.date(2026, 11, 23)


class FeedView(EditionsMixin, View):
    """A feed, in pages, of the register at the clocks asked for; its entries lead to pages at the same clocks.

    Subclasses give its `title` and `subtitle`, the name of the address of its page (`page`), and three methods.
    """

    title = subtitle = page = ""

    def rows(self):
        """What the feed tells of, newest first."""
        raise NotImplementedError

    def entry(self, row):
        """The Entry of one of them."""
        raise NotImplementedError

    def updated(self):
        """When any of them last changed; None where there are none."""
        raise NotImplementedError

    def get(self, request):
        page = page_of(self.rows(), ENTRIES, request.GET)
        feed = PagedFeed(
            title=f"{self.title} ({SHORT})" if self.clocks.is_synthetic else self.title,
            link=self.address(self.page),
            description=None,
            subtitle=self.subtitle,
            language=get_language(),
            feed_url=request.build_absolute_uri(),
            feed_guid=self.tag(request.path),
            author_name=provider(),
            updated=self.updated() or timezone.make_aware(datetime.datetime.combine(BEGUN_ON, datetime.time())),
            pages=self._pages(page),
        )
        for row in page:
            feed.add_entry(self.entry(row))
        return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)

    def address(self, name, *args):
        """The address of a page at the reader's clocks."""
        return self.request.build_absolute_uri(reverse(name, args=args) + kept_clocks(self.request.GET))

    def tag(self, path):
        """A tag URI (RFC 4151): it names a feed or an entry for ever, also when its address changes."""
        host = urlsplit(f"//{self.request.get_host()}").hostname
        return f"tag:{host},{BEGUN_ON}:{path}"

    def _pages(self, page):
        """(rel, address) of the pages of the feed (RFC 5005); none where there is one alone."""
        last = page.paginator.num_pages
        numbers = {"first": 1, "previous": page.number - 1, "next": page.number + 1, "last": last}
        return [
            (rel, self._page_address(number)) for rel, number in numbers.items() if 1 <= number <= last and last > 1
        ]

    def _page_address(self, number):
        query = kept_clocks(self.request.GET, page=number if number > 1 else None)
        return self.request.build_absolute_uri(self.request.path + query)


class RoundFeedView(FeedView):
    """The published signing rounds, newest first: who signed, when, and where that was said."""

    title = gettext_lazy("Gwangju AI agreements: signing rounds")
    subtitle = gettext_lazy("Each signing with its day, as far as it is known, its parties and its sources.")
    page = "agreements:round-list"

    def rows(self):
        named = Agreement.objects.named().prefetch_related(*names_read("company__"))
        parties = Prefetch("agreements", named, to_attr="named")
        rounds = SigningRound.objects.published().known_by(self.clocks.as_of, undated=self.clocks.is_today)
        return rounds.with_size().prefetch_related(parties, published_sources())

    def entry(self, row):
        first, last = self._changes[row.pk]
        return Entry(
            key=self.tag(f"{self.request.path}/{row.pk}"),
            title=round_title(row),
            address=self.address("agreements:round-detail", row.slug),
            text=round_in_words(row),
            published=first.made_at,
            updated=last.made_at,
            sources=tuple((source.url, source.title or source.publisher) for source in row.sources.all()),
        )

    def updated(self):
        return max((last.made_at for _first, last in self._changes.values()), default=None)

    @cached_property
    def _changes(self):
        return changes_of(Owner.ROUND, self.clocks.edition)


class EditionFeedView(FeedView):
    """Every edition: its kind, the reason, the records concerned, and what it did to the headline."""

    title = gettext_lazy("Gwangju AI agreements: changes to the register")
    subtitle = gettext_lazy("Every edition of the register: when and why it was made, and what it did to the figures.")
    page = "editions:edition-list"

    def rows(self):
        return self.editions()

    def entry(self, row):
        return Entry(
            key=self.tag(reverse("editions:edition-detail", args=[row.number])),
            title=title_of(row),
            address=self.address("editions:edition-detail", row.number),
            text=edition_in_words(row, self.day_of(row)),
            published=row.made_at,
            updated=row.made_at,
        )

    def updated(self):
        latest = self.rows().first()
        return latest and latest.made_at


class CorrectionFeedView(EditionFeedView):
    """The editions that took back or set right what was public before."""

    title = gettext_lazy("Corrections of the register of Gwangju's AI agreements")
    subtitle = gettext_lazy("What was corrected, withdrawn or merged, and why.")
    page = "editions:correction-list"

    def rows(self):
        return self.editions().corrections()


def round_title(signing):
    """What the round is called, and its day where that is not its name: readers of feeds show the day of publishing,
    which many rounds share."""
    known = PartialDate.read(signing, "signed_on") if signing.numbers else None
    return f"{signing.heading}, {known.in_words()}" if known else signing.heading


def round_in_words(signing):
    """The day, as far as it is known, and the parties; how many of them are not known by name."""
    known = PartialDate.read(signing, "signed_on")
    unnamed = signing.size - len(signing.named)
    names = ", ".join(name_in_language(agreement.company) for agreement in signing.named)
    parts = [_("Signed on %(day)s") % {"day": known.in_words()} if known else _("day not confirmed")]
    if names:
        parts.append(_("Parties: %(names)s") % {"names": names})
    if unnamed > 0:
        words = ngettext("The name of %(n)s party is not known.", "The names of %(n)s parties are not known.", unnamed)
        parts.append(words % {"n": unnamed})
    return " · ".join(parts)


def title_of(edition):
    """The kind and the reason; that of a load names folders, and is for staff."""
    reason = "" if edition.kind == Edition.Kind.LOAD else edition.reason
    return ": ".join(filter(None, [edition.get_kind_display(), reason]))


def edition_in_words(edition, day):
    """The records concerned, and the figures of the headline of `day` that are other ones since."""
    named, more = concerned(edition.number)
    names = [owner.label for owner in named]
    if more:
        names.append(ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more})
    parts = [", ".join(names)]
    for _address, label, *values in headlines(edition.number, day):
        if values[0] != values[1]:
            before, after = ("–" if value == "" else value for value in values)
            parts.append(f"{label}: {before} → {after}")
    return " · ".join(part for part in parts if part) or _("The headline figures did not change.")
