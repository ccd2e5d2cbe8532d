"""The review page as a whole: its forms, what holds between them, and the companies that its rows name."""

from functools import cached_property

from django.utils.translation import gettext as _

from companies.models import Field
from intake.answers import rows_of
from intake.forms import AttendeeFormSet, FactsForm, PointFormSet, RowFormSet, SourceFormSet, StatementFormSet
from intake.matching import match_companies


class ReviewForms:
    """Every form of the page, over the answers of one review."""

    def __init__(self, answers):
        self.answers = answers
        self.fields_known = {field.code: field for field in Field.objects.all()}
        self.facts = FactsForm(answers)
        self.rows = RowFormSet(answers, prefix="rows", form_kwargs={"fields_known": self.fields_known})
        self.attendees = AttendeeFormSet(answers, prefix="attendees")
        self.points = PointFormSet(answers, prefix="points")
        self.statements = StatementFormSet(answers, prefix="statements")
        self.sources = SourceFormSet(answers, prefix="sources")

    @property
    def parts(self):
        return [self.facts, self.rows, self.attendees, self.points, self.statements, self.sources]

    @cached_property
    def matches(self):
        """What the register knows of each row's company, in the order of `rows.forms`."""
        return match_companies([row["company"] for row in rows_of(self.answers)][: len(self.rows.forms)])

    @property
    def shown(self):
        """What the page last said of each row's company."""
        return [row["shown"] for row in rows_of(self.answers)][: len(self.rows.forms)]

    @cached_property
    def valid(self):
        """Whether every value can be accepted; what cannot has its reason beside it."""
        each = [part.is_valid() for part in self.parts]
        if not {"first_number", "last_number"} & self.facts.errors.keys():
            self._refuse_numbers(self.facts.cleaned_data["first_number"], self.facts.cleaned_data["last_number"])
        self._refuse_companies_twice()
        return all(each) and all(form.is_valid() for form in self.rows.forms)

    def named_rows(self):
        """(cleaned row, match) of the rows that name a company, in order."""
        rows = zip(self.rows.forms, self.matches, strict=True)
        return [(form.cleaned_data, match) for form, match in rows if form.cleaned_data.get("company")]

    def filled(self, part):
        """The cleaned lines of a part in which something stands."""
        return [form.cleaned_data for form in part.forms if form.has_changed() and any(form.cleaned_data.values())]

    def _refuse_numbers(self, first, last):
        taken = set()
        for form in self.rows.forms:
            number = form.cleaned_data.get("number")
            if number is None:
                continue
            if first is None or not first <= number <= last:
                form.add_error("number", _("The number is outside the range of its round."))
            elif number in taken:
                form.add_error("number", _("Another row already has this number."))
            taken.add(number)

    def _refuse_companies_twice(self):
        seen = {}
        for order, (form, match) in enumerate(zip(self.rows.forms, self.matches, strict=True), start=1):
            if not match.name:
                continue
            company = match.company.pk if match.company else match.key
            if seen.setdefault(company, order) != order:
                form.add_error("company", _("The same company already stands in row %(row)d.") % {"row": seen[company]})
