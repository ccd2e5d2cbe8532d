"""The parts of the cache: its bounds, whose turn it is, and one state of the database."""

import logging
import os
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import StreamingHttpResponse

from editions.one_state import one_state, reads_kept_rows
from editions.unchanged import one_present, present_number, read_present
from gwangju_ai.caches import SharedCache
from gwangju_ai.page_cache.beginning import SHORT, begin_late
from gwangju_ai.page_cache.kept import Kept
from gwangju_ai.page_cache.shelf import Shelf
from gwangju_ai.page_cache.turns import Turns
from tests.factories import make_company

MEGABYTE = 1_000_000


def page(size=100_000):
    return Kept({}, b"a" * (size - 2_000), None)


@pytest.fixture
def shelf(settings):
    settings.PAGE_CACHE_MB = 1
    return Shelf()


class TestShelf:
    def test_the_one_asked_for_longest_ago_makes_room(self, shelf):
        for number in range(10):
            shelf.set(str(number), page())
        shelf.get("0")

        shelf.set("10", page())

        assert (shelf.get("0"), shelf.get("1"), shelf.filled) == (page(), None, MEGABYTE)

    def test_whoever_walks_through_all_filters_does_not_drive_out_what_is_read(self, shelf):
        shelf.set("dashboard", page())

        for number in range(1000):
            shelf.set(f"filter-{number}", page())
            assert number % 5 or shelf.get("dashboard")

        assert shelf.filled <= MEGABYTE

    def test_the_same_page_takes_its_room_once(self, shelf):
        for size in (100_000, 300_000, 200_000):
            shelf.set("page", page(size))

        assert shelf.filled == 200_000

    @pytest.mark.parametrize(("size", "takes"), [(0, False), (1, True), (MEGABYTE, True), (MEGABYTE + 1, False)])
    def test_an_answer_that_is_too_large_is_not_taken(self, shelf, size, takes):
        assert shelf.takes(size) is takes

    def test_without_room_nothing_is_taken(self, settings):
        settings.PAGE_CACHE_MB = 0

        assert not Shelf().takes(1)


class TestTurns:
    def test_of_fifty_at_once_one_renders_and_the_others_find_it(self):
        turns, found, rendered, together = Turns(), {}, [], Barrier(50)

        def ask(_number):
            together.wait()
            with turns.of("page") as is_first:
                if is_first and "page" not in found:
                    time.sleep(0.2)
                    rendered.append(1)
                    found["page"] = "text"
            return found.get("page")

        with ThreadPoolExecutor(50) as threads:
            answers = list(threads.map(ask, range(50)))

        assert (answers, len(rendered)) == (["text"] * 50, 1)

    def test_after_an_error_the_next_one_begins(self):
        turns = Turns()

        with pytest.raises(ValueError, match="broken"), turns.of("page"):
            raise ValueError("broken")

        with turns.of("page") as is_first:
            assert is_first

    def test_another_page_is_not_waited_for(self):
        turns = Turns()

        with turns.of("one") as first, turns.of("other") as second:
            assert (first, second) == (True, True)


@pytest.mark.django_db(transaction=True)
class TestOneState:
    def test_a_block_in_a_block_is_the_same_state(self):
        with one_state(), one_state():
            assert reads_kept_rows()
            assert read_present().number == 0

    def test_nobody_asks_for_the_edition_again(self, django_assert_num_queries):
        make_company()

        with one_present() as present, django_assert_num_queries(0):
            assert present_number() == present.number == 1

        assert present_number() == 1

    @pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has no server that could hang up")
    def test_a_connection_that_the_server_closed_is_opened_anew(self):
        read_present()
        connection.connection.close()

        assert read_present().number == 0


@pytest.fixture
def silent():
    SharedCache._silent_until = SharedCache._said_at = 0.0
    yield
    SharedCache._silent_until = SharedCache._said_at = 0.0


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.mark.usefixtures("silent")
class TestSharedCache:
    def test_without_a_server_nothing_is_found_and_it_is_said_once(self, caplog):
        cache = SharedCache(f"redis://127.0.0.1:{free_port()}/0", {})

        with caplog.at_level(logging.WARNING):
            answers = [(cache.get("a"), cache.add("a", 1, 5), cache.set("a", 1, 5), cache.delete("a")) for _ in "abc"]

        assert answers == [(None, True, None, False)] * 3
        assert len(caplog.records) == 1

    @pytest.mark.skipif(
        not shutil.which("redis-server") and not os.environ.get("REQUIRE_REDIS"),
        reason="No redis-server on the PATH: the shared cache was not tried. Install it (apt install redis-server).",
    )
    def test_what_one_process_made_another_one_finds(self, shelf, settings, tmp_path):
        port = free_port()
        shared = {"BACKEND": "gwangju_ai.caches.SharedCache", "LOCATION": f"redis://127.0.0.1:{port}/0"}
        settings.CACHES = {**settings.CACHES, "pages": shared}
        command = ["redis-server", "--port", str(port), "--save", "", "--dir", str(tmp_path), "--daemonize", "no"]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            wait_for(port)
            shelf.set("tag", page())
            assert Shelf().get("tag") == page()
            with Turns().of("tag") as first:
                assert (first, caches["pages"].add("turn-tag", 1, 5)) == (True, False)
            assert caches["pages"].add("turn-tag", 1, 5)
        finally:
            server.terminate()
            server.wait(timeout=20)
        assert Shelf().get("tag") is None


def wait_for(port):
    for _attempt in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("Redis did not begin.")


class TestBeginLate:
    def written(self, sizes):
        """What is written of a file of such pieces before it is sent, and its length."""
        written = []
        response = StreamingHttpResponse(written.append(size) or b"a" * size for size in sizes)
        begin_late(response)
        return list(written), len(response.getvalue())

    def test_a_short_file_is_written_before_it_is_sent(self):
        assert self.written([300_000, 700_000]) == ([300_000, 700_000], SHORT)

    def test_a_long_one_is_sent_while_it_is_written(self):
        assert self.written([300_000, 700_001, 5, 5]) == ([300_000, 700_001], 1_000_011)

    def test_an_empty_one_stays_empty(self):
        assert self.written([]) == ([], 0)
