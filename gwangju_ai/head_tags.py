"""What the head of a page, and its breadcrumb, say to readers and to machines. A built-in library of every template."""

import datetime
from html import unescape

from django import template
from django.utils.html import format_html, strip_tags
from django.utils.translation import gettext as _

from common.partial_dates import PartialDate
from editions.synthetic import SHORT
from gwangju_ai.structured_data import Script, breadcrumb_list, of_page

register = template.Library()


@register.simple_block_tag
def captured(content):
    """`{% captured as title %}…{% endcaptured %}`: the text of what stands inside, to be written more than once.

    Text and not markup, so that it is escaped once, where it is written.
    """
    return unescape(strip_tags(content)).strip()


@register.simple_tag(takes_context=True)
def page_conditions(context):
    """What narrows a page or sets its clocks, in words: the filters in use, the number of the page, day and edition;
    before all that the register is made up, where it is."""
    filterset, page, clocks = context.get("filter"), context["request"].GET.get("page", ""), context.get("clocks")
    words = [str(SHORT)] if clocks and clocks.is_synthetic else []
    words += [f"{label}: {_in_words(value)}" for _name, label, value in filterset.active()] if filterset else []
    if page not in ("", "1"):
        words.append(_("page %(number)s") % {"number": page})
    if clocks and not clocks.is_today:
        words.append(_("as of %(day)s") % {"day": _in_words(clocks.as_of)})
    if clocks and not clocks.is_present_edition:
        words.append(_("edition %(number)s") % {"number": clocks.edition})
    return ", ".join(words)


@register.simple_tag(takes_context=True)
def lasting_address(context):
    """The address, for paper, that will always show this page as it is now."""
    return context["page_addresses"]().lasting(context["clocks"])


def _in_words(value):
    return PartialDate(value, "day").in_words() if isinstance(value, datetime.date) else str(value)


@register.simple_tag(takes_context=True)
def structured_data(context):
    """The page for search engines (schema.org), where its type has something to say."""
    return Script.of(of_page(context))


@register.simple_block_tag(takes_context=True)
def breadcrumb(context, content):
    """The breadcrumb inside, and the same list for search engines."""
    return format_html("{}{}", content, Script.of([breadcrumb_list(content, context["request"])]))
