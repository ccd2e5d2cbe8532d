"""Every program in docs/using-the-data.md is run as it stands there, and prints what stands below it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "using-the-data.md"
WRITTEN_FOR = "http://127.0.0.1:8000"
COMMANDS = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE.read_text(), flags=re.MULTILINE | re.DOTALL)
PROGRAMS = [(*BLOCKS[n], BLOCKS[n + 1][1]) for n in range(0, len(BLOCKS), 2)]


def test_each_program_stands_above_what_it_prints():
    assert [kind for kind, _text in BLOCKS[1::2]] == ["text"] * len(PROGRAMS)
    assert {kind for kind, _text in BLOCKS[::2]} == set(COMMANDS)


@pytest.mark.parametrize(("kind", "program", "printed"), PROGRAMS)
def test_a_program_prints_what_the_page_says(served, tmp_path, kind, program, printed):
    if "curl" in program and not shutil.which("curl") and not os.environ.get("REQUIRE_BROWSER"):
        pytest.skip("No curl on the PATH: this program of docs/using-the-data.md did not run.")
    command = [*COMMANDS[kind], program.replace(WRITTEN_FOR, served.url)]

    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    assert said.stderr == ""
    assert said.stdout == printed
