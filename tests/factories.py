"""The smallest valid rows, published through the services unless `published=False`."""

import datetime
from itertools import count

from agreements.models import Agreement, Commitment, SigningRound, Statement, StatementFigure
from agreements.services import publish_round, publish_statement
from companies.models import Company, Establishment
from companies.services import publish_company
from editions.models import Edition
from editions.services import edition
from sources.models import Source

DAY = datetime.date(2022, 3, 23)
_serial = count(1)


def make_source(**overrides):
    serial = next(_serial)
    return Source.objects.create(**{"key": f"source-{serial}", "url": f"https://example.org/{serial}"} | overrides)


def make_company(*, published=True, **overrides):
    company = Company.objects.create(**{"name": f"기업{next(_serial)}"} | overrides)
    return publish_company(company=company, by=None) if published else company


def make_round(*, numbers=(136, 145), companies=(), published=True, **overrides):
    """A round on 2022-03-23 with one source; `numbers` None: none known. Its agreements stand in the order given."""
    first, last = numbers or (None, None)
    values = {"first_number": first, "last_number": last, "number_basis": "printed" if numbers else ""}
    round = SigningRound.objects.create(**values | {"signed_on": DAY} | overrides)
    round.sources.add(make_source())
    for order, company in enumerate(companies, start=1):
        Agreement.objects.create(round=round, company=company, order=order)
    return publish_round(round=round, by=None) if published else round


def make_statement(*, figures=(("agreements", 135),), published=True, **overrides):
    """A statement that speaks of 2022-03-23; `figures` are (measure, value)."""
    statement = Statement.objects.create(**{"slug": f"statement-{next(_serial)}", "as_of": DAY} | overrides)
    statement.sources.add(make_source())
    for measure, value in figures:
        StatementFigure.objects.create(statement=statement, measure=measure, value=value)
    return publish_statement(statement=statement, by=None) if published else statement


def make_place(*, company=None, **overrides):
    """An office that opened on 2022-03-23; of a new published company where none is given."""
    company = company or make_company()
    with edition(by=None, kind=Edition.Kind.CORRECT):
        values = {"company": company, "order": company.establishments.count() + 1, "kind": "office", "opened_on": DAY}
        return Establishment.objects.create(**values | overrides)


def make_point(*, round=None, **overrides):
    """A point of all parties of a round (of a new published one where none is given) of which nothing is known."""
    values = {"round": round or make_round(), "text_ko": "지역 인재를 양성한다"}
    with edition(by=None, kind=Edition.Kind.CORRECT):
        return Commitment.objects.create(**values | overrides)


def make_overdue_point(*, round):
    """A point agreed, and due on the day of signing."""
    return make_point(round=round, state="agreed", due_on=DAY)
