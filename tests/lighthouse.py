"""Lighthouse on the main pages of the served program: `make lighthouse`, or `python -m tests.lighthouse [command]`.

It needs Node and a chromium. `command` runs Lighthouse where npx is not to fetch it. Fails where a page scores below
LEAST, and says which audits cost the points.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import django

from tests.browser.conftest import CHROMIUM, load, serve
from tests.pages.routes import first_address

LIGHTHOUSE = "npx --yes lighthouse@12.8.2"
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
# Chromium now and then loses the beginning of its trace; Lighthouse then asks to be run again.
TRIES = 3
FORMS = {"phone": [], "desk": ["--preset=desktop"]}


def served_in(folder):
    (folder / "served").mkdir()
    return serve(load(folder), folder / "served")


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gwangju_ai.settings")
    django.setup()
    command = (sys.argv[1] if sys.argv[1:] else LIGHTHOUSE).split()
    missed = []
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder, served_in(Path(folder)) as served:
        company = first_address(served.read, "companies:company-detail")
        for address in ["/", "/companies/", company]:
            for form, options in FORMS.items():
                report = measure(command, served.url + address, options, Path(folder) / "report.json")
                scores = {name: round(report["categories"][name]["score"] * 100) for name in LEAST}
                print(f"{address} {form}: {scores}", flush=True)
                missed += [lost(report, name) for name, least in LEAST.items() if scores[name] < least]
    for audits in missed:
        print(*audits, sep="\n")
    return 1 if missed else 0


def measure(command, url, options, path):
    """Lighthouse's report of `url`, as it writes it."""
    output = ["--quiet", "--output=json", f"--output-path={path}", f"--only-categories={','.join(LEAST)}"]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM or ""}
    chrome = "--chrome-flags=--headless --no-sandbox"
    for left in reversed(range(TRIES)):
        done = subprocess.run([*command, url, *output, chrome, *options], check=not left, env=environment)
        if not done.returncode:
            return json.loads(path.read_text())


def lost(report, category):
    """A line for each audit of `category` that did not score in full."""
    weighed = [part["id"] for part in report["categories"][category]["auditRefs"] if part["weight"]]
    audits = [report["audits"][name] for name in weighed]
    return [
        f"  {report['finalDisplayedUrl']} {category}: {audit['title']} {audit.get('displayValue', '')}"
        for audit in audits
        if audit["score"] is not None and audit["score"] < 1
    ]


if __name__ == "__main__":
    sys.exit(main())
