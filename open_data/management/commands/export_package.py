from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from editions.services import latest_number
from open_data.package.writing import write_package


class Command(BaseCommand):
    help = "Write the package of an edition (the latest one) to a ZIP file."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--edition", type=int, help="Number of the edition; the latest one if not given.")

    def handle(self, *, file, edition, **options):
        latest = latest_number()
        number = latest if edition is None else edition
        if not 1 <= number <= latest:
            raise CommandError(f"There is no edition {number}: the latest one is {latest}.")
        try:
            with file.open("wb") as target:
                write_package(number, target)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"Edition {number} is in {file} ({file.stat().st_size:,} bytes).")
