from django.core.management.base import BaseCommand, CommandError

from common.progress import TerminalProgress
from synthetic.services import NotEmpty, make_register

MOST_AGREEMENTS = 5_000_000


class Command(BaseCommand):
    help = (
        "Fill an empty database with a plausible register of made-up companies, to try out and to measure with. "
        "Every page and file says that it is synthetic, for as long as the database exists."
    )

    def add_arguments(self, parser):
        parser.add_argument("--agreements", type=int, required=True, help="How many agreements it records.")
        parser.add_argument("--seed", type=int, default=1, help="Another number gives another register.")

    def handle(self, *, agreements, seed, verbosity, **options):
        if not 1 <= agreements <= MOST_AGREEMENTS:
            raise CommandError(f"Give --agreements from 1 to {MOST_AGREEMENTS:,}.")
        if not 0 <= seed < 1 << 32:
            raise CommandError(f"Give --seed from 0 to {(1 << 32) - 1:,}.")
        try:
            with TerminalProgress(self.stderr, "agreements", verbosity) as progress:
                counts = make_register(agreements=agreements, seed=seed, progress=progress)
        except NotEmpty as refused:
            raise CommandError(str(refused)) from refused
        for table, count in counts.items():
            self.stdout.write(f"{table:45} {count:12,}")
