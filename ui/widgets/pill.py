"""Behind or ahead, in words, in one pill over the middle of the cockpit."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, hear_as

ICON = 24
PADDING = 18


class Pill(QWidget):
    """A short sentence on late_soft when behind, on a neutral ground when on time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pill")
        hear_as(self, Role.TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._shown = ("", "", False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_pill(self, icon: str, text: str, *, late: bool) -> None:
        """Shows how the meeting stands against its plan."""
        if (icon, text, late) != self._shown:
            longer = len(text) != len(self._shown[1])
            self._shown = (icon, text, late)
            self.setAccessibleName(text)
            if longer:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        width = drawing.width_of(self._theme, TYPE.pill, self._shown[1])
        return self._theme.size(width + ICON + SPACE.tight + 2 * PADDING + 4, SIZE.pill)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        icon, text, late = self._shown
        if not text:
            return
        draw = Drawing.on(self, self._theme)
        box = draw.whole
        draw.shape(box, box.height() / 2, "late_soft" if late else "sunken")
        left = float(PADDING)
        if icon:
            draw.icon(QRectF(left, 0, ICON, box.height()), icon, "late" if late else "accent", ICON)
            left += ICON + SPACE.tight
        place = box.adjusted(left, 0, -PADDING, 0)
        draw.words(place, text, TYPE.pill, "late" if late else "text")
