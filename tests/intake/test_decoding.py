"""Which encoding a file was written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake.decoding import Encoding, decoded, recognised

danish = st.text(st.sampled_from("abcÆØÅæøåé;\n "), min_size=8, max_size=200)


@given(danish, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_danish_text_comes_back_from_every_encoding_of_the_country(text, codec):
    assert decoded(text.encode(codec))[0] == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"Navn;Mail\nIb;ib@x", Encoding.utf_8),
        ("Åse".encode(), Encoding.utf_8),
        ("Åse".encode("utf-8-sig"), Encoding.utf_8),
        ("Åse".encode("cp1252"), Encoding.windows_1252),
        ("Søren og Åse".encode("mac_roman"), Encoding.mac_roman),
        ("Navn;Mail\nÅse;a@x".encode("utf-16-be"), Encoding.utf_16),
        ("Navn;Mail\nÅse;a@x".encode("utf-16-le"), Encoding.utf_16),
        ("Šehić, Müller – “x”".replace("ć", "c").encode("cp1252"), Encoding.windows_1252),
        ("Søren og Åse".encode()[:-1] + b"\xc3", Encoding.utf_8),
    ],
)
def test_an_encoding_is_recognised_by_its_bytes(data, encoding):
    assert recognised(data) is encoding


def test_every_line_end_is_one_line_end():
    assert decoded(b"a\r\nb\rc\nd")[0] == "a\nb\nc\nd"


@given(st.binary(max_size=100), st.sampled_from(Encoding))
def test_any_bytes_become_text_in_any_encoding(data, encoding):
    text, used = decoded(data, encoding)

    assert used is encoding
    assert "\r" not in text
