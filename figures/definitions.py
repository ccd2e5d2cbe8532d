"""Every published figure by its key: what it counts, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Figure:
    key: str
    label: str
    definition: str


FIGURES = {
    figure.key: figure
    for figure in [
        Figure(
            "agreements",
            _("Agreements"),
            _(
                "The latest total up to the day that an official stated or the printed number of a round shows, plus "
                "the agreements of the rounds signed since. Drafts and rounds without a date are not counted."
            ),
        ),
        Figure(
            "established",
            _("Opened in Gwangju"),
            _(
                "The latest number up to the day that an official stated, plus the companies known to have opened and "
                "less those known to have closed since. Plans are not counted."
            ),
        ),
        Figure(
            "establishment_rate",
            _("Share opened"),
            _("Opened in Gwangju as a percentage of all agreements up to the day, by the register's rules."),
        ),
    ]
}
