"""Checking the figures and keeping what came of it."""

import logging

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common.partial_dates import PartialDate, Precision
from figures.definitions import FIGURES
from figures.models import KEPT, SelfCheck
from figures.self_check import check_edition, number_as_text

logger = logging.getLogger(__name__)
MOST_SHOWN = 5


class FiguresDisagree(ValidationError):
    """A figure has two values: nothing is published. The messages name figure, day and both values."""

    def __init__(self, differences):
        shown = [difference_in_words(difference) for difference in differences[:MOST_SHOWN]]
        more = len(differences) - len(shown)
        if more:
            shown.append(ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more})
        text = _(
            "Nothing was published: the figures, computed in two ways, do not agree. %(differences)s. Tell whoever "
            "runs this website; the register itself need not be wrong."
        )
        super().__init__(text % {"differences": "; ".join(shown)})
        self.differences = differences


def check_closing_edition(sender, edition, **kwargs):
    """Compare what an edition touches before it is saved. Raises FiguresDisagree, which stops it."""
    result = check_edition(edition.number)
    if result.differences:
        for difference in result.differences[:MOST_SHOWN]:
            logger.error("Edition %s stopped: %s", edition.number, difference)
        raise FiguresDisagree(result.differences)
    keep_self_check(result, SelfCheck.Trigger.PUBLICATION)


def keep_self_check(result, trigger):
    """Write a Result down; of all results the last thousand stay. Returns the row."""
    check = SelfCheck.objects.create(
        edition=result.edition,
        trigger=trigger,
        figures=result.figures,
        days=result.days,
        compared=result.compared,
        seconds=result.seconds,
        differences=[as_text(difference) for difference in result.differences],
    )
    SelfCheck.objects.filter(pk__in=SelfCheck.objects.order_by("-pk").values("pk")[KEPT : KEPT + 1]).delete()
    return check


def as_text(difference):
    """A Difference as it is written down."""
    return {
        "figure": difference.key,
        "part": difference.part,
        "day": difference.day.isoformat(),
        "first": number_as_text(difference.first),
        "second": number_as_text(difference.second),
    }


def difference_in_words(difference):
    """A Difference in the reader's language."""
    label = str(FIGURES[difference.key].label)
    return _("%(figure)s on %(day)s: %(first)s by the first way, %(second)s by the second") % {
        "figure": f"{label} ({difference.part})" if difference.part else label,
        "day": PartialDate(difference.day, Precision.DAY).in_words(),
        "first": number_as_text(difference.first),
        "second": number_as_text(difference.second),
    }
