"""Finding a company by any of its names, or by who runs it."""

from django.db import models
from django.db.models import Case, Q, Value, When

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
        self.set_keys()
        super().save(*args, **kwargs)

    def set_keys(self):
        self.search_key = search_key(self.name)
        self.initials_key = initials(self.search_key)


class SearchableQuerySet(PublishableQuerySet):
    """Companies, found by their name, their other names (misprints too) and the representatives known by `day`; with
    `day` None also by those who are to begin later."""

    def search(self, text, day=None):
        """Companies that `text` finds, read in the nearest way that finds any; all for no text."""
        if not text.strip():
            return self
        reading = first_that_finds(readings(text), lambda reading: self.found_by(reading, day).exists())
        return self.found_by(reading, day) if reading else self.none()

    def found_by(self, reading, day=None):
        """A union, each part of which an index can answer; a condition that is one or another reads all companies."""
        by_name = self.model.objects.filter(reading.condition()).order_by().values("pk")
        return self.filter(pk__in=by_name.union(self._other_names(reading), self._representatives(reading, day)))

    def by_match(self, reading):
        """Companies found by `reading`, the best match first: a name that begins with it, a name that holds it,
        another name, a representative; equals by name."""
        nearest = [reading.condition(at_start=True), reading.condition(), self._by_other_name(reading)]
        ranks = (When(condition, then=Value(rank)) for rank, condition in enumerate(nearest))
        return self.order_by(Case(*ranks, default=Value(len(nearest))), *self.model._meta.ordering)

    def _by_other_name(self, reading):
        return Q(pk__in=self._other_names(reading))

    def _other_names(self, reading):
        names = self.model._meta.get_field("aliases").related_model.objects
        return names.filter(reading.condition()).order_by().values("company")

    def _representatives(self, reading, day):
        heads = self.model._meta.get_field("representatives").related_model.objects
        heads = heads.known_by(day) if day else heads.all()
        return heads.filter(reading.condition()).order_by().values("company")
