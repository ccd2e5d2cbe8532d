"""A table of two companies, and what is asked of every reading."""

from intake.release.reading import Person
from intake.tables import TableRow

NAMU = TableRow(2, None, "나무", (Person("이완완", "대표이사"), Person("신범식", "대표이사")), "헬스케어")
BADA = TableRow(3, None, "바다 랩", (Person("김하나", "대표"),), "로봇")
HEADER = ["연번", "기업명", "대표자", "직위", "AI 분야"]
LINES = [["1", "㈜나무", "이완완·신범식", "대표이사", "헬스케어"], ["2", "바다 랩(주)", "김하나", "대표", "로봇"]]


def table(*lines, sign="\t"):
    return "\n".join(sign.join(line) for line in lines)


def codes(reading):
    return [note.code for note in reading.notes]


def companies(reading):
    return [row.company for row in reading.rows]
