"""A primary button with a second half that opens a menu: the usual way at once, the others behind the arrow."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.drawing import Drawing

ARROW = 39


class SplitButton(QToolButton):
    """`clicked` for the words; the menu belongs to the arrow, and to Down or Alt+Down on the keyboard."""

    def __init__(self, theme: Theme, text: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setProperty("split", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        words = drawing.width_of(self._theme, TYPE.body_strong, self.text())
        return self._theme.size(words + 2 * SPACE.even + ARROW + 4, SIZE.button)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        draw = Drawing.on(self, self._theme)
        arrow = QRectF(draw.whole.width() - ARROW - 1, 0, ARROW, draw.whole.height())
        draw.icon(arrow, "chevron-down", "on_accent" if self.isEnabled() else "text3")
