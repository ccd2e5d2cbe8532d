"""A pytest plugin for on_postgres.py: what SQLite has not shown already.

What never asks a database would be the same again. The variants of one test differ in words and values, seldom in
queries: of many the first, the middle and the last are run.
"""

from collections import defaultdict


def asks_the_database(item):
    return item.get_closest_marker("django_db") is not None or "db" in item.fixturenames


def pytest_collection_modifyitems(config, items):
    variants = defaultdict(list)
    for item in items:
        if asks_the_database(item):
            variants[item.nodeid.partition("[")[0]].append(item)
    chosen = {id(some) for same in variants.values() for some in (same[0], same[len(same) // 2], same[-1])}
    config.hook.pytest_deselected(items=[item for item in items if id(item) not in chosen])
    items[:] = [item for item in items if id(item) in chosen]
