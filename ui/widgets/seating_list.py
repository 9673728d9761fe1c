"""The order in which people sit, as a list: moved by a drag, by Alt with an arrow key, or by a button."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.seating import put
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets.buttons import Button
from ui.widgets.drawing import Drawing
from ui.widgets.rows import RowDelegate, RowView

WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SEAT_WIDTH = 28
LINE = 3  # where somebody will sit down


class SeatRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, and the number of the seat, counted from 1."""

    id: str
    name: str
    seat: int

    def words(self) -> str:
        return f"{self.name}, {self.seat}"


class SeatingList(RowView):
    """The seats. `arranged` with everybody's ids in their new order, when the user has moved somebody."""

    arranged = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_SeatDelegate(theme), "seating", parent)
        self._theme = theme
        self._names: dict[str, str] = {}
        self._pressed: QPoint | None = None
        self._gap = -1  # the gap between seats over which a drag is, counted from 0

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Shows these, id and name, as they sit."""
        self._names = dict(people)
        self.show_rows([SeatRow(id=each, name=name, seat=seat) for seat, (each, name) in enumerate(people, 1)])
        if people and not self.current_id():
            self.go_to(people[0][0])

    def move_current(self, way: int) -> None:
        """Moves whoever has the keyboard so many seats down, or up."""
        if self.current_id():
            self._put(self.current_id(), self.currentIndex().row() + way)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        way = WAYS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(way)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        super().mousePressEvent(event)
        place = event.position().toPoint()
        inside = event.button() == Qt.MouseButton.LeftButton and self.indexAt(place).isValid()
        self._pressed = place if inside else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        place = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif self._gap >= 0 or (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._drag_to(self._gap_at(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        gap, dragged = self._gap, self.current_id()
        self._pressed = None
        self._drag_to(-1)
        if gap < 0:
            super().mouseReleaseEvent(event)
        elif dragged:
            self._put(dragged, gap - (gap > self.rows.place(dragged)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        if self._gap >= 0:
            last = self.rows.rowCount() - 1
            box = self.visualRect(self.rows.index(min(self._gap, last)))
            top = box.top() if self._gap <= last else box.bottom()
            line = QRectF(0, max(0, top - 1), self.viewport().width(), LINE)
            QPainter(self.viewport()).fillRect(line, self._theme.colour("accent"))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme

    def _gap_at(self, point: QPoint) -> int:
        """The gap nearest to a point; above the first is 0."""
        middles = (self.visualRect(self.rows.index(place)).center().y() for place in range(self.rows.rowCount()))
        return sum(point.y() > middle for middle in middles)

    def _drag_to(self, gap: int) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _put(self, person: str, place: int) -> None:
        before = tuple(self._names)
        after = put(before, person, place)
        if after != before:
            self.show_people([(each, self._names[each]) for each in after])
            self.go_to(person)
            self.arranged.emit(after)


class Seats(QWidget):
    """The list and two buttons that do the same as its keys."""

    arranged = Signal(object)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = SeatingList(theme)
        self.list.setAccessibleName(language.text("Seating"))
        self.list.arranged.connect(self.arranged)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        for name, icon, words, key, way in (
            ("seat_up", "chevron-up", language.text("Up"), language.text("Alt+Arrow up"), -1),
            ("seat_down", "chevron-down", language.text("Down"), language.text("Alt+Arrow down"), 1),
        ):
            button = Button(theme, words, size="compact", icon=icon)
            button.setObjectName(name)
            button.setToolTip(key)
            button.setAccessibleDescription(key)
            button.clicked.connect(lambda _=False, way=way: self.list.move_current(way))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Shows these, id and name, as they sit."""
        self.list.show_people(people)

    def order(self) -> tuple[str, ...]:
        """Everybody as they sit now."""
        return tuple(self.list.rows.row(place).id for place in range(self.list.rows.rowCount()))


class _SeatDelegate(RowDelegate):
    def height(self, row: SeatRow) -> int:
        return SIZE.member_row + SPACE.hair

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: SeatRow) -> None:
        self.picked(draw, option)
        inner = QRectF(option.rect).adjusted(SPACE.near, 0, -SPACE.near, 0)
        seat = QRectF(inner.left(), inner.top(), SEAT_WIDTH, inner.height())
        draw.words(seat, str(row.seat), TYPE.small, "text2")
        draw.icon(QRectF(inner.right() - 18, inner.top(), 18, inner.height()), "drag-vertical", "text2", 18)
        draw.words(inner.adjusted(SEAT_WIDTH, 0, -SPACE.wide, 0), row.name, TYPE.body)
