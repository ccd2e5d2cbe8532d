"""The rows of the public list of rounds on a day: what the page shows, a file holds and an answer gives."""

from agreements.models import SigningRound


def rounds_listed(day, *, undated):
    """The rounds signed up to `day` with what their list sorts by; `undated`: and those without a day."""
    return SigningRound.objects.published().known_by(day, undated=undated).with_size().with_established(day)
