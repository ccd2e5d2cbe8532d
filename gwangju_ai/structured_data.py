"""Pages for search engines: schema.org in JSON-LD. It says what the page says, and nothing more."""

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from companies.models import Alias
from editions.models import Edition
from editions.provider import provider
from open_data.catalog import TYPES
from open_data.datasets.registry import DATASETS
from open_data.licence import licence
from open_data.portal import KEYWORDS

_ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&"}


@dataclass(frozen=True)
class Script:
    """Data that write themselves into a script element, where markup is spelt in escapes and nothing can end it."""

    value: dict

    def __html__(self):
        return json.dumps(self.value, ensure_ascii=False).translate(_ESCAPES)

    @classmethod
    def of(cls, things):
        """One element for `things`; nothing for none."""
        if not things:
            return ""
        data = {"@context": "https://schema.org", "@graph": things}
        return format_html('<script type="application/ld+json">{}</script>', cls(data))


def of_page(context):
    """What there is to say of a page, by its type; a list, empty for most."""
    if context.get("view_name") == "figures:dashboard" and "clocks" in context:
        return [website(context["request"]), dataset(context["request"], context["clocks"])]
    if context.get("view_name") == "open_data:open-data" and "clocks" in context:
        return [dataset(context["request"], context["clocks"])]
    if context.get("view_name") == "companies:company-detail" and "company" in context:
        return [organization(context["request"], context["company"], context["plain_name"])]
    return []


def website(request):
    """The site, and how to search it from elsewhere."""
    directory = request.build_absolute_uri(reverse("companies:company-list"))
    return {
        "@type": "WebSite",
        "name": _("Gwangju AI agreements"),
        "url": request.build_absolute_uri(reverse("figures:dashboard")),
        "inLanguage": get_language(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{directory}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def dataset(request, clocks):
    """The register as data: what it holds, which edition, and where its numbers can be had."""
    edition = Edition.objects.filter(number=clocks.edition).first()
    return _known(
        {
            "@type": "Dataset",
            "name": _("Gwangju AI agreements"),
            "description": _(
                "Business agreements on AI that Gwangju signed since 2019: rounds, companies and institutions, their "
                "places in the city, and official statements, each with its source."
            ),
            "url": request.build_absolute_uri(reverse("open_data:open-data")),
            "license": licence().url,
            "keywords": [str(word) for word in KEYWORDS],
            "inLanguage": ["ko", "en"],
            "isAccessibleForFree": True,
            "temporalCoverage": "2019/..",
            "spatialCoverage": {"@type": "Place", "name": _("Gwangju, South Korea")},
            "version": str(edition.number) if edition else "",
            "dateModified": edition.made_on.isoformat() if edition else "",
            "creator": _provider(),
            "distribution": [
                *_packages(request, edition),
                *(_download(request, *file) for file in _table_files()),
                _download(request, reverse("api:figure-list"), "application/json", _("Every figure on a day")),
                _download(request, reverse("figures:series-file"), "text/csv", _("Agreement numbers")),
            ],
        }
    )


def organization(request, company, name):
    """A company or institution as its page names it; `aliases` are best prefetched."""
    aliases = [alias.name for alias in company.aliases.all() if alias.kind != Alias.Kind.MISPRINT]
    page = request.build_absolute_uri(company.get_absolute_url())
    return _known(
        {
            "@type": "Organization",
            "@id": page,
            "name": name,
            "alternateName": [other for other in dict.fromkeys([company.name, *aliases]) if other != name],
            "description": company.business_en if get_language() == "en" else company.business_ko,
            "address": company.head_office,
            "url": company.homepage or page,
            "mainEntityOfPage": page,
        }
    )


def breadcrumb_list(markup, request):
    """The breadcrumb of a page, read from its own markup, so that the two cannot differ."""
    reader = _Trail()
    reader.feed(markup)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            _known(
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": " ".join(name.split()),
                    "item": request.build_absolute_uri(urlsplit(address).path) if address else "",
                }
            )
            for position, (name, address) in enumerate(reader.steps, start=1)
        ],
    }


class _Trail(HTMLParser):
    """`steps`: [name, address] of each list item, the address "" for one that is no link."""

    def __init__(self):
        super().__init__()
        self.steps = []

    def handle_starttag(self, tag, attrs):
        if tag == "li":
            self.steps.append(["", ""])
        elif tag == "a":
            self.steps[-1][1] = dict(attrs)["href"]

    def handle_data(self, data):
        if self.steps:
            self.steps[-1][0] += data


def _provider():
    return {"@type": "GovernmentOrganization" if settings.OFFICIAL_SITE else "Organization", "name": provider()}


def _download(request, address, media_type, name):
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": media_type,
        "contentUrl": request.build_absolute_uri(address),
    }


def _packages(request, edition):
    """The whole register of the edition; nothing before the first."""
    if edition is None:
        return []
    address = reverse("packages:package", args=[edition.number])
    return [_download(request, address, TYPES["zip"], _("The whole register (ZIP)"))]


def _table_files():
    """(address, type, name) of each table as a file."""
    for table in DATASETS.values():
        for kind in ("csv", "xlsx", "json"):
            yield reverse("open_data:table-file", args=[table.name, kind]), TYPES[kind], str(table.title)


def _known(values):
    """Without what is not known: an empty value would say that there is none."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}
