"""The page of a record that was public once: it says when and why that ended, and leads to what it showed."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from editions.models import Edition


class WithdrawnMixin:
    """A detail view, below TwoClocksMixin, that answers 410 with a reason where a record was withdrawn."""

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            last = self._last_public_version()
            if last is None:
                raise
            edition = get_object_or_404(Edition, number=last.edition_until)
            context = {"edition": edition, "shown_until": edition.number - 1, "clocks": self.clocks}
            return render(request, "withdrawn.html", context, status=410)

    def _last_public_version(self):
        """The last history row that an edition before the one shown held; None for what never was public."""
        name, value = next(iter(self.kwargs.items()))
        versions = self.get_queryset().model.history.filter(**{"id" if name == "pk" else name: value})
        return versions.filter(edition_until__lte=self.clocks.edition).order_by("-edition_until", "-history_id").first()
