"""The list of signing rounds and the parties of one round as tables."""

import django_tables2 as tables
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import SigningRound
from common.templatetags.register_text import korean_text, partial_date
from companies.freshness import freshest
from companies.tables import (
    OrderedColumn,
    RegisterTable,
    company_link,
    field_name,
    freshness_badge,
    name_text,
    people,
    status_badge,
    unknown,
)

NAMES_SHOWN = 3
WHOLE = {"td": {"class": "whole"}}
NUMBER = {"th": {"class": "number"}, "td": {"class": "number"}}


def parties_in_words(parties, size):
    """`렉스소프트, 비투엔, 아이티아이즈 등 10개사`; where names are missing, how many of them are known."""
    names = format_html_join(", ", "{}", ((name_text(agreement.company),) for agreement in parties[:NAMES_SHOWN]))
    if len(parties) > NAMES_SHOWN:
        text = _("%(names)s and others, %(total)d in all")
        names = format_html(text % {"names": "{}", "total": len(parties)}, names)
    if len(parties) >= size:
        return names or unknown()
    known = _("names known: %(named)d of %(size)d") % {"named": len(parties), "size": size}
    return format_html('{} <span class="unknown">({})</span>', names, known) if names else unknown(known)


def numbers_badge(signing_round):
    """A mark where the numbers are deduced, else nothing."""
    if signing_round.number_basis != SigningRound.NumberBasis.DEDUCED:
        return ""
    return format_html('<span class="badge badge--deduced">{}</span>', _("deduced"))


def number_of(agreement):
    """The agreement's number where it is known: its own, or that of a round with one number alone."""
    return known_number(agreement.number, agreement.round.first_number, agreement.round.last_number)


def known_number(number, first, last):
    """The `number` of an agreement, or that of its round where `first` and `last` of it are one."""
    return number or (first if first == last else None)


class RoundTable(RegisterTable):
    numbers = OrderedColumn(verbose_name=gettext_lazy("Agreement numbers"), sort_by="first_number")
    signed_on = OrderedColumn(verbose_name=gettext_lazy("Signed on"), sort_by="signed_on")
    parties = tables.Column(verbose_name=gettext_lazy("Parties"), orderable=False, attrs=WHOLE)
    size = OrderedColumn(verbose_name=gettext_lazy("Agreements"), sort_by="size", attrs=NUMBER)
    recorded = OrderedColumn(verbose_name=gettext_lazy("Of these recorded"), sort_by="recorded", attrs=NUMBER)
    established = OrderedColumn(verbose_name=gettext_lazy("Of these opened"), sort_by="established", attrs=NUMBER)
    venue = tables.Column(verbose_name=gettext_lazy("Venue"), orderable=False, attrs=WHOLE)

    class Meta:
        attrs = {"class": "table brief"}
        order_by = "-signed_on"
        caption = gettext_lazy("Signing rounds")
        empty_text = gettext_lazy(
            "No signing round matches. Try part of a company's name, a longer period, or remove a condition."
        )

    def render_numbers(self, record):
        address = record.get_absolute_url() + self.kept
        text = record.numbers or _("number not confirmed")
        return format_html('<a href="{}">{}</a> {}', address, text, numbers_badge(record))

    def render_signed_on(self, record):
        return partial_date(record, "signed_on") if record.signed_on else unknown(_("day not confirmed"))

    def render_parties(self, record):
        return parties_in_words(record.named, record.size)

    def render_established(self, record):
        return record.established or unknown()

    def render_venue(self, record):
        return korean_text(record.venue) or unknown()


class PartyTable(RegisterTable):
    order = tables.Column(
        verbose_name=gettext_lazy("Order"), attrs={"th": {"class": "number"}, "td": {"class": "order number"}}
    )
    number = tables.Column(
        verbose_name=gettext_lazy("Number"), attrs={"th": {"class": "number"}, "td": {"class": "its-number number"}}
    )
    company = tables.Column(verbose_name=gettext_lazy("Company or institution"), attrs={"td": {"class": "company"}})
    signatories = tables.Column(verbose_name=gettext_lazy("Signed by"), attrs={"td": {"class": "signatories"}})
    field = tables.Column(verbose_name=gettext_lazy("Field"), attrs={"td": {"class": "field"}})
    status = tables.Column(verbose_name=gettext_lazy("Place in the city"), attrs={"td": {"class": "status"}})

    class Meta:
        orderable = False
        caption = gettext_lazy("Parties")
        attrs = {"class": "table parties"}

    def __init__(self, *args, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day

    def render_number(self, record):
        number = number_of(record)
        return format_html("{} {}", number, numbers_badge(record.round)) if number else unknown()

    def render_company(self, record):
        return company_link(record.company, self.kept)

    def render_signatories(self, record):
        return people(record.signatories.all())

    def render_field(self, record):
        return field_name(record.company)

    def render_status(self, record):
        freshness = freshest(record.company.open_places, self.day)
        badge = status_badge(record.company.place_status)
        return format_html("{} {}", badge, freshness_badge(freshness)) if freshness else badge
