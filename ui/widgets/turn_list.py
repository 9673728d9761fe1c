"""Who has spoken, who speaks and who is next; the same list shows the parts of a step."""

from enum import StrEnum

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.rows import RowDelegate, RowView

INSET = 8  # the ground of the current row, from the edges of the card
ICON_LEFT = 16
NAME_LEFT, NAME_LEFT_NARROW = 50, 40
NARROW = 200  # px of the design: under that a name goes before the word for its place in the list
DETAIL = 18  # what a line under the current name adds
BAR = 6
GAP = 4


class TurnState(StrEnum):
    """Where a turn or a part is."""

    DONE = "done"
    CURRENT = "current"
    NEXT = "next"
    WAITING = "waiting"


class TurnRow(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker or a part: the name, and at the right its time or a word, as `næste`.

    `share` is how much of the current one's time is used, from 0 to 1; below 0 there is no bar.
    """

    id: str
    name: str
    state: TurnState
    time: str = ""
    detail: str = ""
    share: float = -1.0
    mark: bool = False
    spoken: str = ""

    def words(self) -> str:
        return self.spoken or ", ".join(part for part in (self.name, self.detail, self.time) if part)


class TurnList(QFrame):
    """A card with the list; a name chosen by click or Enter tells who it is by `chosen`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("turn_list")
        self.setProperty("card", "true")
        self._theme = theme
        self._title = Label("", "bold")
        self._note = ElidedLabel("", "small")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setContentsMargins(ICON_LEFT, 0, ICON_LEFT, 0)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        self.view = RowView(_TurnDelegate(theme), "turns", self)
        self.view.chosen.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 14, 1, 5)
        layout.setSpacing(9)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self._in_view: list[str] = []

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._note.setVisible(self._theme.room(self.width()) >= NARROW)

    def show_list(self, title: str, note: str, rows: tuple[TurnRow, ...]) -> None:
        """Shows the list as things stand; the current row, and the next one with it, are kept in view."""
        if self._title.text() != title:
            self._title.setText(title)
            self.view.setAccessibleName(title)
        self._note.say(note)
        # A bar that grows by less than a hundredth looks no different.
        self.view.show_rows([msgspec.structs.replace(row, share=round(row.share, 2)) for row in rows])
        in_view = [row.id for row in rows if row.state in {TurnState.NEXT, TurnState.CURRENT}]
        if in_view != self._in_view:
            for row_id in reversed(in_view):  # should there be no room for both, the current one is seen
                self.view.scrollTo(self.view.rows.index(self.view.rows.place(row_id)))
        self._in_view = in_view


class _TurnDelegate(RowDelegate):
    def height(self, row: TurnRow) -> int:
        match row.state:
            case TurnState.CURRENT:
                extra = (DETAIL if row.detail else 0) - (14 if row.share < 0 else 0)
                return SIZE.turn_row_current + 6 + extra
            case TurnState.NEXT:
                return SIZE.turn_row_next
            case _:
                return SIZE.turn_row

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: TurnRow) -> None:
        box = QRectF(option.rect)
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if row.state is TurnState.CURRENT:
            self._current(draw, box, row)
        else:
            if state & QStyle.StateFlag.State_MouseOver:
                draw.shape(box.adjusted(INSET, 0, -INSET, 0), RADIUS.control, "hover")
            self._plain(draw, box, row)
        if focused:
            outline = box.adjusted(INSET, 1, -INSET, -1)
            draw.shape(outline, RADIUS.control, edge="accent", line=SIZE.focus_line)

    def _plain(self, draw: Drawing, box: QRectF, row: TurnRow) -> None:
        symbols = {TurnState.DONE: "check", TurnState.NEXT: "arrow-right"}
        mark = QRectF(ICON_LEFT, box.top(), 18, box.height())
        if row.state in symbols:
            draw.icon(mark, symbols[row.state], "accent", 18)
        coming = row.state is TurnState.NEXT
        narrow = box.width() < NARROW
        place = box.adjusted(NAME_LEFT_NARROW if narrow else NAME_LEFT, 0, -INSET if narrow else -ICON_LEFT, 0)
        face = Face(13, 18, bold=True) if row.mark else TYPE.body
        colour = "accent" if row.mark else "text2"
        taken = draw.words(place, row.time, face, colour, drawing.RIGHT) if row.time and not (narrow and coming) else 0
        place.setRight(place.right() - taken - INSET)
        name = TYPE.strong if coming else TYPE.body
        draw.words(place, row.name, name, "text" if coming else "text2")

    def _current(self, draw: Drawing, box: QRectF, row: TurnRow) -> None:
        shape = box.adjusted(INSET, 3, -INSET, -3)
        draw.shape(shape, RADIUS.control, "accent_soft")
        line = QRectF(ICON_LEFT, shape.top() + 3, box.width() - 2 * ICON_LEFT, 28)
        name = ICON_LEFT if box.width() < NARROW else NAME_LEFT  # the ground alone says who speaks, where it must
        if name == NAME_LEFT:
            draw.icon(QRectF(line.left(), line.top(), 22, line.height()), "account-voice", "accent", 22)
        taken = draw.words(line, row.time, TYPE.speaker, "text", drawing.RIGHT)
        place = line.adjusted(name - ICON_LEFT, 0, -taken - INSET, 0)
        draw.words(place, row.name, TYPE.speaker)
        if row.detail:
            under = line.adjusted(name - ICON_LEFT, 26, 0, 18)
            under.setHeight(DETAIL)
            draw.words(under, row.detail, TYPE.small, "text2")
        if row.share >= 0:
            self._bar(draw, QRectF(line.left(), shape.bottom() - 8 - BAR, line.width(), BAR), row.share)

    def _bar(self, draw: Drawing, bar: QRectF, share: float) -> None:
        draw.shape(bar, BAR / 2, "track")
        used = QRectF(bar.left(), bar.top(), max(BAR, bar.width() * min(1.0, share)), BAR)
        draw.shape(used, BAR / 2, "late_fill" if share > 1 else "accent")
        if share > 1:  # a gap where the time that there was ended, since a colour alone would not say it
            end = bar.left() + bar.width() / share
            draw.painter.fillRect(QRectF(end - GAP / 2, bar.top(), GAP, BAR), draw.theme.colour("accent_soft"))
