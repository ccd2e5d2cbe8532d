"""Under which licence the data are given away: a type of KOGL (공공누리), set by whoever runs the register."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Licence:
    """code: `KOGL-1`, the same in every language. name: in the reader's language. url: its terms.

    attribution, commercial, changes: whether the source must be named, and what else a reader may do.
    """

    code: str
    name: Any
    url: str
    attribution: bool = True
    commercial: bool = True
    changes: bool = True


_TERMS = "https://www.kogl.or.kr/info/licenseType{}.do"
LICENCES = {
    # The page of all types: type 0 came after the others, and has no page of its own.
    0: Licence("KOGL-0", _("KOGL type 0: free use"), "https://www.kogl.or.kr/info/license.do", attribution=False),
    1: Licence("KOGL-1", _("KOGL type 1: attribution"), _TERMS.format(1)),
    2: Licence("KOGL-2", _("KOGL type 2: attribution, no commercial use"), _TERMS.format(2), commercial=False),
    3: Licence("KOGL-3", _("KOGL type 3: attribution, no changes"), _TERMS.format(3), changes=False),
    4: Licence(
        "KOGL-4",
        _("KOGL type 4: attribution, no commercial use, no changes"),
        _TERMS.format(4),
        commercial=False,
        changes=False,
    ),
}


def licence():
    """The Licence that the setting DATA_LICENCE names by its number."""
    return LICENCES[settings.DATA_LICENCE]
