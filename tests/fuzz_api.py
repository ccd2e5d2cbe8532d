"""Schemathesis, with all its checks, on the API of the served program: `make fuzz-api`, or `python -m tests.fuzz_api`.

It reads docs/openapi.yaml and asks what that allows and what it forbids; no answer may be an error of the server or
other than described. Says how many cases it made, and of what it found how to ask it again.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.conftest import load, serve

ROOT = Path(__file__).resolve().parent.parent
CASES = 5_000
# First every operation by itself: the edges of each parameter, then so many cases made up. Then from one answer to
# the next, by the keys that it names.
RUNS = [
    ["--phases=examples,coverage,fuzzing", "--max-examples=170", "--workers=2"],
    ["--phases=fuzzing,stateful", "--max-examples=10"],
]


def served_in(folder):
    """The program with the real register; whoever asks thousands of questions is not held up."""
    (folder / "served").mkdir()
    return serve(load(folder), folder / "served", API_REQUESTS_PER_MINUTE="1000000000")


def ask(url, folder, *options):
    """(what schemathesis prints, how many cases it made, whether it found nothing). It keeps its notes in `folder`."""
    command = [Path(sys.executable).parent / "schemathesis", "run", ROOT / "docs/openapi.yaml", f"--url={url}"]
    always = ["--checks=all", "--generation-deterministic", "--continue-on-failure", "--no-color"]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.api.questions", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command, *always, *options], cwd=folder, env=environment, capture_output=True, text=True)
    cases = re.search(r"(\d[\d,]*) generated", done.stdout)
    return done.stdout + done.stderr, int(cases[1].replace(",", "")) if cases else 0, done.returncode == 0


def main():
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, served_in(Path(folder)) as served:
        results = [ask(served.url, folder, *options) for options in RUNS]
    for said, _cases, _is_clean in results:
        print(said)
    cases = sum(made for _said, made, _is_clean in results)
    print(f"{cases} cases were made; at least {CASES} are wanted.")
    return 0 if cases >= CASES and all(is_clean for _said, _cases, is_clean in results) else 1


if __name__ == "__main__":
    sys.exit(main())
