"""Bytes into text: which encoding a file was written in, told from the bytes alone."""

import codecs
import re
from enum import StrEnum

_PROBE = 4096  # bytes looked at for UTF-16 without a mark
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_CODECS = {"UTF-8": "utf-8", "UTF-16": "utf-16", "Windows-1252": "cp1252", "Mac Roman": "mac_roman"}


class Encoding(StrEnum):
    """An encoding by the name that people know it by."""

    utf_8 = "UTF-8"
    utf_16 = "UTF-16"
    windows_1252 = "Windows-1252"
    mac_roman = "Mac Roman"


def decoded(data: bytes, encoding: Encoding | None = None) -> tuple[str, Encoding]:
    """The text of a file with its line ends made `\\n`, and its encoding (recognised unless given).

    Bytes that mean nothing in the encoding become U+FFFD: the line they stand on can then be named.
    """
    encoding = encoding or recognised(data)
    codec = (_utf_16_order(data) or "utf-16-le") if encoding is Encoding.utf_16 else _CODECS[encoding]
    text = data.decode(codec, errors="replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def recognised(data: bytes) -> Encoding:
    """The encoding that a file of Danish or English names was most likely written in."""
    if data.startswith(codecs.BOM_UTF8):
        return Encoding.utf_8
    if _utf_16_order(data):
        return Encoding.utf_16
    if _reads_as_utf_8(data):
        return Encoding.utf_8
    # Excel on a Mac still writes Mac Roman: its æøå would be ¾¿Œ in Windows-1252, which nobody is called.
    windows, mac = (sum(data.count(letter.encode(codec)) for letter in "æøå") for codec in ("cp1252", "mac_roman"))
    return Encoding.mac_roman if mac > windows else Encoding.windows_1252


def _reads_as_utf_8(data: bytes) -> bool:
    """Whether it is UTF-8, if need be with a letter broken here and there (a file cut short, a line pasted in)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        return len(_BEYOND_ASCII.findall(text)) >= text.count("\ufffd")
    return True


def _utf_16_order(data: bytes) -> str:
    """The codec of UTF-16 text: by its mark, else because every other byte of ordinary letters is zero."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    probe = data[:_PROBE]
    if len(probe) < len("a;b") * 2:
        return ""
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    most, few = len(probe) // 2 * 4 // 5, len(probe) // 20
    if odd >= most and even <= few:
        return "utf-16-le"
    return "utf-16-be" if even >= most and odd <= few else ""
