import pytest

from gwangju_ai.page_cache.shelf import shelf


@pytest.fixture
def pages_kept(settings):
    """Pages are kept, in a shelf that is empty before and after."""
    settings.PAGE_CACHE_MB = 8
    shelf.cache_clear()
    yield
    shelf.cache_clear()
