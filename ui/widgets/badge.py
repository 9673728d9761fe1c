"""An icon on a round ground, or alone: what a row or a card is about, and the mark of the product."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE
from ui.widgets.drawing import Drawing

GROUNDS = {"accent": "accent_soft", "late": "late_soft", "neutral": "sunken", "danger": "danger_soft"}
TURN = 16  # Qt's sixteenths of a degree


class Badge(QWidget):
    """An icon 22 in a circle of 40 (28 in 56 on the first page); the words beside it say the same."""

    def __init__(
        self, theme: Theme, icon: str, kind: str = "accent", *, side: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(theme.size(side, side))
        self._theme = theme
        self._icon = icon
        self._kind = kind

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        paint_badge(draw, draw.whole, self._icon, self._kind)


def paint_badge(draw: Drawing, box: QRectF, icon: str, kind: str) -> None:
    """The circle with its icon; the icon keeps a little over half of it."""
    draw.shape(box, box.height() / 2, GROUNDS[kind])
    colour = kind if kind in ("accent", "late", "danger") else "text2"
    draw.icon(box, icon, colour, SIZE.navigation_icon if box.width() <= 48 else box.width() / 2)  # noqa: PLR2004


class IconLabel(QWidget):
    """An icon alone, beside words that say what it means."""

    def __init__(
        self, theme: Theme, icon: str, colour: str = "text2", *, size: int = SIZE.icon, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self._size = size

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_icon(self, icon: str, colour: str = "text2") -> None:
        """Another icon or colour, both by name."""
        if (icon, colour) != (self._icon, self._colour):
            self._icon, self._colour = icon, colour
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        draw.icon(draw.whole, self._icon, self._colour, self._size)


def paint_brand(draw: Drawing, box: QRectF) -> None:
    """The mark: people in a round, a part of it lit, and what they share in the middle."""
    side = box.width()
    ring = box.adjusted(side * 0.14, side * 0.14, -side * 0.14, -side * 0.14)
    painter = draw.painter
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(draw.theme.colour("lead_together"), side * 0.13))
    painter.drawEllipse(ring)
    painter.setPen(QPen(draw.theme.colour("accent"), side * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(ring, 95 * TURN, -110 * TURN)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(draw.theme.colour("accent"))
    painter.drawEllipse(QPointF(box.center()), side * 0.13, side * 0.13)


class BrandMark(QWidget):
    """The mark of the product."""

    def __init__(self, theme: Theme, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(theme.size(side, side))
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        paint_brand(draw, draw.whole)
