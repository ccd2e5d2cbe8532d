"""What a reader found in a press release: every value with the words it came from and what is doubtful about it."""

import datetime
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Span:
    """A stretch of the text as it was given: text[start:end]."""

    start: int
    end: int


@dataclass(frozen=True)
class Doubt:
    """Why a value, or the whole reading, should be looked at. `code` names the reason; the screen says it in words."""

    code: str
    words: str = ""
    stated: int | None = None
    found: int | None = None


@dataclass(frozen=True)
class Found(Generic[Value]):
    """A value and the places in the text that say it, the one it was read from first."""

    value: Value
    spans: tuple[Span, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Person:
    name: str
    title: str = ""


@dataclass(frozen=True)
class Party:
    """A firm or institution that signed, in the order listed. `name` without ㈜, (주), 주식회사."""

    name: str
    spans: tuple[Span, ...]
    representatives: tuple[Found[Person], ...] = ()
    field: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Total:
    """An official total said in the text: `established` of the `out_of` firms signed before have set up in the city."""

    established: int
    out_of: int | None
    stated_by: str = ""


@dataclass(frozen=True)
class Release:
    """None and empty mean: the text does not say. `unplaced` are stretches that look like a firm or a person of the
    signing and found no place."""

    text: str
    numbers: Found[tuple[int, int]] | None = None
    signed_on: Found[datetime.date] | None = None
    signed_day: Found[int] | None = None
    venue: Found[str] | None = None
    stated_count: Found[int] | None = None
    city_signatory: Found[Person] | None = None
    attendees: tuple[Found[Person], ...] = ()
    parties: tuple[Party, ...] = ()
    totals: tuple[Found[Total], ...] = ()
    terms: tuple[Found[str], ...] = ()
    unplaced: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()
