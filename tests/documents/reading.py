"""Reading a tagged PDF back: what a screen reader would be told, and in which order."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

Told = tuple[str, str]  # a tag and its text


def opened(pdf: bytes) -> PdfReader:
    """The file as a reader that forgives nothing sees it."""
    return PdfReader(BytesIO(pdf), strict=True)


def texts(pdf: bytes) -> list[str]:
    """Each page's text, furniture too, every kind of space as one."""
    return [" ".join(page.extract_text().split()) for page in opened(pdf).pages]


def read_aloud(pdf: bytes) -> list[Told]:
    """Every element that has text of its own, in the order of the structure tree."""
    reader = opened(pdf)
    marked = [dict(_marked(page)) for page in reader.pages]
    pages = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages)}
    return list(_told(_root(reader), marked, pages))


def furniture(pdf: bytes) -> list[str]:
    """For each page, the text that is marked as no part of the document."""
    return ["".join(text for mark, text in _marked(page) if mark is None) for page in opened(pdf).pages]


def tree(pdf: bytes) -> str:
    """The structure as nested tags, such as Document(H1 P L(LI(Lbl LBody(P))))."""
    return _nested(_root(opened(pdf)))


def elements(pdf: bytes, tag: str) -> list[Any]:
    """The dictionaries of all elements with a tag."""
    return [one for one in _walk(_root(opened(pdf))) if one["/S"] == tag]


def _root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()


def _walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in _kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield from _walk(kid)


def _nested(element: Any) -> str:
    inner = " ".join(_nested(kid) for kid in _kids(element) if not isinstance(kid, int) and "/S" in kid)
    return element["/S"][1:] + (f"({inner})" if inner else "")


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def _told(element: Any, marked: list[dict[int | None, str]], pages: dict[int, int]) -> Iterator[Told]:
    text = ""
    for kid in _kids(element):
        if isinstance(kid, int):
            text += marked[pages[element.raw_get("/Pg").idnum]][kid]
        elif "/MCID" in kid:
            text += marked[pages[kid.raw_get("/Pg").idnum]][kid["/MCID"]]
        else:
            yield from _told(kid, marked, pages)
    if text:
        yield element["/S"][1:], text


def _marked(page: Any) -> Iterator[tuple[int | None, str]]:
    """Each marked stretch of a page: its mark (None for furniture) and its text. Nothing may stand outside of marks."""
    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    depth, mark, text, letters = 0, None, "", {}
    for operands, operator in page.get_contents().operations:
        if operator in (b"BDC", b"BMC"):
            assert depth == 0, "marks are never nested"
            depth, text = 1, ""
            mark = None if operands[0] == "/Artifact" else int(operands[1]["/MCID"])
        elif operator == b"EMC":
            yield mark, text
            depth = 0
        elif operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator == b"Tj":
            assert depth, "text outside of marks"
            text += "".join(letters[code] for code in operands[0].original_bytes)
    assert depth == 0, "a mark was never closed"


def _letters(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<(\w\w)> <(\w{4})>", font["/ToUnicode"].get_data())
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
