"""Places of companies in the city: the rows of the list of places."""

from django.utils.translation import gettext_lazy as _

from companies.filters import PlaceFilterSet
from companies.freshness import freshness_of
from companies.listings import places_listed
from companies.models import Establishment
from companies.models.establishment import PlaceStatus, latest_seen
from companies.place_tables import PlaceTable
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import (
    aliases_of,
    choice,
    chosen,
    coded,
    company,
    key,
    known_date,
    label_of,
    own,
    page,
    sources,
    sources_of,
)
from open_data.datasets.orders import first_order, orders_of

EVENTS = ("announced_on", "opened_on", "confirmed_on", "closing_reported_on", "closed_on")
SEEN = ("opened_on", "opened_on_precision", "confirmed_on", "confirmed_on_precision")


def _event(name, description):
    """A date that the day of the table already knows."""
    label, of = label_of(Establishment, name), (name, f"{name}_precision", "as_of")
    return Column(name, label, Kind.PARTIAL_DATE, description, of, _known_by, repeats=True)


def _known_by(day, precision, as_of):
    return known_date(day, precision) if day and day <= as_of else None


def _planned_on(day, precision, announced_on, as_of):
    return None if announced_on and announced_on > as_of else known_date(day, precision)


def _people(people, as_of, *events):
    """It has no day of its own: it is for a day on which all dates of the place were known."""
    return None if any(day and day > as_of for day in events) else people


def _last_seen(as_of, opened_on, opened_precision, confirmed_on, confirmed_precision):
    return latest_seen([known_date(opened_on, opened_precision), known_date(confirmed_on, confirmed_precision)], as_of)


def _freshness(status, as_of, *dates):
    seen = _last_seen(as_of, *dates)
    is_expected = seen and status != PlaceStatus.CLOSED
    return freshness_of(seen.last_day, as_of) if is_expected else None


def _freshness_label(*values):
    freshness = _freshness(*values)
    return freshness and freshness.label


ESTABLISHMENTS = Dataset(
    name="establishments",
    title=_("Places in the city"),
    description=_(
        "The places of companies in the city of which something is known on the day, one row each. A place without any "
        "known day, and a plan of which it is not known when it was announced, stand in the table of every day. Closed "
        "places are in the table only where an address asks for them (status=closed)."
    ),
    columns=(
        key(),
        *company(),
        *chosen(Establishment, "kind", label_of(Establishment, "kind"), _("What kind of place it is.")),
        own(Establishment, "name", _("What the place is called.")),
        *coded(
            "status",
            _("Place in the city"),
            _("The state of the place on the day. “Not confirmed” means not known; it does not mean none."),
            ("place_status",),
            dict(PlaceStatus.choices).get,
        ),
        *choice("district", label_of(Establishment, "district"), _("The district in which it is.")),
        Column("street_address", _("Address of the place"), Kind.TEXT, _("As the source gives it."), ("address",)),
        _event("announced_on", _("The day on which the plan was announced.")),
        Column(
            "planned_on",
            label_of(Establishment, "planned_on"),
            Kind.PARTIAL_DATE,
            _("When it was to open."),
            ("planned_on", "planned_on_precision", "announced_on", "as_of"),
            _planned_on,
        ),
        _event("opened_on", _("The day on which it opened.")),
        _event("confirmed_on", _("The last day on which a source shows it there.")),
        _event("closing_reported_on", _("The day on which its closing was reported.")),
        _event("closed_on", _("The day on which it closed.")),
        Column(
            "last_seen",
            _("Last confirmed"),
            Kind.PARTIAL_DATE,
            _("The latest day up to the day of the table on which it is known to have been there."),
            ("as_of", *SEEN),
            _last_seen,
        ),
        *coded(
            "freshness",
            _("How long ago"),
            _("Whether that is long ago; empty for a closed place and for one never confirmed."),
            ("place_status", "as_of", *SEEN),
            _freshness_label,
            _freshness,
        ),
        Column(
            "people",
            label_of(Establishment, "people"),
            Kind.WHOLE,
            _("How many work there."),
            ("people", "as_of", *EVENTS),
            _people,
        ),
        *chosen(
            Establishment,
            "confidence",
            label_of(Establishment, "confidence"),
            _("How sure the register is of the place."),
        ),
        sources(),
        page("companies:company-detail", "company_id", "place-%d"),
    ),
    rows=lambda clocks: places_listed(clocks.as_of),
    parts=(aliases_of("company_id"), sources_of("establishments")),
    filterset_class=PlaceFilterSet,
    orders=orders_of(PlaceTable, Establishment),
    order=first_order(PlaceTable),
    page="companies:place-list",
)
