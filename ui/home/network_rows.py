"""The networks as rows: name and size, phase, the next meeting, and what is open."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.network import Phase
from facilitator.model.session import SessionState
from ui.home.attention_rows import day_and_clock
from ui.network.words import PHASES
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.rows import RowDelegate, RowView
from ui.workspace import NetworkOverview

CHIPS = {Phase.establishing: "accent", Phase.vitalising: "late", Phase.handed_over: "dashed", Phase.closed: "dashed"}
SHARES = (0.395, 0.131, 0.268)  # of the width; the last column takes the rest


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

    def words(self) -> str:
        return ", ".join(
            part for part in (self.name, self.size, self.phase, self.coming, self.actions, self.late) if part
        )


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
        actions=language.count("{n} open action", "{n} open actions", overview.open_actions)
        if overview.open_actions
        else language.text("None"),
        late=language.count("{n} is late", "{n} are late", overview.overdue) if overview.overdue else "",
    )


class NetworkList(RowView):
    """The networks; Enter or a click opens one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_NetworkDelegate(theme), "networks", parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class NetworkHead(QWidget):
    """What the columns are."""

    def __init__(self, theme: Theme, columns: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self.setFixedHeight(SIZE.table_head)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing(QPainter(self), self._theme)
        for words, box in zip(self._columns, columns_of(QRectF(self.rect())), strict=True):
            draw.words(box, words, TYPE.small, "text3")
        line = QRectF(0, self.height() - 1, self.width(), 1)
        draw.painter.fillRect(line, self._theme.colour("line"))


def columns_of(box: QRectF) -> tuple[QRectF, ...]:
    """Where each column stands in a row."""
    left, boxes = box.left() + SPACE.even, []
    for share in (*SHARES, 1 - sum(SHARES)):
        width = (box.width() - 2 * SPACE.even) * share
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
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            draw.shape(box.adjusted(2, 2, -2, -2), 6, edge="accent", line=SIZE.focus_line)
        name, phase, coming, actions = columns_of(box)
        size = drawing.width_of(self.theme, TYPE.body, row.size) + 1
        used = draw.words(name.adjusted(0, 0, -size - SPACE.near, 0), row.name, TYPE.body_strong)
        draw.words(name.adjusted(used + SPACE.near, 0, 0, 0), row.size, TYPE.body, "text2")
        draw.chip(phase.left(), box.center().y(), row.phase, row.chip)
        draw.words(coming, row.coming, TYPE.body_strong if row.lonely else TYPE.body, "late" if row.lonely else "text")
        used = draw.words(actions, row.actions, TYPE.body)
        if row.late:
            draw.words(actions.adjusted(used + SPACE.near, 0, 0, 0), row.late, TYPE.body, "late")
        draw.painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), self.theme.colour("line"))
