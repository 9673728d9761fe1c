"""The one calm line at the foot of the window: what was done, or why it was not. It goes by itself, or on Esc."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import IconButton
from ui.widgets.heard import announce
from ui.widgets.labels import Label

SHOWN_FOR = 8_000  # milliseconds: twice what reading three short sentences takes
SHOWN_LATE = 30_000


class FootLine(QFrame):
    """Says one sentence, also to a screen reader."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot_line")
        self.setProperty("ground", "nav")
        self.setProperty("rule", "top")
        self._words = Label("", "body", wrap=True)
        self._words.setObjectName("foot_words")
        self._close = IconButton(around.theme, "close", around.language.text("Close"))
        self._close.setObjectName("foot_close")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.page, SPACE.tight, SPACE.near, SPACE.tight)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self._hushed = False
        self._waiting: tuple[str, bool] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, or said last."""
        return self._words.text()

    def surround(self, around: Surroundings) -> None:
        """Another theme or language; what was said was in the old one."""
        self._close.set_theme(around.theme)
        self._close.setToolTip(around.language.text("Close"))
        self._close.setAccessibleName(around.language.text("Close"))
        self.hide()

    def hush(self, hushed: bool) -> None:
        """While it is hushed nothing is shown or said aloud; what was said last in that time is shown after it."""
        waiting, self._waiting, self._hushed = self._waiting, None, hushed
        if hushed:
            self.hide()
        elif waiting is not None:
            words, late = waiting
            self.say(words, late=late)

    def say(self, words: str, *, late: bool = False) -> None:
        """Show the sentence; `late` where something could not be done, which stays longer."""
        if self._hushed:
            self._waiting = (words, late) if words else None
            return
        if not words:
            self.hide()
            return
        self._words.set_kind("late" if late else "body")
        self._words.say(words)
        self.setAccessibleName(words)
        self.show()
        self._timer.start(SHOWN_LATE if late else SHOWN_FOR)
        announce(self, words)
