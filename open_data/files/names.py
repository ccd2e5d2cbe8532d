"""What a file is called: 기관명_데이터명_YYYYMMDD, as the national portal names files; and in plain letters."""

from urllib.parse import quote

from django.conf import settings
from django.utils import translation

from editions.synthetic import MARK


def disposition(table, kind):
    """The header that makes a browser keep the file under its name; programs of old read the name in plain letters."""
    ending = f"{table.clocks.as_of:%Y%m%d}"
    if not table.clocks.is_present_edition:
        ending += f"_edition-{table.clocks.edition}"
    if table.clocks.is_synthetic:
        ending += f"_{MARK}"
    plain, named = f"{table.dataset.name}_{ending}.{kind}", f"{_publisher_and_title(table)}_{ending}.{kind}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(named, safe='')}"


def _publisher_and_title(table):
    with translation.override(table.language):
        publisher = settings.OPERATOR["name_ko" if table.language == "ko" else "name_en"]
        words = f"{publisher}_{table.dataset.title}"
    return "-".join(words.replace("/", "-").split()) if table.language != "ko" else "".join(words.split())
