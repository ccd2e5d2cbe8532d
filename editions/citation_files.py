"""The citation of a page, at the day and edition of its reader, and the same as a file for a bibliography program."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header, urlencode
from django.views.generic import View

from editions.citations import Citation
from editions.clocks import TwoClocksMixin
from editions.models import Edition

# {ending of the address: (type, what is written)}
FORMS = {
    "txt": ("text/plain; charset=utf-8", lambda citation: citation.text),
    "bib": ("application/x-bibtex; charset=utf-8", lambda citation: citation.bibtex),
    "json": ("application/vnd.citationstyles.csl+json", lambda citation: citation.csl),
}


def cite(view, *, name, title, page, permanent="", rule=None):
    """The Citation of what `view` shows; None while nothing was published. `page`: the path of its page; `permanent`:
    that of the one to quote, where it is another."""
    clocks = view.clocks
    edition = Edition.objects.filter(number=clocks.edition).first()
    if edition is None:
        return None
    asked = urlencode({"as_of": clocks.as_of.isoformat(), "edition": edition.number})
    address = view.request.build_absolute_uri(f"{permanent or page}?{asked}")
    return Citation(name, title, page, address, clocks.as_of, edition, rule)


class CitationFileView(TwoClocksMixin, View):
    """`…/citation.bib`; subclasses give the Citation of what their address names (`citation`), None for none."""

    def citation(self, **named):
        raise NotImplementedError

    def get(self, request, *args, form, **named):
        citation = self.citation(**named) if form in FORMS else None
        if citation is None:
            raise Http404
        content_type, write = FORMS[form]
        response = HttpResponse(write(citation) + "\n", content_type=content_type)
        response.headers["Content-Disposition"] = content_disposition_header(True, f"{citation.key}.{form}")
        return response
