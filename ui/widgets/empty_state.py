"""What a page shows when there is nothing yet: one sentence, and the one thing to do about it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

WIDTH = 420
LEAST = 200


class EmptyState(QWidget):
    """One sentence and at most one button; `pressed` when that is pressed."""

    pressed = Signal()

    def __init__(
        self, theme: Theme, text: str, action: str = "", *, kind: str = "secondary", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._text = Label(text, "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(theme, action, kind=kind)
        self.button.setObjectName("empty_action")
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.wide, SPACE.wide, SPACE.wide, SPACE.wide)
        layout.setSpacing(SPACE.even)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.setAlignment(self._text, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.button)
        layout.setAlignment(self.button, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(LEAST + 2 * SPACE.wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as there is room for, and as high as the sentence then is: a centred label is not asked by itself."""
        self._text.ensurePolished()
        self._text.setFixedWidth(max(LEAST, min(WIDTH, self.width() - 2 * SPACE.wide)))
        self._text.setFixedHeight(max(0, self._text.heightForWidth(self._text.width())))

    def show_words(self, text: str, action: str = "") -> None:
        """Other words, as when the language is switched."""
        self._text.say(text)
        self._fit()
        self.button.setText(action)
        self.button.setVisible(bool(action))
