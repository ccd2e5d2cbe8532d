"""What the tests of the files share: a file fetched, and its rows as every kind of file tells them."""

import datetime
import io
import json

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from editions.sheets import read_sheet


def fetched(client, address):
    """The bytes of a file that is answered."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content)


def csv_rows(content):
    """The header and the rows of a CSV file, as texts, by our own reader."""
    sheet = read_sheet(SimpleUploadedFile("table.csv", content))
    return sheet.columns, [cells for _number, cells in sheet.rows]


def xlsx_rows(content):
    """The header and the rows of a workbook, as the CSV file writes them."""
    rows = [[as_text(cell.value) for cell in row] for row in load_workbook(io.BytesIO(content)).worksheets[0].rows]
    return rows[0], rows[1:]


def as_text(value):
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return "" if value is None else str(value)


def ids(client, address):
    """The keys of the rows of a file, in its order; of a CSV file or workbook by `headers=en`."""
    content = fetched(client, address)
    if ".json" in address:
        return [row["id"] for row in json.loads(content)["rows"]]
    header, rows = (csv_rows if ".csv" in address else xlsx_rows)(content)
    return [int(row[header.index("id")]) for row in rows]
