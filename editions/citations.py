"""How a page is cited: as text, BibTeX and CSL-JSON.

A citation says the same for ever: it depends on address, language, day and edition alone. So it bears no day of access,
which citations of pages that may change need: its address shows this edition whenever it is opened.
"""

import datetime
import json
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.partial_dates import PartialDate, Precision
from editions.models import Edition
from editions.provider import provider
from editions.synthetic import SHORT

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# Braces are counted by BibTeX even where a backslash stands before them.
_TEX = {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_TEX |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {mark: rf"\{mark}" for mark in "&%$#_"}


@dataclass(frozen=True)
class Citation:
    """What is cited, where, and when the register said it.

    name: what it is in a bibliography, such as `round-136-145`. page: the path of its page, below which its files
    stand. address: where this day and edition of it stand. rule: the version of a figure's rule; None: it has none.
    """

    name: str
    title: str
    page: str
    address: str
    as_of: datetime.date
    edition: Edition
    rule: int | None = None

    @property
    def key(self):
        """`gwangju-ai-round-136-145-20220323-3`: stable, of letters that every bibliography program takes."""
        return f"gwangju-ai-{self.name}-{self.as_of:%Y%m%d}-{self.edition.number}"

    @property
    def text(self):
        """One line for a note or an article, in the style of the page's language."""
        words = {"title": self.title, "site": _site(), "state": self.state, "address": self.address}
        return _("%(author)s. “%(title)s”. %(site)s, %(state)s. %(address)s") % {"author": provider(), **words}

    @property
    def state(self):
        """The edition, its day, the version of the rule and the day spoken of, in words."""
        words = {"edition": self.edition.number, "published": _day(self.edition.made_on), "day": _day(self.as_of)}
        if self.rule is None:
            state = _("edition %(edition)s (%(published)s), as of %(day)s") % words
        else:
            words["rule"] = self.rule
            state = _("edition %(edition)s (%(published)s), as of %(day)s, rule version %(rule)s") % words
        return f"{SHORT}, {state}" if self.edition.is_synthetic else state

    @property
    def bibtex(self):
        """An entry that both BibTeX and biblatex read, in UTF-8."""
        fields = {
            "author": f"{{{tex(provider())}}}",
            "title": f"{{{tex(self.title)}}}",
            "howpublished": tex(_site()),
            "note": tex(self.state),
            "url": self.address,
            "language": {"ko": "korean", "en": "english"}[get_language()],
            "date": self.edition.made_on.isoformat(),
        }
        made = self.edition.made_on
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
        # For BibTeX, which knows no date. A month is a word of its own, which each style writes in its way.
        lines += [f"  year = {made.year}", f"  month = {MONTHS[made.month - 1]}"]
        return f"@misc{{{self.key},\n" + ",\n".join(lines) + "\n}"

    @property
    def csl(self):
        """A list of one item of CSL-JSON, as bibliography programs import it; a field a line."""
        made = self.edition.made_on
        item = {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "author": [{"literal": provider()}],
            "container-title": _site(),
            "issued": {"date-parts": [[made.year, made.month, made.day]]},
            "version": str(self.edition.number),
            "note": self.state,
            "URL": self.address,
            "language": get_language(),
        }
        lines = [f"    {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items()]
        return "[\n  {\n" + ",\n".join(lines) + "\n  }\n]"


def tex(text):
    """`text` on one line, with every mark escaped that TeX would take for a command."""
    return "".join(_TEX.get(mark, mark) for mark in " ".join(text.split()))


def _site():
    return _("Gwangju AI agreements")


def _day(day):
    return PartialDate(day, Precision.DAY).in_words()
