"""Which column holds what: by the header where there is one, by the look of the cells otherwise."""

import re
import unicodedata

from intake.tables.cells import holds_titles, is_name, read_number

_HEADERS = {
    "agreement_number": "협약번호 협약차수 협약순번 협약호수 업무협약번호 업무협약차수 agreementnumber agreementno",
    "number": "번호 차수 no number",
    "row_number": "연번 순번 일련번호 순서 row",
    "company": (
        "기업명 회사명 업체명 기관명 기업 회사 업체 기관 기업기관 기업기관명 기관기업명 상호 상호명 법인명 단체명 사명 "
        "명칭 협약기업 협약기업명 협약기관 협약기관명 협약업체 협약업체명 참여기업 참여기업명 "
        "company companyname firm institution organization organisation"
    ),
    "person": (
        "대표자 대표자명 대표자성명 대표 대표명 대표성명 서명자 서명자명 서명자성명 체결자 성명 "
        "representative representatives signatory person"
    ),
    "head": "대표이사 대표이사명 ceo",
    "title": "직위 직책 직함 직급 title position jobtitle role",
    "field": (
        "분야 ai분야 사업분야 기술분야 전문분야 협약분야 주요분야 주력분야 활용분야 업종 "
        "field aifield sector industry area"
    ),
    "name": "이름 name",
}
_ROLES = {word: role for role, words in _HEADERS.items() for word in words.split()}
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_NUMBERS = ("agreement_number", "number", "row_number")


def role_of(cell):
    """The role that a header's words give to its column; empty: it is no header that is known."""
    if len(cell) > 40:
        return ""
    words = _IN_BRACKETS.sub("", unicodedata.normalize("NFKC", cell).casefold())
    return _ROLES.get("".join(filter(str.isalnum, words)), "")


def read_header(cells):
    """{column: role} if these cells are a header, else nothing. A header names two columns, or is all there is in its
    line and names the company: a cell 대표이사 alone may be anybody's title."""
    named = {column: role_of(cell) for column, cell in enumerate(cells) if role_of(cell)}
    filled = sum(map(bool, cells))
    if not (len(named) >= 2 and len(named) * 2 >= filled) and not (filled == 1 and "company" in named.values()):
        return {}
    name_is = "person" if "company" in named.values() else "company"
    return _first_of_each({column: name_is if role == "name" else role for column, role in named.items()})


def _first_of_each(named):
    columns = {}
    for column, role in named.items():
        kind = "person" if role == "head" else "number" if role in _NUMBERS else role
        taken = {"person" if known == "head" else known for known in columns.values()}
        if kind == "number" or kind not in taken:
            columns[column] = role
    return columns


def guess_columns(lines):
    """{column: role} of lines without a header: numbers and titles show themselves; of the other columns the one with
    the most names of people is theirs, and the first that is left the company's. Where company and person look alike,
    the company stands first."""
    width = max((len(line.cells) for line in lines), default=0)
    cells = {column: [line.cells[column] for line in lines if _has(line, column)] for column in range(width)}
    columns = {}
    for column, role, looks in ((None, "number", read_number), (None, "title", holds_titles)):
        column = next((place for place in cells if _share(cells[place], looks) > 0.8), None)
        if column is not None:
            columns[column] = role
            del cells[column]
    texts = [column for column, values in cells.items() if values]
    person = max(texts, key=lambda column: (_share(cells[column], is_name), column != texts[0]), default=None)
    if len(texts) > 1 and _share(cells[person], is_name) > 0.6:
        columns[person] = "person"
        texts.remove(person)
    if texts:
        columns[texts[0]] = "company"
    return columns


def _has(line, column):
    return column < len(line.cells) and line.cells[column]


def _share(values, looks):
    return sum(bool(looks(value)) for value in values) / len(values) if values else 0
