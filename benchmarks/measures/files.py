"""Measures of the file of 100,000 companies (g): how fast it comes, and what memory it takes."""

import shutil

from benchmarks.plain import count_companies
from benchmarks.registers import OF_1_000_COMPANIES, OF_100_000_COMPANIES
from benchmarks.results import Found, compared, in_turn, megabytes, per_second
from benchmarks.servers import ROOT, datasette, our_program

# Where our program keeps whole files.
KEPT = ROOT / "var" / "files"
OURS, DATASETTES = "/data/companies.csv?headers=en", "/register/companies.csv?_stream=1&_size=max"


def speed(registers, database):
    """Rows per second of the CSV file of 100,000 companies, all its columns, to its first reader, for whom it is made;
    against Datasette's CSV of the table that holds the same rows and columns."""
    url, plain = registers.url(database, OF_100_000_COMPANIES), registers.plain(OF_100_000_COMPANIES)
    rows = count_companies(plain)
    with our_program(url) as ours, datasette(plain) as theirs:
        sides = {
            "ours": lambda turn: _first_rows_per_second(ours, rows),
            "theirs": lambda turn: _rows_per_second(theirs, DATASETTES, rows),
        }
        rates = in_turn(sides, turns=3)
    return compared(rates["ours"], rates["theirs"], per_second)


def memory(registers, database):
    """The most memory of the worker that wrote the file of 100,000 companies, above that of one that wrote a file of
    1,000; each a fresh server of one worker."""
    urls = {
        "many": registers.url(database, OF_100_000_COMPANIES),
        "few": registers.url(database, OF_1_000_COMPANIES),
    }
    sizes = in_turn({name: _peak_of(url) for name, url in urls.items()}, turns=2)
    many, few = sizes["many"], sizes["few"]
    more = None if many.median is None or few.median is None else (many.median - few.median) / 1_000_000
    return Found(many.said(megabytes), few.said(megabytes), more)


def _first_rows_per_second(ours, rows):
    shutil.rmtree(KEPT, ignore_errors=True)
    return _rows_per_second(ours, OURS, rows)


def _rows_per_second(server, address, rows):
    answer = server.get(address)
    if answer.body.count(b"\n") < rows + 1:
        raise RuntimeError(f"{server.name} broke off its file.")
    return rows / answer.seconds


def _peak_of(url):
    def peak(turn):
        shutil.rmtree(KEPT, ignore_errors=True)
        with our_program(url, workers=1) as server:
            server.get(OURS)
            return server.peak_memory()

    return peak
