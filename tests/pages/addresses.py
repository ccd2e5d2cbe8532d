"""Words and addresses that the page tests share."""

import re

FOUNDING_DAY = "2022-03-23"
LISTS = ["/companies/", "/en/companies/", "/rounds/", "/en/rounds/"]
DETAILS = ["/companies/1/", "/en/companies/1/", "/rounds/136-145/", "/en/rounds/136-145/"]


def text_of(response):
    """What a reader sees: the page without its tags, spaces folded."""
    body = response.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", body.partition("<main")[2]).split())


def first_cells(response, tag="td"):
    """The first cell of each row of the page's table, as text."""
    rows = re.findall(r"<tr[^>]*>\s*<td[^>]*>(.*?)</td>", response.content.decode(), re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in rows]
