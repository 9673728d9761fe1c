"""The planner's timeline: the steps of a meeting as blocks to move, stretch and choose, by mouse and by keys."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE
from ui.widgets import timeline_layout as layout
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, announce, hear_as
from ui.widgets.timeline_layout import Block
from ui.widgets.timeline_paint import Look, paint_block, paint_gap, paint_time

METHOD = "application/x-facilitator-method"  # what may be dragged in: the id of a method, as UTF-8
LONGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
SHORTER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class Hold(Enum):
    """What the mouse is doing with a block."""

    NOTHING = "nothing"
    PRESSED = "pressed"
    CARRIED = "carried"
    STRETCHED = "stretched"


class AgendaTimeline(QAbstractScrollArea):
    """Shows blocks and says what the user wants done; it changes nothing until it is shown other blocks.

    Keys: Up and Down choose, Alt+Up and Alt+Down move, + and - (with or without Alt) lengthen and shorten by a
    minute, Delete removes, Enter opens.
    """

    selected = Signal(str)
    moved = Signal(str, int)  # the place it has once it is moved
    stretched = Signal(str, int)  # its new minutes
    removed = Signal(str)
    opened = Signal(str)
    dropped = Signal(str, int)  # the id of a method, and the place it wants

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_timeline")
        hear_as(self, Role.LIST)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(320)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._theme = theme
        self._blocks: tuple[Block, ...] = ()
        self._end = ""
        self._chosen = ""
        self._px = layout.LEAST_SCALE
        self._places: tuple[QRectF, ...] = ()
        self._hold = Hold.NOTHING
        self._held = -1
        self._from = QPointF()
        self._gap = -1
        self._minutes = 0
        self._under = -1
        self._unit = ""

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._lay_out()

    def show_blocks(self, blocks: tuple[Block, ...], end: str, unit: str = "min.") -> None:
        """Shows these blocks, and the clock time at which the last one ends."""
        if (blocks, end, unit) == (self._blocks, self._end, self._unit):
            return
        place = self._place(self._chosen)
        self._blocks, self._end, self._unit = blocks, end, unit
        if self._place(self._chosen) < 0 and blocks and place >= 0:
            self._chosen = blocks[min(place, len(blocks) - 1)].id
        self._lay_out()
        self._describe()

    def select(self, block_id: str) -> None:
        """Chooses a block without telling anyone, and scrolls it into view."""
        if block_id != self._chosen:
            self._chosen = block_id
            self._show_chosen()

    def selected_id(self) -> str:
        """The block that is chosen, or nothing."""
        return self._chosen if self._place(self._chosen) >= 0 else ""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(SIZE.timeline_least, layout.total_height(self._places))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if not self._by_key(event):
            super().keyPressEvent(event)

    def _by_key(self, event: QKeyEvent) -> bool:
        """Does what the key says; False where it says nothing here."""
        place, last = self._place(self._chosen), len(self._blocks) - 1
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if last < 0 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in steps and alt:
            self._move(place, place + steps[Qt.Key(key)])
        elif key in steps:
            self._choose(max(0, min(last, place + steps[Qt.Key(key)])))
        elif key in ends:
            self._choose(ends[Qt.Key(key)])
        elif place < 0:
            return False
        elif key in (*LONGER, *SHORTER):
            self._stretch(place, self._blocks[place].minutes + (1 if key in LONGER else -1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._chosen)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._chosen)
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and self._place(self._chosen) < 0 and self._blocks:
            self._choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._within(event.position())
        edge = layout.edge_at(self._places, at.y())
        place = edge if edge >= 0 else layout.block_at(self._places, at.y())
        if place < 0 or at.x() < layout.BLOCK_LEFT:
            return
        self._held, self._from = place, at
        self._hold = Hold.STRETCHED if edge >= 0 else Hold.PRESSED
        self._minutes = self._blocks[place].minutes
        self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        at = self._within(event.position())
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._hold is Hold.PRESSED and far:
            self._hold = Hold.CARRIED
        if self._hold is Hold.CARRIED:
            self._gap = layout.gap_at(self._places, at.y())
            self.viewport().update()
        elif self._hold is Hold.STRETCHED:
            self._minutes = max(1, self._blocks[self._held].minutes + round((at.y() - self._from.y()) / self._px))
            self.viewport().update()
        else:
            self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        hold, held, gap, minutes = self._hold, self._held, self._gap, self._minutes
        self._hold, self._held, self._gap = Hold.NOTHING, -1, -1
        self.viewport().update()
        if hold is Hold.CARRIED and gap >= 0:
            # Once the block is lifted out, those after it stand one place earlier.
            self._move(held, gap - 1 if gap > held else gap)
        elif hold is Hold.STRETCHED:
            self._stretch(held, minutes)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if self.selected_id():
            self.opened.emit(self._chosen)

    def leaveEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        self._hover(QPointF(-1, -1))

    # What is dragged in from the list of methods

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if event.mimeData().hasFormat(METHOD):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 (Qt's name)
        self._gap = layout.gap_at(self._places, self._within(event.position()).y())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 (Qt's name)
        self._gap = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        place = layout.gap_at(self._places, self._within(event.position()).y())
        self._gap = -1
        event.acceptProposedAction()
        self.viewport().update()
        self.dropped.emit(bytes(event.mimeData().data(METHOD).data()).decode(), place)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The tip of a block is all of its words: there may not be room for them in it."""
        if isinstance(event, QHelpEvent):
            place = layout.block_at(self._places, self._within(QPointF(event.pos())).y())
            QToolTip.showText(event.globalPos(), self._blocks[place].words() if place >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        draw = Drawing.on(self.viewport(), self._theme, painter)
        for place, (block, box) in enumerate(zip(self._blocks, self._places, strict=True)):
            paint_time(draw, box.top(), block.time, marked=block.id == self._chosen)
            paint_block(draw, box, block, self._look(place))
        if self._places:
            paint_time(draw, self._places[-1].bottom() - 2, self._end, marked=False, last=True)
        if self._gap >= 0:
            before = self._gap < len(self._places)
            y = self._places[self._gap].top() if before else self._bottom()
            paint_gap(draw, y - SIZE.block_gap / 2, layout.BLOCK_LEFT, draw.whole.width())

    def _look(self, place: int) -> Look:
        block, held = self._blocks[place], place == self._held
        stretched = held and self._hold is Hold.STRETCHED
        chosen = block.id == self._chosen
        return Look(
            selected=chosen,
            focused=chosen and self.hasFocus() and self._hold is Hold.NOTHING,
            under_mouse=place == self._under,
            carried=held and self._hold is Hold.CARRIED,
            length=f"{self._minutes} {self._unit}" if stretched else "",
        )

    # Doing

    def _choose(self, place: int) -> None:
        if self._blocks[place].id != self._chosen:
            self._chosen = self._blocks[place].id
            self._show_chosen()
            self.selected.emit(self._chosen)

    def _move(self, place: int, to: int) -> None:
        if place != to and 0 <= place < len(self._blocks) and 0 <= to < len(self._blocks):
            self.moved.emit(self._blocks[place].id, to)

    def _stretch(self, place: int, minutes: int) -> None:
        if minutes >= 1 and minutes != self._blocks[place].minutes:
            self.stretched.emit(self._blocks[place].id, minutes)

    def _show_chosen(self) -> None:
        place = self._place(self._chosen)
        if place >= 0 and self._places:
            bar, box, px = self.verticalScrollBar(), self._places[place], self._theme.px
            if px(box.top()) < bar.value():
                bar.setValue(px(box.top() - layout.TOP))
            elif px(box.bottom()) > bar.value() + self.viewport().height():
                bar.setValue(px(box.bottom() + layout.END_ROW) - self.viewport().height())
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        """Tells a screen reader of the block that is chosen."""
        place = self._place(self._chosen)
        words = self._blocks[place].words() if place >= 0 else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus():
                announce(self, words)

    def _lay_out(self) -> None:
        view, theme = self.viewport(), self._theme
        self._px = layout.scale(self._blocks, theme.room(view.height()))
        self._places = layout.boxes(self._blocks, theme.room(view.width()), self._px)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, theme.px(layout.total_height(self._places)) - view.height()))
        bar.setPageStep(view.height())
        bar.setSingleStep(theme.px(SIZE.block_least))
        self._under = -1
        view.update()

    def _hover(self, at: QPointF) -> None:
        inside = at.x() >= layout.BLOCK_LEFT
        edge = layout.edge_at(self._places, at.y()) if inside else -1
        under = layout.block_at(self._places, at.y()) if inside else -1
        self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if edge >= 0 else Qt.CursorShape.ArrowCursor)
        if under != self._under:
            self._under = under
            self.viewport().update()

    def _within(self, at: QPointF) -> QPointF:
        """A place of the mouse, in the px that are drawn in."""
        return (at + QPointF(0, self.verticalScrollBar().value())) / self._theme.text

    def _bottom(self) -> float:
        return self._places[-1].bottom() + SIZE.block_gap if self._places else float(layout.TOP)

    def _place(self, block_id: str) -> int:
        return next((place for place, block in enumerate(self._blocks) if block.id == block_id), -1)
