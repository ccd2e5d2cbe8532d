"""A figure in a frame or an image of another site: `/embed/headline/`, `/embed/<key>/`, and the same as `.svg`."""

from csp.decorators import csp_replace
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.generic import TemplateView, View

from common.parameters import ParametersRefused, kept_clocks
from editions.clocks import TwoClocksMixin
from figures.definitions import figure_or_404
from figures.sums.kept import sums_shown
from open_data.embeds.badge import Badge
from open_data.embeds.shown import headline_on, shown_on

LANGUAGES = ("ko", "en")
any_site_may_frame = method_decorator([xframe_options_exempt, csp_replace({"frame-ancestors": ["*"]})], name="dispatch")


def read_language(query):
    """The language that `lang` asks for, that of the address where it asks for none."""
    asked = query.get("lang", "").strip() or get_language()
    if asked not in LANGUAGES:
        raise ParametersRefused([("lang", _("Choose ko (Korean) or en (English)."))])
    return asked


class EmbedMixin(TwoClocksMixin):
    """An answer for other sites. `?lang=en` leads to the English address, for an address has one language alone."""

    parameters = frozenset({"lang"})

    def get(self, request, *args, **kwargs):
        language = read_language(request.GET)
        if "lang" not in request.GET:
            response = super().get(request, *args, **kwargs)
            # A site that asks for isolation (COEP) may show this too.
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            return response
        with override(language):
            return HttpResponseRedirect(
                reverse(request.resolver_match.view_name, kwargs=kwargs) + kept_clocks(request.GET)
            )


@any_site_may_frame
class HeadlineEmbedView(EmbedMixin, TemplateView):
    """The official line and the figures of the register on a day."""

    template_name = "embeds/headline.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(headline=headline_on(sums_shown(self.clocks), self.clocks.as_of), **kwargs)


@any_site_may_frame
class FigureEmbedView(EmbedMixin, TemplateView):
    """One figure on a day."""

    template_name = "embeds/figure.html"

    def get_context_data(self, key, **kwargs):
        figure_or_404(key)
        return super().get_context_data(shown=shown_on(key, sums_shown(self.clocks), self.clocks.as_of), **kwargs)


class BadgeFile(View):
    """A badge as an image; subclasses give its `badge(**arguments)`."""

    def get(self, request, *args, **kwargs):
        return HttpResponse(self.badge(**kwargs).drawn(), content_type="image/svg+xml; charset=utf-8")


class HeadlineBadgeView(EmbedMixin, BadgeFile):
    def badge(self):
        headline = headline_on(sums_shown(self.clocks), self.clocks.as_of)
        return Badge(headline.official.figure, headline.official_in_words, self.clocks)


class FigureBadgeView(EmbedMixin, BadgeFile):
    def badge(self, key):
        figure_or_404(key)
        shown = shown_on(key, sums_shown(self.clocks), self.clocks.as_of)
        return Badge(shown.figure, shown.value, self.clocks)
