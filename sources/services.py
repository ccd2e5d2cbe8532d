"""Publishing sources, always inside the edition of the public record that names them."""

from editions.models import Publishable


def publish_sources(sources):
    """Publish the drafts among `sources` (a queryset); call it inside `edition(...)`. Returns those it published."""
    drafts = list(sources.filter(status=Publishable.Status.DRAFT).distinct())
    for source in drafts:
        source.full_clean()
        source.status = Publishable.Status.PUBLISHED
        source.save()
    return drafts
