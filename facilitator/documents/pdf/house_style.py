"""How the product's papers look: the one place for sizes, colours and distances. All lengths are points."""

from typing import Literal

import msgspec

from facilitator.documents.document import Document, Span

MM = 72 / 25.4

Colour = str  # "#rrggbb"
FontName = Literal["Lato", "Lato-Bold"]

TEXT: Colour = "#1E2927"
QUIET: Colour = "#4F5A56"
ACCENT: Colour = "#14584E"
LINE: Colour = "#DED7CB"
EDGE: Colour = "#857D70"  # under table heads, where a line carries meaning

INKS: dict[str, Colour] = {
    "text": TEXT,
    "quiet": QUIET,
    "line": LINE,
    "accent": ACCENT,
    "accent_soft": "#DBEAE5",
    "lead_consultant": "#96876B",
    "lead_together": "#459180",
    "lead_network": ACCENT,
}


class Face(msgspec.Struct, frozen=True):
    """A font in one size and colour."""

    font: FontName
    size: float
    colour: Colour


class Kind(msgspec.Struct, frozen=True):
    """How one kind of paragraph is set: its faces, the height of a line, and the distance to what stands above."""

    face: Face
    leading: float
    above: float = 0.0

    def face_of(self, span: Span) -> Face:
        """The face of a span: strong is bold; quiet is grey and a little smaller."""
        font: FontName = "Lato-Bold" if span.strong else self.face.font
        if span.quiet:
            return Face(font, self.face.size * QUIET_SIZE, QUIET)
        return Face(font, self.face.size, self.face.colour)


QUIET_SIZE = 0.93


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a page is set by."""

    page_width: float
    page_height: float
    left: float
    right: float
    top: float
    bottom: float
    body: Kind
    small: Kind
    headings: dict[int, Kind]
    callout_head: Kind
    table_head: Kind
    cell: Kind
    caption: Kind
    footer: Kind
    number_indent: float
    dash_indent: float
    cell_gap: float  # between columns
    cell_padding: float  # above and below a cell's text
    label_gap: float  # between the labels of facts and their values
    largest_label: float  # as a part of the width, past which a label is broken

    @property
    def width(self) -> float:
        """What a line of text may fill."""
        return self.page_width - self.left - self.right

    @property
    def height(self) -> float:
        """What a page of text may fill."""
        return self.page_height - self.top - self.bottom


RULE = 0.5
TITLE_RULE = 1.0
CALLOUT_BAR = 2.5
CALLOUT_INDENT = 12.0
HALF_LEADING = 5.0  # the top margin is measured to the letters, not to the line they stand in
ABOVE_FOOTER = 8.0
FOOTER_RULE_FROM_BOTTOM = 48.0
FOOTER_TEXT_FROM_BOTTOM = 33.0
A4 = (210 * MM, 297 * MM)


def style_of(document: Document) -> Style:
    """The style that a document's paper asks for."""
    short, long = A4
    scale = 1.3 if document.large else 1.0

    def kind(size: float, leading: float, colour: Colour = TEXT, *, bold: bool = False, above: float = 0.0) -> Kind:
        face = Face("Lato-Bold" if bold else "Lato", size * scale, colour)
        return Kind(face, leading * scale, above * scale)

    return Style(
        page_width=long if document.landscape else short,
        page_height=short if document.landscape else long,
        left=(40 if document.writing_margin else 22) * MM,
        right=(15 if document.landscape else 20) * MM,
        top=(15 if document.landscape else 18) * MM - HALF_LEADING,
        bottom=FOOTER_RULE_FROM_BOTTOM + ABOVE_FOOTER,
        body=kind(10, 14.5, above=5),
        small=kind(9.5, 13, QUIET, above=5),
        headings={
            1: msgspec.structs.replace(kind(22, 29, bold=True), above=0.0),
            2: kind(13, 18, ACCENT, bold=True, above=14),
            3: kind(11, 15, bold=True, above=11),
        },
        callout_head=kind(11, 14.5, ACCENT, bold=True, above=12),
        table_head=kind(9, 13, QUIET, bold=True, above=5),
        cell=kind(10, 14.5),
        caption=kind(9, 13, QUIET, above=4),
        footer=msgspec.structs.replace(kind(8, 10), face=Face("Lato", 8, QUIET)),
        number_indent=19.5 * scale,
        dash_indent=11.6 * scale,
        cell_gap=12 * scale,
        cell_padding=4 * scale,
        label_gap=14 * scale,
        largest_label=0.42,
    )
