"""The year of a network: its meetings on a line, and who led them."""

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.heard import Role, hear_as

HEIGHT = 168
LABEL = 18  # the words over the two upright lines
FIGURE = QRectF(-24, 23, 48, 18)  # over a bar, from its middle
BAR_TOP = 44
AXIS = 118
BAR_WIDTH = 28
BAR_GAP = 2
DOT = 5
COLUMN = 90  # the room for a date and a place
LEADS = ("consultant", "together", "network")  # from the bottom up, always in this order


class YearMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting: where in the year it is (0 to 1), its texts, and the shares of who leads it, adding up to 1.

    `figure` stands over its bar, since two leads that take a bar alone differ by nothing but their colour.
    """

    at: float
    date: str
    place: str = ""
    consultant: float = 0.0
    together: float = 0.0
    network: float = 0.0
    held: bool = False
    next: bool = False
    figure: str = ""
    spoken: str = ""

    def words(self) -> str:
        return self.spoken or f"{self.date} {self.place}".strip()


class YearMark(msgspec.Struct, frozen=True):
    """An upright line across the year: today, or the handover."""

    at: float
    text: str


class YearLine(QWidget):
    """Held meetings filled, planned ones dashed; today and the handover as upright lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("year_line")
        hear_as(self, Role.PICTURE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._meetings: tuple[YearMeeting, ...] = ()
        self._today: YearMark | None = None
        self._handover: YearMark | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_year(
        self, meetings: tuple[YearMeeting, ...], today: YearMark | None = None, handover: YearMark | None = None
    ) -> None:
        """Shows a year."""
        if (meetings, today, handover) != (self._meetings, self._today, self._handover):
            self._meetings, self._today, self._handover = meetings, today, handover
            self.setAccessibleName("; ".join(meeting.words() for meeting in meetings))
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(600, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        draw.painter.setPen(QPen(self._theme.colour("edge"), 1))
        draw.painter.drawLine(QPointF(0, AXIS + 0.5), QPointF(draw.whole.width(), AXIS + 0.5))
        if self._today is not None:
            self._mark(draw, self._today, "late_fill", "late", bold=True)
        if self._handover is not None:
            self._mark(draw, self._handover, "edge", "text2", bold=False)
        for meeting in self._meetings:
            self._meeting(draw, meeting)

    def _x(self, at: float) -> float:
        return COLUMN / 2 + at * (self._theme.room(self.width()) - COLUMN)

    def _mark(self, draw: Drawing, mark: YearMark, line: str, text: str, *, bold: bool) -> None:
        x = self._x(mark.at)
        draw.painter.setPen(QPen(self._theme.colour(line), 2))
        draw.painter.drawLine(QPointF(x, LABEL), QPointF(x, AXIS + 4))
        width = drawing.width_of(self._theme, Face(13, 18, bold=bold), mark.text) + 2
        left = max(0.0, min(draw.whole.width() - width, x - width / 2))
        draw.words(QRectF(left, 0, width, LABEL), mark.text, Face(13, 18, bold=bold), text, drawing.CENTRE)

    def _meeting(self, draw: Drawing, meeting: YearMeeting) -> None:
        x, bottom = self._x(meeting.at), AXIS - 2.0
        shares = [(lead, float(getattr(meeting, lead))) for lead in LEADS if getattr(meeting, lead) > 0]
        room = bottom - BAR_TOP - BAR_GAP * max(0, len(shares) - 1)
        for lead, share in shares:
            height = max(1.5, room * share)
            self._piece(draw, QRectF(x - BAR_WIDTH / 2, bottom - height, BAR_WIDTH, height), lead, held=meeting.held)
            bottom -= height + BAR_GAP
        if meeting.figure:
            box = FIGURE.translated(x, 0)
            draw.painter.fillRect(box, self._theme.colour("surface"))  # the line of today gives way to it
            draw.words(box, meeting.figure, TYPE.small, "text2", drawing.CENTRE)
        draw.painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        draw.painter.setBrush(self._theme.colour("accent" if meeting.held else "surface"))
        draw.painter.drawEllipse(QPointF(x, AXIS + 0.5), DOT - 0.5, DOT - 0.5)
        column = QRectF(x - COLUMN / 2, AXIS + 9, COLUMN, 20)
        draw.words(column, meeting.date, Face(14, 20, bold=meeting.next), "text", drawing.CENTRE)
        draw.words(column.translated(0, 18), meeting.place, TYPE.small, "text2", drawing.CENTRE)

    def _piece(self, draw: Drawing, box: QRectF, lead: str, *, held: bool) -> None:
        painter = draw.painter
        radius = min(3.0, box.height() / 2)
        if held:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(drawing.lead_brush(self._theme, lead, self.devicePixelRatioF()))
            painter.drawRoundedRect(box, radius, radius)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(drawing.dashes(self._theme.colour(f"lead_{lead}"), 1.5))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
