"""Whole tables are kept as files once they were read to their end, and sent from there; never half a one."""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from open_data.files.kept import find, keeping
from tests.factories import make_company
from tests.open_data.files import fetched

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_DIR, settings.FILES_KEPT_MB = tmp_path / "files", 1
    return Path(settings.FILES_DIR)


def names(folder):
    return sorted(file.name for file in folder.glob("*"))


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_a_whole_table_is_read_once(client, folder, kind):
    make_company(name="나무")
    first = fetched(client, f"/data/companies.{kind}")

    with CaptureQueriesContext(connection) as captured:
        again = fetched(client, f"/data/companies.{kind}")

    assert again == first
    assert not any("sort_key" in query["sql"] for query in captured.captured_queries)
    assert len(names(folder)) == 1


def test_every_day_edition_language_and_heading_has_a_file_of_its_own(client, folder):
    make_company(name="나무")
    make_company(name="숲")
    addresses = [
        f"{prefix}/data/companies.csv{query}"
        for prefix in ("", "/en")
        for query in ("", "?headers=en", "?as_of=2022-03-23", "?edition=1")
    ]

    contents = {fetched(client, address) for address in addresses}

    assert len(contents) == len(names(folder)) == len(addresses)


def test_what_is_published_is_in_the_file_at_once(client):
    make_company(name="나무")
    fetched(client, "/data/companies.json")
    make_company(name="숲")

    rows = json.loads(fetched(client, "/data/companies.json"))["rows"]

    assert [row["name"] for row in rows] == ["나무", "숲"]


def test_what_conditions_leave_is_not_kept_and_neither_is_what_staff_reads(client, folder, admin_user):
    make_company()

    for query in ("?q=나무", "?sort=name", "?kind=company"):
        fetched(client, f"/data/companies.csv{query}")
    client.force_login(admin_user)
    fetched(client, "/data/companies.csv")

    assert names(folder) == []


def test_head_keeps_nothing_and_says_the_same_of_a_kept_file(client, folder):
    make_company()
    before = client.head("/data/companies.csv")
    assert names(folder) == []
    made = client.get("/data/companies.csv")
    assert b"".join(made.streaming_content)

    kept = client.get("/data/companies.csv")

    assert b"".join(kept.streaming_content)
    for name in ("Content-Type", "Content-Disposition", "Content-Language", "ETag", "Cache-Control"):
        assert before.headers[name] == made.headers[name] == kept.headers[name]


def test_nothing_stays_of_a_file_that_breaks_off(folder):
    def breaks():
        yield b"half"
        raise ValueError("broken off")

    with pytest.raises(ValueError, match="broken off"):
        list(keeping("table.csv", breaks()))
    left = keeping("left.csv", iter([b"half", b"a file"]))
    next(left)
    left.close()

    assert names(folder) == []
    assert find("table.csv") is None


def test_of_two_that_are_written_at_once_both_are_whole(folder):
    writers = [keeping("table.csv", iter([b"a", b"b"])) for _writer in range(2)]

    assert [next(writer) for writer in writers * 2] == [b"a", b"a", b"b", b"b"]
    assert [list(writer) for writer in writers] == [[], []]
    with find("table.csv") as file:
        assert file.read() == b"ab"
    assert names(folder) == ["table.csv"]


def test_the_one_asked_for_longest_ago_makes_room(folder):
    for name, used in (("old.csv", 100), ("read.csv", 50)):
        list(keeping(name, iter([b"x" * 400_000])))
        os.utime(folder / name, (used, used))
    find("old.csv").close()

    list(keeping("new.csv", iter([b"x" * 400_000])))

    assert names(folder) == ["new.csv", "old.csv"]


def test_what_a_stopped_program_left_goes_and_what_is_written_now_stays(folder):
    folder.mkdir()
    for name, used in (("left.part", 100), ("now.part", None)):
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, (used, used) if used else None)

    list(keeping("table.csv", iter([b"a"])))

    assert names(folder) == ["now.part", "table.csv"]


def test_a_reader_has_the_file_where_it_cannot_be_kept(settings, tmp_path):
    (tmp_path / "a file").touch()
    settings.FILES_DIR = tmp_path / "a file" / "files"

    assert list(keeping("table.csv", iter([b"a", b"b"]))) == [b"a", b"b"]
