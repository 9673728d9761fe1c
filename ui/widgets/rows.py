"""A list of ready-made rows, and the view that shows them; each list draws its own rows by a delegate."""

from collections.abc import Sequence
from math import ceil
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE
from ui.widgets.drawing import Drawing

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
Position = QStyleOptionViewItem.ViewItemPosition


class Row(Protocol):
    """A row knows which it is, and what a screen reader says of it."""

    @property
    def id(self) -> str: ...

    def words(self) -> str: ...


class Rows(QAbstractListModel):
    """Holds the rows shown now; says no more has changed than what has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these instead. Where only some look different, only those are painted again."""
        old, new = self._rows, tuple(rows)
        if new == old:
            return
        if [row.id for row in old] != [row.id for row in new]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._rows = new
        for place, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, place: int) -> Row:
        """The row at a place."""
        return self._rows[place]

    def place(self, row_id: str) -> int:
        """Where a row stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name and default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words()
        return None


class RowDelegate(QStyledItemDelegate):
    """Draws rows with a theme; the list's own delegate says how high a row is and what is in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        last = index.row() == index.model().rowCount() - 1
        option.viewItemPosition = Position.End if last else Position.Middle
        row = index.data(ROW)
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.scale(self.theme.text, self.theme.text)
        option.rect = QRect(0, 0, ceil(self.theme.room(option.rect.width())), self.height(row))
        self.paint_row(Drawing(painter, self.theme, QRectF(option.rect)), option, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(0, self.theme.px(self.height(index.data(ROW))))

    def height(self, row: Any) -> int:
        """The height of a row, in the design's px."""
        raise NotImplementedError

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: Any) -> None:
        """Draws a row within `option.rect`, which is in the design's px."""
        raise NotImplementedError

    def rule(self, draw: Drawing, option: QStyleOptionViewItem) -> None:
        """The line to the next row; after the last there is none, where the card's own edge is."""
        if option.viewItemPosition is not Position.End:
            box = QRectF(option.rect)
            draw.painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), self.theme.colour("line"))

    def picked(self, draw: Drawing, option: QStyleOptionViewItem) -> bool:
        """What lies under a row that is chosen, has the keyboard or is under the mouse; whether it is chosen."""
        state = option.state
        chosen, focused = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or focused or state & QStyle.StateFlag.State_MouseOver:
            box = QRectF(option.rect).adjusted(0, 1, 0, -1)
            ground, edge = "accent_soft" if chosen else "hover", "accent" if focused else ""
            draw.shape(box, RADIUS.control, ground, edge, SIZE.focus_line)
        return chosen

    def ground(self, draw: Drawing, option: QStyleOptionViewItem) -> None:
        """What lies under the words of a row that is as wide as its card: mouse over, line, keyboard."""
        box, state = QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_MouseOver:
            draw.painter.fillRect(box, self.theme.colour("hover"))
        self.rule(draw, option)
        if state & QStyle.StateFlag.State_HasFocus:
            draw.shape(box.adjusted(4, 3, -4, -4), RADIUS.control, edge="accent", line=SIZE.selected_border)


class RowView(QListView):
    """A list moved through by the arrow keys; `chosen` on Enter, Space or a click."""

    chosen = Signal(str)

    def __init__(self, delegate: RowDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self._delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the row that had the keyboard keeps it if it is still there."""
        kept = self.current_id()
        self.rows.show_rows(rows)
        if kept and (place := self.rows.place(kept)) >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(place))

    def current_id(self) -> str:
        """The row that has the keyboard, or nothing."""
        index = self.currentIndex()
        return self.rows.row(index.row()).id if index.isValid() else ""

    def go_to(self, row_id: str) -> None:
        """Moves to a row and scrolls it into view."""
        if (place := self.rows.place(row_id)) >= 0:
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.rows.index(place))

    def total_height(self) -> int:
        """What all rows take together."""
        rows = (self.rows.row(place) for place in range(self.rows.rowCount()))
        return sum(self._delegate.theme.px(self._delegate.height(row)) for row in rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # a row's height may follow from its width alone
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.row(index.row()).id)
