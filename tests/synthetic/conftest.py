import pytest

from synthetic.services import make_register


@pytest.fixture
def made(db):
    """A made register of 120 agreements: edition 1 is the load, the last ones publish, record and correct."""
    make_register(agreements=120, seed=1)
