"""What a validator asks of a page: strict parsing, and the rules that parsing alone does not see."""

import re
from collections import Counter
from itertools import pairwise

import html5lib

OBSOLETE = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "color", "face", "valign", "nowrap", "name"}
NAMED_FIELDS = {"input", "select", "textarea", "button", "meta", "form", "output", "fieldset", "details"}
LANGUAGE = re.compile(r"(ko|en)(-[A-Z]{2})?|x-default")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")


def faults_of(text):
    """A line for each fault of a page, those of parsing first."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(text)
    parsing = [f"{code} {values or ''} at {place}" for place, code, values in parser.errors]
    checks = [identifiers, headings, languages, names, obsolete, tables, fields]
    return parsing + [fault for check in checks for fault in check(root)]


def identifiers(root):
    ids = Counter(element.get("id") for element in root.iter() if element.get("id") is not None)
    yield from (f"the id {name!r} stands {times} times" for name, times in ids.items() if times > 1 or not name.strip())
    for element in root.iter():
        targets = [target for name in REFERENCES for target in (element.get(name) or "").split()]
        if (element.get("href") or "").startswith("#"):
            targets.append(element.get("href")[1:])
        yield from (f"{element.tag} leads to {target!r}, which is not there" for target in targets if target not in ids)


def headings(root):
    levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
    if levels.count(1) != 1:
        yield f"there are {levels.count(1)} h1"
    yield from (f"h{before} is followed by h{after}" for before, after in pairwise(levels) if after > before + 1)
    yield from ("an empty heading" for heading in every(root, "h1", "h2", "h3", "h4") if not words_of(heading))


def languages(root):
    for element in root.iter():
        for name in ("lang", "hreflang"):
            if element.get(name) is not None and not LANGUAGE.fullmatch(element.get(name)):
                yield f"{element.tag} has {name}={element.get(name)!r}"


def names(root):
    """Links, buttons and images that say nothing."""
    for element in every(root, "a", "button", "summary", "legend", "caption", "label", "title", "option"):
        if not words_of(element) and not (element.tag == "option" and element.get("value") == ""):
            yield f"an empty {element.tag} {element.attrib}"
    yield from ("an image without alt" for image in every(root, "img") if image.get("alt") is None)


def obsolete(root):
    for element in root.iter():
        if "style" in element.attrib or any(name.startswith("on") for name in element.attrib):
            yield f"{element.tag} holds style or script"
        old = OBSOLETE & set(element.attrib) - ({"name"} if element.tag in NAMED_FIELDS else set())
        if old and "}" not in str(element.tag):
            yield f"{element.tag} has {sorted(old)}"


def tables(root):
    for table in every(root, "table"):
        if table.find("caption") is None and table.get("aria-labelledby") is None:
            yield f"a table without caption: {words_of(table)[:60]}"
        for heading in every(table, "th"):
            if heading.get("scope") not in ("row", "col", "rowgroup", "colgroup"):
                yield f"a th without scope: {words_of(heading)}"
        widths = {sum(int(cell.get("colspan", 1)) for cell in row) for row in table.iterfind("thead/tr")}
        if len(widths) > 1:
            yield f"heads of different width: {words_of(table)[:60]}"


def fields(root):
    labelled = {label.get("for") for label in every(root, "label")} | {
        field.get("id") for label in every(root, "label") for field in every(label, "input", "select", "textarea")
    }
    for field in every(root, "input", "select", "textarea"):
        is_named = field.get("id") in labelled or field.get("aria-label") is not None
        if not is_named and field.get("type") not in ("hidden", "submit", "button"):
            yield f"a field without label: {field.attrib}"


def every(element, *tags):
    return (part for part in element.iter() if part.tag in tags)


def words_of(element):
    """The text of an element for whoever hears the page, with the names of its parts."""
    named = [part.get("aria-label") or part.get("alt") or "" for part in element.iter()]
    return " ".join("".join([*element.itertext(), *named]).split())
