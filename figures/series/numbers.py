"""The numbers of the agreement series, held together: which no round covers, and whose counts do not fit."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import Agreement, SigningRound
from common.partial_dates import Precision
from sources.models import published_sources


@dataclass(frozen=True)
class Gap:
    """Numbers that no round covers, from `first` to `last`.

    before: the round whose numbers end before them, None at the start of the series; after: the one that follows.
    may_hold: rounds of no known number signed between these two. undated: rounds that have such numbers, but no day.
    """

    first: int
    last: int
    before: SigningRound | None
    after: SigningRound
    may_hold: list = field(default_factory=list)
    undated: list = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    @property
    def numbers(self) -> str:
        return "~".join(str(number) for number in sorted({self.first, self.last}))

    @property
    def is_deduced(self) -> bool:
        """Whether the numbers beside it are themselves deduced, so that its limits are."""
        beside = [self.after, self.before] if self.before else [self.after]
        return any(round.number_basis == SigningRound.NumberBasis.DEDUCED for round in beside)


def counted_rounds(day):
    """The rounds that the series of `day` is made of: published, signed up to it."""
    return SigningRound.objects.published().signed_by(day)


def highest_number(day):
    """The highest number of a round signed up to `day`, 0 where there is none: the series runs from 1 to it."""
    return counted_rounds(day).aggregate(highest=Max("last_number"))["highest"] or 0


def gaps_on(day):
    """The numbers from 1 to the highest on `day` that no round signed up to `day` covers, in order: a list of Gap."""
    after = list(counted_rounds(day).after_a_gap().order_by("first_number"))
    ends = counted_rounds(day).filter(last_number__in=[round.previous_number for round in after])
    before = {round.last_number: round for round in ends}
    unnumbered = list(rounds_without_number(day))
    undated = list(SigningRound.objects.published().filter(signed_on=None, first_number__isnull=False))
    return [_gap(before.get(round.previous_number), round, unnumbered, undated) for round in after]


def _gap(before, after, unnumbered, undated):
    first, last = after.previous_number + 1, after.first_number - 1
    return Gap(
        first,
        last,
        before,
        after,
        may_hold=[
            round
            for round in unnumbered
            if round.signed_on <= after.signed_on and (before is None or before.signed_on <= round.signed_on)
        ],
        undated=[round for round in undated if round.first_number <= last and round.last_number >= first],
    )


def rounds_without_number(day):
    """Rounds signed up to `day` of which no number is known, with their size."""
    return counted_rounds(day).filter(first_number=None).with_size().order_by("signed_on", "pk")


def rounds_perhaps_one(day):
    """Rounds of one day that may be one signing entered twice: one of them has no number, or a party stands in two.
    A list of lists. (Two rounds that share a number cannot exist: the database refuses them.)"""
    rounds = counted_rounds(day).filter(signed_on_precision=Precision.DAY).order_by()
    counted = rounds.values("signed_on").annotate(n=Count("pk"), numbered=Count("first_number"))
    twice = Agreement.objects.filter(round__in=rounds).order_by().values("company", "round__signed_on")
    days = set(counted.filter(n__gt=1, numbered__lt=F("n")).values_list("signed_on", flat=True))
    days |= set(twice.annotate(n=Count("round")).filter(n__gt=1).values_list("round__signed_on", flat=True))
    found = {when: [] for when in sorted(days)}
    rounds = rounds.filter(signed_on__in=days).with_size().prefetch_related(published_sources())
    for round in rounds.order_by("signed_on", "first_number", "pk"):
        found[round.signed_on].append(round)
    return list(found.values())


@dataclass(frozen=True)
class CountApart:
    """A round whose counts differ: how many were stated, how many its numbers hold, how many agreements are recorded.

    A count that is not known is None and differs from nothing.
    """

    round: SigningRound

    @property
    def stated(self) -> int | None:
        return self.round.stated_count

    @property
    def numbered(self) -> int | None:
        return self.round.numbered

    @property
    def recorded(self) -> int:
        return self.round.recorded

    @property
    def known(self) -> list:
        return [count for count in (self.stated, self.numbered) if count is not None]

    @property
    def is_contradiction(self) -> bool:
        """Whether two counts cannot both be right; else parties are missing by name, and nothing is wrong."""
        return len(set(self.known)) > 1 or self.recorded > min(self.known)

    @property
    def missing(self) -> int:
        """How many parties are not named, by the largest count."""
        return max(max(self.known) - self.recorded, 0)

    def in_words(self):
        """What differs, as sentences."""
        found = []
        if len(set(self.known)) > 1:
            words = {"stated": self.stated, "numbered": self.numbered}
            found.append(_("%(stated)s were stated, but its numbers hold %(numbered)s.") % words)
        if self.recorded > min(self.known):
            words = {"recorded": self.recorded, "known": min(self.known)}
            found.append(_("The register names %(recorded)s, more than %(known)s.") % words)
        if self.missing:
            text = ngettext("%(n)s party is not named.", "%(n)s parties are not named.", self.missing)
            found.append(text % {"n": self.missing})
        return " ".join(found)


def counts_apart(day, *, undated):
    """Rounds signed up to `day` whose counts differ, those that contradict themselves first; `undated`: and those
    without a day."""
    rounds = SigningRound.objects.published().known_by(day, undated=undated).with_counts_apart()
    found = [CountApart(round) for round in rounds.prefetch_related(published_sources())]
    return sorted(found, key=lambda apart: not apart.is_contradiction)
