"""The ring that shows how much of a step remains, readable at arm's length."""

from typing import NamedTuple

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, announce, hear_as

PEN_SHARE = 0.058  # of the diameter, so that the ring keeps its weight at every size
FULL_TURN = 360 * 16  # Qt counts angles in sixteenths of a degree, anticlockwise from three o'clock
TWELVE_O_CLOCK = 90 * 16
LAST_MINUTE = 60
WIDEST_FIGURE = 0.78  # of the diameter; "127:04" is made smaller so that it stays inside
WIDEST_NOTE = 0.8  # of the diameter too
LEAST_NOTE = 13


class RingMeasure(NamedTuple):
    """The words in the ring, all as shares of its diameter; `above` and `below` count from its middle."""

    figure: float
    above: float
    note: float
    below: float
    icon: float
    icon_above: float


COCKPIT = RingMeasure(TYPE.ring.size / SIZE.ring, 16 / SIZE.ring, 16 / SIZE.ring, 48 / SIZE.ring, 0.11, 0.28)
WALL = RingMeasure(TYPE.wall_ring.size / SIZE.wall_ring, 0.085, 52 / SIZE.wall_ring, 0.172, 0.11, 0.28)
WALL_WORDS = WALL._replace(above=0)
WALL_BREAK = RingMeasure(72 / SIZE.wall_ring, -0.187, 0, 0, 200 / SIZE.wall_ring, 0.086)


class RingFace(msgspec.Struct, frozen=True, kw_only=True):
    """What the ring shows: seconds left (negative once over) of `planned` seconds, and the words under it.

    `figure` replaces the seconds where others than the clock's figures are wanted, as on the wall; `spoken` is what
    a screen reader announces, at most once a minute.
    """

    seconds: int
    planned: int
    note: str = ""
    paused: bool = False
    figure: str = ""
    icon: str = ""
    spoken: str = ""


def duration(seconds: int) -> str:
    """`7:02` left, `+1:24` over: a colon, for a clock time has a full stop."""
    sign, distance = ("+", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{distance // 60}:{distance % 60:02d}"


def degrees_left(face: RingFace) -> int:
    """How far the arc reaches, in whole degrees: full once over time."""
    if face.seconds < 0:
        return 360
    return min(360, round(360 * face.seconds / max(1, face.planned)))


class RingTimer(QWidget):
    """Shows what remains, as an arc from twelve o'clock and as text; counts nothing itself.

    `show_face` is called with what the engine says, as often as the caller likes: it repaints only when something
    visible has changed.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ring_timer")
        hear_as(self, Role.CLOCK)
        self._theme = theme
        self._face = RingFace(seconds=0, planned=0)
        self._looks: tuple[object, ...] = ()
        self._announced: int | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_face(self, face: RingFace) -> None:
        """Shows what remains now."""
        looks = (face.figure or duration(face.seconds), degrees_left(face), face.note, face.paused, face.icon)
        if looks == self._looks:
            return
        self._looks, self._face = looks, face
        self.setAccessibleName(f"{looks[0]} {face.note}".strip())
        self._announce(face)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(SIZE.ring, SIZE.ring)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        side = min(draw.whole.width(), draw.whole.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(draw.whole.center())
        paint_ring(draw, box, self._face)

    def _announce(self, face: RingFace) -> None:
        """Tells a screen reader, when a whole minute has passed since it was last told."""
        minute = face.seconds // 60
        if not face.spoken or minute == self._announced:
            return
        first, self._announced = self._announced is None, minute
        if not first:
            announce(self, face.spoken)


def paint_ring(draw: Drawing, box: QRectF, face: RingFace, measure: RingMeasure = COCKPIT) -> None:
    """The ring in a square box of any size: the cockpit's and the wall's."""
    side = box.width()
    _paint_arc(draw, box, face)
    late = face.seconds <= LAST_MINUTE and not face.figure
    colour = "text2" if face.paused else ("late" if late else "text")
    text = face.figure or duration(face.seconds)
    size = side * measure.figure
    width = drawing.width_of(draw.theme, Face(100, 100, bold=True, tracking=TYPE.ring.tracking), text) * size / 100
    size *= min(1.0, side * WIDEST_FIGURE / max(1.0, width))
    place = box.translated(0, -side * measure.above)
    draw.words(place, text, Face(round(size), 0, bold=True, tracking=TYPE.ring.tracking), colour, drawing.CENTRE)
    symbol = "pause" if face.paused else face.icon
    if symbol:
        above = box.translated(0, -side * measure.icon_above)
        draw.icon(above, symbol, "text2" if face.paused else "accent", side * measure.icon)
    note = Face(max(LEAST_NOTE, round(side * measure.note)), 0)
    # In a small ring the figure stands alone: words over its edge could be read no better.
    if face.note and measure.note and drawing.width_of(draw.theme, note, face.note) <= side * WIDEST_NOTE:
        draw.words(box.translated(0, side * measure.below), face.note, note, "text2", drawing.CENTRE)


def _paint_arc(draw: Drawing, box: QRectF, face: RingFace) -> None:
    painter = draw.painter
    pen = box.width() * PEN_SHARE
    ring = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(draw.theme.colour("track"), pen))
    painter.drawEllipse(ring)
    degrees = degrees_left(face)
    if not degrees:
        return
    late = face.seconds <= LAST_MINUTE and not face.paused
    if face.paused:
        painter.setOpacity(0.5)
    colour = draw.theme.colour("late_fill" if late else "accent")
    painter.setPen(QPen(colour, pen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(ring, TWELVE_O_CLOCK, -FULL_TURN * degrees // 360)
    painter.setOpacity(1.0)
