"""A pytest plugin for on_postgres.py: what never asks a database ran already, and would be the same again."""


def asks_the_database(item):
    return item.get_closest_marker("django_db") is not None or "db" in item.fixturenames


def pytest_collection_modifyitems(config, items):
    config.hook.pytest_deselected(items=[item for item in items if not asks_the_database(item)])
    items[:] = [item for item in items if asks_the_database(item)]
