"""The files of open data in LibreOffice: `make drill`. Every cell that the program shows is the one that we wrote.

Each table of the real register is opened as CSV and saved as a workbook, and opened as a workbook and saved as CSV.
It needs `soffice` (Debian: libreoffice-calc) and fails where there is none.
"""

import csv
import datetime
import io
import re
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from editions.models import Edition
from editions.services import edition
from open_data.datasets.registry import DATASETS
from tests.factories import make_company, make_round
from tests.open_data.files import fetched

OFFICE = shutil.which("soffice")
# Field by ",", text by '"', UTF-8, from the first line; then every cell as it is shown, in quotes only where needed.
READ_CSV = "CSV:44,34,76,1"
WRITE_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\+09:00)?")
LIKE_FORMULAS = ["=1+1", "+82-62", "-5", "@SUM(A1)", "'=1", '가, "나"', "두\n줄"]
# CSV cannot say that these are texts; a workbook can.
LIKE_NUMBERS = ["007", "1e5", "2022. 3. 23.", "TRUE"]


@pytest.fixture
def like_formulas(register):
    """Companies whose texts a spreadsheet program would run."""
    make_companies(LIKE_FORMULAS)
    make_round(numbers=(9001, 9001), companies=[make_company(name="=기업")])
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="=정정"):
        make_company(name="-기업")


@pytest.fixture
def like_numbers(like_formulas):
    """And companies whose texts it would take for something else."""
    make_companies(LIKE_NUMBERS)


def make_companies(texts):
    for text in texts:
        make_company(name=f"기업 {text}".replace("\n", " "), business_ko=text)


def opened_and_saved(folder, name, content, to, *options):
    """What LibreOffice makes of a file: its bytes in another kind."""
    assert OFFICE, "No soffice on the PATH: install LibreOffice (apt install libreoffice-calc) and run again."
    (folder / name).write_bytes(content)
    command = [OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile", *options]
    done = subprocess.run(
        [*command, "--convert-to", to, "--outdir", str(folder / "made"), str(folder / name)],
        capture_output=True,
        timeout=180,
        check=True,
    )
    made = folder / "made" / f"{name.rpartition('.')[0]}.{to.partition(':')[0]}"
    found = sorted((folder / "made").glob(f"{made.stem}*"))
    assert found, done.stderr.decode()
    return found[0].read_bytes()


def written(content):
    """The cells of our CSV file as a reader means them: without the apostrophes that make a formula harmless."""
    return [[plain(cell) for cell in row] for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


def plain(text):
    text = re.sub(r"\A'+(?=[=+\-@])", "", text)
    moment = MOMENT.fullmatch(text)
    return " ".join(moment.groups()) if moment else text


def shown(value):
    """A cell of a workbook as it is shown."""
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == datetime.time() else f"{value:%Y-%m-%d %H:%M:%S}"
    return "" if value is None else plain(str(value))


@pytest.mark.usefixtures("like_numbers")
@pytest.mark.parametrize("name", DATASETS)
def test_a_workbook_shows_what_the_csv_file_says(client, tmp_path, name):
    ours = written(fetched(client, f"/data/{name}.csv"))

    theirs = opened_and_saved(tmp_path, f"{name}.xlsx", fetched(client, f"/data/{name}.xlsx"), WRITE_CSV)

    assert written(theirs) == ours


@pytest.mark.usefixtures("like_formulas")
@pytest.mark.parametrize("name", DATASETS)
def test_a_csv_file_opens_as_it_is_written(client, tmp_path, name):
    content = fetched(client, f"/data/{name}.csv")

    theirs = opened_and_saved(tmp_path, f"{name}.csv", content, "xlsx", f"--infilter={READ_CSV}")
    sheet = load_workbook(io.BytesIO(theirs)).active
    cells = [[shown(cell.value) for cell in row] for row in sheet.iter_rows(max_col=len(DATASETS[name].columns))]

    assert cells == written(content)
    assert not [cell for row in sheet.rows for cell in row if cell.data_type == "f"]
