"""Small registers at random (hypothesis): every kind of row that a figure reads, with days close to each other."""

import datetime

from django.db import connection
from hypothesis import strategies as st

from agreements.models import Agreement, Commitment, SigningRound, Statement, StatementFigure
from companies.models import Company, District, Establishment, Field, Representative

# Writing a register row by row takes PostgreSQL five times as long; SQLite tries many.
FEWER = 4 if connection.vendor == "postgresql" else 1

FIRST = datetime.date(2022, 1, 25)
DAYS = [FIRST + datetime.timedelta(days=n) for n in range(12)]
COMPANIES = 4
STATUS = st.sampled_from(["published", "published", "draft"])
day = st.sampled_from(DAYS)
maybe_day = st.none() | day
# Twelve and twenty-four months on, the last of a month among them.
years_later = st.sampled_from([date.replace(year=date.year + years) for date in DAYS for years in (1, 2)])
end = st.none() | day | years_later

rounds = st.lists(
    st.fixed_dictionaries(
        {
            "signed_on": maybe_day,
            "stated_count": st.none() | st.integers(0, 6),
            "status": STATUS,
            "parties": st.sets(st.integers(0, COMPANIES - 1)),
            "basis": st.sampled_from(["", "printed", "deduced"]),
            "skipped": st.integers(0, 2),
        }
    ),
    max_size=5,
)
places = st.lists(
    st.fixed_dictionaries(
        {
            "company": st.integers(0, COMPANIES - 1),
            "kind": st.sampled_from(["", "office", "lab"]),
            "district": st.none() | st.integers(0, 1),
            "opened_on": maybe_day,
            "confirmed_on": maybe_day,
            "closed_on": end,
            "closing_reported_on": end,
        }
    ).filter(
        lambda place: (
            not place["opened_on"]
            or all(
                place[end] is None or place[end] >= place["opened_on"] for end in ("closed_on", "closing_reported_on")
            )
        )
    ),
    max_size=6,
)
statements = st.lists(
    st.fixed_dictionaries(
        {
            "as_of": maybe_day,
            "measure": st.sampled_from(["agreements", "established", "people"]),
            "value": st.integers(0, 30),
            "out_of": st.none() | st.integers(30, 60),
            "certainty": st.sampled_from(["exact", "derived", "about", "disputed"]),
            "status": STATUS,
        }
    ),
    max_size=5,
)
companies = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["company", "institution"]),
            "field": st.none() | st.integers(0, 1),
            "has_head": st.booleans(),
        }
    ),
    min_size=COMPANIES,
    max_size=COMPANIES,
)
points = st.lists(
    st.fixed_dictionaries(
        {
            "round": st.integers(0, 4),
            "kind": st.sampled_from(["", "place", "jobs"]),
            "state": st.sampled_from(["agreed", "in_progress", "fulfilled"]),
            "state_on": maybe_day,
            "due_on": maybe_day,
        }
    ),
    max_size=5,
)


def store(rounds, places, statements, companies=None, points=()):
    """Write the rows as they are, without history: only figures are looked at."""
    fields, districts = _choices(Field), _choices(District)
    parties = []
    for n, row in enumerate(companies or [{"kind": "company", "field": None, "has_head": False}] * COMPANIES):
        values = {"name": f"c{n}", "status": "published", "sort_key": str(n), "kind": row["kind"]}
        party = Company(**values, field=None if row["field"] is None else fields[row["field"]])
        parties.append(_stored(party))
        if row["has_head"]:
            _stored(Representative(company=party, name="h"))
    stored_rounds = _store_rounds(rounds, parties)
    for order, row in enumerate(places):
        district = None if row["district"] is None else districts[row["district"]]
        _stored(Establishment(**{**row, "company": parties[row["company"]], "district": district, "order": order}))
    for index, row in enumerate(statements):
        statement = _stored(Statement(slug=str(index), as_of=row["as_of"], status=row["status"]))
        numbers = {name: row[name] for name in ("measure", "value", "out_of", "certainty")}
        _stored(StatementFigure(statement=statement, **numbers))
    for order, row in enumerate(points):
        if row["round"] < len(stored_rounds):
            _stored(Commitment(**{**row, "round": stored_rounds[row["round"]], "order": order, "text_ko": "-"}))


def _store_rounds(rounds, parties):
    stored, number = [], 1
    for index, row in enumerate(rounds):
        number += row["skipped"]
        width = max(len(row["parties"]), 1)
        first, last = (number, number + width - 1) if row["basis"] else (None, None)
        number += width
        values = {name: row[name] for name in ("signed_on", "stated_count", "status")}
        numbers = {"first_number": first, "last_number": last, "number_basis": row["basis"]}
        stored.append(_stored(SigningRound(slug=str(index), **values, **numbers)))
        for party in row["parties"]:
            _stored(Agreement(round=stored[-1], company=parties[party]))
    return stored


def _choices(model):
    rows = [model(code=code, name_ko=code, name_en=code) for code in ("one", "two")]
    return [_stored(row) for row in rows]


def _stored(row):
    return type(row)._base_manager.bulk_create([row])[0]
