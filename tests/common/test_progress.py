"""A line on a terminal says how far the work is; a log and a pipe get nothing."""

import io

import pytest
from django.core.management.base import OutputWrapper

from common import progress as progress_module
from common.progress import TerminalProgress, progress_of, unwatched


class Terminal(io.StringIO):
    def isatty(self):
        return True


def written(stream, verbosity=1):
    with TerminalProgress(OutputWrapper(stream), "rows", verbosity) as progress:
        progress(340, 1293)
    return stream.getvalue()


def test_a_terminal_shows_how_far_and_is_left_clean():
    assert written(Terminal()) == "\rrows: 340 / 1,293 (26%)\x1b[K\r\x1b[K"


@pytest.mark.parametrize(("stream", "verbosity"), [(io.StringIO, 1), (Terminal, 0)])
def test_nothing_is_written_to_a_log_or_where_silence_was_asked_for(stream, verbosity):
    assert written(stream(), verbosity) == ""


def test_the_line_is_not_written_more_often_than_it_is_read(monkeypatch):
    monkeypatch.setattr(progress_module, "PAUSE", 60)
    stream = Terminal()
    with TerminalProgress(OutputWrapper(stream), "rows", 1) as progress:
        for done in range(100):
            progress(done, 100)

    assert stream.getvalue().count("rows") == 1


def test_nothing_to_do_is_no_division_by_zero():
    stream = Terminal()
    with TerminalProgress(OutputWrapper(stream), "rows", 1) as progress:
        progress(0, 0)

    assert "0 / 0 (0%)" in stream.getvalue()


def test_who_is_not_watched_reports_to_nobody(rf):
    assert progress_of(rf.get("/"), "%(done)s") is unwatched
