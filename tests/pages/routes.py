"""Every public page, from the project's own URL patterns: a page that is added is walked without being listed.

A pattern with arguments needs the page that leads to it (LINKED_FROM), and is filled from the link found there. So
both a pattern that nobody filled and a page that nothing leads to are noticed.
"""

import re
from html import unescape
from urllib.parse import quote

from django.urls import URLResolver, get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import override

from tests.pages.addresses import FOUNDING_DAY

LINKED_FROM = {
    "companies:company-detail": f"/companies/?signed_after={FOUNDING_DAY}&signed_before={FOUNDING_DAY}",
    "agreements:round-detail": f"/rounds/?signed_after={FOUNDING_DAY}&signed_before={FOUNDING_DAY}",
    "agreements:commitment": "/figures/commitments_by_state/",
    "agreements:agreement-number": "/statements/",
    "figures:statement-detail": f"/statements/?as_of={FOUNDING_DAY}",
    "figures:figure-detail": "/figures/",
    "figures:figure-rows": "/figures/established/",
    "figures:figure-changes": "/figures/established/",
    "figures:figure-card": "/figures/established/",
    "editions:edition-detail": "/editions/?edition=1",
    "open_data:table-file": "/companies/",
}
# The same pages in other states.
STATES = [
    f"/?as_of={FOUNDING_DAY}",
    "/?as_of=2019-01-01",
    f"/companies/?q={quote('없는회사')}",
    f"/companies/?q={quote('렉스소프트')}&as_of={FOUNDING_DAY}&edition=1",
    f"/rounds/?q={quote('없는회사')}",
    "/statements/?verdict=off",
    "/figures/days_to_opening/",
    "/figures/established_by_year/",
    "/figures/agreements_by_field/?part=unknown",
    "/figures/agreements/?as_of=2019-01-01",
    "/editions/?as_of=2019-01-01",
]
# Where a look at every page type would take too long.
MAIN = [
    "/",
    "/companies/",
    "/companies/1/",
    "/rounds/136-145/",
    "/statements/",
    "/figures/established/",
    "/editions/1/",
]
ERRORS = {"/?as_of=2022-02-30": 400, "/companies/?colour=red": 400, "/nowhere/": 404}


def public_patterns(patterns=None, public=False, prefix="", namespace=""):
    """(view name, address as the pattern writes it) of whatever stands in the readers' languages."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            public_here = public or isinstance(pattern.pattern, LocalePrefixPattern)
            path = prefix if isinstance(pattern.pattern, LocalePrefixPattern) else prefix + str(pattern.pattern)
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from public_patterns(pattern.url_patterns, public_here, path, inner)
        elif public:
            yield f"{namespace}{pattern.name}", f"/{prefix}{pattern.pattern}"


def public_addresses(read):
    """An address for each public pattern, in Korean; `read(address)` gives the text of a page."""
    return [first_address(read, name) if "<" in written else written for name, written in public_patterns()]


def first_address(read, name):
    """The address of the pattern `name` that the page in LINKED_FROM leads to first."""
    links = [unescape(link).partition("?")[0] for link in re.findall(r'href="(/[^"#]*)', read(LINKED_FROM[name]))]
    with override("ko"):
        for link in links:
            if not link.startswith(("/static/", "/en/")) and resolve(link).view_name == name:
                return link
    raise AssertionError(f"{LINKED_FROM[name]} leads to no {name}")


def in_both_languages(addresses):
    return [*addresses, *("/en" + address for address in addresses)]
