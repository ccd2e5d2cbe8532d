from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from agreements.models import SigningRound
from agreements.register_files import FilesRefused, load_register
from common.progress import TerminalProgress

SHOWN_FAULTS = 20


class Command(BaseCommand):
    help = "Load the register from CSV files, in one transaction. A second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures" / "register")
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where the register has any round.")

    def handle(self, *, folder, if_empty, verbosity, **options):
        if if_empty and SigningRound.objects.exists():
            self.stdout.write("The register is already there; nothing loaded.")
            return
        try:
            with TerminalProgress(self.stderr, "rows", verbosity) as progress:
                counts = load_register(folder, progress=progress)
        except FilesRefused as refused:
            lines = [str(fault) for fault in refused.faults[:SHOWN_FAULTS]]
            if len(refused.faults) > SHOWN_FAULTS:
                lines.append(f"… and {len(refused.faults) - SHOWN_FAULTS} more")
            raise CommandError("Nothing was changed.\n" + "\n".join(lines)) from refused
        except ValidationError as stopped:
            raise CommandError("Nothing was changed.\n" + "\n".join(stopped.messages)) from stopped
        for name, table in counts.items():
            self.stdout.write(f"{name:18} {_in_words(table)}")
        total = sum((table for table in counts.values()), start=type(next(iter(counts.values())))())
        self.stdout.write(f"{'all':18} {_in_words(total)}")


def _in_words(counts):
    return (
        f"{counts['added']:5} added {counts['changed']:5} changed {counts['unchanged']:5} unchanged "
        f"{counts['kept']:5} only in the database, left alone"
    )
