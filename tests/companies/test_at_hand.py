"""The directory at hand says what SQL says: of any day and edition, by any conditions, in any order."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.models import SigningRound
from common.name_search import readings
from common.partial_dates import Precision
from companies.at_hand.directory import Directory
from companies.at_hand.kept import carry_on, carry_on_names, companies_touched
from companies.at_hand.names import read_names
from companies.at_hand.reading import read_directory
from companies.models import Alias, Company, District, Field, Representative
from editions.models import Edition
from editions.past import register_at
from editions.services import edition, latest_number
from tests.companies.directory_in_sql import SORTS, at_hand, in_sql, listing_of
from tests.factories import make_company, make_round
from tests.figures.random_register import FIRST, RandomRegister
from tests.figures.small_registers import COMPANIES, DAYS, FEWER, companies, places, rounds, store

pytestmark = pytest.mark.django_db
CONDITIONS = {
    "kind": ["company", "institution"],
    "field": ["one", "two", "unknown"],
    "status": ["open", "planned", "closed", "unconfirmed"],
    "district": ["one", "two", "unknown"],
    "q": ["c", "h", "1", "..."],
    "signed_after": [DAYS[2].isoformat()],
    "signed_before": [DAYS[6].isoformat()],
}
conditions = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in CONDITIONS.items()})
precisions = st.lists(st.sampled_from(Precision.values), min_size=5, max_size=5)
sort_keys = st.lists(st.sampled_from("ab"), min_size=COMPANIES, max_size=COMPANIES)
EDITIONS = 16
DAY = FIRST.replace(month=9)


@settings(max_examples=60 // FEWER, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    rounds,
    places,
    companies,
    sort_keys,
    precisions,
    conditions,
    st.sampled_from(SORTS),
    st.sampled_from(DAYS[4:]),
    st.booleans(),
)
def test_rows_order_and_counts_are_those_of_sql(rounds, places, companies, keys, precisions, query, sort, day, undated):
    with transaction.atomic():
        store(rounds, places, [], companies)
        _set_keys(keys)
        for signing, precision in zip(SigningRound.objects.order_by("pk"), precisions, strict=False):
            SigningRound.objects.filter(pk=signing.pk).update(signed_on_precision=precision)
        assert at_hand(listing_of(query, day, undated), sort) == in_sql(query, sort, day, undated)
        transaction.set_rollback(True)


def _set_keys(sort_keys):
    """Companies of the same name stand side by side."""
    for model in (Company, Representative):
        rows = list(model.objects.all())
        for row in rows:
            row.set_keys()
        model.objects.bulk_update(rows, ["search_key", "initials_key"])
    for company, key in zip(Company.objects.order_by("pk"), sort_keys, strict=True):
        Company.objects.filter(pk=company.pk).update(sort_key=key)


class ChangingNames(RandomRegister):
    """Companies are renamed, also alike, get other names and heads, and move from field to field."""

    NAMES = ["렉스", "렉스소프트", "(주)렉스", "나무", "나무기술"]

    def __init__(self, seed):
        super().__init__(seed)
        self.acts += [self.rename, self.rename, self.name_anew, self.file_anew]

    def name(self):
        return self.random.choice(self.NAMES)

    def rename(self):
        self.correct(name=self.name())

    def file_anew(self):
        self.correct(field=self.any(Field.objects), kind=self.random.choice(Company.Kind.values))

    def correct(self, **values):
        company = self.any(Company.objects.published())
        for name, value in values.items():
            setattr(company, name, value)
        with edition(by=None, kind=Edition.Kind.CORRECT):
            company.save()

    def name_anew(self):
        company = self.any(Company.objects.published())
        with edition(by=None, kind=Edition.Kind.CORRECT):
            if self.random.random() < 0.4:
                company.aliases.all().delete()
            elif self.random.random() < 0.5:
                company.aliases.update_or_create(name=self.name(), defaults={"kind": Alias.Kind.FORMER})
            else:
                company.representatives.create(name=self.name()[:3], started_on=self.day())


def test_what_is_carried_on_from_edition_to_edition_is_what_is_read_anew():
    register = _changing(1)
    first = latest_number()
    directory, names = start, first_names = _read_at(first)
    while latest_number() < first + EDITIONS:
        before = latest_number()
        register.change()
        directory, names = _carried_on(directory, names, before, latest_number())
        assert _said(directory, names) == _said(*_read_at(latest_number()))

    last = latest_number()
    assert _said(*_carried_on(start, first_names, first, last)) == _said(directory, names)
    assert _said(*_carried_on(directory, names, last, first)) == _said(start, first_names)


def test_every_past_edition_and_day_is_listed_as_sql_lists_it():
    register = _changing(2)
    for _n in range(EDITIONS // 2):
        register.change()
    queries = [{}, {"q": "ㄹㅅ"}, {"q": "렉ㅅ"}, {"q": "skan"}, {"status": "open"}, {"field": "two", "sort": "-name"}]

    for number in range(1, latest_number() + 1, 3):
        for query in queries:
            day, sort = register.day(), query.get("sort", "")
            with register_at(number):
                assert at_hand(listing_of(query, day, edition=number), sort) == in_sql(query, sort, day)


def test_a_company_between_two_of_its_name_keeps_them_side_by_side():
    company = make_company(name="나무")
    others = [make_company(name=name) for name in ("나무", "가나", "나무")]
    directory = read_directory(FIRST, undated=True)
    assert list(directory.twins) == [0, 0, 1, 1]

    less = directory.without(directory.places_of({company.pk}))

    assert list(less.ids) == [others[1].pk, others[0].pk, others[2].pk]
    assert list(less.twins) == [0, 0, 1]
    assert less.order("-name").tolist() == [1, 2, 0]


def test_nothing_listed_is_in_order():
    assert (len(Directory()), list(Directory().order("-agreements"))) == (0, [])


def test_too_much_at_once_or_another_field_is_read_as_a_whole(monkeypatch):
    before = latest_number()
    make_round(companies=[make_company(), make_company()])
    assert len(companies_touched(before, latest_number())) == 2

    monkeypatch.setattr("companies.at_hand.kept.MOST_CHANGED", 1)
    assert companies_touched(before, latest_number()) is None

    monkeypatch.undo()
    _choices()
    assert companies_touched(before, latest_number()) is None


def _changing(seed):
    _choices()
    make_round(companies=[make_company(name="렉스"), make_company(name="나무")], signed_on=FIRST)
    return ChangingNames(seed)


def _choices():
    with edition(by=None, kind=Edition.Kind.CORRECT):
        for order, code in enumerate(("two", "one")):
            Field.objects.create(code=code, name_ko=code, name_en=code, order=order)
            District.objects.create(code=code, name_ko=code, name_en=code, order=order)


def _read_at(number):
    with register_at(number):
        return read_directory(DAY, undated=True), read_names()


def _carried_on(directory, names, known, wanted):
    touched = companies_touched(*sorted((known, wanted)))
    with register_at(wanted):
        return carry_on(directory, touched, DAY, True), carry_on_names(names, touched)


def _said(directory, names):
    """Both as plain values that can be compared."""
    cells = [directory.cells[number] for number in directory.cell_of]
    columns = [directory.ids, directory.twins, directory.signed, directory.precisions, directory.agreements]
    return [*map(list, columns), cells, _found(names)]


def _found(names):
    return {text: names.found_by(readings(text)[0], DAY) for text in ("ㄹㅅ", "나", "ㅅㅍ")}
