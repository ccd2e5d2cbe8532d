"""What the answers about figures are made of, for the description of the API. A test compares answers with it."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from agreements.models import StatementFigure
from figures.changes.accounts import Leg
from figures.figure import Aggregate, Unit

# A day, a month or a year, as far as known.
PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class LicenceFields(serializers.Serializer):
    code = serializers.CharField(help_text=_("Code of the licence, for example KOGL-1"))
    url = serializers.URLField(help_text=_("Terms of the licence"))


class AnswerFields(serializers.Serializer):
    """The beginning of every answer."""

    as_of = serializers.DateField(help_text=_("Day of which the answer speaks"))
    edition = serializers.IntegerField(help_text=_("Edition that was read; 0 while nothing was published"))
    synthetic = serializers.BooleanField(help_text=_("Whether the register was made up for testing"))
    licence = LicenceFields(help_text=_("Licence of the data"))
    generated_at = serializers.DateTimeField(help_text=_("When the answer was made"))


class PartFields(serializers.Serializer):
    part = serializers.CharField(help_text=_("Key of the part"))
    label = serializers.CharField(help_text=_("Name of the part, in the language of the answer"))
    value = serializers.IntegerField(help_text=_("What counts in this part"))
    base = serializers.IntegerField(required=False, help_text=_("What it is a share of, where the figure is a share"))


class ValueFields(serializers.Serializer):
    value = serializers.FloatField(allow_null=True, help_text=_("Value; null: not known"))
    unit = serializers.ChoiceField(Unit.choices, help_text=_("What is counted"))
    aggregate = serializers.ChoiceField(Aggregate.choices, help_text=_("How the value follows from its rows"))
    itemised = serializers.IntegerField(required=False, help_text=_("How many of these the register can name"))
    parts = PartFields(many=True, required=False, help_text=_("Parts, which add up to the value"))


class BaseFields(serializers.Serializer):
    as_of = serializers.DateField(help_text=_("Day of the number"))
    value = serializers.IntegerField(help_text=_("The number"))


class ListedValueFields(ValueFields):
    base = BaseFields(required=False, allow_null=True, help_text=_("The latest number that a source states"))
    since_base = serializers.IntegerField(required=False, help_text=_("What the register has recorded since"))


class SourceFields(serializers.Serializer):
    title = serializers.CharField(allow_null=True, help_text=_("Title"))
    publisher = serializers.CharField(allow_null=True, help_text=_("Publisher"))
    url = serializers.CharField(help_text=_("Address"))


class OfficialFields(serializers.Serializer):
    as_of = serializers.DateField(help_text=_("Day of which the statement speaks"))
    established = serializers.IntegerField(help_text=_("Companies that opened a place, as stated"))
    out_of = serializers.IntegerField(allow_null=True, help_text=_("Out of how many"))
    rate = serializers.FloatField(allow_null=True, help_text=_("Percentage"))
    certainty = serializers.ChoiceField(StatementFigure.Certainty.choices, help_text=_("How sure the number is"))
    stated_by = serializers.CharField(allow_null=True, help_text=_("Who said it"))
    sources = SourceFields(many=True, help_text=_("Where it was said"))


class FiguresAnswer(AnswerFields):
    figures = serializers.DictField(child=ListedValueFields(), help_text=_("Every figure under its key"))
    official = OfficialFields(allow_null=True, help_text=_("The official statement that holds on the day"))


class InLanguagesFields(serializers.Serializer):
    ko = serializers.CharField(allow_blank=True, help_text=_("Korean"))
    en = serializers.CharField(allow_blank=True, help_text=_("English"))


class LineFields(serializers.Serializer):
    day = serializers.RegexField(PARTIAL_DATE, allow_null=True, help_text=_("Day, as far as known"))
    words = serializers.CharField(help_text=_("What happened, in the language of the answer"))
    amount = serializers.IntegerField(help_text=_("By how much the value changes"))
    address = serializers.CharField(allow_null=True, help_text=_("Page with the evidence"))


class FigureAnswer(AnswerFields, ValueFields):
    figure = serializers.CharField(help_text=_("Key of the figure"))
    label = InLanguagesFields(help_text=_("Name of the figure"))
    definition = InLanguagesFields(help_text=_("What it counts"))
    rule = InLanguagesFields(help_text=_("How it is computed"))
    base = InLanguagesFields(help_text=_("What it starts from, or is a share of"))
    left_out = InLanguagesFields(help_text=_("What is not counted"))
    rule_version = serializers.IntegerField(help_text=_("Version of the rule"))
    rule_set_on = serializers.DateField(help_text=_("Day from which the rule holds"))
    base_in_words = serializers.CharField(allow_null=True, help_text=_("Of what, or of how many, the value is"))
    lines = LineFields(many=True, help_text=_("Steps to the value, which add up to it"))
    rows = serializers.IntegerField(help_text=_("How many rows count"))
    rows_left_out = serializers.DictField(
        child=serializers.IntegerField(), help_text=_("How many rows are left out, for each reason")
    )
    page = serializers.URLField(help_text=_("Page about the figure"))
    rows_csv = serializers.URLField(help_text=_("File with the rows"))


class EndFields(serializers.Serializer):
    as_of = serializers.DateField(help_text=_("Day"))
    edition = serializers.IntegerField(help_text=_("Edition"))
    value = serializers.FloatField(allow_null=True, help_text=_("Value; null: not known"))


class ChangeLineFields(serializers.Serializer):
    leg = serializers.ChoiceField(Leg.choices, help_text=_("Whether the register learned it or it happened"))
    kind = serializers.CharField(help_text=_("Kind of the change"))
    words = serializers.CharField(help_text=_("What changed, in the language of the answer"))
    amount = serializers.IntegerField(help_text=_("By how much the value changes"))
    as_of = serializers.DateField(allow_null=True, help_text=_("Day"))
    edition = serializers.IntegerField(allow_null=True, help_text=_("Edition"))
    address = serializers.CharField(allow_null=True, help_text=_("Page with the evidence"))


class AccountFields(serializers.Serializer):
    key = serializers.CharField(help_text=_("What is added up"))
    before = serializers.IntegerField(help_text=_("On the first day, in the first edition"))
    between = serializers.IntegerField(help_text=_("On the first day, in the last edition"))
    after = serializers.IntegerField(help_text=_("On the last day, in the last edition"))
    difference = serializers.IntegerField(help_text=_("Difference"))
    lines = ChangeLineFields(many=True, help_text=_("Why, line by line"))


ChangesAnswer = type(
    "ChangesAnswer",
    (AnswerFields,),
    {
        "figure": serializers.CharField(help_text=_("Key of the figure")),
        "from": EndFields(help_text=_("First day and edition")),  # a word of Python, so that no class can name it
        "to": EndFields(help_text=_("Last day and edition")),
        "difference": serializers.FloatField(allow_null=True, help_text=_("Difference; null: not known")),
        "accounts": AccountFields(many=True, help_text=_("What the figure is made of")),
    },
)
