"""The members with a dot for each of the last meetings: the list on the overview, and the numbers over its dots."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.attendance import Status
from facilitator.model.member import Member
from facilitator.model.session import Session
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.attendance_dots import STEP, paint_mark
from ui.widgets.drawing import Drawing
from ui.widgets.rows import RowDelegate, RowView
from ui.words import ATTENDANCE, MARKS, role_in_list

MOST = 6  # meetings that there is room for
NAME, PLACE, ROLE = 184, 120, 66
DOTS_RIGHT = 23


class AttendanceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A member: kinds of marks, one a meeting, and what a screen reader says of them."""

    id: str
    name: str
    workplace: str = ""
    role: str = ""
    marks: tuple[str, ...] = ()
    spoken: str = ""

    def words(self) -> str:
        return ", ".join(part for part in (self.name, self.workplace, self.role, self.spoken) if part)


def attendance_rows(
    members: Sequence[Member],
    held: Sequence[Session],
    came: Mapping[str, Mapping[str, Status]],
    language: Language,
) -> tuple[AttendanceRow, ...]:
    """The members with how it was at each meeting; `came` is by meeting and member."""
    return tuple(_row(member, held, came, language) for member in members)


def _row(
    member: Member, held: Sequence[Session], came: Mapping[str, Mapping[str, Status]], language: Language
) -> AttendanceRow:
    marks, spoken = [], []
    for session in held:
        status = came[session.id].get(member.id)
        marks.append(MARKS[status] if status else "unknown")
        if status:
            spoken.append(
                language.text("meeting {n}: {status}", n=session.number, status=language.text(ATTENDANCE[status]))
            )
    return AttendanceRow(
        id=member.id,
        name=member.name,
        workplace=member.workplace,
        role=role_in_list(language, member.role),
        marks=tuple(marks),
        spoken=", ".join(spoken),
    )


class AttendanceList(RowView):
    """The members; `chosen` with the id of one."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_AttendanceDelegate(theme), name, parent)


class _AttendanceDelegate(RowDelegate):
    def height(self, row: AttendanceRow) -> int:
        return SIZE.member_row

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: AttendanceRow) -> None:
        box = QRectF(option.rect)
        state = option.state
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            ground = box.adjusted(0, 1, 0, -1)
            draw.shape(ground, RADIUS.control, "hover", "accent" if focused else "", SIZE.selected_border)
        box = box.adjusted(SPACE.tight, 0, -SPACE.tight, 0)
        left = dots_left(box.right() - DOTS_RIGHT, len(row.marks))
        for place, kind in enumerate(row.marks):
            paint_mark(draw, QRectF(left + place * STEP, box.top(), STEP, box.height()), kind)
        role = left - ROLE
        room = role - box.left() - SPACE.tight
        name = min(float(NAME), room if room < NAME + PLACE / 2 else room * NAME / (NAME + PLACE))
        draw.words(QRectF(box.left(), box.top(), name - SPACE.tight, box.height()), row.name, TYPE.body_strong)
        place_box = QRectF(box.left() + name, box.top(), room - name, box.height())
        if place_box.width() >= PLACE / 2:
            draw.words(place_box, row.workplace, TYPE.body, "text2")
        draw.words(QRectF(role, box.top(), ROLE - 4, box.height()), row.role, TYPE.small, "text2")


def dots_left(right: float, count: int) -> float:
    """Where the dots begin that end at `right`."""
    return right - count * STEP


class MeetingNumbers(QWidget):
    """The numbers of the meetings, each over its column of dots."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._word = ""
        self._numbers: tuple[str, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_numbers(self, word: str, numbers: tuple[str, ...]) -> None:
        """Shows these, after the word for what they are."""
        self._word, self._numbers = (word if numbers else ""), numbers
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        word = drawing.width_of(self._theme, TYPE.small, self._word) + SPACE.tight
        return self._theme.size(word + STEP * len(self._numbers) + DOTS_RIGHT, SIZE.chip)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        height = draw.whole.height()
        left = dots_left(draw.whole.width() - DOTS_RIGHT, len(self._numbers))
        draw.words(QRectF(0, 0, left - 6, height), self._word, TYPE.small, "text2", drawing.RIGHT)
        for place, number in enumerate(self._numbers):
            box = QRectF(left + place * STEP, 0, STEP, height)
            draw.words(box, number, TYPE.small, "text2", drawing.CENTRE)
