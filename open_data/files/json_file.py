"""A table as JSON, row by row: one object that says what it is before its rows, and after them that it is whole."""

import json
import logging

from django.utils.text import capfirst

from open_data.licence import licence
from open_data.values import json_writer

logger = logging.getLogger(__name__)
_dumped = json.JSONEncoder(ensure_ascii=False).encode


def json_pieces(table, keeping=iter):
    """The file in pieces of bytes. Its last member, `incomplete`, is false; where the file breaks off it is true.
    `keeping` is given the pieces of the whole file, and gives them on."""
    is_begun = False
    try:
        for piece in keeping(_whole(table)):
            is_begun = True
            yield piece
    except Exception:
        logger.exception("The file %s.json broke off.", table.dataset.name)
        yield (b"" if is_begun else b'{"rows": [') + b'\n],\n"incomplete": true}\n'


def _whole(table):
    with table.reading() as listing:
        yield f'{_dumped(_head(table, listing))[:-1]},\n"rows": ['.encode()
        names, before = table.dataset.fields, "\n"
        for rows in table.rows(listing, json_writer):
            yield (before + ",\n".join(_dumped(dict(zip(names, row, strict=True))) for row in rows)).encode()
            before = ",\n"
    yield b'\n],\n"incomplete": false}\n'


def _head(table, listing):
    """What stands before the rows."""
    terms = licence()
    about = {name: value for name, _label, value in table.about(listing)}
    return about | {
        "table": table.dataset.name,
        "licence": {"code": terms.code, "name": str(terms.name), "url": terms.url},
        "conditions": [
            {"parameter": name, "label": str(label), "value": str(value)} for name, label, value in listing.conditions
        ],
        "columns": [
            {
                "name": column.name,
                "label": str(capfirst(column.label)),
                "kind": column.kind.value,
                "description": str(column.description),
            }
            for column in table.columns
        ],
    }
