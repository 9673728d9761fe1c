"""Small parts of the cockpit: the line that says something, and menus that the hide key still reaches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import Button
from ui.widgets.heard import announce
from ui.widgets.labels import Label

Action = tuple[str, str, Callable[[], None]]
"""Words, key, and what it does."""


class OneLine(Label):
    """A text on one line, shortened with an ellipsis where there is no more room; its tip has all of it."""

    def __init__(self, text: str = "", kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent=parent)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Shows a text."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self._whole if shown != self._whole else "")
        super().say(shown)


class Notice(QFrame):
    """One calm line over the step, with at most two things to do about it. `kind` is what it is about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("card", "late")
        self._theme = theme
        self.kind = ""
        self._icon = IconLabel(theme, "information-outline", "late")
        self.words = Label("", "body", wrap=True)
        self.words.setObjectName("notice_words")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE.tight)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.near, SPACE.tight, SPACE.near, SPACE.tight)
        row.setSpacing(SPACE.near)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addLayout(self._buttons)
        self.hide()

    def say(self, kind: str, words: str, actions: Sequence[Action] = ()) -> None:
        """Says this, in place of what was said before."""
        new = words != self.words.text() or not self.isVisible()
        self.kind = kind
        self.words.say(words)
        self.setAccessibleName(words)
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setObjectName("")
                old.hide()
                old.deleteLater()
        for place, (text, key, act) in enumerate(actions):
            first = "primary" if place == 0 else "secondary"
            button = Button(self._theme, text, kind=first, size="compact", key=key)
            button.setObjectName(f"notice_{place}")
            button.setAutoDefault(True)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
            button.show()  # at once, so that it can be given the keyboard
        self.show()
        if new and self.isVisible():  # while all is hidden, it is not said aloud either
            announce(self, words)

    def take_back(self, *kinds: str) -> None:
        """What was said of one of these is over."""
        if self.kind in kinds or not kinds:
            self.kind = ""
            self.hide()

    def focus_first(self) -> None:
        """The keyboard goes to the first thing to do, so that Enter does it."""
        first = self.findChild(Button, "notice_0")
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)


class LiveMenu(QMenu):
    """A menu that closes at once when the hide key is pressed, and passes the key on."""

    hide_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_F9:
            self.close()
            self.hide_pressed.emit()
        else:
            super().keyPressEvent(event)
