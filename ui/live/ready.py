"""What was promised before, at hand in the meeting: one key each says that it is done, still open, or dropped.

Who is away is not asked: what they promised stays open, and the keyboard goes on to the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem

from facilitator.language import Language
from facilitator.model.audience import Audience
from facilitator.model.outcome import Action, ActionState
from ui.live import keys
from ui.live.aloud import who_and_when
from ui.live.panels import Panel
from ui.live.people import MarkedList
from ui.live.sight import AWAY, Sight
from ui.live.written import audience_words
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.buttons import Button
from ui.widgets.drawing import Drawing
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.rows import RowDelegate
from ui.workspace import Ready

if TYPE_CHECKING:
    from ui.live.page import LivePage

LOOKS_BACK = frozenset({"since-last", "case-followup"})
"""The methods in whose steps what was promised is taken up."""
MARKS: Mapping[str, ActionState] = {
    "promise_done": ActionState.done,
    "promise_open": ActionState.open,
    "promise_dropped": ActionState.dropped,
}
BY_KEY = {
    Qt.Key.Key_Return: "promise_done",
    Qt.Key.Key_Enter: "promise_done",
    Qt.Key.Key_Backspace: "promise_open",
    Qt.Key.Key_Delete: "promise_dropped",
}


class ReadyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A promise: whose and by when under it, and how it stands at its right."""

    id: str
    text: str
    detail: str
    state: str
    open: bool
    away: bool

    def words(self) -> str:
        return ", ".join(part for part in (self.text, self.detail, self.state) if part)


def ready_rows(sight: Sight, actions: tuple[Action, ...], states: Mapping[str, ActionState]) -> tuple[ReadyRow, ...]:
    """The promises as they stand; `states` are those that were said here."""
    return tuple(_row(sight, action, states.get(action.id, action.state)) for action in actions)


def _row(sight: Sight, action: Action, state: ActionState) -> ReadyRow:
    language = sight.language
    away = bool(action.owners) and all(sight.attendance.get(owner) in AWAY for owner in action.owners)
    gone = language.text("away today: stays open") if away and state is ActionState.open else ""
    words = {
        ActionState.open: "",
        ActionState.done: language.choice("action", "done"),
        ActionState.dropped: language.choice("action", "dropped"),
    }
    private = action.audience is Audience.private
    return ReadyRow(
        id=action.id,
        text=audience_words(language, action.audience) if private else " ".join(action.text.split()),
        detail=" · ".join(part for part in (who_and_when(sight, language, action), gone) if part),
        state=words[state],
        open=state is ActionState.open,
        away=away,
    )


class ReadyList(MarkedList):
    """The promises; a key says how one stands: promise_done, promise_open or promise_dropped."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_ReadyDelegate(theme), "ready_list", BY_KEY)


class ReadyPanel(Panel):
    """The list beside the meeting, with the same marks for a mouse."""

    marked = Signal(str, str)

    def __init__(self, theme: Theme, language: Language, cases: str) -> None:
        super().__init__(theme, language, language.text("Since last"), "ready_panel")
        self.list = ReadyList(theme)
        self.list.setAccessibleName(language.text("Open actions"))
        self.list.marked.connect(self.marked)
        self.first = self.list
        if cases:
            self.body.addWidget(Label(cases, "body", wrap=True))
        self.body.addWidget(self.list, 1)
        row = Flow(gap=SPACE.tight)
        for act in MARKS:
            button = Button(theme, language.text(keys.act(act).words), size="compact")
            button.setObjectName(act)
            button.setToolTip(keys.printed(keys.act(act).key, language))
            button.clicked.connect(lambda _=False, act=act: self.mark(act))
            row.addWidget(button)
        self.body.addLayout(row)

    def mark(self, act: str) -> None:
        """Marks the promise that has the keyboard."""
        if self.list.current_id():
            self.marked.emit(self.list.current_id(), act)

    def show_ready(self, rows: tuple[ReadyRow, ...]) -> None:
        """Shows how they stand."""
        self.list.show_rows(rows)
        if rows and not self.list.current_id():
            first = next((row for row in rows if row.open and not row.away), rows[0])
            self.list.go_to(first.id)


class SinceLast(QObject):
    """What stands ready for the meeting of a page, and what has been said of it here."""

    def __init__(self, page: LivePage) -> None:
        super().__init__(page)
        self._page = page
        self._ready: Ready = page.workspace.ready_for(page.meeting.session)
        self._said: dict[str, ActionState] = {}

    def told(self) -> str:
        """How many promises are open, in a few words; nothing where none is."""
        left = sum(self._said.get(action.id, action.state) is ActionState.open for action in self._ready.actions)
        return self._page.language.count("{n} open action", "{n} open actions", left) if self._ready.actions else ""

    def open(self) -> None:
        """Puts the list beside the meeting."""
        page = self._page
        if not self._ready.actions and not self._ready.cases:
            page.tell("refused", page.language.text("Nothing from earlier meetings is waiting."))
            return
        panel = ReadyPanel(page.theme, page.language, self._cases())
        panel.marked.connect(self.mark)
        self.show(panel, page.sight())
        page.beside.open(panel)

    def show(self, panel: ReadyPanel, sight: Sight) -> None:
        """Shows it as it stands."""
        panel.show_ready(ready_rows(sight, self._ready.actions, self._said))

    def mark_chosen(self, act: str) -> None:
        """Marks the promise that has the keyboard, where the list is open."""
        panel = self._page.beside.panel
        if isinstance(panel, ReadyPanel):
            panel.mark(act)

    def mark(self, action_id: str, act: str) -> None:
        """How that promise stands; the keyboard goes to the next open one. A rehearsal only seems to do it."""
        page = self._page
        action = next(each for each in self._ready.actions if each.id == action_id)
        before, state = self._said.get(action_id, action.state), MARKS[act]
        self._said[action_id] = state
        if state is not before and not page.sight().rehearsal:
            page.workspace.set_action_state(action, state)
        page.refresh()
        panel = page.beside.panel
        if isinstance(panel, ReadyPanel):
            self._go_on(panel, action_id)

    def _go_on(self, panel: ReadyPanel, action_id: str) -> None:
        rows = ready_rows(self._page.sight(), self._ready.actions, self._said)
        place = next(at for at, row in enumerate(rows) if row.id == action_id)
        following = next((row for row in rows[place + 1 :] if row.open and not row.away), None)
        if following is not None:
            panel.list.go_to(following.id)

    def _cases(self) -> str:
        sight, language = self._page.sight(), self._page.language
        owners = [sight.called(case.owner) for case in self._ready.cases if case.owner]
        return language.text("Case last time: {names}. How did it go?", names=language.join(owners)) if owners else ""


class _ReadyDelegate(RowDelegate):
    def height(self, row: ReadyRow) -> int:
        return SIZE.action_row

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: ReadyRow) -> None:
        chosen = self.picked(draw, option)
        inner = QRectF(option.rect).adjusted(SPACE.near, SPACE.hair, -SPACE.near, -SPACE.hair)
        taken = draw.words(inner, row.state, TYPE.small, "text2", drawing.RIGHT)
        upper = QRectF(inner.left(), inner.top(), inner.width() - taken - SPACE.tight, inner.height() / 2)
        quiet = "text2" if chosen else "text3"
        draw.words(upper, row.text, TYPE.body, "text" if row.open and not row.away else quiet)
        draw.words(upper.translated(0, inner.height() / 2), row.detail, TYPE.small, quiet)
