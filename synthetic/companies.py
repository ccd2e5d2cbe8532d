"""Made companies and institutions with their other names and heads."""

from functools import lru_cache

from common.korean import initials, search_key, sort_key
from companies.models import Alias, Company, Representative
from synthetic.names import former_name, hangul_name, institution_name, latin_name, mixed, person_name
from synthetic.rows import RecordRows

_CITIES = ["서울특별시", "경기도 성남시", "광주광역시", "대전광역시", "부산광역시", "대구광역시", "경기도 안양시"]
_TITLES = ["대표이사"] * 16 + ["대표"] * 3 + ["CEO"]
_TITLES_OF_BODIES = ["원장", "총장", "회장", "이사장"]


class Companies:
    """`fields`: {code: primary key}. `number`: how many there are; their primary keys count from 1."""

    def __init__(self, seed, chance, fields):
        self.seed, self.chance, self.fields = seed, chance, fields
        self.rows, self.aliases, self.heads = RecordRows(Company), RecordRows(Alias), RecordRows(Representative)
        self.number, self.serials = 0, {hangul_name: 0, latin_name: 0, institution_name: 0}

    def records(self):
        return [self.rows, self.aliases, self.heads]

    def add(self, life, source):
        """The next company, known from `source`; returns its primary key and its name."""
        self.number += 1
        is_body = self._is_body(self.number)
        name = self._next_name(institution_name if is_body else latin_name if self.chance.happens(0.2) else hangul_name)
        key = self.rows.add(
            life,
            (source,),
            status="published",
            name=name.written,
            kind="institution" if is_body else "company",
            **keys_of(name.written),
            sort_key=sort_key(name.written),
            **self._described(name, is_body),
        )
        self._add_aliases(key, name, life)
        self._add_heads(key, life, source)
        return key, name.written

    def head_of(self, company):
        """(name, title) of the head of the company with this primary key."""
        titles = _TITLES_OF_BODIES if self._is_body(company) else _TITLES
        return person_name(company + (self.seed << 24)), titles[mixed(company, self.seed + 1) % len(titles)]

    def _is_body(self, company):
        return mixed(company, self.seed) % 100 < 8

    def _next_name(self, kind):
        serial = self.serials[kind]
        self.serials[kind] = serial + 1
        return kind(serial, self.seed)

    def _described(self, name, is_body):
        chance = self.chance
        code = ("support" if is_body else name.word.field) if chance.happens(0.9) else None
        tells = chance.happens(0.5)
        return {
            "field_id": self.fields[code] if code else None,
            "field_basis": ("city" if chance.happens(0.5) else "reading") if code else "",
            "business_ko": f"인공지능 {name.word.hangul} 개발" if tells and not is_body else "",
            "business_en": f"AI for {name.word.latin.lower()}" if tells and not is_body else "",
            "head_office": chance.one_of(_CITIES) if chance.happens(0.5) else "",
            "homepage": f"https://example.org/companies/{self.number}" if chance.happens(0.3) else "",
        }

    def _add_aliases(self, company, name, life):
        chance, is_latin = self.chance, name.written.isascii()
        if chance.happens(0.6 if is_latin else 0.2):
            self._add_alias(company, name.other, "trade" if is_latin else "english", life)
        if not is_latin and chance.happens(0.06):
            self._add_alias(company, former_name(name), "former", life)

    def _add_alias(self, company, written, kind, life):
        self.aliases.add(life, company_id=company, name=written, kind=kind, **keys_of(written))

    def _add_heads(self, company, life, source):
        name, title = self.head_of(company)
        heads = [(name, title)]
        if self.chance.happens(0.05):
            heads.append((person_name(mixed(company, 3)), title))
        for order, (name, title) in enumerate(heads, start=1):
            self.heads.add(
                life, (source,), company_id=company, order=order, name=name, title=title, **_keys_of_person(name)
            )


def keys_of(name):
    """As companies.models.search.NamedRow sets them."""
    key = search_key(name)
    return {"search_key": key, "initials_key": initials(key)}


# There are fewer names of people than people.
_keys_of_person = lru_cache(maxsize=1 << 16)(keys_of)
