import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.documents.pdf.fonts import FILES, font_file
from facilitator.documents.shown import STAND_IN, can_show, shown

any_text = st.text(st.characters())  # surrogates and unassigned characters too


@pytest.mark.parametrize(
    ("text", "what_stands_there"),
    [
        ("Åse Aaberg – »æøå«, 75 %", "Åse Aaberg – »æøå«, 75 %"),
        ("Godt gået 🎉", "Godt gået □"),
        ("محمد", "□□□□"),
        ("שלום 12", "□□□□ 12"),
        ("漢字", "□□"),
        ("a\x00b\x07", "a□b□"),
        ("halv \ud83d", "halv □"),
        ("cafe\u0301", "café"),
        ("sam\u00adarbejde\u200b", "samarbejde"),
        ("\u202aHassan\u202c", "Hassan"),
        ("👍\u200d\ufe0f", "□"),
        ("et\r\nto\rtre\u2028fire\x85fem", "et\nto\ntre\nfire\nfem"),
        ("et\tto\u3000tre", "et to tre"),
        ("kl.\u00a09.06", "kl.\u00a09.06"),
        ("e\u2011mail", "e-mail"),
    ],
)
def test_what_the_font_lacks_has_something_in_its_place(text, what_stands_there):
    assert shown(text) == what_stands_there


@given(any_text)
def test_every_letter_that_the_font_has_stays(text):
    composed = unicodedata.normalize("NFC", text)
    letters = [one for one in composed if unicodedata.category(one)[0] in "LNPS" and can_show(one)]

    after = iter(shown(text))

    assert all(letter in after for letter in letters)


@given(any_text)
def test_what_is_shown_can_be_shown_and_stays_as_it_is(text):
    once = shown(text)

    assert all(one == "\n" or can_show(one) for one in once)
    assert shown(once) == once


@given(st.text(st.characters(categories=["Lo", "So", "Cc"]), min_size=1))
def test_nothing_with_a_look_is_dropped_silently(text):
    seen = [one for one in unicodedata.normalize("NFC", text) if one not in "\u115f\u1160\u3164\uffa0\r\n"]

    assert len(shown(text).replace("\n", "")) >= sum(not unicodedata.category(one).startswith("C") for one in seen)


@pytest.mark.parametrize("name", FILES)
def test_the_table_of_characters_is_what_the_fonts_have(name):
    glyphs = TTFont("tried", str(font_file(name))).face.charToGlyph

    assert can_show(STAND_IN)
    assert [hex(code) for code in range(0x11000) if can_show(chr(code)) and code != 10 and not glyphs.get(code)] == []
