"""Answers that change only with the edition or the day: a reader who has one is told that it still holds."""

import hashlib

from django.utils.cache import get_conditional_response

from editions.models import Edition


class EditionTagMixin:
    """A view, below TwoClocksMixin, whose answer bears an ETag of its edition and day; 304 for whoever has it. The tag
    is weak, for a file may also say when it was made.

    For files only: a page also names style sheets, which change with the program. A file may therefore stay as an
    older program wrote it, until the next day or edition.
    """

    def dispatch(self, request, *args, **kwargs):
        if request.method not in ("GET", "HEAD"):
            return super().dispatch(request, *args, **kwargs)
        tag = self._tag(request)
        unchanged = get_conditional_response(request, etag=tag)
        if unchanged:
            return unchanged
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 200:
            response.headers["ETag"] = tag
        return response

    def _tag(self, request):
        """Not the number of the edition alone: a register that is loaded anew counts from 1 again."""
        made_at = Edition.objects.filter(pk=self.clocks.edition).values_list("made_at", flat=True).first()
        said = [request.build_absolute_uri(), self.clocks.edition, made_at, self.clocks.as_of, self.clocks.are_present]
        return f'W/"{hashlib.sha256(repr(said).encode()).hexdigest()[:32]}"'
