"""Real servers: two of the program, PostgreSQL with a replica, Redis, nginx. Where one is not installed these tests are
skipped, loudly; with REQUIRE_CLUSTER (as .ci/run sets it) they fail."""

import os
from pathlib import Path

import pytest

from deploy.cluster.programs import what_is_missing
from tests.cluster.running import publishing_on, running_cluster

MISSING = what_is_missing()


@pytest.hookimpl(tryfirst=True)  # before -m selects by marker
def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    ours = [item for item in items if here in Path(item.path).parents]
    for item in ours:
        item.add_marker(pytest.mark.cluster)
        if MISSING and not os.environ.get("REQUIRE_CLUSTER"):
            item.add_marker(pytest.mark.skip(reason=MISSING))
    if ours and MISSING and os.environ.get("REQUIRE_CLUSTER"):
        pytest.exit(MISSING, returncode=1)


def pytest_terminal_summary(terminalreporter):
    if MISSING:
        terminalreporter.section("SKIPPED", red=True)
        terminalreporter.line(f"The cluster tests did not run. {MISSING}", red=True, bold=True)


@pytest.fixture(scope="session")
def cluster():
    with running_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def publisher(cluster):
    with publishing_on(cluster) as publisher:
        yield publisher
