"""Whole tables as files, kept in var/ once they were read to their end: whoever asks next is sent what is there.

A name says all that the file follows from, so nothing is ever out of date; what nobody asks for any more makes room.
"""

import os
import time
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from django.conf import settings

_UNFINISHED = ".part"
# Nobody reads a file for longer; it was left by a program that was stopped, in seconds.
_LEFT = 24 * 60 * 60


def find(name):
    """The kept file of that name, open; None where there is none."""
    try:
        file = (Path(settings.FILES_DIR) / name).open("rb")
    except FileNotFoundError:
        return None
    with suppress(OSError):
        os.utime(file.name)
    return file


def keeping(name, pieces):
    """`pieces` as they come; after the last of them they are kept. Nothing stays of what breaks off."""
    part = _Part()
    try:
        for piece in pieces:
            part.write(piece)
            yield piece
    except BaseException:
        part.drop()
        raise
    part.keep(name)


class _Part:
    """What is written so far, under a name that nobody finds: of two that are written at once either stays. Where there
    is no room for it, it is given up: its reader has the file all the same."""

    def __init__(self):
        self._file = None
        with suppress(OSError):
            folder = Path(settings.FILES_DIR)
            folder.mkdir(parents=True, exist_ok=True)
            number, self._path = mkstemp(dir=folder, suffix=_UNFINISHED)
            self._file = os.fdopen(number, "wb")

    def write(self, piece):
        if self._file:
            try:
                self._file.write(piece)
            except OSError:
                self.drop()

    def drop(self):
        if self._file:
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                os.unlink(self._path)
            self._file = None

    def keep(self, name):
        if self._file:
            try:
                self._file.close()
                os.replace(self._path, Path(settings.FILES_DIR) / name)
            except OSError:
                self.drop()
            _make_room()


def _make_room():
    """As much is kept as settings allow; the one that was asked for longest ago goes first."""
    room, now = settings.FILES_KEPT_MB * 1_000_000, time.time()
    with suppress(OSError):
        for used, size, path in sorted(_files(), reverse=True):
            room -= size
            is_left = path.endswith(_UNFINISHED) and used < now - _LEFT
            if is_left or (room < 0 and not path.endswith(_UNFINISHED)):
                os.unlink(path)


def _files():
    """(when last used, size, path) of each. Another worker may take one away meanwhile."""
    with os.scandir(settings.FILES_DIR) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):
                yield entry.stat().st_mtime, entry.stat().st_size, entry.path
