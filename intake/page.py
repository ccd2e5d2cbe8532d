"""What the review page shows around its forms: doubts beside their values, the marked text, what found no place."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.forms import BoundField

from agreements.drafting import refuse_shared_numbers
from companies.models import Alias, Company
from intake.doubts import reason
from intake.marking import pieces
from intake.matching import Match
from intake.tables import TableNote

SUGGESTED_AT_MOST = 3_000
# What most of those who sign are called; proposed to somebody who types, never assumed of a text.
USUAL_TITLE = "대표이사"


@dataclass(frozen=True)
class Cell:
    """One box of the form with what is doubtful about its value."""

    box: BoundField
    reasons: tuple[str, ...] = ()

    def __post_init__(self):
        if self.reasons:
            name = self.box.id_for_label
            self.box.field.widget.attrs["aria-describedby"] = f"{name}_doubt {name}_error"


@dataclass(frozen=True)
class Line:
    """One form of a part; rows also say what the register knows of their company."""

    index: int
    cells: dict[str, Cell] = field(default_factory=dict)
    errors: tuple[str, ...] = ()
    match: Match | None = None


def page_of(review, forms):
    """The context of the page for a review whose forms stand as `forms`."""
    doubts = _doubts(review.reading)
    rows = _lines(forms.rows, doubts, forms.matches)
    return {
        "forms": forms,
        "valid": forms.valid,
        "facts": _cells(forms.facts, doubts),
        "rows": rows,
        "attendees": _lines(forms.attendees, doubts),
        "points": _lines(forms.points, doubts),
        "statements": _lines(forms.statements, doubts),
        "sources": _lines(forms.sources, doubts),
        "doubts": [*_numbers_in_the_way(forms.facts), *doubts[""]],
        "unplaced": review.reading.get("unplaced", []),
        "notes": [TableNote(**note).text for note in review.reading.get("notes", [])],
        "pieces": list(pieces(review.text, review.reading.get("marks", []))),
        "spare_row": Line("__prefix__", _cells(forms.rows.empty_form, {}), match=Match("")),
        "suggestions": suggestions(),
        "usual_title": USUAL_TITLE,
    }


def _numbers_in_the_way(facts):
    """Whose numbers they are already; accepting would be refused for it."""
    try:
        refuse_shared_numbers(facts.cleaned_data.get("first_number"), facts.cleaned_data.get("last_number"))
    except ValidationError as error:
        return error.messages
    return []


def suggestions():
    """(name, other name that leads to it) for the box of a company; a misprint is never suggested."""
    names = [(name, "") for name in Company.objects.values_list("name", flat=True)[:SUGGESTED_AT_MOST]]
    others = Alias.objects.exclude(kind=Alias.Kind.MISPRINT).values_list("company__name", "name")
    return names + list(others[: SUGGESTED_AT_MOST - len(names)])


def _doubts(reading):
    """{field: its reasons in words}."""
    reasons = defaultdict(list)
    for doubt in reading.get("doubts", []):
        text = reason(doubt)
        if text not in reasons[doubt["field"]]:
            reasons[doubt["field"]].append(text)
    return reasons


def _lines(formset, doubts, matches=None):
    return [
        Line(index, _cells(form, doubts), tuple(form.non_field_errors()), matches[index] if matches else None)
        for index, form in enumerate(formset.forms)
    ]


def _cells(form, doubts):
    return {name: Cell(form[name], tuple(doubts.get(form.add_prefix(name), ()))) for name in form.fields}
