"""What is known of a company on a day, in one or two plain sentences, and what is not known, as a list."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from common.partial_dates import PartialDate, Precision
from common.templatetags.register_text import date_in_words
from companies.freshness import Freshness
from companies.models.establishment import PlaceStatus


def when(known):
    """The date as it stands in a sentence: `on 23 March 2022`, `in March 2022`, `2022. 3. 23.`, `2022. 3.에`."""
    words = {
        Precision.DAY: pgettext("in a sentence", "on {date}"),
        Precision.MONTH: pgettext("in a sentence", "in {date}"),
        Precision.YEAR: pgettext("in a sentence, a year", "in {date}"),
    }
    return format_html(words[known.precision], date=date_in_words(known))


def sentences(company, agreements, places, day):
    """What the head of the company's page says: what it signed and when, whether it is in the city, and since when
    nobody has looked. `company` and `places` have their `place_status` of the day, `places` their `last_seen`."""
    return [_signing(company, agreements), *_presence(company, places, day)]


def _signing(company, agreements):
    if not agreements:
        return _no_signing(company)
    days = [on for on in (PartialDate.read(agreement.round, "signed_on") for agreement in agreements) if on]
    if len(agreements) > 1:
        return _signings(len(agreements), min(days, default=None))
    numbers = numbers_of(agreements[0])
    if days and numbers:
        return format_html(_("Signed {numbers} {when}."), numbers=numbers, when=when(days[0]))
    if days:
        return format_html(_("Signed an agreement {when}; its number is not known."), when=when(days[0]))
    if numbers:
        return format_html(_("Signed {numbers}; the day is not known."), numbers=numbers)
    return _("Signed an agreement; neither its day nor its number is known.")


def _no_signing(company):
    """Why no agreement counts on the day: signed later, of a day not known, or in no round that is known."""
    days = list(company.agreements.public().order_by().values_list("round__signed_on", flat=True))
    if None in days:
        return _("It has an agreement whose day is not known, so that it may have signed before or after this day.")
    if company.note_ko and not days:
        return _("No signing round in which it took part is known; the note says what was reported of it.")
    return _("No agreement of this company is known up to this day.")


def _signings(count, first):
    if first is None:
        text = ngettext("Signed {n} agreement; the day is not known.", "Signed {n} agreements; no day is known.", count)
        return text.format(n=count)
    text = ngettext("Signed {n} agreement, {when}.", "Signed {n} agreements, the first {when}.", count)
    return format_html(text, n=count, when=when(first))


def numbers_of(agreement):
    """`agreement no. 1`, `one of agreements nos. 136~145`; nothing where no number is known."""
    signing = agreement.round
    if not signing.numbers:
        return ""
    single = agreement.number or (signing.first_number if signing.first_number == signing.last_number else None)
    deduced = signing.number_basis == signing.NumberBasis.DEDUCED
    if single:
        text = _("agreement no. {numbers} (deduced)") if deduced else _("agreement no. {numbers}")
    else:
        text = _("one of agreements nos. {numbers} (deduced)") if deduced else _("one of agreements nos. {numbers}")
    return text.format(numbers=single or signing.numbers)


def _presence(company, places, day):
    status = company.place_status
    of_status = [place for place in places if place.place_status == status]
    if status == PlaceStatus.UNCONFIRMED or not of_status:
        return [_("Whether it has a place in Gwangju is not confirmed; this does not mean that it has none.")]
    if len(places) > 1:
        several = _several(len(places), len(of_status), status)
        return [several, *_LAST.get(status, lambda places, day: [])(of_status, day)]
    return _PRESENCE[status](of_status[0], day)


def _several(known, of_status, status):
    """How many of the places are as the company is; the words of each status as a whole, for languages differ."""
    if known == of_status:
        text = {
            PlaceStatus.OPEN: _("Its {n} known places in Gwangju are all open."),
            PlaceStatus.PLANNED: _("Its {n} known places in Gwangju are all planned."),
            PlaceStatus.CLOSED: _("Its {n} known places in Gwangju have all closed."),
        }[status]
    else:
        text = {
            PlaceStatus.OPEN: ngettext(
                "{k} of its {n} known places in Gwangju is open.",
                "{k} of its {n} known places in Gwangju are open.",
                of_status,
            ),
            PlaceStatus.PLANNED: _("Of its {n} known places in Gwangju, {k} planned and none known to be open."),
            PlaceStatus.CLOSED: _("Of its {n} known places in Gwangju, {k} closed and none known to be open."),
        }[status]
    return text.format(n=known, k=of_status)


def _seen_last(places, day):
    last = max(place.last_seen.on for place in places)
    return [format_html(_("Last confirmed {when}."), when=when(last))]


def _closed_last(places, day):
    """A closing that was only reported has no day of its own."""
    closed = [on for on in (PartialDate.read(place, "closed_on") for place in places) if on and on.last_day <= day]
    reported = [PartialDate.read(place, "closing_reported_on") for place in places]
    reported = [on for on in reported if on and on.last_day <= day]
    last = max(closed + reported)
    text = _("The last one closed {when}.") if last in closed else _("The last closing was reported {when}.")
    return [format_html(text, when=when(last))]


def _open(place, day):
    opened, seen = PartialDate.read(place, "opened_on"), place.last_seen.on
    if opened is None or opened.last_day > day:
        text = _("Its place in Gwangju was last confirmed {seen}; when it opened is not known.")
        return [format_html(text, seen=when(seen))]
    if seen.last_day > opened.last_day:
        text = _("Its place in Gwangju opened {opened} and was last confirmed {seen}.")
        return [format_html(text, opened=when(opened), seen=when(seen))]
    text = format_html(_("Its place in Gwangju opened {opened}."), opened=when(opened))
    if place.last_seen.freshness == Freshness.FRESH:
        return [text]
    return [text, _("It has not been confirmed since.")]


def _planned(place, day):
    announced, planned = PartialDate.read(place, "announced_on"), PartialDate.read(place, "planned_on")
    if announced and planned:
        text = _("A place in Gwangju, to open {planned}, was announced {announced}.")
        text = format_html(text, planned=when(planned), announced=when(announced))
    elif announced:
        text = format_html(_("A place in Gwangju was announced {announced}."), announced=when(announced))
    else:
        text = format_html(_("A place in Gwangju was to open {planned}."), planned=when(planned))
    return [text, _("Whether it has opened is not confirmed.")]


def _closed(place, day):
    closed = PartialDate.read(place, "closed_on")
    if closed and closed.last_day <= day:
        return [format_html(_("Its place in Gwangju closed {closed}."), closed=when(closed))]
    reported = PartialDate.read(place, "closing_reported_on")
    text = _("The closing of its place in Gwangju was reported {reported}; the day it closed is not known.")
    return [format_html(text, reported=when(reported))]


_PRESENCE = {PlaceStatus.OPEN: _open, PlaceStatus.PLANNED: _planned, PlaceStatus.CLOSED: _closed}
_LAST = {PlaceStatus.OPEN: _seen_last, PlaceStatus.CLOSED: _closed_last}
