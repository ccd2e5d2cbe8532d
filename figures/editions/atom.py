"""Atom (RFC 4287) as this site writes it, in pages (RFC 5005)."""

import datetime
import re
from dataclasses import dataclass

from django.utils.feedgenerator import Atom1Feed

# XML cannot hold these, not even escaped.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """key: its name for ever, whatever its address. sources: (address, title) of where it was said."""

    key: str
    title: str
    address: str
    text: str
    published: datetime.datetime
    updated: datetime.datetime
    sources: tuple = ()


class PagedFeed(Atom1Feed):
    """`updated`: when the whole feed last changed, the same on each of its pages. `pages`: (rel, address) of others.
    The text of an entry is plain text, not HTML."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for rel, address in self.feed["pages"]:
            handler.addQuickElement("link", "", {"rel": rel, "href": address})

    def latest_post_date(self):
        return self.feed["updated"]

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["text"], {"type": "text"})
        for address, title in item["sources"]:
            handler.addQuickElement("link", "", {"rel": "via", "href": address} | ({"title": title} if title else {}))

    def add_entry(self, entry):
        sources = [(address, writable(title)) for address, title in entry.sources]
        self.add_item(
            title=writable(entry.title),
            link=entry.address,
            description=None,
            unique_id=entry.key,
            pubdate=entry.published,
            updateddate=entry.updated,
            text=writable(entry.text),
            sources=sources,
        )


def writable(text):
    """`text` without what no XML can hold."""
    return _NO_XML.sub("", str(text))
