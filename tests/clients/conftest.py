"""The served program, without a browser."""

from tests.browser.conftest import loaded, served

__all__ = ["loaded", "served"]
