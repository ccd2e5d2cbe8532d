"""What the register does not know, in numbers."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from figures import itemised
from figures.figure import Explanation, Figure, LeftOut, Unit, when_asked
from figures.rows import company_rows, round_rows, statement_rows

DATED = gettext_lazy("The named companies and institutions with a dated agreement up to the day.")
UNDATED = gettext_lazy("Drafts, and those whose first agreement is later or has no known day.")
COUNT = gettext_lazy("A count of rows.")


def explain_without_representative(sums, day):
    companies = itemised.parties(day).filter(representatives__isnull=True)
    return _explain_companies("companies_without_representative", companies, sums, day)


def explain_without_field(sums, day):
    return _explain_companies("companies_without_field", itemised.parties(day).filter(field__isnull=True), sums, day)


def explain_rounds_without_date(sums, day):
    return _explain(round_rows(itemised.rounds_without_date()))


def explain_statements_without_day(sums, day):
    return _explain(statement_rows(itemised.statements_without_day()))


def explain_places_without_agreement(sums, day):
    count = sums.parts_on("unsigned", day).get("places_without_agreement", 0)
    return Explanation(count, company_rows(itemised.places_without_agreement(day)))


def _explain(rows):
    return Explanation(len(rows), rows)


def _explain_companies(key, companies, sums, day):
    count = sums.parts_on("not_known", day).get(key, 0)
    return Explanation(count, company_rows(companies), left_out=when_asked(_left_out, day))


def _left_out(day):
    later, undated = itemised.parties_later(day), itemised.parties_undated()
    return [
        LeftOut("after_the_day", _("first agreement signed after this day"), company_rows(later)),
        LeftOut("no_date", _("day of signing not known"), company_rows(undated)),
    ]


FIGURES = [
    Figure(
        key="companies_without_representative",
        label=gettext_lazy("Parties without a known representative"),
        definition=gettext_lazy(
            "Companies and institutions with a dated agreement up to the day for which the register knows no "
            "representative. Drafts are not counted."
        ),
        rule=COUNT,
        base=DATED,
        left_out=UNDATED,
        unit=Unit.COMPANIES,
        explain=explain_without_representative,
    ),
    Figure(
        key="companies_without_field",
        label=gettext_lazy("Parties without a known AI field"),
        definition=gettext_lazy(
            "Companies and institutions with a dated agreement up to the day whose AI field is not known. Drafts are "
            "not counted."
        ),
        rule=COUNT,
        base=DATED,
        left_out=UNDATED,
        unit=Unit.COMPANIES,
        explain=explain_without_field,
    ),
    Figure(
        key="rounds_without_date",
        label=gettext_lazy("Signing rounds without a day"),
        definition=gettext_lazy(
            "Signing rounds whose day of signing is not known; they are not used in any figure of a day. Drafts are "
            "not counted."
        ),
        rule=COUNT,
        base=gettext_lazy("All signing rounds of the register, whatever the day."),
        left_out=gettext_lazy("Drafts."),
        unit=Unit.ROUNDS,
        explain=explain_rounds_without_date,
    ),
    Figure(
        key="statements_without_day",
        label=gettext_lazy("Official statements without a day"),
        definition=gettext_lazy(
            "Official statements whose reference day is not known; they are not used in any figure of a day. Drafts "
            "are not counted."
        ),
        rule=COUNT,
        base=gettext_lazy("All official statements of the register, whatever the day."),
        left_out=gettext_lazy("Drafts."),
        unit=Unit.STATEMENTS,
        explain=explain_statements_without_day,
    ),
    Figure(
        key="places_without_agreement",
        label=gettext_lazy("Places without a dated agreement"),
        definition=gettext_lazy(
            "Companies with a place open in the city on the day and no dated agreement up to it; they are not counted "
            "as opened. Drafts are not counted."
        ),
        rule=COUNT,
        base=gettext_lazy("The companies with an open place on the day."),
        left_out=gettext_lazy("Drafts, and companies whose agreement is known by the day."),
        unit=Unit.COMPANIES,
        explain=explain_places_without_agreement,
    ),
]
