"""A small register that changes at random, through the services that staff use; the same for the same seed."""

import datetime
from random import Random

from django.core.exceptions import ValidationError

from agreements.merges import merge_companies
from agreements.models import SigningRound, Statement, StatementFigure
from agreements.services import publish_round, publish_statement, withdraw_round, withdraw_statement
from common.partial_dates import PartialDate, Precision
from companies.models import Company, Establishment
from companies.places import record_place_event
from editions.models import Edition
from editions.services import edition, latest_number
from sources.models import Source
from tests.factories import make_company, make_round, make_statement

FIRST = datetime.date(2022, 1, 1)
LAST = datetime.date(2022, 12, 31)
REASON = "무작위"


class RandomRegister:
    def __init__(self, seed):
        self.random = Random(seed)
        self.serial = 0
        self.acts = [
            self.publish_round, self.publish_round, self.publish_statement, self.open_place, self.open_place,
            self.close_place, self.correct_count, self.correct_day, self.withdraw, self.publish_again, self.merge,
        ]  # fmt: skip

    def change(self):
        """One more edition; returns its kind."""
        before = latest_number()
        while latest_number() == before:
            try:
                self.random.choice(self.acts)()
            except (ValidationError, IndexError):
                # What the services refuse, and what there is none of, is no change.
                continue
        return Edition.objects.get(pk=latest_number()).kind

    def day(self):
        return FIRST + datetime.timedelta(days=self.random.randrange((LAST - FIRST).days))

    def any(self, rows):
        return self.random.choice(list(rows.order_by("pk")))

    def name(self):
        self.serial += 1
        return f"기업 {self.serial}"

    def source(self):
        self.serial += 1
        return Source(key=f"random-{self.serial}", url=f"https://example.org/random/{self.serial}")

    def publish_round(self):
        firms = [make_company(name=self.name(), published=False) for _n in range(self.random.randrange(3))]
        known = list(Company.objects.published().order_by("pk"))
        firms += self.random.sample(known, min(len(known), 1))
        last = max((row.last_number or 0 for row in SigningRound.objects.all()), default=0)
        printed = self.random.random() < 0.3
        round = make_round(
            numbers=(last + 1 + self.random.randrange(3), last + 5) if printed else None,
            signed_on=self.day(),
            stated_count=self.random.choice([None, 2, 4]),
            companies=firms,
            published=False,
        )
        publish_round(round=round, by=None)

    def publish_statement(self):
        measure = self.random.choice(["agreements", "established"])
        value = self.random.randrange(30 if measure == "agreements" else 10)
        statement = make_statement(figures=[(measure, value)], as_of=self.day(), published=False)
        if measure == "established":
            StatementFigure.objects.filter(statement=statement).first().delete()
            StatementFigure.objects.create(statement=statement, measure=measure, value=value, out_of=value + 7)
        publish_statement(statement=statement, by=None)

    def open_place(self):
        company, day = self.any(Company.objects.published()), PartialDate(self.day(), Precision.DAY)
        place = Establishment(kind=self.random.choice(["office", "lab", ""]))
        event = self.random.choice(["opened", "opened", "confirmed", "planned"])
        self._record(company, place, "opened" if event == "confirmed" else event, day)

    def close_place(self):
        place = self.any(Establishment.objects.public())
        event = self.random.choice(["closed", "closing_reported", "confirmed"])
        self._record(place.company, place, event, PartialDate(self.day(), Precision.DAY))

    def _record(self, company, place, event, day):
        record_place_event(
            company=company, place=place, event=event, day=day, today=LAST, source=self.source(), by=None
        )

    def correct_count(self):
        round = self.any(SigningRound.objects.published())
        round.stated_count = self.random.randrange(8)
        self._correct(round)

    def correct_day(self):
        place = self.any(Establishment.objects.public().filter(opened_on__isnull=False))
        place.opened_on = self.day()
        self._correct(place)

    def _correct(self, record):
        with edition(by=None, kind=Edition.Kind.CORRECT, reason=REASON):
            record.full_clean()
            record.save()

    def withdraw(self):
        if self.random.random() < 0.5:
            withdraw_round(round=self.any(SigningRound.objects.published()), by=None, reason=REASON)
        else:
            withdraw_statement(statement=self.any(Statement.objects.published()), by=None, reason=REASON)

    def publish_again(self):
        if self.random.random() < 0.5:
            publish_round(round=self.any(SigningRound.objects.filter(status="draft")), by=None)
        else:
            publish_statement(statement=self.any(Statement.objects.filter(status="draft")), by=None)

    def merge(self):
        kept, merged = self.random.sample(list(Company.objects.published().order_by("pk")), 2)
        merge_companies(kept=kept, merged=merged, by=None, reason=REASON)
