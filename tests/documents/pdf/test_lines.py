import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.document import Document, Span
from facilitator.documents.pdf.fonts import Widths
from facilitator.documents.pdf.house_style import style_of
from facilitator.documents.pdf.lines import broken
from facilitator.documents.shown import shown

BODY = style_of(Document(title="", language="da", blocks=())).body
spans = st.lists(st.builds(Span, st.text(st.characters()), st.booleans(), st.booleans()), max_size=4).map(tuple)


def lines_of(*spans, width=200.0):
    return ["".join(piece.text for piece in line.pieces) for line in broken(spans, BODY, width, Widths())]


@given(spans, st.floats(30, 500))
def test_no_line_is_wider_than_it_may_be(spans, width):
    assert all(line.width <= width + 1e-6 for line in broken(spans, BODY, width, Widths()))


@given(spans, st.floats(1, 500))
def test_every_character_stands_on_some_line_in_order(spans, width):
    written = "".join(shown(span.text) for span in spans)

    assert "".join("".join(lines_of(*spans, width=width)).split()) == "".join(written.split())


def test_words_are_broken_at_spaces_and_the_space_stays_at_the_end():
    assert lines_of(Span("Netværket tager én sag på hvert møde til og med marts.")) == [
        "Netværket tager én sag på hvert møde til og ",
        "med marts.",
    ]


def test_a_word_is_broken_after_its_hyphen_but_a_period_of_time_is_not():
    assert lines_of(Span("tjek ind-runde"), width=45) == ["tjek ind-", "runde"]
    assert lines_of(Span("kl. 9.00–12.00"), width=55) == ["kl. ", "9.00–12.00"]


def test_a_word_too_long_for_the_line_is_cut_where_the_line_ends():
    parts = lines_of(Span("x" * 300), width=100)

    assert "".join(parts) == "x" * 300
    assert len(parts) > 10


def test_a_no_break_space_holds_words_together():
    assert lines_of(Span("mødes kl.\u00a09.06"), width=52) == ["mødes ", "kl.\u00a09.06"]


def test_a_bold_word_and_its_full_stop_are_not_parted():
    assert lines_of(Span("Vi mødes "), Span("igen", strong=True), Span("."), width=58) == ["Vi mødes ", "igen."]


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_text_without_words_still_has_its_lines(text):
    assert lines_of(Span(text)) == [""] * (text.count("\n") + 1)
