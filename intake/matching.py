"""Is a company of a row known, new, or new but much like others? Asked anew whenever the page is shown."""

from dataclasses import dataclass

from common.korean import search_key
from companies.duplicates import register_names, similar_companies
from companies.models import Alias, Company
from intake.release.names import bare_name


@dataclass(frozen=True)
class Match:
    """`companies` are those that have this name or are found by it, the likeliest first; none: it is new."""

    name: str
    companies: tuple[Company, ...] = ()
    similar: tuple[Company, ...] = ()

    @property
    def key(self):
        return search_key(self.name)

    @property
    def company(self):
        return self.companies[0] if self.companies else None

    @property
    def others(self):
        return self.companies[1:]

    @property
    def needs_words(self):
        """Whether there is more to say than `known` or `new`."""
        return bool(self.others or self.similar or (self.company and self.company.name != self.name))

    @property
    def state(self):
        """What the page tells of the row, short enough to be sent back with it; empty for an empty row."""
        if not self.name:
            return ""
        return f"known-{self.company.pk}" if self.company else "new"


def match_companies(names):
    """One Match for each name, in order: by search key over names and all other names, misprints too."""
    names = [bare_name(name) for name in names]
    found = _by_key({search_key(name) for name in names} - {""})
    known_names = register_names()
    return [_match(name, found.get(search_key(name), ()), known_names) for name in names]


def _match(name, companies, known_names):
    ordered = sorted(companies, key=lambda company: (company.name != name, company.search_key != search_key(name)))
    similar = similar_companies(name, names=known_names) if search_key(name) and not companies else ()
    return Match(name, tuple(ordered), tuple(similar))


def _by_key(keys):
    """{key: companies that it finds}, the company's own name before other names."""
    found = {key: {} for key in keys}
    for company in Company.objects.unmerged().filter(search_key__in=keys).order_by("pk"):
        found[company.search_key].setdefault(company.pk, company)
    for alias in Alias.objects.filter(search_key__in=keys).select_related("company").order_by("pk"):
        found[alias.search_key].setdefault(alias.company_id, alias.company)
    return {key: tuple(companies.values()) for key, companies in found.items()}
