"""What every answer of the API has in common: read-only, the two clocks, strict parameters, limits.

Its ETag, and what may be kept of it, is that of every public answer (gwangju_ai/page_cache/).
"""

from contextlib import ExitStack

from django.utils import timezone
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.response import Response
from rest_framework.views import APIView

from api.parameters import CLOCKS, refuse_blank
from api.problems import problem
from common.parameters import ParametersRefused, refuse_unknown, refused_together
from editions.clocks import read_clocks
from editions.one_state import one_state
from open_data.licence import licence


class AcceptedRenderer(BaseContentNegotiation):
    """The renderer that the header Accept likes best; the first where it names none."""

    def select_renderer(self, request, renderers, format_suffix=None):
        by_type = {renderer.media_type: renderer for renderer in renderers}
        chosen = request._request.get_preferred_type(list(by_type))
        if chosen is None:
            raise NotAcceptable
        return by_type[chosen], chosen


class ReadingView(APIView):
    """A view for programs that can only be read, whose parameters are strict.

    Subclasses give `answer(request, …)`, and `get_documented()`, the parameters that an address may say.
    """

    http_method_names = ["get", "head", "options"]
    content_negotiation_class = AcceptedRenderer

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if refused := refused_together(ReadingView.checks(self, request.query_params)):
            raise refused

    def checks(self, query):
        """Functions, each of which refuses what cannot be answered of some parameters."""
        known = {parameter.name for parameter in self.get_documented()}
        return [lambda: refuse_unknown(query, known), lambda: refuse_blank(query, known - {"q"})]

    def handle_exception(self, exc):
        """Every parameter that cannot be used is named, not only those that were met first."""
        if isinstance(exc, ParametersRefused):
            exc = refused_together(self.checks(self.request.query_params), first=exc)
        return super().handle_exception(exc)

    def get(self, request, *args, **kwargs):
        # Tags of answers are weak, so that no answer is the very one that If-Match names.
        if request.headers.get("If-Match", "*") != "*":
            return problem(request, "changed")
        return Response(self.answer(request, *args, **kwargs))

    def options(self, request, *args, **kwargs):
        return Response(status=204)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        throttle = getattr(request, "throttled_by", None)
        for name, value in (throttle.headers if throttle else {}).items():
            response.headers[name] = value
        return response

    def get_documented(self):
        return []


class RegisterView(ReadingView):
    """An answer at the clocks that its address asks for (`self.clocks`), read in one state of the database.

    Subclasses give `said(request, …)`. How the API describes it: `operation`, `group`, `summary`, `description`, the
    `documented` parameters besides the clocks, those in the path, and its `fields`.
    """

    operation = group = summary = description = fields = None
    documented = path_documented = ()
    clocks = None

    def dispatch(self, request, *args, **kwargs):
        with ExitStack() as self.reading:
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if isinstance(response, Response) else response

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        self.reading.enter_context(one_state())
        self.clocks = read_clocks(request.query_params)
        self.reading.enter_context(self.clocks.register())

    def checks(self, query):
        return [*super().checks(query), lambda: read_clocks(query)]

    def get_documented(self):
        return [*CLOCKS, *self.documented]

    def get_path_documented(self):
        return self.path_documented

    def get_fields(self):
        return self.fields

    def answer(self, request, *args, **kwargs):
        return {**self._head(), **self.said(request, *args, **kwargs)}

    def _head(self):
        granted = licence()
        return {
            "as_of": self.clocks.as_of.isoformat(),
            "edition": self.clocks.edition,
            "synthetic": self.clocks.is_synthetic,
            "licence": {"code": granted.code, "url": granted.url},
            "generated_at": timezone.localtime().isoformat(timespec="seconds"),
        }
