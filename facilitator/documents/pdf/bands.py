"""From the document tree to bands: every block becomes strips of the page, and elements in reading order."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat

import msgspec

from facilitator.documents import document as tree
from facilitator.documents.pdf import house_style as house
from facilitator.documents.pdf.fonts import Widths
from facilitator.documents.pdf.house_style import Kind, Style
from facilitator.documents.pdf.lines import Line, broken
from facilitator.documents.pdf.pages import Band, Bond, Fill, Picture, Words
from facilitator.documents.pdf.tags import Element, Structure
from facilitator.documents.shown import shown

RULE_BELOW_TITLE = 10.0
AFTER_TITLE = 3.0
AROUND_RULE = 6.0
ABOVE_TABLE = 6.0
BELOW_HEADS = 1.0
LARGEST_HEADS = 0.4  # of a page's height, past which a table's heads are not repeated
LISTED = {"numbered": "Decimal", "bullet": "Disc", "dash": "Disc"}  # the tags' names; a dash has none of its own


class _Cell(msgspec.Struct, frozen=True):
    """Lines that stand beside those of others. Where `right` is set they end that far from `x`, else begin there."""

    element: Element
    x: float
    lines: list[Line]
    kind: Kind
    right: float = 0.0

    def words(self, index: int) -> Words:
        """The words of one of its lines."""
        line = self.lines[index]
        indent = self.right - line.width if self.right else 0.0
        return Words(self.element, self.x + indent, _baseline(self.kind), line)


class Composer:
    """Turns blocks into bands, and adds their elements to `structure` on the way."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.structure = Structure()
        self.widths = Widths()

    def compose(self, blocks: Iterable[tree.Block]) -> list[Band]:
        """The bands of all blocks, in order."""
        return [band for block in blocks for band in self.bands(block)]

    def bands(self, block: tree.Block) -> list[Band]:  # noqa: PLR0911 (one for each kind of block)
        """The bands of one block."""
        match block:
            case tree.Text():
                return self._paragraph(block, self.style.small if block.small else self.style.body, "P")
            case tree.Heading():
                return self._heading(block)
            case tree.List():
                return self._list(block)
            case tree.Facts():
                return self._facts(block)
            case tree.Table():
                return self._table(block)
            case tree.Callout():
                return self._callout(block)
            case tree.Figure():
                return self._figure(block)
            case tree.Rule():
                rule = Fill(self.style.left, 0.0, self.style.width, house.RULE, house.LINE)
                return [Band(house.RULE, fills=(rule,), above=AROUND_RULE)]
            case tree.PageBreak():
                return [Band(0.0, turns_page=True)]
            case tree.Keep():
                return _together(self.compose(block.blocks))

    def _heading(self, block: tree.Heading) -> list[Band]:
        text = tree.paragraph(block.text)
        bands = _clinging(self._paragraph(text, self.style.headings[block.level], f"H{block.level}"))
        if block.level > 1:
            return bands
        rule = Fill(self.style.left, RULE_BELOW_TITLE, self.style.width, house.TITLE_RULE, house.ACCENT)
        return [*bands, Band(RULE_BELOW_TITLE + AFTER_TITLE, fills=(rule,), bond=Bond.TIGHT)]

    def _list(self, block: tree.List) -> list[Band]:
        lists = self.structure.add("L", self.structure.root, numbering=LISTED[block.kind])
        bands: list[Band] = []
        for number, item in enumerate(block.items, block.first):
            mark = {"numbered": str(number), "dash": "–"}.get(block.kind, "•")
            bands += self._item(lists, mark, item)
        return bands

    def _item(self, lists: Element, mark: str, item: tree.Item) -> list[Band]:
        style = self.style
        entry = self.structure.add("LI", lists)
        label = self.structure.add("Lbl", entry)
        body = self.structure.add("LBody", entry)
        counted = mark.isdigit()
        face = msgspec.structs.replace(style.body.face, colour=house.ACCENT if counted else house.QUIET)
        if counted:
            face = msgspec.structs.replace(face, font="Lato-Bold")
        kind = Kind(face, style.body.leading)
        indent = max(style.number_indent if counted else style.dash_indent, self.widths.of(f"{mark} ", face))

        bands: list[Band] = []
        paragraphs = item.paragraphs or (tree.paragraph(""),)
        for paragraph in paragraphs:
            element = self.structure.add("P", body)
            lines = self._lines(paragraph.spans, style.body, style.width - indent)
            above = 0.0 if bands else style.body.above
            bands += self._set(element, lines, style.body, style.left + indent, above=above)
            if paragraph is not paragraphs[-1]:
                bands[-1:] = _clinging(bands[-1:])
        first = bands[0]
        (line,) = self._lines((tree.Span(mark),), kind, style.width)
        words = (Words(label, style.left, _baseline(kind), line), *first.words)
        bands[0] = msgspec.structs.replace(first, words=words)
        return bands

    def _facts(self, block: tree.Facts) -> list[Band]:
        if not block.facts:
            return []
        style = self.style
        quiet = Kind(msgspec.structs.replace(style.body.face, colour=house.QUIET), style.body.leading)
        longest = max(self.widths.of(line, quiet.face) for one in block.facts for line in one.label.split("\n"))
        labels = min(longest, style.largest_label * style.width)
        left = style.left + labels + style.label_gap
        table = self.structure.add("Table", self.structure.root)
        bands: list[Band] = []
        for fact in block.facts:
            row = self.structure.add("TR", table)
            head = self.structure.add("TH", row, scope="Row")
            cell = self.structure.add("TD", row)
            label = self._lines((tree.Span(fact.label),), quiet, labels + 1)
            value = self._lines(fact.value.spans, style.body, style.left + style.width - left)
            cells = [_Cell(head, style.left, label, quiet), _Cell(cell, left, value, style.body)]
            bands += self._side_by_side(cells, above=3.0)
        return bands

    def _table(self, block: tree.Table) -> list[Band]:
        style = self.style
        table = self.structure.add("Table", self.structure.root)
        bands: list[Band] = []
        if block.caption:
            element = self.structure.add("Caption", table)
            lines = self._lines((tree.Span(block.caption),), style.caption, style.width)
            bands += _clinging(self._set(element, lines, style.caption, style.left, above=style.body.above))
        places = _column_places(block.columns, style)
        row = self.structure.add("TR", table)
        heads = self._heads(block.columns, places, row)
        repeated = heads if _height(heads) <= LARGEST_HEADS * style.height else []
        bands += heads
        for cells in block.rows:
            bands += self._row(cells, block.columns, places, table, tuple(repeated))
        return bands

    def _heads(self, columns: Sequence[tree.Column], places: Sequence[tuple[float, float]], row: Element) -> list[Band]:
        style = self.style
        cells = []
        for column, (x, width) in zip(columns, places, strict=True):
            element = self.structure.add("TH", row, scope="Column")
            lines = self._lines((tree.Span(column.title),), style.table_head, width)
            cells.append(_Cell(element, x, lines, style.table_head, width if column.align == "right" else 0.0))
        bands = self._side_by_side(cells, above=ABOVE_TABLE)
        rule = self._rule_under(bands[-1], style.cell_padding + BELOW_HEADS, house.EDGE)
        return _clinging([*bands[:-1], rule])

    def _row(
        self,
        row: Sequence[tree.Text],
        columns: Sequence[tree.Column],
        places: Sequence[tuple[float, float]],
        table: Element,
        heads: tuple[Band, ...],
    ) -> list[Band]:
        style = self.style
        element = self.structure.add("TR", table)
        cells = []
        for column, (x, width), text in zip(columns, places, chain(row, repeat(tree.paragraph(""))), strict=False):
            lines = self._lines(text.spans, style.cell, width)
            cell = self.structure.add("TD", element)
            cells.append(_Cell(cell, x, lines, style.cell, width if column.align == "right" else 0.0))
        bands = self._side_by_side(cells)
        bands[0] = _pushed_down(bands[0], style.cell_padding)
        bands[-1] = self._rule_under(bands[-1], style.cell_padding, house.LINE)
        return [
            msgspec.structs.replace(band, heads=heads, resumed=style.cell_padding if index else 0.0)
            for index, band in enumerate(bands)
        ]

    def _callout(self, block: tree.Callout) -> list[Band]:
        style = self.style
        part = self.structure.add("Sect", self.structure.root)
        x = style.left + house.CALLOUT_INDENT
        width = style.width - house.CALLOUT_INDENT
        bands: list[Band] = []
        for spans, kind, tag in (
            ((tree.Span(block.heading),), style.callout_head, "H2"),
            *((paragraph.spans, style.body, "P") for paragraph in block.paragraphs),
        ):
            element = self.structure.add(tag, part)
            bands += self._set(element, self._lines(spans, kind, width), kind, x, above=kind.above if not bands else 0)
        return [self._barred(band, last=band is bands[-1]) for band in _together(bands)]

    def _barred(self, band: Band, *, last: bool) -> Band:
        """With a bar at its left, which reaches a little into the next band so that no seam shows."""
        seam = 0.0 if last else 1.0
        bar = Fill(self.style.left, 0.0, house.CALLOUT_BAR, band.height + seam, house.ACCENT)
        return msgspec.structs.replace(band, fills=(*band.fills, bar))

    def _figure(self, block: tree.Figure) -> list[Band]:
        style = self.style
        drawing = block.drawing
        caption: list[Band] = []
        element = self.structure.add("Figure", self.structure.root, alt=block.alt)
        if block.caption:
            caption = self._paragraph(tree.paragraph(block.caption), style.caption, "P")
        room = max(style.height - _height(caption), style.height / 2)
        scale = min(1.0, style.width / drawing.width, room / drawing.height)
        picture = Picture(element, style.left, drawing, scale)
        above = style.body.above
        bond = Bond.TIGHT if caption else Bond.NONE
        return [Band(drawing.height * scale, picture=picture, above=above, bond=bond), *caption]

    # What blocks are made of

    def _lines(self, spans: Sequence[tree.Span], kind: Kind, width: float) -> list[Line]:
        return broken(spans, kind, width, self.widths)

    def _paragraph(self, text: tree.Text, kind: Kind, tag: str) -> list[Band]:
        """A paragraph by itself; one that says nothing leaves no trace, for an empty tag would be read aloud."""
        if not shown(text.plain).strip():
            return []
        element = self.structure.add(tag, self.structure.root)
        lines = self._lines(text.spans, kind, self.style.width)
        return self._set(element, lines, kind, self.style.left, above=kind.above)

    def _set(self, element: Element, lines: Sequence[Line], kind: Kind, x: float, *, above: float) -> list[Band]:
        """A paragraph's lines. Neither its first nor its last line stands alone on a page."""
        down = _baseline(kind)
        last = len(lines) - 1
        return [
            Band(
                kind.leading,
                words=(Words(element, x, down, line),),
                above=0.0 if index else above,
                bond=Bond.TIGHT if index < last and index in (0, last - 1) else Bond.NONE,
            )
            for index, line in enumerate(lines)
        ]

    def _side_by_side(self, cells: Sequence["_Cell"], *, above: float = 0.0) -> list[Band]:
        """Cells of one row: a band for each line of the longest, all of them clinging to each other."""
        last = max(len(cell.lines) for cell in cells) - 1
        leading = max(cell.kind.leading for cell in cells)
        bands = []
        for index in range(last + 1):
            words = tuple(cell.words(index) for cell in cells if index < len(cell.lines))
            bond = Bond.NONE if index == last else Bond.TIGHT if index in (0, last - 1) else Bond.BLOCK
            bands.append(Band(leading, words=words, above=0.0 if index else above, bond=bond))
        return bands

    def _rule_under(self, band: Band, distance: float, colour: str) -> Band:
        rule = Fill(self.style.left, band.height + distance - house.RULE, self.style.width, house.RULE, colour)
        return msgspec.structs.replace(band, height=band.height + distance, fills=(*band.fills, rule))


def _baseline(kind: Kind) -> float:
    """How far under the top of a line its baseline lies: Lato's ascent less its descent, halved, is 0.387."""
    return kind.leading / 2 + kind.face.size * 0.387


def _height(bands: Sequence[Band]) -> float:
    return sum(band.above + band.height for band in bands)


def _clinging(bands: Sequence[Band]) -> list[Band]:
    """Bands that are never parted from each other nor from what follows."""
    return [msgspec.structs.replace(band, bond=Bond.TIGHT) for band in bands]


def _together(bands: Sequence[Band]) -> list[Band]:
    """Bands that stay on one page, with no tie to what follows."""
    *most, last = bands or [Band(0.0)]
    return [*(msgspec.structs.replace(band, bond=max(band.bond, Bond.BLOCK)) for band in most), last]


def _pushed_down(band: Band, distance: float) -> Band:
    words = tuple(msgspec.structs.replace(one, down=one.down + distance) for one in band.words)
    return msgspec.structs.replace(band, height=band.height + distance, words=words)


def _column_places(columns: Sequence[tree.Column], style: Style) -> list[tuple[float, float]]:
    """Where each column begins, and how wide its text may be."""
    room = style.width - style.cell_gap * (len(columns) - 1)
    whole = sum(max(column.share, 0.0) for column in columns) or 1.0
    places = []
    x = style.left
    for column in columns:
        width = max(room * column.share / whole, 1.0)
        places.append((x, width))
        x += width + style.cell_gap
    return places
