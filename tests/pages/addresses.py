"""Words and addresses that the page tests share."""

import re

FOUNDING_DAY = "2022-03-23"
LISTS = ["/companies/", "/en/companies/", "/rounds/", "/en/rounds/"]
DETAILS = ["/companies/1/", "/en/companies/1/", "/rounds/136-145/", "/en/rounds/136-145/"]


def text_of(response):
    """What a reader sees: the page without its tags, spaces folded."""
    main = response.content.decode().partition("<main")[2]
    return _without_tags(main)


def first_cells(response):
    """The first cell of each row of the page's table, as text."""
    rows = re.findall(r"<tr[^>]*>\s*<td[^>]*>(.*?)</td>", response.content.decode(), re.DOTALL)
    return [_without_tags(cell) for cell in rows]


def _without_tags(markup):
    inline_gone = re.sub(r"</?(?:a|code|mark|span|strong|time)\b[^>]*>", "", markup)
    return " ".join(re.sub(r"<[^>]+>", " ", inline_gone).split())
