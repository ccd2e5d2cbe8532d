"""A real browser against the served program. Without a chromium these tests are skipped, loudly; with REQUIRE_BROWSER
(as .ci/run sets it) they fail."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.pages.routes import ERRORS, STATES, public_addresses

ROOT = Path(__file__).resolve().parents[2]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = "No chromium on the PATH: the browser tests did not run. Install it (apt install chromium) and run again."


@pytest.hookimpl(tryfirst=True)  # before -m selects by marker
def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    ours = [item for item in items if here in Path(item.path).parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        if not CHROMIUM and not os.environ.get("REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason=MISSING))
    if ours and not CHROMIUM and os.environ.get("REQUIRE_BROWSER"):
        pytest.exit(MISSING, returncode=1)


def pytest_terminal_summary(terminalreporter):
    if not CHROMIUM:
        terminalreporter.section("SKIPPED", red=True)
        terminalreporter.line(MISSING, red=True, bold=True)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "ko-KR"}


@dataclass
class Served:
    """The program as it is served: gunicorn on an SQLite file with the real register, and its first account."""

    url: str
    name: str
    password: str
    environment: dict

    def read(self, address):
        """The text of a page, of an error too; "" where the address leads to a file."""
        try:
            with urlopen(self.url + address) as answer:
                return answer.read().decode() if answer.headers.get_content_type() == "text/html" else ""
        except HTTPError as error:
            return error.read().decode()


@dataclass
class Loaded:
    """A register to be copied: the file, and the name and password of its first account."""

    file: Path
    name: str
    password: str


@pytest.fixture(scope="session")
def loaded(tmp_path_factory, worker_id):
    own = tmp_path_factory.getbasetemp()
    return load(own if worker_id == "master" else own.parent)


def load(folder):
    """The real register in `folder`, loaded by whoever comes first; the static files likewise."""
    file, account = folder / "register.sqlite3", folder / "account.txt"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not account.exists():
            for command in (["migrate"], ["load_register"], ["collectstatic", "--noinput"]):
                manage(on_register(file), *command)
            account.write_text(manage(on_register(file), "make_first_account"))
    return Loaded(file, *re.search(r"Name: (\S+)  Password: (\S+)", account.read_text()).groups())


def on_register(file):
    return {**os.environ, "DATABASE_URL": f"sqlite:///{file}"}


@pytest.fixture(scope="module")
def served(loaded, tmp_path_factory):
    """Each module has a register of its own: what one publishes, no other meets."""
    with serve(loaded, tmp_path_factory.mktemp("served")) as program:
        yield program


@contextmanager
def serve(loaded, folder, **settings):
    """The program in `folder`, with a copy of the register; `settings` are environment variables."""
    environment = on_register(shutil.copy(loaded.file, folder)) | settings
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "gwangju_ai.wsgi",
        "--workers",
        "2",
        "--worker-class",
        "gthread",
        "--threads",
        "4",
        "--bind",
        f"127.0.0.1:{port}",
    ]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_ready(port)
        yield Served(f"http://127.0.0.1:{port}", loaded.name, loaded.password, environment)
    finally:
        server.terminate()
        server.wait(timeout=20)


def manage(environment, *command, text=None):
    """Run a command of manage.py against a served program's database; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        input=text,
    )
    return done.stdout


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_ready(port):
    for _attempt in range(100):
        try:
            with urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
                assert answer.status == 200
                return
        except OSError:  # refused, or slow on a busy machine
            time.sleep(0.2)
    raise AssertionError("The server did not become ready.")


def sign_in(page, served, name=None, password=None):
    """Sign in to the admin, as the first account where no other is given."""
    page.goto(served.url + "/admin/")
    page.locator("[name=username]").fill(name or served.name)
    page.locator("[name=password]").fill(password or served.password)
    page.locator("#login-form [type=submit]").click()


def press(button):
    """Press a button whose work may take long, and wait until the page that it leads to is there."""
    button.click()
    button.page.wait_for_load_state()
    expect(button.page.locator("#go-on")).to_have_count(0)


@pytest.fixture
def quiet_page(page):
    """A page that collects every console message, every report of the security policy and every failed request."""
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("requestfailed", lambda request: page.complaints.append(request.url))
    page.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " event => console.error('Security Policy', event.violatedDirective, event.blockedURI))"
    )
    return page


@pytest.fixture(scope="module")
def page_types(served):
    """An address of every public page, in Korean, in each of its states and with the pages of errors."""
    walked = [*public_addresses(served.read), *STATES, *ERRORS]
    return [address for address in walked if served.read(address)]


@pytest.fixture
def staff_page(served, quiet_page):
    """The front page of the admin, after signing in."""
    sign_in(quiet_page, served)
    return quiet_page
