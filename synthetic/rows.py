"""Rows as the services leave them, without the services: a record, its links to sources, and its whole history.

What a service writes one by one, and with several queries for each, is here collected and written in large pieces. That
the rows are the same is for tests/synthetic to show.
"""

from dataclasses import dataclass, replace

from django.apps import apps

from editions.models import Publishable

STAMP = ["history_id", "history_type", "edition_from", "edition_until", "history_date", "history_change_reason"]
DRAFT = Publishable.Status.DRAFT


@dataclass(frozen=True)
class Version:
    """One row of a history. is_linked: it holds the links to sources; an edition of None: that of a draft."""

    kind: str
    edition_from: int | None
    edition_until: int | None
    made_at: object
    reason: str | None = None
    is_linked: bool = False

    @property
    def is_draft(self):
        return self.edition_from is None

    def until(self, edition):
        """The same, ended by an edition."""
        return replace(self, edition_until=edition)

    @property
    def stamp(self):
        return self.kind, self.edition_from, self.edition_until, self.made_at, self.reason


class Rows:
    """Rows that wait to be written into one table of the database; `required`: the columns that are never NULL."""

    def __init__(self, model, columns):
        self.table, self.columns, self.waiting = model._meta.db_table, columns, []
        self.required = [field.column for field in model._meta.concrete_fields if not field.null]
        self.latest = 0

    def next_number(self):
        self.latest += 1
        return self.latest


class RecordRows:
    """The rows of a public model: its own, its history's, and those of its relation to sources, where it has one."""

    def __init__(self, model):
        self.model, history = model, model.history.model
        kept = {field.column for field in history._meta.concrete_fields}
        # What the history leaves out comes last, so that a row of it begins like the record.
        fields = sorted(model._meta.concrete_fields, key=lambda field: field.column not in kept)
        self.blank = {field.attname: None if field.primary_key else field.get_default() for field in fields}
        self.kept = sum(field.column in kept for field in fields)
        columns = [field.column for field in fields]
        self.own, self.past = Rows(model, columns), Rows(history, columns[: self.kept] + STAMP)
        self.status = columns.index("status") if "status" in columns else None
        self.links = self.past_links = None
        for relation in model._meta.many_to_many:
            ends = [relation.m2m_column_name(), relation.m2m_reverse_name()]
            self.links = Rows(relation.remote_field.through, ["id", *ends])
            past = apps.get_model(model._meta.app_label, f"{history.__name__}_{relation.name}")
            self.past_links = Rows(past, ["m2m_history_id", "history_id", "id", *ends])

    def all(self):
        return [rows for rows in (self.own, self.past, self.links, self.past_links) if rows]

    def add(self, life, sources=(), **values):
        """Add a record that came to be as `life` says (see editions.py). Returns its primary key."""
        key = self.own.next_number()
        row = self._row(key, values)
        links = self._keep(key, row, sources)
        for version in life.linked if sources else life.plain:
            self._remember(row, version, links)
        return key

    def add_revised(self, versions, sources, **values):
        """Add a record whose history is spelt out: `versions` are (Version, what differed then, sources then)."""
        key = self.own.next_number()
        links = self._keep(key, self._row(key, values), sources)
        for version, differed, linked in versions:
            then = [link for link in links if link[-1] in linked]
            self._remember(self._row(key, values | differed), version, then)
        return key

    def _row(self, key, values):
        row = tuple({**self.blank, **values, "id": key}.values())
        if len(row) != len(self.blank):
            raise TypeError(f"{self.own.table} has no such columns: {', '.join(values.keys() - self.blank.keys())}")
        return row

    def _keep(self, key, row, sources):
        self.own.waiting.append(row)
        links = [(self.links.next_number(), key, source) for source in sources]
        if links:
            self.links.waiting += links
        return links

    def _remember(self, row, version, links):
        number = self.past.next_number()
        if version.is_draft and self.status is not None:
            row = (*row[: self.status], DRAFT.value, *row[self.status + 1 :])
        self.past.waiting.append((*row[: self.kept], number, *version.stamp))
        if version.is_linked:
            for link in links:
                self.past_links.waiting.append((self.past_links.next_number(), number, *link))
