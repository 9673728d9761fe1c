"""Dealing bands out on pages: what must stay together stays together, as far as a page can hold it.

A *band* is a strip across the page that can't be divided, such as one line of a paragraph, or one line of every cell
in a row. Any document can be dealt out: what asks to be kept together and is longer than a page is divided anyway.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum

import msgspec

from facilitator.documents.charts import Drawing
from facilitator.documents.document import Photograph
from facilitator.documents.pdf.lines import Line
from facilitator.documents.pdf.tags import Element


class Bond(IntEnum):
    """How strongly a band clings to the next one."""

    NONE = 0
    BLOCK = 1  # it belongs to the same row or group
    TIGHT = 2  # parted from it, it would stand lost: a heading, the first line of two


class Words(msgspec.Struct, frozen=True):
    """A line of text: where it begins, how far down its baseline is, and what it is part of."""

    element: Element
    x: float
    down: float
    line: Line


class Fill(msgspec.Struct, frozen=True):
    """A filled rectangle that says nothing: a rule, or a bar."""

    x: float
    down: float
    width: float
    height: float
    colour: str


class Picture(msgspec.Struct, frozen=True):
    """A drawing or a photo, and how much it is scaled."""

    element: Element
    x: float
    drawing: Drawing | Photograph
    scale: float


class Band(msgspec.Struct, frozen=True):
    """A strip of the page. At the top of one, `above` is left out, `heads` are repeated and `resumed` is left free."""

    height: float
    words: tuple[Words, ...] = ()
    fills: tuple[Fill, ...] = ()
    picture: Picture | None = None
    above: float = 0.0
    resumed: float = 0.0
    bond: Bond = Bond.NONE
    heads: tuple["Band", ...] = ()
    turns_page: bool = False  # nothing but a page break


class Placed(msgspec.Struct, frozen=True):
    """A band on a page. A repeated one was read before, and is furniture here."""

    top: float
    band: Band
    repeated: bool = False


def dealt(bands: Sequence[Band], height: float) -> list[list[Placed]]:
    """The bands, in order, on pages of this height; at least one page."""
    desk = _Desk(height)
    for group in _groups(bands, Bond.BLOCK):
        desk.place(group, Bond.BLOCK)
    return desk.pages


class _Desk:
    """The pages so far, and how far down the last one is filled."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[list[Placed]] = [[]]
        self.filled = 0.0

    def place(self, group: Sequence[Band], bond: int) -> None:
        """Puts a group on one page, or divides it at its weaker bonds where no page could hold it."""
        if group[0].turns_page:
            if self.pages[-1]:
                self.turn()
        elif self.fits(group):
            self.put(group)
        elif len(group) == 1 or self.needs(group) <= self.height:
            if self.pages[-1]:
                self.turn()
            self.put(group)
        else:
            for part in _groups(group, bond + 1):
                self.place(part, bond + 1)

    def fits(self, group: Sequence[Band]) -> bool:
        above = group[0].above if self.pages[-1] else group[0].resumed
        return self.filled + above + _inner_height(group) <= self.height + TOLERANCE

    def needs(self, group: Sequence[Band]) -> float:
        """What the group takes at the top of a new page."""
        heads = sum(head.above + head.height for head in group[0].heads)
        return heads + group[0].resumed + _inner_height(group)

    def turn(self) -> None:
        self.pages.append([])
        self.filled = 0.0

    def put(self, group: Sequence[Band]) -> None:
        if not self.pages[-1]:
            for head in group[0].heads:
                self.put_one(head, repeated=True)
            self.filled += group[0].resumed
        for band in group:
            self.put_one(band)

    def put_one(self, band: Band, *, repeated: bool = False) -> None:
        page = self.pages[-1]
        top = self.filled + (band.above if page else 0.0)
        page.append(Placed(top, band, repeated))
        self.filled = top + band.height


TOLERANCE = 1e-6  # sums of lengths that are equal on paper are not always equal in floating point


def _inner_height(group: Sequence[Band]) -> float:
    return group[0].height + sum(band.above + band.height for band in group[1:])


def _groups(bands: Sequence[Band], bond: int) -> Iterator[list[Band]]:
    """The bands divided wherever they cling to each other less than `bond`."""
    group: list[Band] = []
    for band in bands:
        if group and band.turns_page:
            yield group
            group = []
        group.append(band)
        if band.bond < bond or band.turns_page:
            yield group
            group = []
    if group:
        yield group
