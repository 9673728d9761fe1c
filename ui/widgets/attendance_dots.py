"""Who was there, meeting by meeting, as dots: shape and fill carry it, not colour alone."""

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, hear_as

KINDS = ("present", "came_late", "apology", "absent", "unknown")
DOT = 10
STEP = 23
FULL = 360 * 16
HALF = 180 * 16
TOP = 90 * 16


class Mark(msgspec.Struct, frozen=True):
    """One meeting: a kind of KINDS, and the words for it, as `møde 2: afbud`."""

    kind: str
    words: str = ""


class AttendanceDots(QWidget):
    """A row of dots, one a meeting."""

    def __init__(self, theme: Theme, marks: tuple[Mark, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_dots")
        hear_as(self, Role.PICTURE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self.show_marks(marks)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Shows these meetings."""
        if marks != self._marks:
            self._marks = marks
            words = ", ".join(mark.words for mark in marks if mark.words)
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(STEP * len(self._marks), SIZE.member_row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        for place, mark in enumerate(self._marks):
            paint_mark(draw, QRectF(place * STEP, 0, STEP, draw.whole.height()), mark.kind)


def paint_mark(draw: Drawing, box: QRectF, kind: str) -> None:
    """One dot in the middle of a box: full was there, half came late, hollow sent word, a cross did not."""
    painter, theme = draw.painter, draw.theme
    dot = QRectF(0, 0, DOT, DOT)
    dot.moveCenter(box.center())
    if kind == "absent":
        painter.setPen(QPen(theme.colour("late"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        cross = dot.adjusted(1, 1, -1, -1)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())
        return
    if kind == "unknown":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawEllipse(QPointF(dot.center()), 2, 2)
        return
    painter.setBrush(theme.colour("accent") if kind == "present" else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("edge" if kind == "apology" else "accent"), 1.5))
    painter.drawEllipse(dot.adjusted(0.25, 0.25, -0.25, -0.25))
    if kind == "came_late":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawPie(dot, TOP, -HALF)  # the later half of the round
