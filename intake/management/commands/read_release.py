import datetime
import json
import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from intake.documents import read_document
from intake.release import TextTooLong, read_release
from intake.release.layout import as_json


class Command(BaseCommand):
    help = "Read a press release of a signing and print what it says as JSON. Nothing is saved."

    def add_arguments(self, parser):
        parser.add_argument("file", help="A .txt, .hwpx, .docx or .pdf file, or - for text on the standard input.")
        parser.add_argument(
            "--published", type=_day, help="The day of publication, from which days without a month count."
        )

    def handle(self, *, file, published, **options):
        try:
            release = read_release(_text_of(file), published)
        except TextTooLong as too_long:
            raise CommandError(str(too_long)) from too_long
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        self.stdout.write(json.dumps(as_json(release), ensure_ascii=False, indent=2))


def _day(typed):
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError as wrong:
        raise CommandError(f"{typed} is no day: type it as 2022-03-23.") from wrong


def _text_of(file):
    """The text of the file, read as the review screen reads it; what comes on the standard input is text."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as unreadable:
        raise CommandError(f"{file} cannot be read: {unreadable.strerror}.") from unreadable
    return read_document("-.txt" if file == "-" else file, content)
