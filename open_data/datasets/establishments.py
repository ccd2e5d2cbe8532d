"""Places of companies in the city: the rows of the list of places."""

from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate
from companies.filters import PlaceFilterSet
from companies.freshness import Freshness, freshness_of
from companies.listings import places_listed
from companies.models import Establishment
from companies.models.establishment import PlaceStatus
from companies.place_tables import PlaceTable
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import chosen, coded, company, dated, key, label_of, own, page, sources, text
from open_data.datasets.orders import first_order, orders_of
from sources.models import published_sources

EVENTS = ("announced_on", "opened_on", "confirmed_on", "closing_reported_on", "closed_on")


def _rows(clocks):
    places = places_listed(clocks.as_of).select_related("company", "district")
    return places.prefetch_related("company__aliases", published_sources())


def _is_later(place, name):
    on = getattr(place, name)
    return on is not None and on > place.as_of


def _event(name, description):
    """A date that the day of the table already knows."""
    return dated(
        Establishment,
        name,
        description,
        lambda place: None if _is_later(place, name) else PartialDate.read(place, name),
    )


def _planned_on(place):
    return None if _is_later(place, "announced_on") else PartialDate.read(place, "planned_on")


def _people(place):
    """It has no day of its own: it is for a day on which all dates of the place were known."""
    return None if any(_is_later(place, name) for name in EVENTS) else place.people


def _freshness(place):
    seen = place.last_seen_on(place.as_of)
    is_expected = seen and place.place_status != PlaceStatus.CLOSED
    return freshness_of(seen.last_day, place.as_of) if is_expected else None


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
        *company(lambda place: place.company),
        *chosen(Establishment, "kind", label_of(Establishment, "kind"), _("What kind of place it is.")),
        own(Establishment, "name", _("What the place is called.")),
        *coded(
            "status",
            _("Place in the city"),
            _("The state of the place on the day. “Not confirmed” means not known; it does not mean none."),
            lambda place: place.place_status,
            lambda place: PlaceStatus(place.place_status).label,
        ),
        *coded(
            "district",
            label_of(Establishment, "district"),
            _("The district in which it is."),
            lambda place: place.district and place.district.code,
            lambda place: place.district and place.district.name,
        ),
        text("street_address", _("Address of the place"), _("As the source gives it."), lambda place: place.address),
        _event("announced_on", _("The day on which the plan was announced.")),
        dated(Establishment, "planned_on", _("When it was to open."), _planned_on),
        _event("opened_on", _("The day on which it opened.")),
        _event("confirmed_on", _("The last day on which a source shows it there.")),
        _event("closing_reported_on", _("The day on which its closing was reported.")),
        _event("closed_on", _("The day on which it closed.")),
        Column(
            "last_seen",
            _("Last confirmed"),
            Kind.PARTIAL_DATE,
            _("The latest day up to the day of the table on which it is known to have been there."),
            lambda place: place.last_seen_on(place.as_of),
        ),
        *coded(
            "freshness",
            _("How long ago"),
            _("Whether that is long ago; empty for a closed place and for one never confirmed."),
            _freshness,
            lambda place: _label(_freshness(place)),
        ),
        Column("people", label_of(Establishment, "people"), Kind.WHOLE, _("How many work there."), _people),
        *chosen(
            Establishment,
            "confidence",
            label_of(Establishment, "confidence"),
            _("How sure the register is of the place."),
        ),
        sources(),
        page(lambda place: f"{place.company.get_absolute_url()}#place-{place.pk}"),
    ),
    rows=_rows,
    filterset_class=PlaceFilterSet,
    orders=orders_of(PlaceTable, Establishment),
    order=first_order(PlaceTable),
    page="companies:place-list",
)


def _label(freshness):
    return Freshness(freshness).label if freshness else None
