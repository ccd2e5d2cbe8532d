"""The text of a release in pieces, each with the fields that its words propose."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `kind` is empty where no field rests on it, `fields` are names of fields of the form."""

    text: str
    kind: str = ""
    fields: tuple[str, ...] = ()


def pieces(text, marks):
    """`text` cut where a mark begins or ends. `marks` are {"start", "end", "kind", "field"}; they may overlap: a piece
    then names the field of every mark over it, the shortest mark's first, and has its kind."""
    marks = sorted((mark for mark in marks if mark["start"] < mark["end"]), key=_length)
    edges = {0, len(text)} | {mark[side] for mark in marks for side in ("start", "end")}
    edges = sorted(edge for edge in edges if 0 <= edge <= len(text))
    for start, end in zip(edges, edges[1:], strict=False):
        over = [mark for mark in marks if mark["start"] <= start and end <= mark["end"]]
        fields = tuple(dict.fromkeys(mark["field"] for mark in over if mark["field"]))
        yield Piece(text[start:end], over[0]["kind"] if over else "", fields)


def _length(mark):
    return mark["end"] - mark["start"]
