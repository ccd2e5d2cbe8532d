"""What the national portal (data.go.kr) asks of a data set, each item under the portal's own name."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from common.partial_dates import PartialDate, Precision
from editions.models import Edition
from editions.provider import provider
from open_data.licence import licence
from open_data.package.description import description_of_register

KEYWORDS = [
    gettext_lazy("Gwangju"),
    gettext_lazy("artificial intelligence"),
    gettext_lazy("business agreement"),
    gettext_lazy("company"),
    gettext_lazy("official statement"),
]


@dataclass(frozen=True)
class Item:
    """An item of the portal's metadata. value: "" for what is not known."""

    label: Any
    value: str


def metadata(edition, rows, limits):
    """The items in the portal's order. edition: that shown, None before the first; rows: of all tables together."""
    first = Edition.objects.order_by("number").first()
    return [
        Item(_("Name of the data"), _("Gwangju AI agreements")),
        Item(_("Classification"), settings.DATA_CLASSIFICATION),
        Item(_("Provided by"), provider()),
        Item(_("Department"), settings.OPERATOR["department"] if settings.OFFICIAL_SITE else ""),
        Item(_("Telephone of the department"), settings.OPERATOR["phone"] if settings.OFFICIAL_SITE else ""),
        Item(_("Legal basis"), settings.DATA_LEGAL_BASIS),
        Item(_("How the data are collected"), _("Entered one by one from press releases and reports, with sources.")),
        Item(_("Update cycle"), _("As changes come: each published change makes a new edition at once.")),
        Item(_("Next update"), settings.DATA_NEXT_UPDATE),
        Item(_("Medium"), pgettext("medium of data", "Text")),
        Item(_("Rows in all"), f"{rows:,}"),
        Item(_("File formats"), "CSV, XLSX, JSON, ZIP"),
        Item(_("Keywords"), ", ".join(map(str, KEYWORDS))),
        Item(_("Limits of the data"), " ".join(map(str, limits))),
        Item(_("Registered on"), _day(first)),
        Item(_("Changed on"), _day(edition)),
        Item(_("Provided as"), _("Files to download, and an API")),
        Item(_("Description"), description_of_register()),
        Item(_("Other notes"), _("Names of people and titles of sources are given in Korean only, as recorded.")),
        Item(_("Area covered"), _("Gwangju, South Korea")),
        Item(_("Period covered"), _("Since 2019")),
        Item(pgettext("of data", "Cost"), _("Free of charge")),
        Item(_("Permitted use"), str(licence().name)),
    ]


def _day(edition):
    return PartialDate(edition.made_on, Precision.DAY).in_words() if edition else ""
