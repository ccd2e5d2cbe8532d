"""Finding a company by any of its names, or by who runs it."""

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from common.korean import initials, search_key
from common.name_search import first_that_finds, readings
from editions.models import PublishableQuerySet


class NamedRow(models.Model):
    """A row with a `name` that search finds. The keys are made of the name, and are as long as each other."""

    search_key = models.CharField(max_length=100, editable=False, db_index=True)
    initials_key = models.CharField(max_length=100, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.search_key = search_key(self.name)
        self.initials_key = initials(self.search_key)
        super().save(*args, **kwargs)


class SearchableQuerySet(PublishableQuerySet):
    """Companies, found by their name, their other names (misprints too) and the representatives known by `day`; with
    `day` None also by those who are to begin later."""

    def search(self, text, day=None):
        """Companies that `text` finds, read in the nearest way that finds any; all for no text."""
        if not text.strip():
            return self
        reading = first_that_finds(readings(text), lambda reading: self.found_by(reading, day))
        return self.found_by(reading, day) if reading else self.none()

    def found_by(self, reading, day=None):
        other_names, heads = self._rows_found_by(reading, day)
        return self.filter(reading.condition() | Exists(other_names) | Exists(heads))

    def by_match(self, reading):
        """Companies found by `reading`, the best match first: a name that begins with it, a name that holds it,
        another name, a representative; equals by name."""
        other_names, _heads = self._rows_found_by(reading, None)
        begins, holds = When(reading.condition(at_start=True), Value(0)), When(reading.condition(), Value(1))
        rank = Case(begins, holds, When(Exists(other_names), Value(2)), default=Value(3))
        return self.order_by(rank, *self.model._meta.ordering)

    def _rows_found_by(self, reading, day):
        this = Q(company=OuterRef("pk")) & reading.condition()
        names, heads = (self.model._meta.get_field(rows).related_model for rows in ("aliases", "representatives"))
        heads = heads.objects.known_by(day) if day else heads.objects.all()
        return names.objects.order_by().filter(this), heads.order_by().filter(this)
