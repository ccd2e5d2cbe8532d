"""The files of a table: how each is written, what it says of itself, and what it says where it breaks off."""

import datetime
import io
import json
import logging
from dataclasses import replace
from decimal import Decimal
from urllib.parse import unquote

import pytest
from django.http import QueryDict
from django.utils import timezone
from openpyxl import load_workbook

from editions.clocks import read_clocks
from editions.models import Edition
from editions.services import edition
from open_data.dataset import Kind
from open_data.datasets.registry import DATASETS
from open_data.files.csv_file import BYTE_ORDER_MARK, csv_pieces, lines_of
from open_data.files.json_file import json_pieces
from open_data.files.table import Table
from open_data.files.xlsx_file import CellRefused, write_xlsx
from open_data.values import BETWEEN_ITEMS
from tests.factories import make_company, make_place, make_point, make_round
from tests.open_data.files import csv_rows, fetched, xlsx_rows

pytestmark = pytest.mark.django_db
NASTY = ["=1+1", "+82", "-5", "@SUM(A1)", "'=1", '가,"나"', "두\n줄"]


def table_of(name="companies", dataset=None, language="ko"):
    clocks = read_clocks(QueryDict())
    return Table(dataset or DATASETS[name], {}, clocks, language, "https://example.go.kr", timezone.localtime())


def broken(name="companies"):
    """A table whose second row cannot be read."""
    seen = []

    def read(pk):
        seen.append(pk)
        if len(seen) > 1:
            raise ValueError("a row that cannot be read")
        return pk

    first, *others = DATASETS[name].columns
    return table_of(dataset=replace(DATASETS[name], columns=(replace(first, read=read), *others)))


@pytest.fixture
def two_companies():
    make_company(name="나무")
    make_company(name="숲")


def test_csv_is_what_korean_spreadsheet_programs_open(client, two_companies):
    content = fetched(client, "/data/companies.csv")

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 3
    assert content.decode("utf-8-sig").startswith("식별자,이름,")
    assert fetched(client, "/en/data/companies.csv").decode("utf-8-sig").startswith("Key,Name,")
    assert fetched(client, "/data/companies.csv?headers=en").decode("utf-8-sig").startswith("id,name,name_en,")


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_is_run_as_a_formula(client, text):
    make_round(companies=[make_company(business_ko=text)])

    header, (row,) = csv_rows(fetched(client, "/data/companies.csv?headers=en"))
    book = load_workbook(io.BytesIO(fetched(client, "/data/companies.xlsx?headers=en")))
    cell = book.worksheets[0].cell(2, header.index("business_ko") + 1)

    assert row[header.index("business_ko")] == text
    assert (cell.data_type, cell.value) == ("s", text)
    assert lines_of([[text]]) != f"{text}\r\n".encode() or text[0] not in "=+-@"


def test_numbers_are_no_texts():
    assert lines_of([[-5, 1000, 64.8, ""]]) == b"-5,1000,64.8,\r\n"


def test_a_workbook_has_real_days_where_the_day_is_known(client):
    make_place(opened_on=datetime.date(2022, 3, 23), confirmed_on=datetime.date(2022, 12, 31))
    place = make_place(opened_on=None, confirmed_on=datetime.date(2022, 12, 31), confirmed_on_precision="year")

    book = load_workbook(io.BytesIO(fetched(client, "/data/establishments.xlsx?headers=en&sort=company")))
    rows = {row[0].value: row for row in book.worksheets[0].iter_rows(min_row=2)}
    names = [cell.value for cell in book.worksheets[0][1]]
    year, day = rows.pop(place.pk), next(iter(rows.values()))

    assert book.worksheets[0].freeze_panes == "A2"
    assert day[names.index("opened_on")].value == datetime.datetime(2022, 3, 23)
    assert day[names.index("opened_on")].number_format == "yyyy-mm-dd"
    assert year[names.index("confirmed_on")].value == "2022"
    assert year[names.index("id")].data_type == "n"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_file_says_what_it_is(client, two_companies, prefix):
    query = "?as_of=2022-03-23&kind=company"
    answer = json.loads(fetched(client, f"{prefix}/data/companies.json{query}"))
    book = load_workbook(io.BytesIO(fetched(client, f"{prefix}/data/companies.xlsx{query}")))
    about = [str(cell.value) for row in book.worksheets[1].rows for cell in row]

    assert (answer["as_of"], answer["edition"], answer["incomplete"]) == ("2022-03-23", 2, False)
    assert answer["licence"]["code"].startswith("KOGL-")
    assert datetime.datetime.fromisoformat(answer["generated_at"]).tzinfo
    assert [condition["parameter"] for condition in answer["conditions"]] == ["kind"]
    assert [column["name"] for column in answer["columns"]] == DATASETS["companies"].fields
    assert len(answer["rows"]) == 2
    assert {"2022-03-23", "2", answer["title"], *DATASETS["companies"].fields} <= set(about)


def test_a_file_leads_to_the_pages_of_its_day_and_edition(client):
    make_place()

    (row,) = json.loads(fetched(client, "/en/data/establishments.json"))["rows"]
    address = row["address"].removeprefix("http://testserver")

    assert f"?as_of={timezone.localdate()}&edition={Edition.objects.count()}#place-" in address
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "plain", "named", "official_name"),
    [
        (
            "/data/rounds.csv?as_of=2022-03-23&sort=signed_on&q=",
            "rounds_20220323_Edition-2.csv",
            "광주AI협약등록부_협약차수_20220323_제2판.csv",
            "전남광주통합특별시_협약차수_20220323_제2판.csv",
        ),
        (
            "/data/sources.csv?as_of=2022-03-23&q=없는이름",
            "sources_20220323_Edition-2_narrowed.csv",
            "광주AI협약등록부_출처_20220323_제2판_조건.csv",
            "전남광주통합특별시_출처_20220323_제2판_조건.csv",
        ),
        (
            "/en/data/rounds.xlsx?as_of=2022-03-23&edition=1&signed_after=2022-01-01",
            "rounds_20220323_Edition-1_narrowed.xlsx",
            "Gwangju-AI-agreements-register_Signing-rounds_20220323_Edition-1_narrowed.xlsx",
            "Jeonnam-Gwangju-Special-City_Signing-rounds_20220323_Edition-1_narrowed.xlsx",
        ),
    ],
)
@pytest.mark.parametrize("official", [False, True])
def test_a_file_has_the_name_that_the_portal_asks_for(
    client, two_companies, settings, official, address, plain, named, official_name
):
    settings.OFFICIAL_SITE = official

    disposition = client.head(address).headers["Content-Disposition"]

    assert f'filename="{plain}"' in disposition
    assert unquote(disposition.partition("filename*=UTF-8''")[2]) == (official_name if official else named)


def test_head_says_the_same_without_the_file(client, two_companies):
    for kind in ("csv", "xlsx", "json"):
        head, answer = client.head(f"/data/companies.{kind}"), client.get(f"/data/companies.{kind}")
        assert b"".join(answer.streaming_content)
        names = ("Content-Type", "Content-Disposition", "Content-Language")
        assert head.status_code == 200
        assert b"".join(head.streaming_content) == b""
        assert [head.headers[name] for name in names] == [answer.headers[name] for name in names]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/data/passwords.csv", 404),
        ("/data/companies.pdf", 404),
        ("/data/companies.csv?page=1", 400),
        ("/data/companies.csv?kind=firm", 400),
        ("/data/companies.csv?headers=ko", 400),
        ("/data/companies.json?headers=ko", 400),
        ("/data/companies.csv?sort=password", 400),
        ("/data/companies.csv?as_of=2022-02-30", 400),
        ("/data/companies.csv?edition=99", 400),
    ],
)
def test_what_is_not_there_or_cannot_be_answered(client, two_companies, address, status):
    answer = client.get(address)

    assert [answer.status_code, client.head(address).status_code] == [status] * 2
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize(("prefix", "words"), [("", "쓸 수 없는"), ("/en", "Parameters")])
def test_what_is_refused_is_said_in_the_language_of_the_address(client, two_companies, prefix, words):
    said = client.get(f"{prefix}/data/companies.csv?kind=firm", headers={"Accept-Language": "fr"}).json()

    assert said["title"].startswith(words)
    assert said["type"] == f"http://testserver{prefix}/api/docs/#problem-parameters"
    assert [error["parameter"] for error in said["errors"]] == ["kind"]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_file_that_still_holds_is_not_sent_again(client, two_companies, kind):
    address = f"/data/companies.{kind}?as_of=2022-03-23"
    answer = client.get(address)
    assert b"".join(answer.streaming_content)
    tag = answer.headers["ETag"]
    again, head = client.get(address, headers={"If-None-Match": tag}), client.head(address)
    make_company(name="나중")

    assert (again.status_code, again.content, head.headers["ETag"]) == (304, b"", tag)
    assert client.head(address, headers={"If-None-Match": tag}).status_code == 200
    assert client.head(f"/en{address}").headers["ETag"] != tag


def test_the_catalogue_that_still_holds_is_not_sent_again(client, two_companies):
    tag = client.get("/data/catalog.jsonld").headers["ETag"]

    assert client.get("/data/catalog.jsonld", headers={"If-None-Match": tag}).status_code == 304


def test_json_has_the_names_of_the_columns_in_any_case(client, two_companies):
    plain, named = (
        json.loads(fetched(client, f"/data/companies.json{query}"))["rows"] for query in ("", "?headers=en")
    )

    assert plain == named


def test_a_csv_file_that_breaks_off_says_so_in_its_last_line(two_companies, caplog):
    with caplog.at_level(logging.ERROR):
        lines = b"".join(csv_pieces(broken())).decode("utf-8-sig").split("\r\n")

    assert lines[-2].startswith("이 파일은 완전하지 않습니다")
    assert "broke off" in caplog.text
    assert "a row that cannot be read" in caplog.text


def test_a_json_file_that_breaks_off_says_so(two_companies, caplog):
    with caplog.at_level(logging.ERROR):
        answer = json.loads(b"".join(json_pieces(broken())))

    assert answer["incomplete"] is True
    assert "broke off" in caplog.text


def test_a_workbook_that_cannot_be_written_is_none(two_companies, client):
    with pytest.raises(ValueError, match="a row that cannot be read"):
        write_xlsx(broken())
    with edition(by=None, kind=Edition.Kind.CORRECT):
        make_point(text_ko="가" * 40_000)
    with pytest.raises(CellRefused):
        write_xlsx(table_of("commitments"))


def test_an_empty_table_is_whole(client):
    assert csv_header(fetched(client, "/data/companies.csv?headers=en")) == DATASETS["companies"].fields
    assert xlsx_rows(fetched(client, "/data/companies.xlsx?headers=en")) == (DATASETS["companies"].fields, [])
    answer = json.loads(fetched(client, "/data/companies.json"))
    assert (answer["rows"], answer["incomplete"], answer["edition"]) == ([], False, 0)


def csv_header(content):
    return content.decode("utf-8-sig").strip().split(",")


def test_what_is_published_while_a_file_is_read_is_not_in_it(two_companies):
    table = table_of()
    pieces = json_pieces(table)
    make_company(name="나중")

    answer = json.loads(b"".join(pieces))

    assert [row["name"] for row in answer["rows"]] == ["나무", "숲"]
    assert answer["edition"] == table.clocks.edition


@pytest.mark.parametrize("name", DATASETS)
def test_a_file_that_is_read_and_written_again_is_the_same(client, register, name):
    content = fetched(client, f"/data/{name}.csv?headers=en")
    header, rows = csv_rows(content)
    columns = {column.name: column for column in DATASETS[name].columns}

    again = [[read_back(columns[name], text) for name, text in zip(header, row, strict=True)] for row in rows]

    assert BYTE_ORDER_MARK.encode() + lines_of([header]) + lines_of(again) == content


def read_back(column, text):
    """A cell as the value that was written: numbers are numbers again."""
    if text and column.kind in (Kind.WHOLE, Kind.NUMBER):
        return int(text) if column.kind == Kind.WHOLE else Decimal(text)
    return BETWEEN_ITEMS.join(text.split(BETWEEN_ITEMS)) if column.kind == Kind.LIST else text
