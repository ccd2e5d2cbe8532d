"""Many readers at once: wrk asks a server for addresses drawn from a list."""

import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.results import PATIENCE

DRAW = Path(__file__).with_name("draw.lua")
# As many as two workers of four threads answer at once, and as many that wait.
READERS = 16
_DRAWN = re.compile(r"^drawn: (\d+) answers in (\d+) us, (\d+) failed, slowest (\d+) us$", re.MULTILINE)


class LoadFailed(Exception):
    """An answer was an error, or there was none: whatever was counted is no rate."""


def require_wrk():
    if not shutil.which("wrk"):
        raise SystemExit("benchmarks: wrk is missing, which asks the questions. Install it: apt install wrk")


def requests_per_second(server, addresses, *, seconds, seed=1, headers=None):
    """Answers per second of `server`, asked by READERS for `seconds`; the same seed draws the same addresses."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines(f"{address}\n" for address in addresses)
        file.flush()
        told = [part for name, value in (headers or {}).items() for part in ("-H", f"{name}: {value}")]
        command = ["wrk", "-t1", f"-c{READERS}", f"-d{seconds}s", "--timeout", f"{PATIENCE}s", "-s", DRAW, *told]
        done = subprocess.run([*command, server.url, "--", file.name, str(seed)], capture_output=True, text=True)
    answers, duration, failed, slowest = read_wrk(done.stdout + done.stderr)
    # Questions that nobody waits for any more are still being answered; the other side shall not pay for them.
    time.sleep(min(slowest, 30))
    if failed or not answers:
        raise LoadFailed(f"{server.name}: of {answers} answers {failed} failed.")
    return answers / duration


def read_wrk(printed):
    """(answers, seconds, failed, seconds of the slowest answer) from what wrk printed with draw.lua."""
    drawn = _DRAWN.search(printed)
    if not drawn:
        raise LoadFailed(f"wrk said: {printed.strip()}")
    answers, duration, failed, slowest = map(int, drawn.groups())
    return answers, duration / 1_000_000, failed, slowest / 1_000_000


def long_enough(server, addresses):
    """For how many whole seconds to ask, so that about twenty answers come one after the other, and some to each of the
    READERS: 8 to 30."""
    times = sorted(server.get(address).seconds for address in addresses[:3])
    return round(min(max(20 * times[len(times) // 2], 8), 30))
