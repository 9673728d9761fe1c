"""A switch: on or off at once, without a button to confirm."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE
from ui.widgets.drawing import Drawing
from ui.widgets.labels import Label

KNOB = 14


class Switch(QAbstractButton):
    """Drawn 36 x 20 within a larger area to hit; `toggled` tells. Its words stand beside it, and in `name`."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", theme.px(SIZE.switch_height) / 2)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(SIZE.switch_width, SIZE.hit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        painter = draw.painter
        painter.setPen(Qt.PenStyle.NoPen)
        on = self.isChecked()
        bar = QRectF(0, (draw.whole.height() - SIZE.switch_height) / 2, SIZE.switch_width, SIZE.switch_height)
        ground = "accent" if on else "edge"
        painter.setBrush(self._theme.colour(ground if self.isEnabled() else "track"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        margin = (SIZE.switch_height - KNOB) / 2
        left = bar.right() - margin - KNOB if on else bar.left() + margin
        painter.setBrush(self._theme.colour("on_accent" if on else "surface"))
        painter.drawEllipse(QRectF(left, bar.top() + margin, KNOB, KNOB))


def worded(switch: Switch) -> QHBoxLayout:
    """The switch with its words beside it."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.near)
    row.addWidget(switch)
    row.addWidget(Label(switch.accessibleName(), "body", wrap=True), 1)
    return row
