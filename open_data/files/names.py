"""What a file is called: 기관명_데이터명_YYYYMMDD, as the national portal names files; and in plain letters."""

from urllib.parse import quote

from django.utils import translation

from editions.provider import provider_in_file_names


def disposition(table, kind):
    """The header that makes a browser keep the file under its name; programs of old read the name in plain letters."""
    ending = f"{table.clocks.as_of:%Y%m%d}"
    if not table.clocks.is_present_edition:
        ending += f"_edition-{table.clocks.edition}"
    plain, named = f"{table.dataset.name}_{ending}.{kind}", f"{_publisher_and_title(table)}_{ending}.{kind}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(named, safe='')}"


def _publisher_and_title(table):
    with translation.override(table.language):
        words = f"{provider_in_file_names()}_{table.dataset.title}"
    return "-".join(words.replace("/", "-").split()) if table.language != "ko" else "".join(words.split())
