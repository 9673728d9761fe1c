"""Who leads how much of a meeting, as one bar, with the legend that explains it and the year line."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.attendance_dots import KINDS, paint_mark
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, hear_as

HEIGHT = 12
GAP = 2
SQUARE = 12
LEGEND_HEIGHT = 20


class LeadPart(msgspec.Struct, frozen=True):
    """Some minutes of a meeting: `lead` is consultant, together, network or pause; fainter when they may go."""

    minutes: int
    lead: str
    may_go: bool = False


class LeadBar(QWidget):
    """The whole meeting as one bar, from first to last; `spoken` tells the shares in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lead_bar")
        hear_as(self, Role.PICTURE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._parts: tuple[LeadPart, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_parts(self, parts: tuple[LeadPart, ...], spoken: str) -> None:
        """Shows who leads; nothing is painted again where nothing has changed."""
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
        if parts != self._parts:
            self._parts = parts
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        total = sum(part.minutes for part in self._parts)
        if not total:
            return
        draw = Drawing.on(self, self._theme)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(0, 0, draw.whole.width(), HEIGHT), HEIGHT / 2, HEIGHT / 2)
        passed = 0
        for part in self._parts:
            left, right = (draw.whole.width() * minutes / total for minutes in (passed, passed + part.minutes))
            passed += part.minutes
            piece = QPainterPath()
            piece.addRect(QRectF(left, 0, max(1.0, right - left - (GAP if passed < total else 0)), HEIGHT))
            draw.painter.setOpacity(0.5 if part.may_go else 1.0)
            draw.painter.fillPath(
                whole.intersected(piece), drawing.lead_brush(self._theme, part.lead, self.devicePixelRatioF())
            )


class LegendItem(msgspec.Struct, frozen=True):
    """A word of the legend: `kind` is consultant, together, network, lock, or a kind of attendance mark."""

    kind: str
    text: str
    right: bool = False


class Legend(QWidget):
    """Small squares with words; one that stands apart, as the lock, goes to the right."""

    def __init__(self, theme: Theme, items: tuple[LegendItem, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme = theme
        self._items = items
        hear_as(self, Role.TEXT)
        self.setAccessibleName(", ".join(item.text for item in items))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_items(self, items: tuple[LegendItem, ...]) -> None:
        """Other words, as when the language is switched."""
        if items != self._items:
            self._items = items
            self.setAccessibleName(", ".join(item.text for item in items))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        gaps = SPACE.even * max(0, len(self._items) - 1)
        return self._theme.size(sum(map(self._width, self._items)) + gaps, LEGEND_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(max(map(self._width, self._items), default=0), LEGEND_HEIGHT)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        return self._theme.px(LEGEND_HEIGHT * len(self._rows(self._theme.room(width))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        for place, row in enumerate(self._rows(draw.whole.width())):
            left, right = 0.0, draw.whole.width()
            for item in row:
                width = self._width(item)
                if item.right:
                    right -= width
                at = right if item.right else left
                self._sign(draw, QRectF(at, place * LEGEND_HEIGHT, SQUARE, LEGEND_HEIGHT), item.kind)
                box = QRectF(at + SQUARE + 6, place * LEGEND_HEIGHT, width - SQUARE - 6, LEGEND_HEIGHT)
                draw.words(box, item.text, TYPE.small, "text2")
                if not item.right:
                    left += width + SPACE.even

    def _rows(self, width: float) -> list[list[LegendItem]]:
        """The words in as many rows as they need."""
        rows: list[list[LegendItem]] = [[]]
        left = 0.0
        for item in self._items:
            needed = self._width(item)
            if rows[-1] and left + needed > width + 1:
                rows.append([])
                left = 0.0
            rows[-1].append(item)
            left += needed + SPACE.even
        return rows

    def _sign(self, draw: Drawing, box: QRectF, kind: str) -> None:
        if kind == "lock":
            draw.icon(box.translated(-2, 0), "lock-outline", "text2", 17)
            return
        if kind in KINDS:
            paint_mark(draw, box, kind)
            return
        square = QRectF(box.left(), box.center().y() - SQUARE / 2, SQUARE, SQUARE)
        draw.painter.setPen(Qt.PenStyle.NoPen)
        draw.painter.setBrush(drawing.lead_brush(self._theme, kind, self.devicePixelRatioF()))
        draw.painter.drawRoundedRect(square, 3, 3)

    def _width(self, item: LegendItem) -> float:
        return SQUARE + 6 + drawing.width_of(self._theme, TYPE.small, item.text) + 2
