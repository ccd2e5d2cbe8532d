from dataclasses import dataclass

from django.views.generic import TemplateView

from editions.clocks import TwoClocksMixin
from figures.definitions import FIGURES
from figures.models import SelfCheck

SHOWN = 10


@dataclass(frozen=True)
class ShownDifference:
    """A difference as it was written down, with the figure that it is about (None: one that is no longer published)."""

    figure: object
    key: str
    part: str
    day: str
    first: str
    second: str


class SelfCheckView(TwoClocksMixin, TemplateView):
    """How the figures are checked, and what came of it last, up to the edition that the address asks for."""

    template_name = "figures/self_check.html"

    def get_context_data(self, **kwargs):
        checks = SelfCheck.objects.up_to(self.clocks.edition)
        latest = checks.first()
        return super().get_context_data(
            **kwargs,
            latest=latest,
            differences=_differences(latest),
            whole=checks.filter(trigger=SelfCheck.Trigger.COMMAND).first(),
            checks=checks[:SHOWN],
        )


def _differences(check):
    rows = check.differences if check else []
    return [ShownDifference(FIGURES.get(row["figure"]), key=row["figure"], **_others(row)) for row in rows]


def _others(row):
    return {name: row[name] for name in ("part", "day", "first", "second")}
