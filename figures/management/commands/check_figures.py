from django.core.management.base import BaseCommand, CommandError

from common.progress import TerminalProgress
from editions.services import latest_number
from figures.models import SelfCheck
from figures.self_check import check_figures
from figures.services import keep_self_check


class Command(BaseCommand):
    help = "Compute every figure on every day of change a second time. Exits with 1 where the two values differ."

    def add_arguments(self, parser):
        parser.add_argument("--edition", type=int, help="Check this past edition instead of the present one.")

    def handle(self, *, edition, verbosity, **options):
        present = latest_number()
        if edition is not None and not 1 <= edition <= present:
            raise CommandError(f"Give the number of an edition, from 1 to {present}.", returncode=2)
        with TerminalProgress(self.stderr, "values", verbosity) as progress:
            result = check_figures(edition=edition, progress=progress)
        keep_self_check(result, SelfCheck.Trigger.COMMAND)
        for difference in result.differences:
            self.stderr.write(str(difference))
        summary = (
            f"edition {result.edition}: {result.figures} figures on {result.days} days, {result.compared} numbers "
            f"compared in {result.seconds:.1f} s, {len(result.differences)} differences"
        )
        if result.differences:
            raise CommandError(summary)
        self.stdout.write(summary)
