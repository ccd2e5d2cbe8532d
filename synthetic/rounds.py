"""Made signing rounds with their agreements: numbers run on without a gap, and no round shares one with another."""

from agreements.drafting import FORMER_PARTY
from agreements.models import Agreement, Attendee, Signatory, SigningRound
from synthetic.names import person_name
from synthetic.points import Points
from synthetic.rows import RecordRows

# How many agreements a round may have; ten in the middle.
MOST_PARTIES = 19
_VENUES = ["광주광역시청 비즈니스룸", "AI창업캠프 1관", "김대중컨벤션센터", "인공지능산업융합사업단", ""]
_GUESTS = ["문화경제부시장", "인공지능산업국장", "광주테크노파크원장", "인공지능산업융합사업단장"]


class Rounds:
    """`last_number`: that of the latest agreement."""

    def __init__(self, seed, chance, companies, places, sources):
        self.seed, self.chance = seed, chance
        self.companies, self.places, self.sources, self.points = companies, places, sources, Points(chance)
        self.rounds, self.attendees = RecordRows(SigningRound), RecordRows(Attendee)
        self.agreements, self.signatories = RecordRows(Agreement), RecordRows(Signatory)
        self.last_number, self.last_deduced = 0, ("", 0)

    def records(self):
        return [self.rounds, self.attendees, self.agreements, self.signatories, self.points.rows]

    def add(self, size, signed_on, life):
        """A round of `size` recorded agreements."""
        source = self.sources.add_release(signed_on, size, life)
        unnamed = 1 + self.chance.below(3) if self.chance.happens(0.06) else 0
        first, is_printed = self.last_number + 1, self.chance.happens(0.85)
        self.last_number += size + unnamed
        round = self.rounds.add(
            life,
            (source,),
            status="published",
            slug=self._slug(first, signed_on) if is_printed else self._free_day(signed_on),
            first_number=first,
            last_number=self.last_number,
            number_basis="printed" if is_printed else "deduced",
            signed_on=signed_on,
            stated_count=size + unnamed if self.chance.happens(0.85) else None,
            **self._described(signed_on),
        )
        self._add_attendees(round, life)
        numbers = self._numbers(first, size, signed_on) if is_printed and not unnamed else [None] * size
        self._add_agreements(round, signed_on, numbers, life, source)

    def _described(self, signed_on):
        chance = self.chance
        return {
            "confidence": "high" if chance.happens(0.8) else "medium",
            "signing_party": FORMER_PARTY,
            "city_signatory_name": person_name(self.seed + signed_on.year // 4) if chance.happens(0.9) else "",
            "city_signatory_title": "광주광역시장" if chance.happens(0.9) else "",
            "venue": chance.one_of(_VENUES),
        }

    def _slug(self, first, signed_on):
        return f"{first}-{self.last_number}" if first < self.last_number else str(first)

    def _free_day(self, signed_on):
        """As common.addresses.free_name gives it: the second round of a day has the day and a 2."""
        day, taken = self.last_deduced
        taken = taken + 1 if day == signed_on else 1
        self.last_deduced = signed_on, taken
        return f"{signed_on}-{taken}" if taken > 1 else str(signed_on)

    def _numbers(self, first, size, signed_on):
        """Of rounds since 2022, which staff held themselves, most say which party has which number."""
        is_tied = signed_on.year >= 2022 and self.chance.happens(0.7)
        return range(first, first + size) if is_tied else [None] * size

    def _add_attendees(self, round, life):
        guests = 1 + self.chance.below(3) if self.chance.happens(0.4) else 0
        for order, title in enumerate(_GUESTS[:guests], start=1):
            self.attendees.add(life, round_id=round, order=order, name=person_name(round * 5 + order), title=title)

    def _add_agreements(self, round, signed_on, numbers, life, source):
        known, parties, agreements = self.companies.number, set(), []
        for order, number in enumerate(numbers, start=1):
            company = self._party(known, parties, signed_on, life, source)
            parties.add(company)
            agreement = self.agreements.add(life, round_id=round, order=order, company_id=company, number=number)
            agreements.append(agreement)
            if self.chance.happens(0.8):
                name, title = self.companies.head_of(company)
                self.signatories.add(life, agreement_id=agreement, order=1, name=name, title=title)
        self.points.add_some(round, signed_on, agreements, life, source)

    def _party(self, known, parties, signed_on, life, source):
        """One time in ten a company that signed before, else a new one."""
        if known and self.chance.happens(0.1):
            again = 1 + self.chance.below(known)
            if again not in parties:
                return again
        company, name = self.companies.add(life, source)
        self.places.add_some(company, name, signed_on, life, source)
        return company
