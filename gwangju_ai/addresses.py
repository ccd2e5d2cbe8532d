"""Under which addresses a page is known: to search engines, in the other language, and on paper."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.http import urlencode

from common.parameters import kept_clocks
from gwangju_ai.language import other_language


@dataclass(frozen=True)
class Addresses:
    request: HttpRequest

    @cached_property
    def canonical(self):
        """The page without what narrows it or sets its clocks. A further page of a whole list is a page of its own;
        a further page of a narrowed one is not."""
        return self.request.build_absolute_uri(self.request.path + self._page)

    @property
    def alternates(self):
        """(language, address) of this page, and under x-default the one for everybody else: the Korean one. Nothing on
        a page that is canonical to another one."""
        if not self._is_canonical:
            return []
        code, address = other_language(self.request.path)
        here = "ko" if code == "en" else "en"
        known = {here: self.canonical, code: self.request.build_absolute_uri(address + self._page)}
        return [*sorted(known.items(), reverse=True), ("x-default", known[settings.LANGUAGE_CODE])]

    def lasting(self, clocks):
        """The address that shows this page for ever as it is now: with its day and its edition."""
        query = {name: value for name, value in self.request.GET.items() if name not in ("as_of", "edition")}
        pinned = {"as_of": clocks.as_of.isoformat()} | ({"edition": clocks.edition} if clocks.edition else {})
        return self.request.build_absolute_uri(f"{self.request.path}?{urlencode(query | pinned)}")

    @property
    def _is_canonical(self):
        return not any(self.request.GET.values()) or bool(self._page)

    @property
    def _page(self):
        asked = {name: value for name, value in self.request.GET.items() if value}
        number = asked.get("page", "")
        return kept_clocks({}, page=number) if asked.keys() == {"page"} and number != "1" else ""
