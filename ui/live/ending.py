"""The end of a meeting: what was decided read aloud, who is still only expected, and what was never added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.audience import WayOut, allowed
from facilitator.model.outcome import AnyOutcome
from ui.live import keys
from ui.live.aloud import AloudList, aloud_rows
from ui.live.capture import Half
from ui.live.fields import KeyGuard
from ui.live.panels import Panel
from ui.live.sight import Sight
from ui.live.written import audience_words, kind_counts
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled
from ui.widgets.segments import Choice, Segments
from ui.widgets.switch import Switch


@dataclass(frozen=True)
class Ending:
    """What was answered: who did not come, and whether the half sentence is to be added first."""

    away: tuple[str, ...]
    add_half: bool


class FinishPanel(Panel):
    """One look before the end. Whoever is still expected counts as having come, unless one says otherwise.

    The arrow keys go through what was decided and promised; Enter on one of them puts it right, and elsewhere ends the
    meeting.
    """

    read_changed = Signal()
    """Another decision or action is being read, or the wall is to show it from now on, or no longer."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        guard: KeyGuard,
        expected: Sequence[tuple[str, str]],
        half: Half | None,
    ) -> None:
        super().__init__(theme, language, language.text("Finish the meeting"), "finish_panel")
        self.aloud = AloudList(theme, guard)
        self._shown: tuple[object, ...] = ()
        self._going = Label("", "body", wrap=True)
        self._came: dict[str, Segments] = {}
        self._half: Segments | None = None
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SPACE.near, 0)
        column.setSpacing(SPACE.tight)
        self._add_aloud(column)
        column.addWidget(self._going)
        if half is not None:
            self._ask_half(column, half)
        if expected:
            column.addSpacing(SPACE.tight)
            column.addWidget(Label(language.text("Not marked yet. Did they come?"), "bold", wrap=True))
            for member, name in expected:
                self._ask(column, member, name)
        column.addStretch(1)
        self._scroll = scrolled(inner, gives_way=True)
        self.body.addWidget(self._scroll, 1)
        self.add_main(language.text("Finish the meeting"))
        for button in self.findChildren(Button):
            button.installEventFilter(self)

    def show_outcomes(self, sight: Sight, outcomes: Sequence[AnyOutcome]) -> None:
        """Shows what was written as it is now."""
        rows = aloud_rows(sight, outcomes)
        shown = (rows, tuple(outcomes), self.aloud.viewport().width())
        if shown == self._shown:  # asked each second; the height of the list lays out every text
            return
        self._shown = shown
        self.aloud.show_rows(rows)
        self.aloud.setFixedHeight(self.aloud.total_height())
        for widget in self._about_aloud:
            widget.setVisible(bool(rows))
        self._going.say(_going(self.language, outcomes))

    def tell_wall(self, words: str) -> None:
        """Says why the wall does not show what is read, or nothing."""
        self._wall_told.say(words)
        self._wall_told.setVisible(bool(words))

    def reading(self) -> str:
        """The id of what the wall is to show, or nothing."""
        return self.aloud.current_id() if self.on_wall.isChecked() else ""

    def show_on_wall(self) -> None:
        """The wall shows what is being read, from the first on; or no longer."""
        if not self.aloud.current_id() and self.aloud.rows.rowCount():
            self.aloud.go_to(self.aloud.rows.row(0).id)
        self.on_wall.toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Up and down on a button go to what is read aloud, where Qt would go to the next button."""
        pressed = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if pressed in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.aloud.rows.rowCount():
            self.aloud.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.aloud.current_id():
                self.aloud.go_to(self.aloud.rows.row(0).id)
            return True
        return super().eventFilter(watched, event)

    def wanted(self) -> object:
        away = tuple(member for member, answer in self._came.items() if answer.chosen_id() == "away")
        return Ending(away, self._half is not None and self._half.chosen_id() == "add")

    def _add_aloud(self, column: QVBoxLayout) -> None:
        """What is read aloud, one by one, with a switch for the wall."""
        language = self.language
        heading = Label(language.text("Read aloud, one by one"), "bold", wrap=True)
        self.aloud.setAccessibleName(heading.text())
        hint = Label(language.text("Arrow down: the next. Enter: put it right. Delete: remove it."), "small", wrap=True)
        words = language.text("Show it on the wall")
        self.on_wall = Switch(self.theme, words)
        self.on_wall.setObjectName("on_wall")
        self.on_wall.toggled.connect(self.read_changed)
        self.aloud.moved.connect(self.read_changed)
        self.aloud.moved.connect(self._keep_in_sight)
        key = KeyHint(keys.twin_of("read_out", language))
        beside = Label(words, "body")
        wall = QHBoxLayout()
        wall.setSpacing(SPACE.tight)
        about_wall: tuple[QWidget, ...] = (self.on_wall, beside, key)
        for widget in about_wall:
            wall.addWidget(widget)
        wall.addStretch(1)
        listed: tuple[QWidget, ...] = (heading, self.aloud, hint)
        for widget in listed:
            column.addWidget(widget)
        column.addLayout(wall)
        self._wall_told = Label("", "small", wrap=True)
        self._wall_told.setObjectName("wall_told_of_read")
        self._wall_told.hide()
        column.addWidget(self._wall_told)
        self._about_aloud = (*listed, *about_wall)

    def _keep_in_sight(self) -> None:
        """What is being read is scrolled to: the list itself is as high as all that is in it."""
        box = self.aloud.visualRect(self.aloud.currentIndex())
        inside = self._scroll.widget()
        if box.isValid() and inside is not None:
            middle = self.aloud.viewport().mapTo(inside, box.center())
            self._scroll.ensureVisible(0, middle.y(), 0, box.height())

    def _ask(self, column: QVBoxLayout, member: str, name: str) -> None:
        language = self.language
        answer = Segments((Choice("came", language.text("Came")), Choice("away", language.text("Absent"))), dense=True)
        answer.setObjectName(f"came_{member}")
        answer.setAccessibleName(name)
        row = QHBoxLayout()
        row.addWidget(Label(name, "body"), 1)
        row.addWidget(answer)
        column.addLayout(row)
        self._came[member] = answer

    def _ask_half(self, column: QVBoxLayout, half: Half) -> None:
        language = self.language
        column.addSpacing(SPACE.tight)
        told = language.text("Written and not added ({audience}):", audience=audience_words(language, half.audience))
        column.addWidget(Label(told, "bold", wrap=True))
        lines = len(half.text.splitlines())
        column.addWidget(Label(language.count("{n} line", "{n} lines", lines), "small"))
        choices = (Choice("add", language.text("Add it")), Choice("keep", language.text("Leave it")))
        self._half = Segments(choices, dense=True)
        self._half.setObjectName("add_half")
        self._half.setAccessibleName(told)
        column.addWidget(self._half)


def _going(language: Language, outcomes: Sequence[AnyOutcome]) -> str:
    """What goes into the minutes, counted by kind."""
    going = allowed(outcomes, WayOut.minutes)
    if not going:
        return language.text("Nothing that was written goes into the minutes.")
    return language.text("Into the minutes go {kinds}.", kinds=language.join(kind_counts(language, going)))
