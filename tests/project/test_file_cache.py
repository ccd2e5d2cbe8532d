"""What was read of editions is kept in files that outlive the program; without the files nothing is wrong."""

import logging

from gwangju_ai.file_cache import FileCache


def test_what_one_process_kept_another_finds(tmp_path):
    FileCache(tmp_path, {}).set("edition-1", [1, 2], timeout=None)

    assert FileCache(tmp_path, {}).get("edition-1") == [1, 2]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path, caplog):
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    cache = FileCache(in_the_way, {})

    with caplog.at_level(logging.WARNING):
        cache.set("edition-1", [1, 2])

    assert cache.get("edition-1", "nothing") == "nothing"
    assert "Nothing can be kept in" in caplog.text
