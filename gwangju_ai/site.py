"""What every page shows of the site itself: who runs it, which edition it is, and the way to the other language."""

from django.conf import settings
from django.utils.translation import get_language

from editions.services import latest_number
from gwangju_ai.language import other_language


def site(request):
    language = get_language() or settings.LANGUAGE_CODE
    code, address = other_language(request.path, request.META.get("QUERY_STRING", ""))
    return {
        "operator": {**settings.OPERATOR, "name": settings.OPERATOR[f"name_{language[:2]}"]},
        "official_site": settings.OFFICIAL_SITE,
        "other_language": {"code": code, "address": address},
        "edition_number": latest_number,
    }
