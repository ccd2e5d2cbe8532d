"""The main menu, in the header and again in the footer, and which of its items a page belongs to."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Section:
    """An item of the menu: the page it leads to, its label, and how the names of the pages below it begin."""

    view: str
    label: str
    pages: tuple = ()

    def holds(self, view):
        return view == self.view or view.startswith(self.pages)


SECTIONS = [
    Section("figures:dashboard", _("Overview")),
    Section("companies:company-list", _("Companies and institutions"), ("companies:",)),
    Section("agreements:round-list", _("Agreements"), ("agreements:", "figures:series", "figures:commitment-list")),
    Section("figures:statement-list", _("Official statements"), ("figures:statement-",)),
    Section("figures:figure-list", _("Figures"), ("figures:figure-", "embeds:")),
    Section("about", _("About"), ("privacy", "copyright", "open_data:", "api-docs", "figures:self-check", "editions:")),
]


@dataclass(frozen=True)
class Item:
    """current: what `aria-current` says, "page" on the page itself, "true" on one below it, "" elsewhere."""

    address: str
    label: str
    current: str


def section_of(view):
    """The section that the page `view` belongs to; None for an error page."""
    return next((section for section in SECTIONS if section.holds(view)), None)


def main_menu(view):
    """The items of the menu as the page `view` shows them; `view` is "" where no page was found."""
    here = section_of(view)
    return [
        Item(
            address=reverse(section.view),
            label=section.label,
            current="" if section != here else "page" if section.view == view else "true",
        )
        for section in SECTIONS
    ]
