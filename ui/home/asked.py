"""One thing that asks for the facilitator: a line with one button, painted whole, so that a full week costs little."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.home.attention_rows import AttentionRow
from ui.page import Destination
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets.badge import paint_badge
from ui.widgets.buttons import Button
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, hear_as

BADGE = 40
BUTTON_WIDTH = 164
WORDS_LEFT = SPACE.even + BADGE + SPACE.even
WORDS_TOP = 10  # the two lines stand a little apart around the middle of the row


class AskedLine(QWidget):
    """Icon, what it is, details under it, and the button; `pressed` with where it leads. A line below unless last."""

    pressed = Signal(object)

    def __init__(self, theme: Theme, row: AttentionRow, *, first: bool, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(SIZE.week_row))
        self._theme = theme
        self._row = row
        self._last = last
        hear_as(self, Role.GROUP)
        self.setAccessibleName(f"{row.title}. {row.detail}")
        self.setToolTip(row.detail)
        self.button = Button(theme, row.button, kind="primary" if first else "secondary", parent=self)
        self.button.setAccessibleName(f"{row.button}: {row.title}")
        self.button.setAccessibleDescription(row.detail)
        self.button.setMinimumWidth(theme.px(BUTTON_WIDTH))
        self.button.clicked.connect(self._press)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE.even, 0, SPACE.even, 0)
        line.addStretch(1)
        line.addWidget(self.button)

    @property
    def to(self) -> Destination:
        """Where its button leads."""
        return self._row.to

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        badge = QRectF(SPACE.even, (draw.whole.height() - BADGE) / 2, BADGE, BADGE)
        paint_badge(draw, badge, self._row.icon, self._row.kind)
        width = self._theme.room(self.button.x()) - WORDS_LEFT - SPACE.even
        title = QRectF(WORDS_LEFT, WORDS_TOP, width, TYPE.strong.line)
        draw.words(title, self._row.title, TYPE.strong)
        draw.words(title.translated(0, TYPE.strong.line - 2), self._row.detail, TYPE.body, "text2")
        if not self._last:
            draw.painter.fillRect(draw.whole.adjusted(0, draw.whole.height() - 1, 0, 0), self._theme.colour("line"))

    def _press(self) -> None:
        self.pressed.emit(self._row.to)
