"""A document as PDF, tagged for those who have it read aloud (PDF/UA-1), the same bytes every time."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.document import Document, paragraph
from facilitator.documents.pdf import fonts, metadata, tags
from facilitator.documents.pdf import house_style as house
from facilitator.documents.pdf.bands import Composer
from facilitator.documents.pdf.drawings import draw
from facilitator.documents.pdf.fonts import Widths
from facilitator.documents.pdf.house_style import Style
from facilitator.documents.pdf.lines import Line, broken
from facilitator.documents.pdf.pages import Fill, Picture, Placed, Words, dealt
from facilitator.documents.pdf.tags import Marks

# Reportlab's types know neither a page's code nor the document behind it, which is where tags are written.
Sheet = Any

# What is no part of what is read aloud.
ARTIFACT = "/Artifact BMC"
HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


def write(document: Document) -> bytes:
    """The document's PDF. Never refuses a text: what can't be shown has its stand-in, what is too long is divided."""
    with fonts.ONE_AT_A_TIME:
        return _written(document)


def heading_pages(document: Document) -> dict[str, int]:
    """On which page of its PDF each heading stands, in their order; one that comes twice, where it comes first."""
    with fonts.ONE_AT_A_TIME:
        style = house.style_of(document)
        pages = dealt(Composer(style).compose(document.blocks), style.height)
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for words in (words for one in page if not one.repeated for words in one.band.words):
            if words.element.tag in {"H1", "H2", "H3"}:
                found.setdefault("".join(piece.text for piece in words.line.pieces), number)
    return found


def _written(document: Document) -> bytes:
    style = house.style_of(document)
    composer = Composer(style)
    pages = dealt(composer.compose(document.blocks), style.height)
    file = BytesIO()
    canvas: Sheet = Canvas(
        file,
        pagesize=(style.page_width, style.page_height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=metadata.LANGUAGES[document.language],
        initialFontName="Lato",  # type: ignore[arg-type]  # else every page would name a font that is not in the file
    )
    painter = _Painter(canvas, style, composer.widths)
    for number, page in enumerate(pages, 1):
        painter.page(page, document.footer, document.page_of.format(page=number, pages=len(pages)))
    painter.finish(document, composer.structure)
    canvas.save()
    return file.getvalue()


class _Painter:
    """Draws placed bands page by page, each stretch marked with what it is part of."""

    def __init__(self, canvas: Sheet, style: Style, widths: Widths) -> None:
        self.canvas = canvas
        self.style = style
        self.widths = widths
        self.marks = Marks()

    def page(self, placed: Sequence[Placed], footer: str, page_of: str) -> None:
        """One page: rules and repeated heads, then content in reading order, then the footer."""
        self.marks.new_page()
        with self._marked(ARTIFACT):
            for one in placed:
                for fill in one.band.fills:
                    self._fill(fill, self._y(one.top))
        repeated = [(one, words) for one in placed if one.repeated for words in one.band.words]
        with self._marked(HEADER):
            self._words([(words, self._y(one.top)) for one, words in repeated])
        self._content(placed)
        with self._marked(FOOTER):
            self._footer(footer, page_of)
        self.canvas.showPage()

    def finish(self, document: Document, structure: tags.Structure) -> None:
        """Tags, metadata and what a reader's window needs, once all pages are drawn."""
        pdf = self.canvas._doc
        for index, page in enumerate(pdf.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = PDFName("S")
        tags.hang(structure, self.marks, pdf, pdf.Pages.pages)
        pdf.info = metadata.Info(document)
        pdf.Catalog.Metadata = metadata.xmp(document)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        # The file's identity is its content: two documents differ in it, the same document never does.
        for page in pdf.Pages.pages:
            pdf.updateSignature(hashlib.sha256(page.stream.encode("latin-1", "replace")).digest())

    def _content(self, placed: Sequence[Placed]) -> None:
        """Words and pictures, gathered by element: a cell's lines are read one after the other, not row by row."""
        parts: list[tuple[Words | Picture, float]] = []
        for one in placed:
            if not one.repeated:
                y = self._y(one.top)
                parts += [(words, y) for words in one.band.words if words.line.pieces]
                parts += [(one.band.picture, y)] if one.band.picture else []
        parts.sort(key=lambda part: part[0].element.number)
        for _, same in groupby(parts, key=lambda part: part[0].element.number):
            self._part(list(same))

    def _part(self, parts: Sequence[tuple[Words | Picture, float]]) -> None:
        """All that one element has on this page."""
        element = parts[0][0].element
        with self._marked(f"/{element.tag} <</MCID {self.marks.mark(element)}>> BDC"):
            self._words([(part, y) for part, y in parts if isinstance(part, Words)])
            for part, y in parts:
                if isinstance(part, Picture):
                    self._picture(part, y)

    def _words(self, words: Sequence[tuple[Words, float]]) -> None:
        if not words:
            return
        writing = self.canvas.beginText()
        for one, y in words:
            writing.setTextOrigin(one.x, y - one.down)
            self._pieces(writing, one.line)
        self.canvas.drawText(writing)

    def _pieces(self, writing: Sheet, line: Line) -> None:
        for piece in line.pieces:
            writing.setFont(piece.face.font, piece.face.size)
            writing.setFillColor(HexColor(piece.face.colour))
            writing.textOut(piece.text)

    def _fill(self, fill: Fill, y: float) -> None:
        self.canvas.setFillColor(HexColor(fill.colour))
        self.canvas.rect(fill.x, y - fill.down - fill.height, fill.width, fill.height, stroke=0, fill=1)

    def _picture(self, picture: Picture, y: float) -> None:
        drawing, scale = picture.drawing, picture.scale
        draw(self.canvas, drawing, picture.x, y, scale)
        bottom = y - drawing.height * scale
        self.marks.boxes[picture.element.number] = (picture.x, bottom, picture.x + drawing.width * scale, y)

    def _footer(self, footer: str, page_of: str) -> None:
        """A rule, and under it the status left and the page's number right."""
        style, kind = self.style, self.style.footer
        self._fill(Fill(style.left, 0.0, style.width, house.RULE, house.LINE), house.FOOTER_RULE_FROM_BOTTOM)
        number = broken(paragraph(page_of).spans, kind, style.width, self.widths)[0]
        room = style.width - number.width - style.label_gap
        status = broken(paragraph(footer).spans, kind, room, self.widths)
        places = [(style.left, index * kind.leading, line) for index, line in enumerate(status)]
        places.append((style.left + style.width - number.width, 0.0, number))
        y = house.FOOTER_TEXT_FROM_BOTTOM
        self._words([(Words(tags.NOTHING, x, down, line), y) for x, down, line in places])

    def _y(self, top: float) -> float:
        """A distance from the top of the text, as PDF counts: from the bottom of the page."""
        return self.style.page_height - self.style.top - top

    @contextmanager
    def _marked(self, begin: str) -> Iterator[None]:
        self.canvas._code.append(begin)
        yield
        self.canvas._code.append("EMC")
