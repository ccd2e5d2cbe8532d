"""Who signed: the list of the signing sentence, held against every other list of the release."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from intake.release import doubts
from intake.release.aliases import as_repeated, in_full, read_aliases
from intake.release.employers import Order
from intake.release.entries import Entry, words_of
from intake.release.firm_lists import best_list, without_cut_off
from intake.release.lists import read_people_list, reads_company_first
from intake.release.names import name_key
from intake.release.reading import Doubt, Party, Person
from intake.release.signing import is_about_another_time
from intake.release.tables import read_tables
from intake.release.titles import is_title_of_firm, title_at

_ALIKE = 0.72
_MOST_COMPARED = 40


@dataclass
class Signed:
    """The parties in order, the people who came for an office, and what found no place."""

    parties: list[Party] = field(default_factory=list)
    officers: list[Entry] = field(default_factory=list)
    stray: list = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_parties(text, scene, expected):
    """`expected` is how many firms there should be, as the release states or its range of numbers tells, or None."""
    tables = read_tables(text)
    aliases = read_aliases(text.plain)
    listed, cut_off = without_cut_off(best_list(scene, expected, tables), expected, text.plain)
    firms = in_full(listed, aliases)
    known = _keys(text, [*listed, *firms])
    entries = _people(scene, known) + [entry for rows in tables for entry in rows]
    headed = {entry.key for entry in entries if entry.people and entry.company}
    entries += _quoted(scene, frozenset(key for key in known if not any(map(key.endswith, headed))))
    full = frozenset(entry.key for entry in firms)
    entries = in_full(entries, {short: name for short, name in aliases.items() if name_key(name.words) in full})
    signed = _Merge(text, firms, entries, expected).signed()
    signed.stray += [cut_off] if cut_off else []
    return signed


def _keys(text, firms):
    """The keys of the firms, both as they were listed and as the text repeats them."""
    return frozenset(entry.key for entry in firms) | frozenset(
        name_key(as_repeated(text.plain, entry.company).words) for entry in firms if not entry.marked
    )


def _people(scene, known):
    """The entries of every list with people: of the attendance first, then of the signing sentence and the captions."""
    entries = []
    for region in (*scene.people, scene.signing, *scene.firms, *scene.captions):
        if region is not None:
            order = Order(known, reads_company_first(region, known))
            entries += read_people_list(region, order)
    return entries


def _quoted(scene, known):
    """Heads of firms that no list of people names, from the sentences that quote them: `나무의 김하나 대표는 “…”`. The
    firm may be spelt almost like one that signed."""
    if not known:
        return []
    order = Order(known)
    return [
        entry
        for region in scene.others
        if region not in scene.people and title_at(words_of(region)) and not is_about_another_time(region)
        for entry in read_people_list(region, order)
        if entry.people and entry.company and _is_one_of(known, entry.key)
    ]


def _is_one_of(known, key):
    return key in known or any(_likeness(other, key) >= _ALIKE for other in list(known)[:_MOST_COMPARED])


@dataclass
class _Firm:
    """A party while it is gathered: its names as they are spelt, and its people."""

    pieces: list
    field: str
    marked: bool
    people: dict = field(default_factory=dict)
    doubts: list = field(default_factory=list)


class _Merge:
    def __init__(self, text, firms, entries, stated):
        self.text, self.stated = text, stated
        self.firms = {}
        for entry in firms:
            name = entry.company if entry.marked else as_repeated(text.plain, entry.company)
            self.firms.setdefault(name_key(name.words), _Firm([name], entry.field, entry.marked))
        self.listed = len(firms)
        self.entries = entries
        self.result = Signed()

    def signed(self):
        strangers, unplaced = [], []
        for entry in self.entries:
            firm = self.firms.get(entry.key) if entry.company else None
            if firm is not None:
                self._add(firm, entry)
            elif entry.company and (entry.people or entry.marked):
                strangers.append(entry)
            elif entry.office:
                self.result.officers.append(entry)
            elif entry.people:
                unplaced.append(entry)
        if self._list_is_hollow(strangers):
            self.firms, self.listed = {}, 0
        self._place_strangers(strangers)
        self._drop_what_is_too_much()
        self._place_heads(unplaced)
        self.result.parties = [self._party(firm) for firm in self.firms.values()]
        return self.result

    def _place_heads(self, entries):
        """A head without a firm (김하나 대표) is that of the only firm that signed, if nobody else is."""
        only = next(iter(self.firms.values())) if len(self.firms) == 1 else None
        for entry in entries:
            if only and not only.people and is_title_of_firm(entry.title):
                only.people[entry.people[0].words] = (Person(entry.people[0].words, entry.title), entry.people[0], ())
            else:
                self.result.stray += entry.people

    def _add(self, firm, entry):
        firm.pieces.append(entry.company)
        firm.marked = firm.marked or entry.marked
        shared = () if entry.sure else (Doubt(doubts.TITLE_SHARED, entry.title),)
        for person in entry.people:
            known = firm.people.get(person.words)
            if known is None or entry.title and not known[0].title:
                firm.people[person.words] = (Person(person.words, entry.title), person, shared)
        for words in entry.stray:
            self.result.stray.append(words)
            self.result.doubts.append(Doubt(doubts.STRAY_WORDS, words.words))

    def _list_is_hollow(self, strangers):
        """Whether the words read as a list were none: nobody stands for them and the text does not name them again,
        while it names the heads of other firms."""
        attested = any(
            firm.people or firm.marked or self.text.plain.count(firm.pieces[0].words) > 1
            for firm in self.firms.values()
        )
        return not attested and any(is_title_of_firm(entry.title) and not self._twin(entry) for entry in strangers)

    def _place_strangers(self, strangers):
        """A firm that only the list of people has: another spelling of one that signed, one that the signing list left
        out, or a guest."""
        united = {}
        for entry in strangers:
            twin = self._twin(entry)
            if entry.key in united:
                self._add(united[entry.key], entry)
            elif twin is not None:
                self._unite(twin, entry)
                united[entry.key] = self.firms[twin]
            elif self._has_room(entry):
                new = _Firm([], entry.field, entry.marked, {}, self._why_doubted())
                firm = self.firms.setdefault(entry.key, new)
                self._add(firm, entry)
            else:
                self._welcome_guest(entry)

    def _why_doubted(self):
        """A list of people beside a list that was only shortened (나무 등 10개사) is nothing to doubt, nor one that
        stands alone and is as long as stated; a single firm beside a whole list is."""
        if self.stated is None:
            return [Doubt(doubts.NOT_IN_SIGNING)]
        return [Doubt(doubts.ONE_LIST_ONLY)] if self.listed > self.stated / 2 else []

    def _twin(self, entry):
        """The firm without people whose name is spelt almost like this one, or holds it as its last word."""
        best, best_ratio = None, _ALIKE
        for key, firm in list(self.firms.items())[:_MOST_COMPARED]:
            if _same_but_for_setting(firm.pieces[0].words, entry.company.words):
                return key
            ratio = 0 if firm.people else _likeness(key, entry.key)
            if ratio >= best_ratio:
                best, best_ratio = key, ratio
        return best

    def _unite(self, key, entry):
        firm = self.firms[key]
        listed, other = firm.pieces[0], entry.company
        if _same_but_for_setting(listed.words, other.words):
            firm.pieces.insert(0, other if listed.words.endswith(" " + other.words) else listed)
        else:
            often = self.text.plain.count(other.words) > 3 * self.text.plain.count(listed.words)
            better, worse = (other, listed) if often else (listed, other)
            firm.pieces.insert(0, better)
            firm.doubts.append(Doubt(doubts.MISPRINT, worse.words))
        self._add(firm, entry)

    def _has_room(self, entry):
        if entry.key in self.firms:
            return True
        if not is_title_of_firm(entry.title) and self.listed:
            return False
        return len(self.firms) < self.stated if self.stated is not None else not self.listed

    def _welcome_guest(self, entry):
        self.result.stray.append(entry.company)
        self.result.doubts.append(Doubt(doubts.STRAY_COMPANY, entry.company.words))
        title = f"{entry.company.words} {entry.title}".strip()
        self.result.officers.append(Entry(people=entry.people, title=title, office=True))

    def _drop_what_is_too_much(self):
        """Where more are listed than stated and people tell which are firms, the others are words of the sentence."""
        if self.stated is None or len(self.firms) <= self.stated:
            return
        sure = {key: firm for key, firm in self.firms.items() if firm.people or firm.marked}
        if len(sure) == self.stated:
            self.result.stray += [firm.pieces[0] for key, firm in self.firms.items() if key not in sure]
            self.firms = sure

    def _party(self, firm):
        spans = tuple(dict.fromkeys(self.text.span(piece) for piece in firm.pieces))
        people = tuple(self.text.found(person, piece, doubts=shared) for person, piece, shared in firm.people.values())
        reasons = tuple(dict.fromkeys(firm.doubts))
        return Party(" ".join(firm.pieces[0].words.split()), spans, people, firm.field, reasons)


def _likeness(one, other):
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _same_but_for_setting(one, other):
    """`음성인식 나무` and `나무`, 나무엔터프라이즈 and 나무엔터: one is the other, shortened."""
    shorter, longer = sorted((name_key(one), name_key(other)), key=len)
    if shorter == longer:
        return True
    shortened = longer.startswith(shorter) or longer.endswith(shorter)
    return shortened and len(shorter) >= max(3, len(longer) * 0.4)
