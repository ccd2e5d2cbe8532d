"""A made register, round by round, in the order of the days; what is not yet written is all that is kept in memory."""

import csv

from django.conf import settings

from companies.models import District, Field
from synthetic.chance import LAST_DAY, Chance, day_at
from synthetic.companies import Companies
from synthetic.editions import Editions
from synthetic.later import correct_opening, record_opening
from synthetic.names import mixed
from synthetic.places import Places
from synthetic.rounds import MOST_PARTIES, Rounds
from synthetic.rows import RecordRows
from synthetic.sources import Sources
from synthetic.statements import Statements

# The last rounds were drafted, then each published in an edition: so many agreements, or a fifth of a small register.
PUBLISHED_LATER = 50
STATEMENTS = 40
AGREEMENTS_PER_PIECE = 5000
REAL = settings.BASE_DIR / "fixtures" / "register"


class MadeRegister:
    """The register of `agreements` recorded agreements that `seed` gives, always the same."""

    def __init__(self, agreements, seed):
        self.agreements, self.chance = agreements, Chance(seed)
        command = f"make_register --agreements {agreements} --seed {seed}"
        self.editions = Editions(command, mark=mixed(agreements, seed))
        self.load = self.editions.load()
        self.fields, self.districts, self.sources = RecordRows(Field), RecordRows(District), Sources(self.chance)
        self.places = Places(self.chance, list(self._add_choices(self.districts, "districts").values()))
        self.companies = Companies(seed, self.chance, self._add_choices(self.fields, "fields"))
        self.rounds = Rounds(seed, self.chance, self.companies, self.places, self.sources)
        self.statements = Statements(self.chance, self.places, self.sources)

    def records(self):
        """The RecordRows of all models, in an order in which nothing refers to what comes later."""
        first = [self.fields, self.districts, self.sources.rows]
        return [*first, *self.companies.records(), self.places.rows, *self.rounds.records(), *self.statements.records()]

    def tables(self):
        """All Rows, in that order."""
        return [self.editions.rows, *(rows for record in self.records() for rows in record.all())]

    def pieces(self):
        """Makes the register; yields how many agreements there are whenever rows should be written."""
        done, written, signed_on, said_at = 0, 0, None, 0
        while done < self.agreements:
            size = min(1 + self.chance.below(MOST_PARTIES), self.agreements - done)
            day = day_at(done / self.agreements)
            if day != signed_on and done - said_at >= self._between_statements():
                self.statements.add(signed_on, self.rounds.last_number, self.load)
                said_at = done
            signed_on = day
            self.rounds.add(size, day, self._life_of(done))
            done += size
            if done - written >= AGREEMENTS_PER_PIECE:
                written = done
                yield done
        self._go_on()
        yield done

    def _add_choices(self, rows, name):
        """{code: primary key} of the fields or districts, which are the real ones."""
        with (REAL / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            choices = [row | {"order": int(row["order"])} for row in csv.DictReader(file)]
            return {choice["code"]: rows.add(self.load, **choice) for choice in choices}

    def _between_statements(self):
        return max(self.agreements // STATEMENTS, 20)

    def _life_of(self, done):
        later = min(PUBLISHED_LATER, self.agreements // 5)
        return self.load if done < self.agreements - later else self.editions.publish()

    def _go_on(self):
        """What came after the last round: a statement, an opening that was recorded, and a day that was corrected."""
        self.statements.add(LAST_DAY, self.rounds.last_number, self.editions.publish())
        record_opening(self.places.rows, self.sources, self.editions, company=1)
        correct_opening(self.places.rows, self.sources, self.editions, company=1)
