"""How large a file, a text and a table may be, and what reading one may cost."""

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 5 * MEGABYTE
MAX_CHARACTERS = 200_000
MAX_TABLE_ROWS = 500
# A table's lines that are no rows: titles, headers of every page, totals, notes, empty lines of a form.
MAX_TABLE_LINES = 2 * MAX_TABLE_ROWS
MAX_TABLE_COLUMNS = 100
MAX_LINE_CHARACTERS = 20_000

# What a .hwpx, .docx or .xlsx may unpack to. The pictures of a release do not shrink; its XML shrinks to a 20th or so.
MAX_ENTRIES = 2000
MAX_UNPACKED_BYTES = 100 * MEGABYTE
MAX_XML_BYTES = 16 * MEGABYTE
MAX_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 4 * MEGABYTE

MAX_PDF_PAGES = 100

WALL_SECONDS = 1.8
PROCESSOR_SECONDS = 2
MEMORY_BYTES = 512 * MEGABYTE


class Unreadable(Exception):
    """A file that cannot or must not be read; `code` is one of the reasons of `intake.refusals`."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code
