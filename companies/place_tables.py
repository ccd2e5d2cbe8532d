"""The places in the city by how long ago each was last confirmed, as a table."""

from urllib.parse import urlsplit

import django_tables2 as tables
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from common.templatetags.register_text import date_in_words, korean_text
from companies.freshness import last_seen
from companies.tables import (
    STATUS_ORDER,
    OrderedColumn,
    RegisterTable,
    freshness_badge,
    name_text,
    status_badge,
    unknown,
)


class PlaceTable(RegisterTable):
    company = OrderedColumn(verbose_name=gettext_lazy("Company or institution"), sort_by="company__sort_key")
    kind = OrderedColumn(verbose_name=gettext_lazy("Kind of place"), sort_by="kind")
    district = OrderedColumn(verbose_name=gettext_lazy("District"), sort_by="district__order")
    status = OrderedColumn(
        verbose_name=pgettext_lazy("of a place", "State"), accessor="place_status", sort_by=STATUS_ORDER
    )
    last_seen = OrderedColumn(verbose_name=gettext_lazy("Last confirmed"), sort_by="last_seen")
    age = tables.Column(verbose_name=gettext_lazy("How long ago"), orderable=False)
    sources = tables.Column(verbose_name=gettext_lazy("Source"), orderable=False)

    class Meta:
        attrs = {"class": "table brief"}
        order_by = "last_seen"
        caption = gettext_lazy("Places by when they were last confirmed")
        empty_text = gettext_lazy("No place matches. Try part of a company's name, or remove a condition.")

    def render_company(self, record):
        address = f"{record.company.get_absolute_url()}{self.kept}#place-{record.pk}"
        return format_html('<a href="{}">{}</a>', address, name_text(record.company))

    def render_kind(self, record):
        return record.get_kind_display() or unknown()

    def render_district(self, record):
        return record.district.name if record.district else unknown()

    def render_status(self, record):
        return status_badge(record.place_status)

    def render_last_seen(self, record):
        seen = _seen(record)
        return date_in_words(seen.on) if seen.on else unknown(_("never confirmed"))

    def render_age(self, record):
        seen = _seen(record)
        if not seen.on:
            return unknown("–")
        return format_html("{} {}", seen.age, freshness_badge(seen.freshness)) if seen.freshness else seen.age

    def render_sources(self, record):
        sources = _seen(record).sources
        return format_html_join(", ", "{}", ((source_link(source),) for source in sources)) if sources else unknown("–")


def _seen(place):
    """Three cells say of it."""
    if not hasattr(place, "seen"):
        place.seen = last_seen(place, place.as_of)
    return place.seen


def source_link(source):
    """The source by its publisher, for a table has no room for titles; else by its title, else by its site."""
    words = korean_text(source.publisher or source.title or urlsplit(source.url).hostname)
    return format_html('<a href="{}" rel="external noopener">{}</a>', source.url, words)
