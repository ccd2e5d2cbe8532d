"""How a company and its place are written wherever they stand in a table; how tables are sorted and written."""

from copy import copy
from operator import attrgetter

import django_tables2 as tables
from django.db.models import Case, F, Value, When
from django.utils.formats import localize
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django_tables2.utils import AttributeDict

from common.languages import made_once
from common.parameters import changed, kept_clocks
from common.templatetags.register_text import korean_text
from companies.models import Alias
from companies.models.establishment import PlaceStatus


def name_in_language(company):
    """The English name on English pages where there is one, else the Korean name; for many, prefetch `names_read`."""
    if get_language() == "ko":
        return company.name
    english = (alias.name for alias in company.aliases.all() if alias.kind == Alias.Kind.ENGLISH)
    return next(english, company.name)


def names_read(path=""):
    """The relations to prefetch for `name_in_language`, from `path` on: on Korean pages none, which saves the list of
    aliases that a prefetch gives every company."""
    return [] if get_language() == "ko" else [f"{path}aliases"]


def name_text(company):
    """The name as `name_in_language`, marked as Korean where it is."""
    name = name_in_language(company)
    return korean_text(name) if name == company.name else name


def company_link(company, kept, text=""):
    """`kept`: what stands behind the address. `text`: the name where it is not to be written plainly."""
    return format_html('<a href="{}{}">{}</a>', company.get_absolute_url(), kept, text or name_text(company))


@made_once
def status_badge(status):
    """The status as a badge; what is not confirmed in quiet words, for it is no finding."""
    if status == PlaceStatus.UNCONFIRMED:
        return unknown(PlaceStatus.UNCONFIRMED.label)
    return format_html('<span class="badge badge--{}">{}</span>', status, PlaceStatus(status).label)


@made_once
def freshness_badge(freshness):
    """How old the knowledge of an open place is, to stand beside its status."""
    return format_html('<span class="badge badge--{}">{}</span>', freshness, freshness.label)


@made_once
def unknown(text=""):
    return format_html('<span class="unknown">{}</span>', text or _("not known"))


def field_name(company):
    return company.field.name if company.field else unknown()


def people(rows):
    """Names with titles, one after the other."""
    return format_html_join(", ", "{}", ((korean_text(str(row)),) for row in rows)) if rows else unknown()


def ordered_by(column, *, descending, equals):
    """What to order by: a column or expression, what is not known last both ways, and among equals by `equals`."""
    column = column if hasattr(column, "resolve_expression") else F(column)
    return (column.desc(nulls_last=True) if descending else column.asc(nulls_last=True), *equals)


class OrderedColumn(tables.Column):
    """A column sorted by `sort_by`, and equals by `equals`, or else in the order of their kind of record."""

    def __init__(self, *args, sort_by, equals=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.sort_by, self.equals = sort_by, equals

    def __deepcopy__(self, memo):
        """Each table copies its columns; what they are sorted by stays the same, and is long to copy."""
        return copy(self)

    def order(self, queryset, is_descending):
        return queryset.order_by(*self.terms(queryset.model, is_descending)), True

    def terms(self, model, is_descending):
        """What the rows of `model` are ordered by."""
        return ordered_by(self.sort_by, descending=is_descending, equals=self.equals or model._meta.ordering)


STATUS_ORDER = Case(*(When(place_status=status, then=Value(order)) for order, status in enumerate(PlaceStatus.values)))


class RegisterTable(tables.Table):
    """A table that writes its cells itself: a template takes longer for them than for all else on a page.

    A column is written by `render_<name>(record)`; without one, as what its accessor names.
    """

    @cached_property
    def kept(self):
        """What stands behind the address of another page; see `kept_clocks`."""
        return kept_clocks(self.request.GET)

    @property
    def written_headings(self):
        """The cells of its head."""
        return format_html_join("\n", "<th {}>{}</th>", (self._heading(column) for column in self.columns))

    def _heading(self, column):
        """(attributes, content): a link to the list sorted by the column, where it can be."""
        if not column.orderable:
            return AttributeDict({"scope": "col", **column.attrs["th"]}).as_html(), column.header
        sort = column.order_by_alias
        direction = ("descending" if sort.is_descending else "ascending") if column.is_ordered else None
        attributes = AttributeDict({"scope": "col", "aria-sort": direction, **column.attrs["th"]})
        address = changed(self.request.GET, sort=sort.next, page=None)
        return attributes.as_html(), format_html('<a href="{}">{}</a>', address, column.header)

    @property
    def written_rows(self):
        """The rows of the page."""
        columns = list(self.columns)
        writers = [getattr(self, f"render_{column.name}", attrgetter(column.accessor)) for column in columns]
        row = format_html("<tr>{}</tr>\n", format_html_join("", "{}", ((_cell(column),) for column in columns)))
        cells = ([localize(write(row.record)) for write in writers] for row in self.paginated_rows)
        return format_html_join("", row, cells)


def _cell(column):
    """The cell of a column with a place for what stands in it. It says its heading, for on a phone a row is a card."""
    attributes = AttributeDict({"data-label": column.header, **column.attrs["td"]})
    return format_html("<td {}>{}</td>", attributes.as_html(), "{}")
