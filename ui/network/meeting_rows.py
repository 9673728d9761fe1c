"""The meetings of a network as rows: when, where, about what, and how far each has come."""

from collections.abc import Mapping
from datetime import date

import msgspec
from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.session import Session, SessionState
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.rows import RowDelegate, RowView
from ui.words import STATE_CHIPS, STATES, hours

HEIGHT = SIZE.method_row
NUMBER = 44
DOTS = 44  # the room at the right for what else can be done
CHIPS = 118.0  # the room that chips have at least
CHIP_STEP = SIZE.chip + 2
WHEN = 0.34  # shares of what is left
PLACE = 0.5
WHEN_LEAST = 236.0
THEME_LEAST = 80.0  # where a theme has less room, the place takes it: a row says both in words


class MeetingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting in words; `chip` and `draft` say how far it and its minutes have come."""

    id: str
    number: str
    day: str
    time: str
    moved: str = ""
    place: str = ""
    host: str = ""
    theme: str = ""
    chip: str = ""
    kind: str = "neutral"
    minutes: str = ""
    minutes_kind: str = "neutral"
    quiet: bool = False
    spoken: str = ""

    def words(self) -> str:
        return self.spoken


def meeting_row(session: Session, names: Mapping[str, str], today: date, language: Language) -> MeetingRow:
    """A meeting in words; `names` are the members', for its host."""
    text = language.text
    day = session.starts_at.date()
    held = session.state is SessionState.held
    host = names.get(session.host, "")
    near = language.relative_day(day, today) if session.state is not SessionState.held else language.date_long(day)
    minutes = ""
    if held:
        minutes = text("Minutes approved") if session.approved_on else text("Minutes draft")
    told = {
        "day": near[:1].upper() + near[1:],
        "time": hours(language, session),
        "moved": _moved(session, language),
        "place": session.place,
        "host": text("host {name}", name=host) if host else "",
        "theme": session.theme,
        "chip": text(STATES[session.state]),
        "minutes": minutes,
    }
    return MeetingRow(
        id=session.id,
        number=str(session.number),
        kind="neutral" if held else STATE_CHIPS[session.state],
        minutes_kind="accent" if session.approved_on else "late",
        quiet=session.state is SessionState.cancelled,
        spoken=", ".join([text("Meeting {n}", n=session.number), *(part for part in told.values() if part)]),
        **told,
    )


def _moved(session: Session, language: Language) -> str:
    """From which days it was moved; a change of the hour alone is not told."""
    days = dict.fromkeys(at.date() for at in session.earlier if at.date() != session.starts_at.date())
    return language.text("moved from {days}", days=language.join(map(language.date_short, days))) if days else ""


class MeetingList(RowView):
    """`chosen` by Enter or a click; `menu_asked` by the three dots, the menu key, Shift+F10 or the other button."""

    menu_asked = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_MeetingDelegate(theme), "meetings", parent)
        self._at_dots = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted):
            self._ask(self.currentIndex())
            return
        self._at_dots = False
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        self.setCurrentIndex(index)
        self._ask(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._at_dots = event.position().x() > self.viewport().width() - self._delegate.theme.px(DOTS)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        at_dots, self._at_dots = self._at_dots, False
        if at_dots:
            self._ask(index)
        else:
            super()._choose(index)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            corner = self.visualRect(index).bottomRight() - QPoint(self._delegate.theme.px(DOTS), SPACE.near)
            self.menu_asked.emit(self.rows.row(index.row()).id, self.viewport().mapToGlobal(corner))


class _MeetingDelegate(RowDelegate):
    def height(self, row: MeetingRow) -> int:
        return HEIGHT

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: MeetingRow) -> None:
        box = QRectF(option.rect)
        self.ground(draw, option)
        colour = "text2" if row.quiet else "text"
        number = QRectF(box.left() + SPACE.roomy, box.top(), NUMBER - SPACE.roomy, box.height())
        draw.words(number, row.number, TYPE.strong, "text2" if row.quiet else "accent")
        draw.icon(QRectF(box.right() - DOTS, box.top(), DOTS, box.height()), "dots-horizontal", "text2")
        left, right = box.left() + NUMBER + SPACE.tight, self._chips(draw, box, row)
        width = right - left
        when = max(width * WHEN, WHEN_LEAST)
        self._pair(draw, QRectF(left, box.top(), when, box.height()), row.day, self._when(row), colour)
        themed = bool(row.theme) and (width - when) * (1 - PLACE) >= THEME_LEAST
        place = QRectF(left + when, box.top(), (width - when) * (PLACE if themed else 1), box.height())
        self._pair(draw, place, row.place, row.host, colour, bold=False)
        if not themed:
            return
        rest = QRectF(place.right(), box.top(), right - place.right(), box.height())
        draw.words(rest.adjusted(0, 0, -SPACE.tight, 0), row.theme, TYPE.body, "text2")

    @staticmethod
    def _when(row: MeetingRow) -> str:
        return f"{row.time} · {row.moved}" if row.moved else row.time

    @staticmethod
    def _pair(draw: Drawing, box: QRectF, upper: str, lower: str, colour: str, *, bold: bool = True) -> None:
        """Two lines of words; one alone stands in the middle."""
        face = TYPE.body_strong if bold else TYPE.body
        line = QRectF(box.left(), box.center().y() - 20, box.width() - SPACE.near, 20)
        if not (upper and lower):
            alone = box.adjusted(0, 0, -SPACE.near, 0)
            draw.words(alone, upper or lower, face, colour if upper else "text2")
            return
        draw.words(line, upper, face, colour)
        draw.words(line.translated(0, 19.5), lower, TYPE.small, "text2")

    @staticmethod
    def _chips(draw: Drawing, box: QRectF, row: MeetingRow) -> float:
        """The chips at the right, the minutes' under the meeting's; where the words before them end."""
        right = box.right() - DOTS - SPACE.tight
        chips = [(row.chip, row.kind)] + ([(row.minutes, row.minutes_kind)] if row.minutes else [])
        left = right - max(CHIPS, *(drawing.chip_width(draw.theme, *chip) for chip in chips))
        middle = box.center().y() - (len(chips) - 1) * CHIP_STEP / 2
        for place, (words, kind) in enumerate(chips):
            draw.chip(left, middle + place * CHIP_STEP, words, kind)
        return left - SPACE.tight
