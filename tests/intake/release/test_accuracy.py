"""How well the reader reads: firms and their people over all texts together, the facts of a signing text by text."""

from collections import Counter
from dataclasses import dataclass

import pytest

from tests.intake.release.corpus import load_samples

GOOD_ENOUGH = 0.98
SAMPLES = load_samples()
FAULTY = [sample for sample in SAMPLES if sample.is_faulty]


@dataclass(frozen=True, repr=False)
class Score:
    expected: Counter
    read: Counter

    @property
    def recall(self):
        return (self.expected & self.read).total() / self.expected.total()

    @property
    def precision(self):
        return (self.expected & self.read).total() / max(self.read.total(), 1)

    def __str__(self):
        missed = [f"  missed   {' | '.join(item)}" for item in (self.expected - self.read).elements()]
        invented = [f"  invented {' | '.join(item)}" for item in (self.read - self.expected).elements()]
        return "\n".join([f"precision {self.precision:.3f}, recall {self.recall:.3f}", *sorted(missed + invented)])


def expected_companies(sample):
    return [(party["name"],) for party in sample.answer["parties"]]


def read_companies(sample):
    return [(party.name,) for party in sample.release.parties]


def expected_pairs(sample):
    parties = sample.answer["parties"]
    return [(party["name"], person["name"]) for party in parties for person in party["representatives"]]


def read_pairs(sample):
    return [(party.name, found.value.name) for party in sample.release.parties for found in party.representatives]


def over_all_texts(pick):
    return Counter((sample.name, *item) for sample in SAMPLES for item in pick(sample))


def value_of(found):
    return found.value if found else None


def expected_facts(sample):
    answer = sample.answer
    return {
        "numbers": answer["numbers"] and tuple(answer["numbers"]),
        "signed_on": answer["signed_on"],
        "signed_day": answer["signed_day"],
        "venue": answer["venue"],
        "stated_count": answer["stated_count"],
        "city_signatory": answer["city_signatory"] and answer["city_signatory"]["name"],
        "attendees": [(person["name"], person["title"]) for person in answer["attendees"]],
        "totals": [(total["established"], total["out_of"]) for total in answer["totals"]],
        "terms": len(answer["terms"]),
    }


def read_facts(sample):
    release = sample.release
    return {
        "numbers": value_of(release.numbers),
        "signed_on": release.signed_on and release.signed_on.value.isoformat(),
        "signed_day": value_of(release.signed_day),
        "venue": release.venue and " ".join(release.venue.value.split()),
        "stated_count": value_of(release.stated_count),
        "city_signatory": release.city_signatory and release.city_signatory.value.name,
        "attendees": [(found.value.name, found.value.title) for found in release.attendees],
        "totals": [(found.value.established, found.value.out_of) for found in release.totals],
        "terms": len(release.terms),
    }


@pytest.mark.parametrize(
    ("expected", "read"),
    [
        pytest.param(expected_companies, read_companies, id="companies"),
        pytest.param(expected_pairs, read_pairs, id="companies-with-representatives"),
    ],
)
def test_firms_and_their_people_are_read(expected, read):
    score = Score(over_all_texts(expected), over_all_texts(read))

    assert min(score.precision, score.recall) >= GOOD_ENOUGH, str(score)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_facts_of_the_signing_are_read(sample):
    assert read_facts(sample) == expected_facts(sample)


@pytest.mark.parametrize("sample", FAULTY, ids=lambda sample: sample.name)
def test_a_fault_in_the_text_is_doubted(sample):
    release = sample.release

    assert release.doubts or any(party.doubts for party in release.parties)
