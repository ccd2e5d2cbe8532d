"""The page that shows the code with which another site shows a figure."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.generic import TemplateView

from common.parameters import ParametersRefused, kept_clocks
from editions.clocks import TwoClocksMixin
from figures.definitions import FIGURES, GROUPS
from figures.sums.kept import sums_shown
from open_data.embeds.shown import shown_on
from open_data.embeds.views import LANGUAGES, read_language

HEADLINE = "headline"
# Pixels that hold the frame at its narrowest, 320; tests/browser/test_embeds.py measures them.
HEADLINE_HEIGHT, FIGURE_HEIGHT, BREAKDOWN_HEIGHT = 600, 460, 640


@method_decorator(csp_replace({"frame-src": [SELF]}), name="dispatch")
class EmbedCodeView(TwoClocksMixin, TemplateView):
    """Choose figure, language and day; look at the frame and the badge; copy their code. Without a day in the address
    they always show the present one. A badge has no room for a breakdown."""

    template_name = "embeds/code.html"
    parameters = frozenset({"figure", "lang"})

    def get_context_data(self, **kwargs):
        key, language = self._figure(), read_language(self.request.GET)
        with override(language):
            frame, badge, page = (self._address(name, key) for name in ("", "-badge", "page"))
            title = str(FIGURES[_of_the_image(key)].label)
            title = f"{title} – {_('Gwangju AI agreements')}"
        shown = None if key == HEADLINE else shown_on(key, sums_shown(self.clocks), self.clocks.as_of)
        height, absolute = _height_of(shown), self.request.build_absolute_uri
        return super().get_context_data(
            key=key,
            language_shown=language,
            languages=LANGUAGES,
            groups=GROUPS,
            frame=frame,
            badge=badge,
            name=title,
            height=height,
            frame_code=frame_code(absolute(frame), title, height),
            badge_code="" if shown and shown.is_breakdown else badge_code(absolute(badge), title, absolute(page)),
            **kwargs,
        )

    def _figure(self):
        key = self.request.GET.get("figure", "").strip() or HEADLINE
        if key not in {HEADLINE, *FIGURES}:
            raise ParametersRefused([("figure", _("Choose a figure of the list."))])
        return key

    def _address(self, what, key):
        """The address of the frame (""), the badge ("-badge") or the page of a figure, in the language in use."""
        if what == "page":
            found = reverse("figures:figure-detail", args=[_of_the_image(key)])
        elif key == HEADLINE:
            found = reverse(f"embeds:headline{what}")
        else:
            found = reverse(f"embeds:figure{what}", args=[key])
        return found + kept_clocks(self.request.GET)


def _height_of(shown):
    """Of the frame of a Shown; None: of the headline."""
    if shown is None:
        return HEADLINE_HEIGHT
    return BREAKDOWN_HEIGHT if shown.parts else FIGURE_HEIGHT


def _of_the_image(key):
    """The figure that the image shows; that of the headline has room for its first alone."""
    return "official_established" if key == HEADLINE else key


def frame_code(address, title, height):
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" style="border:0" loading="lazy"></iframe>',
        address,
        title,
        height,
    )


def badge_code(address, title, page):
    return format_html('<a href="{}"><img src="{}" alt="{}" height="28"></a>', page, address, title)
