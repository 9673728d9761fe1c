"""The networks as rows: name and size, phase, the next meeting, and what is open."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.network import Phase
from facilitator.model.session import SessionState
from ui.home.attention_rows import day_and_clock
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.rows import RowDelegate, RowView
from ui.words import PHASES
from ui.workspace import NetworkOverview

CHIPS = {Phase.establishing: "accent", Phase.vitalising: "late", Phase.handed_over: "dashed", Phase.closed: "dashed"}
ROOMY = (132, 270, 206)  # phase, next meeting and open actions, where there is room; the name takes the rest
DENSE = (112, 232, 148)
NARROW = (112, 150, 96)
ROOM_ENOUGH, ROOM_FOR_DENSE = 920, 700
GAP = 10
NAME = Face(15, 20, bold=True)


class NetworkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A network in words. `lonely` says that its next meeting is missing."""

    id: str
    name: str
    size: str
    phase: str
    chip: str
    coming: str
    lonely: bool
    actions: str
    late: str
    spoken: str

    def words(self) -> str:
        told = (self.name, self.size, self.phase, self.coming, self.spoken, self.late)
        return ", ".join(part for part in told if part)


def in_order(overviews: Iterable[NetworkOverview], language: Language) -> list[NetworkOverview]:
    """Whoever meets next comes first; then those without a date, then those handed over or closed; alike by name."""

    def place(overview: NetworkOverview) -> tuple[bool, str, tuple[str, str]]:
        coming = overview.next_session
        begins = coming.starts_at.isoformat() if coming is not None else "9999"
        left = overview.network.phase in {Phase.handed_over, Phase.closed}
        return left, begins, language.sort_key(overview.network.name)

    return sorted(overviews, key=place)


def network_row(overview: NetworkOverview, language: Language, now: datetime) -> NetworkRow:
    """The network as its row says it."""
    network, coming = overview.network, overview.next_session
    today = now.astimezone(ZoneInfo(network.zone)).date()
    if coming is None:
        told = language.text("Not agreed")
    elif coming.state is SessionState.running:
        told = language.text("Running now")
    else:
        told = day_and_clock(coming, today, language)
    return NetworkRow(
        id=network.id,
        name=network.name,
        size=language.count("{n} member", "{n} members", overview.members)
        if overview.members
        else language.text("No members yet"),
        phase=language.text(PHASES[network.phase]),
        chip=CHIPS.get(network.phase, "neutral"),
        coming=told,
        lonely=coming is None and network.phase not in {Phase.handed_over, Phase.closed},
        actions=language.number(overview.open_actions),
        late=language.count("{n} should have been done", "{n} should have been done", overview.overdue)
        if overview.overdue
        else "",
        spoken=language.count("{n} open action", "{n} open actions", overview.open_actions),
    )


class NetworkList(RowView):
    """The networks; Enter or a click opens one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_NetworkDelegate(theme), "networks", parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def names(self) -> Iterator[str]:
        """The networks' names, from the top."""
        for place in range(self.rows.rowCount()):
            row = self.rows.row(place)
            if isinstance(row, NetworkRow):
                yield row.name


class NetworkHead(QWidget):
    """What the columns are."""

    def __init__(self, theme: Theme, columns: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self.setFixedHeight(theme.px(SIZE.table_head))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        for words, box in zip(self._columns, columns_of(draw.whole), strict=True):
            draw.words(box, words, TYPE.small, "text3")
        line = draw.whole.adjusted(0, draw.whole.height() - 1, 0, 0)
        draw.painter.fillRect(line, self._theme.colour("line"))


def columns_of(box: QRectF) -> tuple[QRectF, ...]:
    """Where each column stands in a row."""
    rest = ROOMY if box.width() >= ROOM_ENOUGH else DENSE if box.width() >= ROOM_FOR_DENSE else NARROW
    left, boxes = box.left() + SPACE.even, []
    for width in (box.width() - SPACE.even - sum(rest), *rest):
        boxes.append(QRectF(left, box.top(), width - SPACE.tight, box.height()))
        left += width
    return tuple(boxes)


class _NetworkDelegate(RowDelegate):
    def height(self, row: NetworkRow) -> int:
        return SIZE.table_row

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: NetworkRow) -> None:
        box = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_MouseOver:
            draw.painter.fillRect(box, self.theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw.shape(box.adjusted(2, 2, -2, -2), 6, edge="accent", line=SIZE.focus_line)
        name, phase, coming, actions = columns_of(box)
        size = drawing.width_of(self.theme, TYPE.body, row.size) + 1
        # In a narrow window the name is what one looks for: how many they are stands in the row's words all the same.
        fits = drawing.width_of(self.theme, NAME, row.name) + GAP + size <= name.width()
        used = draw.words(name, row.name, NAME)
        if fits:
            draw.words(name.adjusted(used + GAP, 0, 0, 0), row.size, TYPE.body, "text2")
        draw.chip(phase.left(), box.center().y(), row.phase, row.chip)
        draw.words(coming, row.coming, TYPE.body_strong if row.lonely else TYPE.body, "late" if row.lonely else "text")
        draw.words(actions, row.actions, TYPE.body)
        rest = actions.adjusted(SPACE.wide, 0, 0, 0)
        if row.late and (
            box.width() >= ROOM_FOR_DENSE or drawing.width_of(self.theme, TYPE.body, row.late) <= rest.width()
        ):
            draw.words(rest, row.late, TYPE.body, "late")
        self.rule(draw, option)
