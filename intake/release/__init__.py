"""Reading a city's press release of a signing: text in, what it says out. Neither Django nor a database."""

from intake.release.reader import read_release
from intake.release.text import LIMIT, TextTooLong

__all__ = ["LIMIT", "TextTooLong", "read_release"]
