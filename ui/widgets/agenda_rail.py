"""The rail at the left of the cockpit: where the meeting is, and when each step now begins."""

from enum import StrEnum

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.rows import RowDelegate, RowView

TIME_RIGHT = 64  # times end here, whatever is beside them
WORDS_LEFT = 76
DONE_LEFT = 102  # after the check
NARROW = 240  # under that the check gives its room to the title of a step that slipped: the quiet colour says done
RIGHT_MARGIN = 20
SECOND_LINE = 10  # what a second line adds, as the row has some room already
TIME = Face(14, 18)
TIME_BOLD = Face(14, 18, bold=True)
CURRENT = Face(16, 20, bold=True)


class RailState(StrEnum):
    """Where a step is in the run."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"
    END = "end"


class RailRow(msgspec.Struct, frozen=True, kw_only=True):
    """A step in the rail, or the end of the meeting.

    `forecast` is when it begins as things stand; `planned` is shown struck out under it when it differs. `locked`
    is the word for a protected step, drawn after a small lock. `slip` is what a step that is done took too much.
    """

    id: str
    forecast: str
    title: str
    state: RailState
    planned: str = ""
    detail: str = ""
    locked: str = ""
    slip: str = ""
    late: bool = False
    spoken: str = ""

    def words(self) -> str:
        if self.spoken:
            return self.spoken
        told = (self.forecast, self.title, self.detail, self.locked, self.slip)
        return ", ".join(part for part in told if part)


class Heights(msgspec.Struct, frozen=True):
    """The height of a row in each state."""

    coming: int
    done: int
    current: int
    end: int


ROOMY = Heights(57, 46, 76, 36)
CLOSE = Heights(51, 38, 76, 36)
LEAST = Heights(46, 32, 66, 36)


class AgendaRail(RowView):
    """The steps of the meeting from first to last; closes up a little where the window is low."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._painted = _RailDelegate(theme)
        super().__init__(self._painted, "agenda_rail", parent)
        self._current = ""

    def show_steps(self, rows: tuple[RailRow, ...]) -> None:
        """Shows the steps as things stand now, and keeps the current one in view."""
        before = self._painted.heights
        self.show_rows(rows)
        self._fit(rows)
        current = next((row.id for row in rows if row.state is RailState.CURRENT), "")
        if current and (current != self._current or self._painted.heights != before):
            self._current = current
            self.scrollTo(self.rows.index(self.rows.place(current)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        count = self.rows.rowCount()
        self._painted.width = self._painted.theme.room(self.viewport().width())
        self._fit(tuple(self.rows.data(self.rows.index(place), Qt.ItemDataRole.UserRole) for place in range(count)))
        super().resizeEvent(event)

    def _fit(self, rows: tuple[RailRow, ...]) -> None:
        room = self._painted.theme.room(self.viewport().height())
        fitting = (heights for heights in (ROOMY, CLOSE) if _total(rows, heights) <= room)
        heights = next(fitting, LEAST)
        if heights != self._painted.heights:
            self._painted.heights = heights
            self.scheduleDelayedItemsLayout()


class _RailDelegate(RowDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heights = ROOMY
        self.width = float(SIZE.rail)

    def height(self, row: RailRow) -> int:
        wrapped = self.heights is ROOMY and row.state is RailState.CURRENT and len(self._lines(row)) > 1
        return _height(row, self.heights) + (SECOND_LINE if wrapped else 0)

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: RailRow) -> None:
        box = QRectF(option.rect)
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        self._ground(draw, box, row, focused, bool(state & QStyle.StateFlag.State_MouseOver))
        match row.state:
            case RailState.DONE:
                self._done(draw, box, row)
            case RailState.END:
                self._end(draw, box, row)
            case _:
                self._time(draw, box, row)
                self._title(draw, box, row)

    def _ground(self, draw: Drawing, box: QRectF, row: RailRow, focused: bool, under_mouse: bool) -> None:
        current = row.state is RailState.CURRENT
        shape = box.adjusted(8, 5, -9, -5) if current else box.adjusted(8, 1, -9, -1)
        if not (current or focused or under_mouse):
            return
        edge = "accent" if current or focused else ""
        draw.shape(shape, RADIUS.control, "accent_soft" if current else "hover", edge, SIZE.selected_border)
        if current and focused:
            draw.shape(shape.adjusted(3, 3, -3, -3), RADIUS.key_hint, edge="accent")

    def _done(self, draw: Drawing, box: QRectF, row: RailRow) -> None:
        column = QRectF(box.left(), box.top(), TIME_RIGHT, box.height())
        draw.words(column, row.forecast, TIME, "text2", drawing.RIGHT)
        narrow = bool(row.slip) and box.width() < NARROW
        if not narrow:
            draw.icon(QRectF(WORDS_LEFT, box.top(), 18, box.height()), "check", "accent", 18)
        taken = 0.0
        if row.slip:
            rest = box.adjusted(0, 0, -RIGHT_MARGIN, 0)
            face = Face(13, 18, bold=True)
            taken = draw.words(rest, row.slip, face, "late", drawing.RIGHT) + SPACE.tight
        place = box.adjusted(WORDS_LEFT if narrow else DONE_LEFT, 0, -RIGHT_MARGIN - taken, 0)
        draw.words(place, row.title, TYPE.body, "text2")

    def _end(self, draw: Drawing, box: QRectF, row: RailRow) -> None:
        column = QRectF(box.left(), box.top(), TIME_RIGHT, box.height())
        colour = "late" if row.late else "text"
        draw.words(column, row.forecast, TIME_BOLD, colour, drawing.RIGHT)
        place = box.adjusted(WORDS_LEFT, 0, -RIGHT_MARGIN, 0)
        draw.words(place, row.title, TIME_BOLD)
        if row.planned and row.planned != row.forecast:
            draw.words(place, row.planned, TIME, "text3", drawing.RIGHT, struck=True)

    def _time(self, draw: Drawing, box: QRectF, row: RailRow) -> None:
        column = QRectF(box.left(), box.center().y() - 19, TIME_RIGHT, 18)
        colour = "late" if row.late else "text"
        if not row.planned or row.planned == row.forecast:
            column.moveCenter(QRectF(column.left(), box.top(), TIME_RIGHT, box.height()).center())
            draw.words(column, row.forecast, TIME_BOLD, colour, drawing.RIGHT)
            return
        draw.words(column, row.forecast, TIME_BOLD, colour, drawing.RIGHT)
        column.translate(0, 18)
        quiet = "text2" if row.state is RailState.CURRENT else "text3"  # text3 is too faint on the current step
        draw.words(column, row.planned, Face(13, 18), quiet, drawing.RIGHT, struck=True)

    def _title(self, draw: Drawing, box: QRectF, row: RailRow) -> None:
        place = box.adjusted(WORDS_LEFT, 0, -RIGHT_MARGIN, 0)
        current = row.state is RailState.CURRENT
        lines = self._lines(row) if current and self.heights is ROOMY else (row.detail,)
        if not (row.detail or row.locked):
            draw.words(place, row.title, CURRENT if current else TYPE.body)
            return
        top = box.center().y() - (19 + 9 * (len(lines) - 1))
        line = QRectF(place.left(), top, place.width(), 19)
        draw.words(line, row.title, CURRENT if current else TYPE.body)
        for text in lines:
            line.translate(0, 18.5 if text == lines[0] else 18)
            self._detail(draw, line, text, row.locked if text == lines[-1] else "")

    def _lines(self, row: RailRow) -> tuple[str, ...]:
        """What is told of the current step, on two lines where one is too short."""
        width = self.width - WORDS_LEFT - RIGHT_MARGIN
        metrics = QFontMetricsF(self.theme.font(TYPE.small))
        if row.locked or metrics.horizontalAdvance(row.detail) <= width:
            return (row.detail,)
        taken = row.detail.split(" ")
        for cut in range(len(taken) - 1, 0, -1):
            first = " ".join(taken[:cut])
            if metrics.horizontalAdvance(first) <= width:
                return (first, " ".join(taken[cut:]))
        return (row.detail,)

    def _detail(self, draw: Drawing, line: QRectF, text: str, locked: str) -> None:
        spoken = f"{text} · " if text and locked else text
        width = draw.words(line, spoken, TYPE.small, "text2")
        if locked:
            rest = line.adjusted(width, 0, 0, 0)
            box = QRectF(rest.left(), rest.top(), 15, rest.height())
            draw.icon(box, "lock-outline", "text2", 15)
            draw.words(rest.adjusted(19, 0, 0, 0), locked, TYPE.small, "text2")


def _height(row: RailRow, heights: Heights) -> int:
    return int(getattr(heights, row.state.value))


def _total(rows: tuple[RailRow, ...], heights: Heights) -> int:
    return sum(_height(row, heights) for row in rows)
