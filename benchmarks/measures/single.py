"""Measures without a server: reading a press release (i), and rendering a page of the directory (j)."""

import datetime
import json
import statistics
import time

from benchmarks.addresses import whole_pages
from benchmarks.plain import count_companies
from benchmarks.registers import OF_1_000_COMPANIES
from benchmarks.results import Found, compared, in_turn, milliseconds, ratio
from benchmarks.servers import ROOT, run_module
from intake.release import read_release

RELEASES = ROOT / "tests" / "intake" / "release" / "texts"
READINGS = 5


def press_releases(registers):
    """Milliseconds of processor time to read a press release, the middle of five readings of each of the texts in
    tests/intake/release/texts; the slowest text is compared with the aim."""
    for file in RELEASES.glob("*.txt"):
        _read(file)  # what is made once in a process is made now
    times = [statistics.median(_read(file) for _time in range(READINGS)) for file in RELEASES.glob("*.txt")]
    slowest, middle = max(times), statistics.median(times)
    got = f"{milliseconds(middle)} in the middle of {len(times)}, {milliseconds(slowest)} the slowest"
    return Found(got, "", slowest * 1000)


def page_of_directory(registers):
    """Milliseconds of processor time to make a whole page of the directory of 1,000 companies, 50 rows on SQLite, in
    one process without a server: all of it, with facets and queries; against the page that the manuals of
    django-tables2 and django-filter describe, over a plain table of the same companies and columns."""
    url, plain = registers.url("sqlite", OF_1_000_COMPANIES), registers.plain(OF_1_000_COMPANIES)
    pages = whole_pages(count_companies(plain), 20)
    sides = {
        "ours": lambda turn: _printed("ours", *pages, database_url=url, PAGE_CACHE_MB="0"),
        "stock": lambda turn: _printed("stock", plain, *pages),
    }
    times = in_turn(sides, turns=4)
    faster = ratio(times["stock"], times["ours"])
    return compared(times["ours"], times["stock"], milliseconds)._replace(value=faster)


def _read(file):
    """The seconds that a text takes, published on the day that its answer says."""
    published = json.loads(file.with_suffix(".json").read_text("utf-8"))["published"]
    text, day = file.read_text("utf-8"), datetime.date.fromisoformat(published)
    begun = time.process_time()
    read_release(text, day)
    return time.process_time() - begun


def _printed(module, *arguments, **settings):
    return json.loads(run_module(f"benchmarks.inside.{module}", *arguments, **settings))
