"""Asks on the page itself before something gets more readers: one line, a yes and a no."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.heard import announce
from ui.widgets.labels import Label


class Question(QFrame):
    """Nothing happens until yes is pressed. The keyboard stands on no, which Escape is too."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setProperty("card", "soft")
        text = around.language.text
        self._act: Callable[[], object] | None = None
        self._words = Label("", "body", wrap=True)
        self._no = Button(around.theme, text("Cancel"), size="compact")
        self._no.setObjectName("answer_no")
        self._no.clicked.connect(self.drop)
        self._yes = Button(around.theme, "", kind="tertiary", size="compact")
        self._yes.setObjectName("answer_yes")
        self._yes.clicked.connect(self._answered)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.even, SPACE.hair, SPACE.tight, SPACE.hair)
        row.addWidget(self._words, 1)
        row.addWidget(self._no)
        row.addWidget(self._yes)
        self.hide()

    def ask(self, words: str, yes: str, act: Callable[[], object]) -> None:
        """Puts the question; `act` is done on yes. A question that stood before is dropped."""
        self._act = act
        self._words.say(words)
        self._yes.setText(yes)
        self._yes.setAccessibleName(yes)
        self.setAccessibleName(words)
        self.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def drop(self) -> None:
        """Nothing is done."""
        self._act = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
            return
        super().keyPressEvent(event)

    def _answered(self) -> None:
        act = self._act
        self.drop()
        if act is not None:
            act()
