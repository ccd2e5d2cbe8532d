"""Why a file or a table is not read, in words that say what to do instead."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.containers.bounds import MAX_CHARACTERS, MAX_FILE_BYTES, MAX_TABLE_ROWS, MEGABYTE

_REASONS = {
    "empty": _("There is nothing in it. Check the file, or paste the text."),
    "too_large": _("The file is larger than %(megabytes)d MB. Save it without its pictures, or paste the text."),
    "too_long": _("The text is longer than %(characters)s characters. Paste only the part about the signing."),
    "too_many_rows": _("The table has more than %(rows)d rows. Give only the rows of this signing."),
    "too_wide": _("A line of the table is too long. Give only the rows of this signing, one company to a line."),
    "encoding": _("The characters of the file cannot be read. Save it as UTF-8 text, or paste the text."),
    "old_hwp": _("An old .hwp file cannot be read. Save it as .hwpx in Hangul, or paste the text."),
    "old_doc": _("An old .doc file cannot be read. Save it as .docx in Word, or paste the text."),
    "old_xls": _("An old .xls file cannot be read. Save it as .xlsx in the spreadsheet program, or paste the rows."),
    "encrypted": _("The file is protected with a password. Save it without protection, or paste the text."),
    "broken": _(
        "The file is damaged, or it is not what its name says. Open it, save it once more and choose the new file, "
        "or paste the text."
    ),
    "bomb": _("The file would unpack to far more than a document holds, so it is not opened. Paste the text instead."),
    "declarations": _("The file contains XML declarations that no office program writes. Paste the text instead."),
    "too_heavy": _("The file takes too long or too much memory to read. Paste the text instead."),
    "no_text": _(
        "The file holds pictures but no text, as a scan does. Paste the text from the original, or type it in."
    ),
    "no_company": _(
        "No company was found in the table. Name the columns in its first row, for example: company, representative, "
        "title, field."
    ),
}
_LIMITS = {
    "megabytes": MAX_FILE_BYTES // MEGABYTE,
    "characters": f"{MAX_CHARACTERS:,}",
    "rows": MAX_TABLE_ROWS,
}


class DocumentRefused(ValidationError):
    """No text could be read. `code` names the reason, the message says what to do."""

    wrong_kind = _("This kind of file cannot be read. Choose a .txt, .hwpx, .docx or .pdf file, or paste the text.")

    def __init__(self, code):
        super().__init__(_REASONS.get(code, self.wrong_kind), code=code, params=_LIMITS)


class TableRefused(DocumentRefused):
    """No rows could be read."""

    wrong_kind = _("This kind of file cannot be read. Choose an .xlsx or .csv file, or paste the rows.")
