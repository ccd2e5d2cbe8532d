from hypothesis import given
from hypothesis import strategies as st

from intake.marking import Piece, pieces

TEXT = "나무소프트 김하나 대표"


def mark(start, end, field, kind="company"):
    return {"start": start, "end": end, "kind": kind, "field": field}


def test_text_without_marks_is_one_piece():
    assert list(pieces(TEXT, [])) == [Piece(TEXT)]


def test_marks_cut_the_text():
    assert list(pieces(TEXT, [mark(6, 9, "b", "person"), mark(0, 5, "a")])) == [
        Piece("나무소프트", "company", ("a",)),
        Piece(" "),
        Piece("김하나", "person", ("b",)),
        Piece(" 대표"),
    ]


def test_overlap_names_both_fields_the_shorter_mark_first():
    assert list(pieces("가나다라", [mark(0, 3, "long", "point"), mark(2, 4, "short")])) == [
        Piece("가나", "point", ("long",)),
        Piece("다", "company", ("short", "long")),
        Piece("라", "company", ("short",)),
    ]


def test_mark_without_a_field_keeps_its_kind():
    assert list(pieces("가나", [mark(0, 1, "", "unplaced")])) == [Piece("가", "unplaced"), Piece("나")]


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40), st.sampled_from("ab")), max_size=8),
)
def test_pieces_always_make_up_the_text(text, marks):
    cut = list(pieces(text, [mark(*values) for values in marks]))

    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut) or not text
