"""Why a value is doubtful, in words. A reader names the reason by a code; every code has its sentence here."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "no-signing": _("The text tells of no signing with the city. Check that it is the right one."),
    "count-differs": _("The text says %(stated)s firms, but %(found)s were found. Add or remove rows."),
    "counts-differ": _("The text gives two counts; the other is in “%(words)s”."),
    "numbers-differ": _("The text gives two ranges of numbers; the other is in “%(words)s”."),
    "numbers-against-count": _("The range of numbers does not hold as many agreements as the text says firms."),
    "day-differs": _("The text gives two days for the signing; the other is in “%(words)s”."),
    "day-not-sure": _("The day may be that of the announcement rather than of the signing."),
    "month-not-known": _("The text says only “%(words)s”. Write the whole date."),
    "stray-company": _("“%(words)s” stands among the people, but not among those who signed. Add a row if it signed."),
    "stray-words": _("“%(words)s” found no place. Check the row that it stands beside."),
    "misprint": _("The text also spells it “%(words)s”. Choose the right spelling."),
    "one-list-only": _("It stands only in the list of people. Check that it signed."),
    "not-in-signing": _("No sentence lists who signed; it is taken from the list of people. Check that it signed."),
    "name-not-sure": _("It is not certain which of the words are the name."),
    "title-shared": _("The title was printed once for several people."),
    "already-stated": _(
        "The register already has this statement of that day, so it is left out. Untick that if it is another one."
    ),
}
UNKNOWN = _("Compare this with the text.")


def reason(doubt):
    """The sentence for a doubt as a review keeps it: {"code", "words", "stated", "found"}."""
    return REASONS.get(doubt["code"], UNKNOWN) % doubt
