"""Small drawings that several widgets share: words in a box, key hints, chips, hatched bars."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, TYPE, Face

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
STRIPE = 2  # the hatch: stripes of 2 px
STRIPE_STEP = 5  # every 5 px
CHIP_PADDING = 10
KEY_PADDING = 6


class Dress(NamedTuple):
    """How a chip is coloured."""

    text: str
    fill: str
    bold: bool
    edge: bool


DRESSES = {
    "neutral": Dress("text2", "sunken", False, False),
    "count": Dress("text2", "sunken", False, False),
    "accent": Dress("accent", "accent_soft", True, False),
    "late": Dress("late", "late_soft", True, False),
    "danger": Dress("danger", "danger_soft", True, False),
    "dashed": Dress("text2", "", False, True),
}


class Drawing:
    """A painter with a theme: draws the words, chips, hints and icons that many widgets are made of.

    `whole` is what there is to draw on, in the px that are drawn in.
    """

    def __init__(self, painter: QPainter, theme: Theme, whole: QRectF | None = None) -> None:
        self.painter = painter
        self.theme = theme
        self.whole = QRectF() if whole is None else whole
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @classmethod
    def on(cls, widget: QWidget, theme: Theme, painter: QPainter | None = None) -> "Drawing":
        """On a widget, in the design's own px: larger text enlarges everything that is drawn."""
        painter = painter or QPainter(widget)
        painter.scale(theme.text, theme.text)
        return cls(painter, theme, QRectF(0, 0, theme.room(widget.width()), theme.room(widget.height())))

    def words(
        self,
        box: QRectF,
        text: str,
        face: Face,
        colour: str = "text",
        align: Qt.AlignmentFlag = LEFT,
        *,
        struck: bool = False,
    ) -> float:
        """One line of text, shortened with an ellipsis where it does not fit; the width it took."""
        font = self.theme.font(face)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        self.painter.setFont(font)
        self.painter.setPen(self.theme.colour(colour))
        self.painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)
        width = metrics.horizontalAdvance(shown)
        if struck:
            right = box.right() if align & Qt.AlignmentFlag.AlignRight else box.left() + width
            # Through the figures, a little above the middle of the small letters.
            y = box.center().y() + metrics.xHeight() * 0.12
            self.painter.setPen(QPen(self.theme.colour(colour), 1))
            self.painter.drawLine(QPointF(right - width, y), QPointF(right, y))
        return width

    def shape(self, box: QRectF, radius: float, fill: str = "", edge: str = "", line: float = SIZE.border) -> None:
        """A rounded box, filled and edged by tokens; the edge lies inside the box."""
        inset = line / 2 if edge else 0
        self.painter.setBrush(self.theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.theme.colour(edge), line) if edge else Qt.PenStyle.NoPen)
        self.painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def key_hint(self, right: float, middle: float, key: str, colour: str = "") -> float:
        """The name of a key in its box, ending at `right`; the x where the box begins."""
        width = key_hint_width(self.theme, key)
        box = QRectF(right - width, middle - SIZE.key_hint / 2, width, SIZE.key_hint)
        self.shape(box, RADIUS.key_hint, "" if colour else "surface", colour or "edge")
        self.words(box, key, TYPE.key_hint, colour or "text2", CENTRE)
        return right - width

    def chip(self, left: float, middle: float, text: str, kind: str = "neutral") -> float:
        """A chip that begins at `left`; the x where it ends."""
        dress = DRESSES[kind]
        height = 20 if kind == "count" else SIZE.chip
        box = QRectF(left, middle - height / 2, chip_width(self.theme, text, kind), height)
        if dress.edge:
            box.adjust(0.5, 1.5, -0.5, -1.5)
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.setPen(dashes(self.theme.colour("edge")))
            self.painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        else:
            self.shape(box, height / 2, dress.fill)
        self.words(box, text, Face(TYPE.small.size, TYPE.small.line, dress.bold), dress.text, CENTRE)
        return box.right()

    def icon(self, box: QRectF, name: str, colour: str, size: float = SIZE.icon) -> None:
        """An icon in the middle of a box."""
        where = QRectF(0, 0, size, size)
        where.moveCenter(box.center())
        self.theme.icons.paint(self.painter, where, name, getattr(self.theme.colours, colour))


def width_of(theme: Theme, face: Face, text: str) -> float:
    """The width of one line of text."""
    return QFontMetricsF(theme.font(face)).horizontalAdvance(text)


def key_hint_width(theme: Theme, key: str) -> float:
    """The width of the small box around the name of a key."""
    return width_of(theme, TYPE.key_hint, key) + 2 * KEY_PADDING + 2


def chip_width(theme: Theme, text: str, kind: str = "neutral") -> float:
    """The width of a chip with this text."""
    face = Face(TYPE.small.size, TYPE.small.line, DRESSES[kind].bold)
    padding = 7 if kind == "count" else CHIP_PADDING
    return max(width_of(theme, face, text) + 2 * padding, 20.0)


def dashes(colour: QColor, width: float = 1.0) -> QPen:
    """A dashed pen: what is planned, or may go."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([4.0 / width, 3.0 / width] if width > 1 else [3.0, 2.0])
    return pen


def lead_brush(theme: Theme, lead: str, ratio: float = 1.0) -> QBrush:
    """The fill for who leads: the consultant's plain, the shared one hatched, the network's plain."""
    if lead == "together":
        return hatch(theme.colour("lead_together"), theme.colour("accent_soft"), ratio)
    tokens = {"consultant": "lead_consultant", "network": "lead_network"}
    return QBrush(theme.colour(tokens.get(lead, "track")))


def hatch(stripe: QColor, ground: QColor, ratio: float = 1.0) -> QBrush:
    """Stripes of 45 degrees as a tile that repeats without a seam."""
    side = STRIPE_STEP * 1.4142  # five px between stripes, measured across them
    tile = QPixmap(max(1, round(side * ratio * 4)), max(1, round(side * ratio * 4)))
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(stripe, STRIPE * ratio))
    whole, step = tile.width(), tile.width() / 4
    for index in range(-1, 9):
        painter.drawLine(
            QPointF(index * step + whole * 0.25, -whole * 0.25), QPointF(index * step - whole * 1.25, whole * 1.25)
        )
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return QBrush(tile)


def rounded(box: QRectF, radius: float, *, left: bool = True, right: bool = True) -> QPainterPath:
    """A box whose left or right corners are rounded."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    half = box.width() / 2
    if not left:
        square = QPainterPath()
        square.addRect(QRectF(box.left(), box.top(), half, box.height()))
        path = path.united(square)
    if not right:
        square = QPainterPath()
        square.addRect(QRectF(box.left() + half, box.top(), half, box.height()))
        path = path.united(square)
    return path


def wrap(text: str, theme: Theme, face: Face, width: float) -> list[str]:
    """The text in lines no wider than `width`; a word longer than a line is broken."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines = []
    for paragraph in text.splitlines():
        laid = QTextLayout(paragraph, theme.font(face))
        laid.setTextOption(option)
        laid.beginLayout()
        while (line := laid.createLine()).isValid():
            line.setLineWidth(max(20.0, width))
            start = line.textStart()
            lines.append(paragraph[start : start + line.textLength()].rstrip())
        laid.endLayout()
    return lines
