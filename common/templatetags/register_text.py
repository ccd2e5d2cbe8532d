"""Words, dates and numbers as the reader's language writes them. A built-in library of every template."""

import re

from django import template
from django.utils import formats
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.addresses import address_of
from common.korean import particle
from common.languages import made_once
from common.parameters import changed, kept_clocks
from common.partial_dates import PartialDate

register = template.Library()
_HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")


@register.filter
def partial_date(row, name):
    """`{{ round|partial_date:"signed_on" }}`: as much of the date as is known, as a <time>; a dash where none is."""
    known = PartialDate.read(row, name) if row else None
    if known is None:
        return format_html('<span class="unknown">{}</span>', _("not known"))
    return date_in_words(known)


@register.filter
@made_once
def date_in_words(known):
    """A PartialDate, as much of it as is known, as a <time>."""
    return format_html('<time datetime="{}">{}</time>', known, known.in_words())


@register.filter
def day(date):
    """A full day, as a <time>."""
    return date_in_words(PartialDate(date, "day"))


# `{{ "figures:statement-detail"|address_of:statement.pk }}`: in a list of many a {% url %} takes as long as its row.
register.filter("address_of", address_of)


@register.filter(expects_localtime=True)
def moment(time):
    """A day and the time of day, as a <time>."""
    words = formats.date_format(time, "DATETIME_FORMAT")
    return format_html('<time datetime="{}">{}</time>', time.isoformat(), words)


@register.filter
def in_language(row, name):
    """The text `name` of a row in the page's language; Korean, marked as such, where there is no English."""
    korean, english = getattr(row, f"{name}_ko"), getattr(row, f"{name}_en")
    if get_language() == "ko":
        return korean
    return english or korean_text(korean)


@register.filter
def korean_text(text):
    """Text that is Korean on every page (names, venues), marked with its language on English pages; what holds no
    Korean letter is nothing to mark."""
    if get_language() == "ko" or not _HANGUL.search(str(text or "")):
        return text
    return format_html('<span lang="ko">{}</span>', text)


@register.filter
def with_particle(word, pair):
    """`{{ name|with_particle:"은/는" }}`: the word with the particle it takes."""
    return f"{word}{particle(str(word), pair)}"


@register.filter
def signed(number):
    """A difference with its sign: +6, −1, 0."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


@register.simple_tag(takes_context=True)
def kept(context, **others):
    """What stands behind the address of another page, so that it shows the same day and edition; see `kept_clocks`.
    On a page without clocks (an error page) only `others`."""
    return kept_clocks(context["request"].GET if "clocks" in context else {}, **others)


@register.simple_tag(takes_context=True)
def query(context, **changes):
    """The present query string with some parameters changed; an empty value drops the parameter."""
    request = context["request"]
    return changed(request.GET, **changes) or request.path
