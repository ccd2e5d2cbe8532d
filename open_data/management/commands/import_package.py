from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from agreements.register_files import FilesRefused
from common.progress import TerminalProgress
from open_data.package.loading import import_package
from open_data.package.unpacking import PackageRefused

SHOWN_FAULTS = 20


class Command(BaseCommand):
    help = "Load the package of an edition into an empty register, and check that every figure comes out the same."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, verbosity, **options):
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        try:
            with TerminalProgress(self.stderr, "rows", verbosity) as progress:
                imported = import_package(file, progress=progress)
        except FilesRefused as refused:
            lines = [str(fault) for fault in refused.faults[:SHOWN_FAULTS]]
            if len(refused.faults) > SHOWN_FAULTS:
                lines.append(f"… and {len(refused.faults) - SHOWN_FAULTS} more")
            raise CommandError("Nothing was changed.\n" + "\n".join(lines)) from refused
        except PackageRefused as refused:
            raise CommandError(f"Nothing was changed. {refused}") from refused
        except ValidationError as stopped:
            raise CommandError("Nothing was changed.\n" + "\n".join(stopped.messages)) from stopped
        for name, count in imported.counts.items():
            self.stdout.write(f"{name:18} {count:5}")
        self.stdout.write(f"{imported.compared} values of figures are those of edition {imported.edition}.")
        if imported.passed_over:
            self.stdout.write(f"Not compared, for their rules differ: {', '.join(imported.passed_over)}.")
