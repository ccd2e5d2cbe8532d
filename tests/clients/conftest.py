"""The served program, without a browser, for a client that reads more than people do."""

import pytest

from tests.browser.conftest import loaded, serve

__all__ = ["loaded"]


@pytest.fixture(scope="module")
def served(loaded, tmp_path_factory):
    with serve(loaded, tmp_path_factory.mktemp("served"), API_REQUESTS_PER_MINUTE="1000000") as program:
        yield program
