import datetime
from dataclasses import dataclass

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
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
    day: datetime.date
    first: str
    second: str


@method_decorator(never_cache, name="dispatch")
class SelfCheckView(TwoClocksMixin, TemplateView):
    """How the figures are checked, and what came of it last, up to the edition that the address asks for.

    Never kept: the register is checked between two editions, too.
    """

    template_name = "figures/self_check.html"

    def get_context_data(self, **kwargs):
        checks = SelfCheck.objects.up_to(self.clocks.edition)
        latest = checks.first()
        return super().get_context_data(
            **kwargs,
            latest=latest,
            differences=list(_differences(latest)),
            whole=checks.filter(trigger=SelfCheck.Trigger.COMMAND).first(),
            checks=checks[:SHOWN],
        )


def _differences(check):
    for row in check.differences if check else ():
        numbers = {name: row[name] for name in ("part", "first", "second")}
        day = datetime.date.fromisoformat(row["day"])
        yield ShownDifference(FIGURES.get(row["figure"]), key=row["figure"], day=day, **numbers)
