"""Atom feeds of what changed."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from editions.clocks import TwoClocksMixin
from editions.models import Edition
from figures.editions.effects import headlines
from figures.editions.owners import concerned

ENTRIES = 50
# The name of the feed needs a day on which its address was ours.
BEGUN_ON = "2026-11-23"


class CorrectionFeedView(TwoClocksMixin, View):
    """The latest corrections, withdrawals and merges, each with its reason and what it did to the headline."""

    def get(self, request):
        feed = self._feed(request)
        for edition in Edition.objects.corrections().filter(number__lte=self.clocks.edition)[:ENTRIES]:
            address = reverse("editions:edition-detail", args=[edition.number])
            feed.add_item(
                title=": ".join(filter(None, [edition.get_kind_display(), edition.reason])),
                link=request.build_absolute_uri(address),
                description=_description(edition),
                unique_id=_tag(request, edition.made_on, address),
                pubdate=edition.made_at,
                updateddate=edition.made_at,
            )
        return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)

    def _feed(self, request):
        page = request.build_absolute_uri(reverse("editions:correction-list"))
        address = request.build_absolute_uri(request.path)
        return Atom1Feed(
            title=_("Corrections of the register of Gwangju's AI agreements"),
            link=page,
            description=_("What was corrected, withdrawn or merged, and why."),
            language=get_language(),
            feed_url=address,
            feed_guid=_tag(request, BEGUN_ON, request.path),
            author_name=_("Gwangju AI agreements"),
        )


def _tag(request, day, path):
    """A tag URI (RFC 4151): it names an entry for ever, also when its address changes."""
    return f"tag:{request.get_host().partition(':')[0]},{day}:{path}"


def _description(edition):
    """The records concerned, and the figures of the headline that are other ones since."""
    parts = [", ".join(owner.label for owner in concerned(edition.number))]
    for _address, label, *values in headlines(edition.number, edition.made_on):
        if values[0] != values[1]:
            before, after = ("–" if value == "" else value for value in values)
            parts.append(f"{label}: {before} → {after}")
    return ". ".join(part for part in parts if part)
