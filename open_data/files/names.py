"""What a file is called: 기관명_데이터명_YYYYMMDD, as the national portal names files; and in plain letters.

Behind that stand its edition, and that it is not the whole table, which the rows of a CSV file do not say.
"""

from urllib.parse import quote

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editions.provider import provider_in_file_names
from editions.synthetic import MARK


def disposition(table, kind):
    """The header that makes a browser keep the file under its name; programs of old read the name in plain letters."""
    with translation.override("en"):
        plain = f"{table.dataset.name}_{_ending(table)}.{kind}"
    with translation.override(table.language):
        named = f"{_publisher_and_title(table)}_{_ending(table)}.{kind}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(named, safe='')}"


def _ending(table):
    edition = table.clocks.edition and _("Edition %(number)s") % {"number": table.clocks.edition}
    is_narrowed = any(value.strip() for name, value in table.query.items() if name != "sort")
    narrowed = is_narrowed and pgettext("end of a file name", "narrowed")
    synthetic = table.clocks.is_synthetic and MARK
    return "_".join(filter(None, [f"{table.clocks.as_of:%Y%m%d}", edition, narrowed, synthetic])).replace(" ", "-")


def _publisher_and_title(table):
    words = f"{provider_in_file_names()}_{table.dataset.title}"
    return "-".join(words.replace("/", "-").split()) if table.language != "ko" else "".join(words.split())
