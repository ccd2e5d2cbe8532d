"""Every public page for search engines, in both languages, with the day on which it last changed."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils.functional import cached_property

from agreements.models import SigningRound, Statement
from companies.models import Company
from editions.models import Edition
from figures.definitions import FIGURES
from figures.editions.last_changes import last_changed_on
from figures.editions.public_fields import Owner

REGISTER_PAGES = [
    "figures:dashboard",
    "companies:company-list",
    "companies:place-list",
    "agreements:round-list",
    "figures:series",
    "figures:commitment-list",
    "figures:statement-list",
    "figures:figure-list",
    "figures:self-check",
    "embeds:code",
    "editions:edition-list",
    "editions:correction-list",
    "open_data:open-data",
]
SITE_PAGES = ["about", "api-docs", "privacy", "copyright"]


class BothLanguagesSitemap(Sitemap):
    i18n = alternates = x_default = True


class SitePagesSitemap(BothLanguagesSitemap):
    """Pages of text, which change with the program and not with the register."""

    def items(self):
        return SITE_PAGES

    def location(self, item):
        return reverse(item)


class RegisterPagesSitemap(BothLanguagesSitemap):
    """Lists, and the figures: every edition may change each of them."""

    def items(self):
        return [(view, ()) for view in REGISTER_PAGES] + [("figures:figure-detail", (key,)) for key in FIGURES]

    def location(self, item):
        view, arguments = item
        return reverse(view, args=arguments)

    def lastmod(self, item):
        return self.latest_on

    @cached_property
    def latest_on(self):
        latest = Edition.objects.first()
        return latest.made_on if latest else None


class EditionSitemap(BothLanguagesSitemap):
    def items(self):
        return list(Edition.objects.order_by("number"))

    def location(self, item):
        return reverse("editions:edition-detail", args=[item.number])

    def lastmod(self, item):
        return item.made_on


class RecordSitemap(BothLanguagesSitemap):
    """The published records of a model that have pages; `owner` names them in the log of changes."""

    model = owner = None

    def items(self):
        return list(self.model.objects.published().order_by("pk"))

    def lastmod(self, item):
        return self.changed_on.get(item.pk)

    @cached_property
    def changed_on(self):
        return last_changed_on(self.owner)


class CompanySitemap(RecordSitemap):
    model, owner = Company, Owner.COMPANY


class RoundSitemap(RecordSitemap):
    model, owner = SigningRound, Owner.ROUND


class StatementSitemap(RecordSitemap):
    model, owner = Statement, Owner.STATEMENT

    def location(self, item):
        return reverse("figures:statement-detail", args=[item.pk])


SITEMAPS = {
    "site": SitePagesSitemap,
    "register": RegisterPagesSitemap,
    "companies": CompanySitemap,
    "rounds": RoundSitemap,
    "statements": StatementSitemap,
    "editions": EditionSitemap,
}
