"""The quiet word that everything is saved, and when."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, hear_as

FACE = Face(14, 20, bold=True)
ICON = 18
GAP = 4


class SavedMark(QWidget):
    """A check and words, as `Gemt 9.33.41`; in the colour of lateness when saving has failed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved_mark")
        hear_as(self, Role.TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._text = ""
        self._trouble = False

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_saved(self, text: str, *, trouble: bool = False) -> None:
        """Says when it was saved last, or that it was not."""
        if (text, trouble) != (self._text, self._trouble):
            self._text, self._trouble = text, trouble
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(drawing.width_of(self._theme, FACE, self._text) + ICON + GAP + 2, SIZE.chip)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if not self._text:
            return
        draw = Drawing.on(self, self._theme)
        icon, colour = ("alert-circle-outline", "late") if self._trouble else ("check-circle-outline", "accent")
        draw.icon(QRectF(0, 0, ICON, draw.whole.height()), icon, colour, ICON)
        draw.words(draw.whole.adjusted(ICON + GAP, 0, 0, 0), self._text, FACE, colour)
