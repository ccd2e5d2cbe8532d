import json
import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from intake.release import LIMIT

TEXT = "광주시는 23일 시청에서 ㈜가람(대표 김하나)과 136번째 인공지능 업무협약을 체결했다."


def _read(*arguments):
    printed = StringIO()
    call_command("read_release", *arguments, stdout=printed)
    return printed.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_file_is_printed_as_json(tmp_path, encoding):
    file = tmp_path / "release.txt"
    file.write_bytes(TEXT.encode(encoding))

    printed = _read(str(file), "--published", "2022-03-24")

    assert "가람" in printed
    assert json.loads(printed) == {
        "numbers": [136, 136],
        "signed_on": "2022-03-23",
        "signed_day": 23,
        "venue": "시청",
        "stated_count": None,
        "city_signatory": None,
        "attendees": [],
        "parties": [{"name": "가람", "representatives": [{"name": "김하나", "title": "대표"}], "doubts": []}],
        "totals": [],
        "terms": [],
        "doubts": [],
    }


def test_the_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(TEXT.encode())))

    assert json.loads(_read("-"))["signed_on"] is None


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"\x81\xff\xff", "UTF-8"), (b"a" * (LIMIT + 1), "200,000 characters")],
)
def test_what_cannot_be_read_is_said(tmp_path, content, told):
    file = tmp_path / "release.txt"
    file.write_bytes(content)

    with override("en"), pytest.raises(CommandError, match=told):
        _read(str(file))


def test_a_file_that_is_not_there_and_a_day_that_is_none():
    with pytest.raises(CommandError, match="cannot be read"):
        _read("no-such-file.txt")
    with pytest.raises(CommandError, match="is no day"):
        _read("-", "--published", "2022-02-30")
