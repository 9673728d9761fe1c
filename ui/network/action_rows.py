"""Actions as rows: a box to tick, what was promised, by whom, and by when. Late ones say so in words and colour."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.attention import is_overdue
from facilitator.model.outcome import Action, ActionState
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.rows import RowDelegate, RowView
from ui.words import ACTION_STATES

INDENT = SPACE.roomy
WORDS_LEFT = INDENT + 32
DATE = 140  # the room for a date, with what is said of it


class ActionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One action: `note` is what is said under its date, `due` its date in words or nothing."""

    id: str
    text: str
    who: str
    due: str = ""
    note: str = ""
    late: bool = False
    over: bool = False

    def words(self) -> str:
        return ", ".join(part for part in (self.text, self.who, self.note, self.due) if part)


def action_rows(
    actions: Iterable[Action], names: Mapping[str, str], today: date, language: Language
) -> tuple[ActionRow, ...]:
    """The actions in words; `names` are those of everybody who may have promised one."""
    return tuple(_row(action, names, today, language) for action in actions)


def _row(action: Action, names: Mapping[str, str], today: date, language: Language) -> ActionRow:
    late = is_overdue(action, today)
    over = action.state is not ActionState.open
    who = [names.get(owner, language.text("former member")) for owner in action.owners]
    note = language.text("should have been done") if late else ""
    if over:
        note = language.text(ACTION_STATES[action.state])
    return ActionRow(
        id=action.id,
        text=" ".join(action.text.split()),
        who=language.join(who) if who else language.text("Nobody yet"),
        due=_day(action.due, today, language) if action.due else "",
        note=note,
        late=late,
        over=over,
    )


def _day(day: date, today: date, language: Language) -> str:
    return language.date_short(day) if abs((day - today).days) < 300 else language.date(day)  # noqa: PLR2004


class ActionList(RowView):
    """`ticked` by the box or Space; `chosen` by Enter or a click beside the box."""

    ticked = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_ActionDelegate(theme), name, parent)
        self._pressed_at: float | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Space and self.current_id():
            self.ticked.emit(self.current_id())
            event.accept()
            return
        self._pressed_at = None
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._pressed_at = event.position().x()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        event.accept()  # the first press has done it already, and another row may stand here now

    def _choose(self, index: QModelIndex) -> None:
        at, self._pressed_at = self._pressed_at, None
        if at is not None and at < self._delegate.theme.px(WORDS_LEFT):
            self.ticked.emit(self.rows.row(index.row()).id)
        else:
            super()._choose(index)


class _ActionDelegate(RowDelegate):
    def height(self, row: ActionRow) -> int:
        return SIZE.action_row

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: ActionRow) -> None:
        box = QRectF(option.rect)
        self.ground(draw, option)
        icon = "checkbox-marked" if row.over else "checkbox-blank-outline"
        draw.icon(QRectF(box.left() + INDENT, box.top(), SIZE.icon, box.height()), icon, "text2")
        right = box.right() - INDENT
        width = self._date(draw, box, right, row)
        words = QRectF(box.left() + WORDS_LEFT, box.top() + 7, right - width - box.left() - WORDS_LEFT, 20)
        draw.words(words, row.text, TYPE.body_strong, "text2" if row.over else "text")
        draw.words(QRectF(words.left(), words.top() + 19, words.width(), 18), row.who, TYPE.small, "text2")

    def _date(self, draw: Drawing, box: QRectF, right: float, row: ActionRow) -> float:
        """The date at the right, with what is said of it; the width that both took."""
        face = TYPE.body_strong if row.late else TYPE.body
        colour = "late" if row.late else "text2"
        date_width = drawing.width_of(draw.theme, face, row.due) + 2 if row.due else 0.0
        note_width = drawing.width_of(draw.theme, TYPE.small, row.note) + 2 if row.note else 0.0
        line = QRectF(right - DATE * 2, box.top(), DATE * 2, box.height() - 1)
        if row.note and row.due:
            line = QRectF(line.left(), box.top() + 7, line.width(), 20)
            draw.words(line.translated(0, 19), row.note, TYPE.small, colour, drawing.RIGHT)
        draw.words(line, row.due or row.note, face, colour, drawing.RIGHT)
        if row.late:
            icon = QRectF(right - date_width - SIZE.icon - 4, line.top(), SIZE.icon, line.height())
            draw.icon(icon, "clock-alert-outline", "late", 18)
            date_width += SIZE.icon + 4
        return max(date_width, note_width) + SPACE.near if row.due or row.note else 0.0
