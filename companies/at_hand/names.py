"""Every name by which an edition's companies are found, as texts that are searched from end to end."""

from array import array
from bisect import bisect_right

from companies.models import Alias, Company, Representative

_AT_ONCE = 10_000
# How near a match is, as `by_match` orders: a name that begins with it, one that holds it, another name, a head.
BEGINS, HOLDS, OTHER, HEAD = range(4)


class Names:
    """Where companies changed since, `later` names them anew, and `changed` says which they are.

    A name takes some 40 bytes.
    """

    def __init__(self, kinds, changed=frozenset(), later=None):
        self.kinds, self.changed, self.later = kinds, changed, later

    def found_by(self, reading, day):
        """{company: BEGINS, HOLDS, OTHER or HEAD} of the public companies that `reading` finds on `day`, with the
        nearest of its matches."""
        ranks = self.later.found_by(reading, day) if self.later else {}
        names, others, heads = self.kinds
        until, changed = day.toordinal(), self.changed
        found = {
            **{company: HEAD for company, since, _begins in heads.matching(reading) if since <= until},
            **{company: OTHER for company, _since, _begins in others.matching(reading)},
            **{company: BEGINS if begins else HOLDS for company, _since, begins in names.matching(reading)},
        }
        return {company: rank for company, rank in found.items() if company not in changed} | ranks


class _Keys:
    """The keys of names, one after the other with a line break between; and for each where it starts, its company, and
    the ordinal of the day since which the company is found by it, 0 for always."""

    def __init__(self, rows):
        keys, initials, self.owners, self.since, self.starts = [], [], array("q"), array("i"), array("I")
        at = 0
        for company, key, of_initials, since in rows:
            self.starts.append(at)
            self.owners.append(company)
            self.since.append(since.toordinal() if since else 0)
            keys.append(key)
            initials.append(of_initials)
            at += len(key) + 1
        self.starts.append(at)
        self.keys, self.initials = "\n".join(keys), "\n".join(initials)

    def matching(self, reading):
        """(company, since, whether the name begins with it) of each name that matches."""
        at = reading.first_in(self.keys, self.initials, 0)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield self.owners[number], self.since[number], at == self.starts[number]
            at = reading.first_in(self.keys, self.initials, self.starts[number + 1])


def read_names():
    return _read(lambda rows, column: rows)


def carry_on_names(names, touched):
    """The Names that `names` become where these companies changed."""
    changed = names.changed | touched
    return Names(names.kinds, changed, _read(lambda rows, column: rows.filter(**{f"{column}__in": changed})))


def _read(only):
    companies = only(Company.objects.published(), "pk")
    public = {"company__status": Company.Status.PUBLISHED}
    others, heads = (only(model.objects.filter(**public), "company") for model in (Alias, Representative))
    return Names((_keys(companies, "pk"), _keys(others, "company"), _keys(heads, "company", "started_on")))


def _keys(rows, company, *since):
    fields = company, "search_key", "initials_key", *since
    rows = rows.order_by().values_list(*fields).iterator(_AT_ONCE)
    return _Keys(rows if since else ((*row, None) for row in rows))
