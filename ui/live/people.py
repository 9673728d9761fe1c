"""Who is here: marked with two keys each, the first letter of the name and what is true of them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.attendance import HERE, Status, arrival
from ui.live import keys
from ui.live.panels import Panel
from ui.live.sight import Sight
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.buttons import Button
from ui.widgets.drawing import Drawing
from ui.widgets.flow import Flow
from ui.widgets.rows import RowDelegate, RowView

BY_KEY = {
    Qt.Key.Key_Return: "here",
    Qt.Key.Key_Enter: "here",
    Qt.Key.Key_Delete: "excused",
    Qt.Key.Key_End: "left",
    Qt.Key.Key_Backspace: "expected",
}


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, and how it is with them."""

    id: str
    name: str
    status: str
    here: bool

    def words(self) -> str:
        return f"{self.name}, {self.status}" if self.status else self.name


def status_words(language: Language, status: Status) -> str:
    """An attendance as it is written in the list."""
    match status:
        case Status.present:
            return language.choice("attendance", "present")
        case Status.late:
            return language.choice("attendance", "came later")
        case Status.left_early:
            return language.choice("attendance", "left early")
        case Status.excused:
            return language.choice("attendance", "apologies")
        case Status.absent:
            return language.choice("attendance", "absent")
    return language.choice("attendance", "expected")


def person_rows(sight: Sight) -> tuple[PersonRow, ...]:
    """The roster by name, with what has been said of each."""
    language = sight.language
    rows = [
        PersonRow(
            id=member,
            name=sight.name(member),
            status=status_words(language, sight.attendance.get(member, Status.expected)),
            here=sight.attendance.get(member, Status.expected) in HERE,
        )
        for member in sight.roster
    ]
    return tuple(sorted(rows, key=lambda row: language.sort_key(row.name)))


def status_for(act: str, sight: Sight) -> Status:
    """What a mark comes to; "here" is present, or came later by the rule of arrival."""
    match act:
        case "excused":
            return Status.excused
        case "left":
            return Status.left_early
        case "expected":
            return Status.expected
        case "absent":
            return Status.absent
    return arrival(sight.view.run_elapsed if sight.live and sight.view is not None else 0)


class MarkedList(RowView):
    """A list whose row with the keyboard is marked by a key."""

    marked = Signal(str, str)
    """Which row, and what it is marked as."""

    def __init__(
        self, delegate: RowDelegate, name: str, by_key: Mapping[Qt.Key, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(delegate, name, parent)
        self._by_key = by_key

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        act = self._by_key.get(Qt.Key(event.key()))
        if act is not None and self.current_id() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.marked.emit(self.current_id(), act)
        else:
            super().keyPressEvent(event)

    def mark(self, act: str) -> None:
        """Marks what has the keyboard."""
        if self.current_id():
            self.marked.emit(self.current_id(), act)


class PeopleList(MarkedList):
    """Who is here: the first letters of a name go to it, and it is marked here, excused, left or expected."""

    def __init__(self, theme: Theme, name: str = "people", parent: QWidget | None = None) -> None:
        super().__init__(_PeopleDelegate(theme), name, BY_KEY, parent)


class PeoplePanel(Panel):
    """Attendance while the meeting runs, and who gets the turn."""

    marked = Signal(str, str)

    def __init__(self, theme: Theme, language: Language, *, title: str, name: str, marks: bool) -> None:
        super().__init__(theme, language, title, name)
        self.list = PeopleList(theme)
        self.list.setAccessibleName(title)
        self.first = self.list
        if marks:
            self.list.marked.connect(self.marked)
        else:
            self.list.marked.connect(lambda member, act: self.agreed.emit(member) if act == "here" else None)
            self.list.clicked.connect(lambda _: self.agreed.emit(self.list.current_id()))
        self.body.addWidget(self.list, 1)
        if marks:
            self.body.addLayout(mark_buttons(theme, language, self.list))

    def show_people(self, rows: tuple[PersonRow, ...]) -> None:
        """Shows how it is with everybody."""
        self.list.show_rows(rows)
        if rows and not self.list.current_id():
            self.list.go_to(rows[0].id)


def mark_buttons(theme: Theme, language: Language, people: PeopleList) -> Flow:
    """The same marks for a mouse, each with its key."""
    row = Flow(gap=SPACE.tight)
    marks = (
        ("here", language.choice("attendance", "Here")),
        ("excused", language.choice("attendance", "Apologies")),
        ("left", language.choice("attendance", "Left early")),
    )
    for act, words in marks:
        button = Button(theme, words, size="compact")
        button.setObjectName(f"mark_{act}")
        key = keys.printed(keys.act(act).key, language)
        button.setToolTip(key)
        button.setAccessibleDescription(key)
        button.clicked.connect(lambda _=False, act=act: people.mark(act))
        row.addWidget(button)
    return row


class _PeopleDelegate(RowDelegate):
    def height(self, row: PersonRow) -> int:
        return SIZE.member_row + SPACE.hair

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: PersonRow) -> None:
        chosen = self.picked(draw, option)
        inner = QRectF(option.rect).adjusted(SPACE.near, 0, -SPACE.near, 0)
        taken = draw.words(inner, row.status, TYPE.small, "text2", drawing.RIGHT)
        inner.setRight(inner.right() - taken - SPACE.tight)
        quiet = "text2" if chosen else "text3"  # on the ground of the chosen row text3 is too faint to read
        draw.words(inner, row.name, TYPE.body, "text" if row.here else quiet)
