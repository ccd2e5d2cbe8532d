"""What was read of editions is kept in files that outlive the program; without the files nothing is wrong."""

import logging

import pytest

from gwangju_ai.caches import FileCache
from gwangju_ai.environment import read_caches
from gwangju_ai.page_cache.release import release


def test_what_one_process_kept_another_finds(tmp_path):
    FileCache(tmp_path, {}).set("edition-1", [1, 2], timeout=None)

    assert FileCache(tmp_path, {}).get("edition-1") == [1, 2]


@pytest.mark.parametrize("address", ["", "redis://127.0.0.1:6379/0"])
def test_what_another_program_kept_of_an_edition_is_not_found(settings, monkeypatch, tmp_path, address):
    monkeypatch.setenv("CACHE_URL", address)
    said = read_caches(tmp_path)["default"]
    params = {"KEY_FUNCTION": said["KEY_FUNCTION"]}
    FileCache(tmp_path, params).set("edition-1", 94)
    assert FileCache(tmp_path, params).get("edition-1") == 94

    settings.DATA_LICENCE = "another"
    release.cache_clear()
    found = FileCache(tmp_path, params).get("edition-1")
    release.cache_clear()

    assert found is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path, caplog):
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    cache = FileCache(in_the_way, {})

    with caplog.at_level(logging.WARNING):
        cache.set("edition-1", [1, 2])

    assert cache.get("edition-1", "nothing") == "nothing"
    assert "Nothing can be kept in" in caplog.text
