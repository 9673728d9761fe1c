"""What was just done, and the way back: the same line on every page that has one."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

WayBack = Callable[[], object]


class UndoLine(QFrame):
    """One calm line at the foot of the page: what was done, and the way back, which Ctrl+Z takes too."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo_line")
        self.setProperty("card", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.even, SPACE.hair, SPACE.tight, SPACE.hair)
        self._words = Label("", "body")
        self.button = Button(
            around.theme, around.language.text("Undo"), kind="tertiary", size="compact", icon="undo", key="Ctrl+Z"
        )
        self.button.setObjectName("undo")
        self.button.setAccessibleName(around.language.text("Undo"))
        self.button.clicked.connect(self.undo)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self._ways: list[tuple[str, WayBack]] = []
        self.hide()

    def offer(self, text: str, way_back: WayBack) -> None:
        """Says what was done and how it is taken back; what was offered before comes after it."""
        self._ways.append((text, way_back))
        self._show_latest()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def undo(self) -> None:
        """Takes the latest back, then the one before it."""
        if not self._ways:
            return
        _, way_back = self._ways.pop()
        self._show_latest()
        way_back()

    def forget(self) -> None:
        """Nothing can be taken back any more."""
        self._ways.clear()
        self._show_latest()

    def _show_latest(self) -> None:
        if self._ways:
            words, _ = self._ways[-1]
            self._words.say(words)
            self.setAccessibleName(words)
        self.setVisible(bool(self._ways))
