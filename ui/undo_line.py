"""What was done last, and the way back: the same line, and the same keys, on every page where something is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.heard import announce
from ui.widgets.labels import Label
from ui.widgets.undo_keys import REDO, REDO_TOO, UNDO

if TYPE_CHECKING:
    from ui.workspace import Act


class UndoLine(QFrame):
    """One calm line at the foot of a page: the latest act about its network or meeting, until the page is left.

    Ctrl+Z takes it back, then the one before it; Ctrl+Y does again what was taken back.
    """

    def __init__(self, around: Surroundings, about: str, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("undo_line")
        self.setProperty("card", "soft")
        self._around = around
        self._page = page
        self._history = around.workspace.history
        self._about = about
        self._before = self._history.latest(about)  # what was done elsewhere is not told here anew
        text = around.language.text
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.even, SPACE.hair, SPACE.tight, SPACE.hair)
        self._words = Label("", "body")
        self.button = Button(around.theme, text("Undo"), kind="tertiary", size="compact", icon="undo", key="Ctrl+Z")
        self.button.setObjectName("undo")
        self.button.setAccessibleName(text("Undo"))
        self.button.clicked.connect(self.undo)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        for key, act in ((UNDO, self.undo), (REDO, self.redo), (REDO_TOO, self.redo)):
            QShortcut(key, page, act)
        self._history.changed.connect(self._show_latest)
        self._history.taken_back.connect(self._tell_taken_back)
        self._history.done_again.connect(self._tell_done_again)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def undo(self) -> None:
        """Takes the latest back."""
        self._history.undo(self._about)

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._history.redo(self._about)

    def _show_latest(self) -> None:
        latest = self._history.latest(self._about)
        if latest is None or latest is self._before:
            self.hide()
            return
        self._say(self._told(latest))
        self.button.show()

    def _tell_taken_back(self, act: Act) -> None:
        self._tell(self._around.language.text("Undone: {what} Ctrl+Y does it again.", what=self._told(act)))

    def _tell_done_again(self, act: Act) -> None:
        self._tell(self._around.language.text("Done again: {what}", what=self._told(act)))

    def _tell(self, words: str) -> None:
        """Says what has become of an act; the button still has the one before it."""
        if self._page.isVisible():
            self._say(words)
            self.button.setVisible(self._history.latest(self._about) is not None)

    def _told(self, act: Act) -> str:
        from ui.told import told

        return told(act, self._around.workspace, self._around.language)

    def _say(self, words: str) -> None:
        if words != self._words.text() or not self.isVisible():
            self._words.say(words)
            self.setAccessibleName(words)
            self.show()
            announce(self, words)
