"""Every comparison: what is measured, against what, and the aim."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks.measures import files, growth, readers, single
from benchmarks.results import Aim, Found, NotFinished

DATABASES = {"postgresql": "PostgreSQL", "sqlite": "SQLite"}


@dataclass(frozen=True)
class Measure:
    """take: called with the Registers, gives the Found; its docstring says how it is measured. Two measures may have
    one key: the same on both databases."""

    key: str
    title: str
    against: str
    aim: Aim
    take: Callable

    @property
    def how(self):
        function = self.take.func if isinstance(self.take, partial) else self.take
        return " ".join(inspect.getdoc(function).split())

    def found(self, registers):
        try:
            return self.take(registers)
        except NotFinished as error:
            return Found(str(error), "", None)


def _on_both(key, title, against, aim, take):
    return [
        Measure(key, f"{title}; {name}", against, aim, partial(take, database=database))
        for database, name in DATABASES.items()
    ]


MEASURES = [
    *_on_both("a", "Dashboard, warm", "bare Django view", Aim(0.7), readers.dashboard_at_hand),
    *_on_both("b", "Dashboard unchanged (304)", "bare Django view", Aim(0.8), readers.unchanged_dashboard),
    *_on_both("c", "Directory of 100,000, cold", "Datasette", Aim(5), readers.directory),
    *_on_both("d", "Directory of 100,000, warm", "Datasette", Aim(40), readers.directory_at_hand),
    *_on_both("e", "Search of 100,000, cold", "Datasette `contains`", Aim(3), readers.search),
    Measure(
        "f",
        "Dashboard of any day, cold, 1,000,000 agreements; PostgreSQL",
        "145 agreements",
        Aim(1.5, is_most=True),
        growth.dashboard_of_any_day,
    ),
    *_on_both("g", "CSV of 100,000 companies, rows", "Datasette's CSV", Aim(10), files.speed),
    *_on_both("g", "Its peak memory", "1,000 companies", Aim(10, " MB", is_most=True), files.memory),
    Measure(
        "h",
        "Publishing ten until seen, 1,000,000 agreements; PostgreSQL",
        "145 agreements",
        Aim(2, is_most=True),
        growth.publication,
    ),
    Measure("i", "Reading a press release", "", Aim(20, " ms", is_most=True), single.press_releases),
    Measure(
        "j",
        "Page of the directory, cold, in process; SQLite",
        "stock django-tables2 and django-filter",
        Aim(3),
        single.page_of_directory,
    ),
]
