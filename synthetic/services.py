"""Filling an empty database with a made register."""

from django.db import transaction

from common.progress import unwatched
from editions.models import Edition
from synthetic.register import MadeRegister
from synthetic.writing import go_on_counting, indexes_set_aside, take_statistics, write


class NotEmpty(Exception):
    """The register has rows already; nothing was changed."""


def make_register(*, agreements, seed, progress=unwatched):
    """Fill the empty register with `agreements` recorded agreements, in one transaction; it is marked as synthetic.

    The same numbers give the same rows, on every database. Returns {name of a table: records in it}. Raises NotEmpty.
    """
    with transaction.atomic():
        made = MadeRegister(agreements, seed)
        tables = made.tables()
        _refuse_filled(made)
        with indexes_set_aside(tables):
            for done in made.pieces():
                write(tables)
                progress(done, agreements)
        go_on_counting(tables)
    take_statistics()
    return {record.model._meta.db_table: record.own.latest for record in made.records()}


def _refuse_filled(made):
    if Edition.objects.exists() or any(record.model.objects.exists() for record in made.records()):
        raise NotEmpty("The register is not empty. A synthetic one is made in a new database only.")
