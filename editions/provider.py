"""Who gives the register away. Only a site that says it is official speaks for the operator, a city."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def provider():
    """In the language in use: the operator of an official site; else the register itself, which says what it is."""
    if settings.OFFICIAL_SITE:
        return settings.OPERATOR[f"name_{get_language()}"]
    return _("The register of Gwangju's AI agreements (unofficial)")


def provider_in_file_names():
    """The same as short as the name of a file should be."""
    return provider() if settings.OFFICIAL_SITE else _("Gwangju AI agreements register")
