"""What stands beside the meeting when something is asked for: a small form at the right, left by Escape.

None of it is a window of its own, so that one key hides everything, and the ring is never covered.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from facilitator.language import Language
from ui.live import keys
from ui.live.fields import KeyGuard
from ui.live_run import commands
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import NumberField
from ui.widgets.heard import Role, hear_as
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label

LONGEST_MINUTES = 240
SECONDS = 60


class Panel(QFrame):
    """A title, what is in it, and at most two buttons; Enter does the main thing."""

    closed = Signal()
    agreed = Signal(object)
    """The main thing was asked for: a command, or what the panel says it is."""

    def __init__(self, theme: Theme, language: Language, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("ground", "surface")
        self.setAccessibleName(title)
        self.theme = theme
        self.language = language
        self.main: Button | None = None
        self.first: QWidget | None = None
        close = IconButton(theme, "close", language.text("Close (Esc)"))
        close.setObjectName("close_panel")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(Label(title, "section", wrap=True), 1)
        head.addWidget(close)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.tight)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE.near)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.roomy, SPACE.even, SPACE.roomy, SPACE.even)
        column.setSpacing(SPACE.near)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)

    def add_main(self, words: str, *, kind: str = "primary") -> Button:
        """The main button, and beside it the one that leaves without it."""
        cancel = Button(self.theme, self.language.text("Cancel"))
        cancel.setObjectName("cancel_panel")
        cancel.clicked.connect(self.closed)
        self.main = Button(self.theme, words, kind=kind)
        self.main.setObjectName("agree")
        self.main.clicked.connect(self.agree)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.main)
        return self.main

    def agree(self) -> None:
        """The main thing, as the fields say it now."""
        self.agreed.emit(self.wanted())

    def wanted(self) -> object:
        """What the main button asks for."""
        return None

    def begin(self) -> None:
        """The keyboard goes to the first field, else to the main button."""
        first = self.first or self.main
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.main is not None:
            self.agree()
        else:
            super().keyPressEvent(event)


class BeganPanel(Panel):
    """We began so many minutes before the key was pressed."""

    def __init__(self, theme: Theme, language: Language, guard: KeyGuard) -> None:
        super().__init__(theme, language, language.text("We began earlier"), "began_panel")
        self.minutes = _minutes(language, guard, 5)
        self.minutes.setAccessibleName(language.text("Minutes earlier"))
        self.first = self.minutes
        self.body.addWidget(Label(language.text("So many minutes before Start was pressed:"), "body", wrap=True))
        self.body.addWidget(self.minutes)
        self.body.addStretch(1)
        self.add_main(language.text("Move the start"))

    def wanted(self) -> object:
        return commands.BeganEarlier(seconds=self.minutes.value() * SECONDS)


class AddStepPanel(Panel):
    """A step that nobody had planned."""

    def __init__(self, theme: Theme, language: Language, guard: KeyGuard, after: str, after_title: str) -> None:
        super().__init__(theme, language, language.text("Add a step"), "add_step_panel")
        self._after = after
        self.title = QLineEdit()
        self.title.installEventFilter(guard)
        self.title.setObjectName("step_title")
        self.title.setAccessibleName(language.text("What the step is called"))
        self.title.setPlaceholderText(language.text("What the step is called"))
        self.minutes = _minutes(language, guard, 10)
        self.minutes.setAccessibleName(language.text("Minutes"))
        self.first = self.title
        self.body.addWidget(Label(language.text("After: {title}", title=after_title), "small", wrap=True))
        self.body.addWidget(self.title)
        self.body.addWidget(self.minutes)
        self.body.addStretch(1)
        self.add_main(language.text("Add"))

    def wanted(self) -> object:
        return commands.AddStep(title=self.title.text(), minutes=self.minutes.value(), after=self._after)


class CorrectPanel(Panel):
    """A turn was longer or shorter than the clock says, as when nobody pressed."""

    def __init__(self, theme: Theme, language: Language, guard: KeyGuard, spoke: Mapping[str, tuple[str, int]]) -> None:
        super().__init__(theme, language, language.text("Correct a turn"), "correct_panel")
        self._spoke = spoke
        self.member = QComboBox()
        self.member.setObjectName("correct_member")
        self.member.view().installEventFilter(guard)
        self.member.setAccessibleName(language.text("Whose turn"))
        for member, (name, _) in spoke.items():
            self.member.addItem(name, member)
        self.minutes = _minutes(language, guard, 0)
        self.minutes.setMinimum(0)
        self.minutes.setAccessibleName(language.text("Minutes"))
        self.seconds = NumberField(0, 59, suffix=f" {language.text('sec.')}")
        self.seconds.lineEdit().installEventFilter(guard)
        self.seconds.setObjectName("correct_seconds")
        self.seconds.setAccessibleName(language.text("Seconds"))
        self.first = self.member
        self.member.currentIndexChanged.connect(self._show)
        for widget in (self.member, self.minutes, self.seconds):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.add_main(language.text("Correct the turn"))
        self._show()

    def wanted(self) -> object:
        seconds = self.minutes.value() * SECONDS + self.seconds.value()
        return commands.CorrectTurn(member=self.member.currentData() or "", seconds=seconds)

    def _show(self) -> None:
        _, seconds = self._spoke.get(self.member.currentData() or "", ("", 0))
        self.minutes.setValue(seconds // SECONDS)
        self.seconds.setValue(seconds % SECONDS)


class KeysPanel(Panel):
    """Every key of the meeting, by what it is for."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme, language, language.text("All keys"), "keys_panel")
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SPACE.near, 0)
        column.setSpacing(SPACE.hair)
        told = language.text("The first key works where no text is being written, the second everywhere.")
        column.addWidget(Label(told, "small", wrap=True))
        for group, words in keys.GROUPS.items():
            column.addSpacing(SPACE.tight)
            column.addWidget(Label(language.text(words), "bold"))
            for each in (each for each in keys.ACTS if each.group == group):
                column.addLayout(self._row(each))
        column.addStretch(1)
        self.listed = QScrollArea()
        self.listed.setObjectName("key_list")
        hear_as(self.listed, Role.DOCUMENT)
        self.listed.setProperty("focusOutline", True)
        self.listed.setAccessibleName(language.text("All keys"))
        self.listed.setWidgetResizable(True)
        self.listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listed.setWidget(inner)
        self.first = self.listed
        self.body.addWidget(self.listed, 1)

    def _row(self, each: keys.Act) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.hair)
        row.addWidget(Label(self.language.text(each.words), "body", wrap=True), 1)
        for key in (each.key, each.twin):
            if key:
                row.addWidget(KeyHint(keys.printed(key, self.language)), 0, Qt.AlignmentFlag.AlignTop)
        return row


def _minutes(language: Language, guard: KeyGuard, value: int) -> NumberField:
    field = NumberField(1, LONGEST_MINUTES, suffix=f" {language.text('min.')}")
    field.lineEdit().installEventFilter(guard)
    field.setObjectName("minutes")
    field.setValue(value)
    return field
