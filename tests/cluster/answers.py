"""What an answer says of itself: its edition, and what it counts, in every place where it counts it."""

import json
import re
from dataclasses import dataclass

_OF_PAGE = r'<p class="edition"><a href="(?:/en)?/editions/(\d+)/">'
_OF_LIST = r'role="status">.*?<strong>(\d+)</strong>'


class Unreadable(Exception):
    """An answer that does not say what it is expected to say."""


@dataclass(frozen=True)
class Asked:
    """An address; where its answer says the edition; {count: where its answer says it}, each at least once; how often
    it is asked for beside others."""

    path: str
    edition: str
    counts: dict
    share: int = 5

    def read(self, headers, body):
        """(edition, {(name, value)}) of an answer, `headers` as text."""
        text = body.decode()
        editions = set(re.findall(self.edition, headers + text))
        found = {(name, int(value)) for name, where in self.counts.items() for value in _values(where, text)}
        if len(editions) != 1 or {name for name, _value in found} != set(self.counts):
            raise Unreadable(f"{self.path} says the editions {editions} and {found}.")
        return int(editions.pop()), frozenset(found)


def _values(where, text):
    return where(text) if callable(where) else re.findall(where, text)


def _count(text):
    return [json.loads(text)["count"]]


def _rows(text):
    return [len(json.loads(text)["rows"])]


def _lines(text):
    """Of a CSV file of which no cell holds a new line, without its header."""
    return [len(text.splitlines()) - 1]


def _figure(key):
    return lambda text: [json.loads(text)["figures"][key]["value"]]


def _links(key, prefix=""):
    """A figure where the dashboard shows it first, and where it is the sum of its parts."""
    return rf'href="{prefix}/figures/{key}(?:_by_year|_by_party)?/">(?:[^<]*</a> <span class="note">\D+ )?(\d+)(?:\D)'


ADDRESSES = [
    Asked("/", _OF_PAGE, {key: _links(key) for key in ("agreements", "established")}, 20),
    Asked("/en/", _OF_PAGE, {"agreements": _links("agreements", "/en"), "established": _links("established", "/en")}),
    Asked("/companies/", _OF_PAGE, {"companies": _OF_LIST}),
    Asked("/en/companies/?sort=-first_signed_on", _OF_PAGE, {"companies": _OF_LIST}),
    Asked("/rounds/", _OF_PAGE, {"rounds": _OF_LIST}),
    Asked("/statements/", _OF_PAGE, {"agreements": r"협약 (\d+)건</tspan>", "established": r"개소 (\d+)개사</tspan>"}),
    Asked("/embed/headline/", r"제(\d+)판", {"agreements": r"<dd>(\d+)건", "established": r"<dd>(\d+)개사"}),
    Asked("/embed/agreements.svg", r"제(\d+)판</title>", {"agreements": r">(?:협약: )?(\d+)건[<,]"}),
    Asked("/embed/established.svg", r"제(\d+)판</title>", {"established": r">(?:광주 개소: )?(\d+)개사[<,]"}),
    Asked("/feeds/editions.atom", r"\A(?s:.)*?/editions/(\d+)/", {"agreements": r"\A(?s:.)*? · 협약: \d+ → (\d+)"}),
    Asked(
        "/api/v1/figures/",
        r'"edition":(\d+)',
        {"agreements": _figure("agreements"), "established": _figure("established")},
    ),
    Asked("/api/v1/companies/", r'"edition":(\d+)', {"companies": _count}),
    Asked("/api/v1/rounds/", r'"edition":(\d+)', {"rounds": _count}),
    Asked("/data/rounds.csv", r"_Edition-(\d+)\.csv", {"rounds": _lines}, 1),
    Asked("/data/companies.json", r"_Edition-(\d+)\.json", {"companies": _rows}, 1),
]
