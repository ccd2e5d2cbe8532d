"""What people do with a review: begin one, keep what was typed, accept it into the register as a draft."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.drafting import Party, draft_round, draft_statement
from agreements.models import SigningRound
from companies.drafting import add_heads, draft_company, is_head_title
from companies.models import Company
from intake.answers import is_named, rows_of, with_rows
from intake.models import Review
from intake.review_forms import ReviewForms
from sources.services import draft_source


def start_review(*, kind, answers, reading=None, text="", published_on=None, by):
    """A new review with what was proposed; nothing of it is in the register."""
    return Review.objects.create(
        made_by=by, kind=kind, text=text, published_on=published_on, answers=answers, reading=reading or {}
    )


@transaction.atomic
def keep_review(*, review, answers, reading=None):
    """Keep the form as it stands, right or wrong, and `reading` where that changed with it.

    ValidationError where the review was accepted meanwhile.
    """
    review.refresh_from_db(from_queryset=Review.objects.select_for_update())
    if review.accepted_at:
        raise ValidationError(_("This was accepted meanwhile; it can no longer be changed here."))
    review.answers = answers
    review.reading = review.reading if reading is None else reading
    review.save()
    return review


def fill_review_numbers(*, review):
    """Number the rows in order from the first number; an empty last number follows from the rows.

    ValidationError without a first number, or where the range holds more or fewer numbers than there are rows.
    """
    facts = ReviewForms(review.answers).facts
    facts.is_valid()
    rows = rows_of(review.answers)
    first, count = facts.cleaned_data.get("first_number"), sum(map(is_named, rows))
    if first is None or not count:
        raise ValidationError(_("Give the first number and at least one company, then fill in the numbers."))
    last = facts.cleaned_data.get("last_number") or first + count - 1
    if last - first + 1 != count:
        raise ValidationError(
            _("The range holds %(size)d numbers, but %(count)d agreements are listed. Make them equal, then fill."),
            params={"size": last - first + 1, "count": count},
        )
    numbers = iter(range(first, last + 1))
    rows = [row | {"number": str(next(numbers)) if is_named(row) else ""} for row in rows]
    return keep_review(review=review, answers=with_rows(review.answers, rows) | {"last_number": str(last)})


def accept_review(*, review, by):
    """Make the review a draft round with its agreements, companies, sources and statements. Returns the round.

    One transaction. ValidationError where a value is not valid, where no company is named, where a row's company is
    not what the page last showed (known or new), and where another round holds one of the numbers. Accepting twice
    leads to the same round.
    """
    try:
        with transaction.atomic():
            review.refresh_from_db(from_queryset=Review.objects.select_for_update())
            if not review.accepted_at:
                _finish(review, _draft(_accepted_forms(review), review, by))
    except IntegrityError as error:
        raise ValidationError(
            _("The register refused this, because something of it was entered a moment ago. Please accept it again.")
        ) from error
    if review.round is None:
        raise ValidationError(_("This was accepted already, and its round was deleted since."))
    return review.round


def _accepted_forms(review):
    forms = ReviewForms(review.answers)
    if not forms.valid:
        raise ValidationError(_("This cannot be accepted yet: correct what is marked below."), code="invalid")
    if not forms.named_rows():
        raise ValidationError(_("Type at least one company, then accept."), code="empty")
    if forms.shown != [match.state for match in forms.matches]:
        raise ValidationError(
            _("Look at the companies once more: beside each stands whether it is known or new. Then accept again."),
            code="unseen",
        )
    return forms


def _finish(review, round):
    review.round, review.accepted_at = round, timezone.now()
    review.text, review.answers, review.reading = "", {}, {}
    review.save()


def _draft(forms, review, by):
    sources = [draft_source(**line, by=by) for line in forms.filled(forms.sources)]
    stated_fields = review.reading.get("fields", {})
    round = draft_round(
        facts=_facts(forms.facts.cleaned_data),
        parties=[_party(row, match, forms, sources, stated_fields, by) for row, match in forms.named_rows()],
        attendees=[(line["name"], line["title"]) for line in forms.filled(forms.attendees)],
        points=[line["text"] for line in forms.filled(forms.points)],
        sources=sources,
        by=by,
    )
    for line in forms.filled(forms.statements):
        if not line.pop("left_out"):
            draft_statement(**line, sources=sources, by=by)
    return round


def _facts(cleaned):
    """Columns of SigningRound; numbers that are given are taken as printed."""
    facts = dict(cleaned)
    signed_on = facts.pop("signed_on")
    if signed_on:
        facts |= {"signed_on": signed_on.last_day, "signed_on_precision": signed_on.precision}
    if facts["first_number"] is not None:
        facts["number_basis"] = SigningRound.NumberBasis.PRINTED
    if not facts["signing_party"]:
        del facts["signing_party"]
    return facts


def _party(row, match, forms, sources, stated_fields, by):
    people = [(person.name, person.title) for person in row["people"]]
    heads = [(name, title) for name, title in people if is_head_title(title)]
    company = match.company
    if company:
        add_heads(company=company, heads=heads, sources=sources, by=by)
    else:
        field = forms.fields_known.get(row["field"])
        said = field is not None and stated_fields.get(match.name) == field.code
        basis = Company.FieldBasis.CITY if said else Company.FieldBasis.READING
        company = draft_company(name=match.name, heads=heads, field=field, field_basis=basis, sources=sources, by=by)
    return Party(company, tuple(people), row["number"])
