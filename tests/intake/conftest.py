import pytest

from intake import bounded


@pytest.fixture
def patience(monkeypatch):
    """A busy machine is slow, not wrong: time for the child process where a test is not about its time."""
    monkeypatch.setattr(bounded, "WALL_SECONDS", 30)
