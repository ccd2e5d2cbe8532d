"""Reviews as they stand when the page has shown what the register knows of their companies."""

from intake.answers import make_answers, rows_of, with_rows
from intake.matching import match_companies
from intake.proposals import propose_release
from intake.services import start_review
from tests.intake.releases import TEXT, release

SOURCE = {"url": "https://example.org/a", "title": "협약 소식", "publisher": "시청", "published_on": "2026-03-24"}


def review_of(clerk, facts=None, **parts):
    return start_review(kind="keyboard", answers=seen(make_answers(facts or {}, **parts)), by=clerk)


def seen(answers):
    rows = rows_of(answers)
    states = [match.state for match in match_companies([row["company"] for row in rows])]
    return with_rows(answers, [row | {"shown": state} for row, state in zip(rows, states, strict=True)])


def review_of_release(clerk, **overrides):
    answers, reading = propose_release(release(**overrides), sources=[SOURCE])
    return start_review(kind="release", text=TEXT, answers=seen(answers), reading=reading, by=clerk)


def rows_of_names(*names):
    return [{"company": name} for name in names]
