"""What a reading proposes, as the answers of a review, with the words that each answer came from."""

from dataclasses import asdict

from agreements.drafting import usual_signing_party
from agreements.models import StatementFigure
from common.korean import search_key
from common.partial_dates import PartialDate, Precision
from companies.models import Field
from intake.answers import make_answers
from intake.people import in_one_cell
from intake.release.reading import Doubt

KEYBOARD_ROWS = 10


def empty_form(*, sources=()):
    """Answers for somebody who types it all."""
    return make_answers({"signing_party": usual_signing_party(None)}, spare_rows=KEYBOARD_ROWS, sources=sources)


def propose_table(reading, *, sources=()):
    """(answers, reading) of a table."""
    fields = _Fields()
    rows = [
        {
            "number": row.number,
            "company": row.company,
            "field": fields.code(row.field),
            **dict(zip(("representatives", "title"), in_one_cell(row.people), strict=True)),
        }
        for row in reading.rows
    ]
    facts = {"signing_party": usual_signing_party(None), **_range([row.number for row in reading.rows])}
    unknown = [f"{row.company}: {row.field}" for row in reading.rows if row.field and not fields.code(row.field)]
    said = {"unplaced": [*reading.unplaced, *unknown], "notes": [asdict(note) for note in reading.notes]}
    return make_answers(facts, rows=rows, sources=sources), said


def propose_release(release, *, sources=()):
    """(answers, reading) of a press release."""
    return _ReleaseProposal(release).make(sources)


def _range(numbers):
    """The range of a table's numbers, where every row has one and none is left out."""
    known = sorted(number for number in numbers if number is not None)
    if not known or len(known) != len(numbers) or known != list(range(known[0], known[-1] + 1)):
        return {}
    return {"first_number": known[0], "last_number": known[-1]}


class _Fields:
    def __init__(self):
        self.codes = {search_key(field.name_ko): field.code for field in Field.objects.all()}

    def code(self, name):
        """The code of the field called `name`; empty where the register has none of that name."""
        return self.codes.get(search_key(name or ""), "")


class _ReleaseProposal:
    """Takes value after value, and keeps for each the words it came from and what is doubtful about it."""

    def __init__(self, release):
        self.release, self.fields = release, _Fields()
        self.marks, self.doubts = [], []

    def make(self, sources):
        release = self.release
        answers = make_answers(
            self._facts(),
            rows=[self._row(f"rows-{index}", party) for index, party in enumerate(release.parties)],
            attendees=[
                self._person(f"attendees-{index}", person, "attendee") for index, person in enumerate(release.attendees)
            ],
            points=[
                {"text": self._take(f"points-{index}-text", point, "point")}
                for index, point in enumerate(release.terms)
            ],
            statements=[self._statement(f"statements-{index}", total) for index, total in enumerate(release.totals)],
            sources=sources,
        )
        self._doubt("", release.doubts)
        for span in release.unplaced:
            self._mark("", [span], "unplaced")
        unplaced = [release.text[span.start : span.end] for span in release.unplaced]
        fields = {party.name: self.fields.code(party.field) for party in release.parties if party.field}
        return answers, {"marks": self.marks, "doubts": self.doubts, "unplaced": unplaced, "fields": fields}

    def _facts(self):
        release = self.release
        numbers = self._take("first_number", release.numbers, "number")
        signed_on = self._take("signed_on", release.signed_on, "day")
        if signed_on is None:
            self._take("signed_on", release.signed_day, "day")
        signatory = self._person("city_signatory", release.city_signatory, "official", joint="_")
        return {
            **dict(zip(("first_number", "last_number"), numbers or (), strict=False)),
            "signed_on": signed_on,
            "venue": self._take("venue", release.venue, "venue"),
            "stated_count": self._take("stated_count", release.stated_count, "count"),
            "signing_party": usual_signing_party(signed_on),
            **{f"city_signatory_{name}": text for name, text in signatory.items()},
        }

    def _row(self, prefix, party):
        self._mark(f"{prefix}-company", party.spans, "company")
        self._doubt(f"{prefix}-company", party.doubts)
        people = [self._take(f"{prefix}-representatives", found, "person") for found in party.representatives]
        names, title = in_one_cell(people)
        return {
            "company": party.name,
            "representatives": names,
            "title": title,
            "field": self.fields.code(party.field),
        }

    def _statement(self, prefix, found):
        total, day = found.value, self.release.signed_on
        self._take(f"{prefix}-established", found, "total")
        said = StatementFigure.objects.filter(measure="established", value=total.established)
        known = bool(day) and said.filter(statement__as_of=day.value).exists()
        if known:
            self._doubt(f"{prefix}-established", [Doubt("already-stated")])
        return {
            "established": total.established,
            "out_of": total.out_of,
            "as_of": PartialDate(day.value, Precision.DAY) if day else "",
            "stated_by": total.stated_by,
            **({"left_out": "on"} if known else {}),
        }

    def _person(self, prefix, found, kind, joint="-"):
        person = self._take(f"{prefix}{joint}name", found, kind)
        return {"name": person.name, "title": person.title} if person else {}

    def _take(self, field, found, kind):
        """The value found, or None."""
        if found is None:
            return None
        self._mark(field, found.spans, kind)
        self._doubt(field, found.doubts)
        return found.value

    def _mark(self, field, spans, kind):
        self.marks += [{"start": span.start, "end": span.end, "kind": kind, "field": field} for span in spans]

    def _doubt(self, field, doubts):
        self.doubts += [asdict(doubt) | {"field": field} for doubt in doubts]
