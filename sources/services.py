"""Keeping sources, and publishing them: always inside the edition of the public record that names them."""

from editions.models import Publishable
from sources.models import Source


def publish_sources(sources):
    """Publish the drafts among `sources` (a queryset); call it inside `edition(...)`. Returns those it published."""
    drafts = list(sources.filter(status=Publishable.Status.DRAFT).distinct())
    for source in drafts:
        source.full_clean()
        source.status = Publishable.Status.PUBLISHED
        source.save()
    return drafts


def keep_source(source):
    """The source itself where it is already kept, else the one known by the same address, else `source`, now saved.

    ValidationError where it is not valid. A new one is a draft until a public record names it.
    """
    if source.pk:
        return source
    known = Source.objects.filter(url=source.url).first()
    if known:
        return known
    source.full_clean()
    source.save()
    return source


def draft_source(*, url, title="", publisher="", published_on=None, by):
    """The source at this address as the register has it, or a new draft; `published_on` is a PartialDate or None."""
    source = Source(url=url, title=title, publisher=publisher)
    if published_on:
        published_on.write(source, "published_on")
    source._history_user = by
    return keep_source(source)
