"""A register out of a package (open_data/package/): the same files, in which every row keeps its number.

The numbers stand in the addresses of pages (/companies/12/) and put in order what nothing else does; so a register
that is loaded from a package is the one that was packed, down to its links. It must be empty before.
"""

from dataclasses import replace

from agreements.register_files import Loader, Refused
from agreements.register_tables import TABLES
from companies.models import Company
from editions.sheets import revealed

# What no file but a package can tell apart: two companies of one name, two terms of one person.
_BY_NUMBER = {"companies", "representatives", "attendees", "signatories", "commitments"}
PACKED_TABLES = [replace(table, key=("id",)) if table.name in _BY_NUMBER else table for table in TABLES]


class PackedLoader(Loader):
    tables = PACKED_TABLES

    def _read(self, table):
        for number, cells in super()._read(table):
            yield number, {name: revealed(text) for name, text in cells.items()}

    def _values(self, model, cells):
        number = _whole("id", cells.get("id", ""))
        if "company_id" in cells:
            cells["company"] = cells["company_id"]
        return super()._values(model, cells) | {"id": number}

    def _find(self, model, key, field, shown=None):
        if model is Company:
            key = (_whole(field, key[0]),)
        return super()._find(model, key, field, shown)


def _whole(field, text):
    if not (text.isascii() and text.isdecimal()):
        raise Refused(field, f"'{text}' is no number of a row.")
    return int(text)
