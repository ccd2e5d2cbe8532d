"""`python -m benchmarks` takes every measure, `python -m benchmarks a c` those named: see docs/performance.md."""

import argparse
import datetime
import sys
import time
import traceback

from benchmarks.load import require_wrk
from benchmarks.machine import describe_machine, share_of_others
from benchmarks.measures import MEASURES
from benchmarks.registers import Registers, manage
from benchmarks.report import Result, Results, in_a_line, write_page


def main():
    wanted = _wanted()
    require_wrk()
    manage("", "collectstatic", "--noinput")
    results, failed = Results(), []
    with Registers() as registers:
        for measure in wanted:
            print(f"{measure.key}. {measure.title} …", flush=True)
            try:
                _take(measure, registers, results)
            except Exception:  # the other measures are still worth taking
                traceback.print_exc()
                failed.append(measure.title)
    _write(results)
    return f"benchmarks: {len(failed)} failed: {'; '.join(failed)}" if failed else 0


def _wanted():
    keys = list(dict.fromkeys(measure.key for measure in MEASURES))
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("keys", nargs="*", metavar="MEASURE", help=f"{', '.join(keys)}; all where none is named")
    named = parser.parse_args().keys
    if unknown := [key for key in named if key not in keys]:
        parser.error(f"There is no measure {', '.join(unknown)}; there are {', '.join(keys)}.")
    return [measure for measure in MEASURES if measure.key in named or not named]


def _take(measure, registers, results):
    others, begun = share_of_others(), time.monotonic()
    found = measure.found(registers)
    now = datetime.datetime.now(datetime.UTC)
    result = Result(*found, f"{now:%Y-%m-%d %H:%M}", describe_machine(), others)
    results.keep(measure, result)
    print(f"   {in_a_line(measure, result)} ({time.monotonic() - begun:.0f} s)", flush=True)


def _write(results):
    if missing := results.missing():
        print(f"docs/performance.md stays as it is until all was measured here: {len(missing)} to go.")
    else:
        write_page(results)
        print("docs/performance.md is written.")


if __name__ == "__main__":
    sys.exit(main())
