"""What every page shows of the site itself: who runs it, its menu, its addresses, which edition it is."""

from functools import partial

from django.conf import settings
from django.utils.translation import get_language

from editions.services import register_is_synthetic
from editions.unchanged import present_number
from gwangju_ai.addresses import Addresses
from gwangju_ai.language import other_language
from gwangju_ai.menu import main_menu, section_of


def site(request):
    """Nothing here asks the database, so that the page of a server error can be shown whatever happened."""
    language = get_language() or settings.LANGUAGE_CODE
    code, address = other_language(request.path, request.META.get("QUERY_STRING", ""))
    view = request.resolver_match.view_name if request.resolver_match else ""
    return {
        "operator": {**settings.OPERATOR, "name": settings.OPERATOR[f"name_{language[:2]}"]},
        "official_site": settings.OFFICIAL_SITE,
        "other_language": {"code": code, "address": address},
        "page_addresses": partial(Addresses, request),
        "main_menu": partial(main_menu, view),
        "menu_section": section_of(view),
        "view_name": view,
        "edition_number": present_number,
        "register_is_synthetic": register_is_synthetic,
    }
