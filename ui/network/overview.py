"""The overview of a network: its year, its members with who came, and its open actions."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from facilitator.model.member import Member, Role, roster
from facilitator.model.outcome import Action, ActionState
from facilitator.model.session import Session, SessionState
from ui.network.action_rows import ActionList, action_rows
from ui.network.attendance_rows import MOST, AttendanceList, MeetingNumbers, attendance_rows
from ui.network.members import in_alphabet
from ui.network.tab import TabView
from ui.network.year_card import YearCard
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.lead_bar import Legend, LegendItem
from ui.widgets.rows import RowView
from ui.widgets.scrolled import scrolled

ROLES_FIRST = {Role.chair: 0, Role.deputy: 1}
NARROW = 640  # px of the design: under that the cards stand under one another
SHOWN = 6  # open actions; the others are on their own tab


class Overview(TabView):
    """Read at a glance; every list leads to its own tab."""

    def __init__(self, around: Surroundings, network_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, network_id, parent)
        self._actions: dict[str, Action] = {}
        self._year = YearCard(around)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, SPACE.roomy)
        column.setSpacing(SPACE.roomy)
        column.addWidget(self._year)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(SPACE.roomy)
        self._cards.addWidget(self._members_card(), 51)
        self._cards.addWidget(self._actions_card(), 48)
        column.addLayout(self._cards)
        column.addStretch(1)
        scroll = scrolled(inside)
        self._empty = EmptyState(
            self.theme,
            self.language.text("This network is new. Start by planning the founding meeting."),
            self.language.text("Plan the founding meeting"),
            kind="primary",
        )
        self._empty.button.setObjectName("plan_founding")
        self._empty.pressed.connect(self._to_founding)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(scroll)
        self._stack.addWidget(self._empty)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.theme.room(self.width()) < NARROW
        self._cards.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def show_now(self) -> None:
        sessions = self.workspace.sessions(self.network_id)
        members = self.workspace.members(self.network_id)
        self._stack.setCurrentIndex(0 if sessions else 1)
        if not sessions:
            return
        network = self.network()
        today = self.workspace.today(network)
        coming = self.workspace.overview(self.network_id).next_session
        self._year.show_year(self.workspace, sessions, today, coming.id if coming else "")
        here = in_alphabet(roster(members, today), self.language)
        self._show_members(sorted(here, key=lambda member: ROLES_FIRST.get(member.role, len(ROLES_FIRST))), sessions)
        actions = self.workspace.open_actions(self.network_id)
        self._actions = {action.id: action for action in actions}
        self._action_list.show_rows(action_rows(actions[:SHOWN], self.names(actions[:SHOWN]), today, self.language))
        _fit(self._action_list)
        self._no_actions.setVisible(not actions)
        self._action_list.setVisible(bool(actions))
        self._all.setVisible(bool(actions))
        self._all.setText(self.language.text("Show all {n}", n=len(actions)))

    def _show_members(self, members: Sequence[Member], sessions: tuple[Session, ...]) -> None:
        held = [each for each in sessions if each.state is SessionState.held][-MOST:]
        came = {each.id: {mark.member: mark.status for mark in self.workspace.attendance(each.id)} for each in held}
        self._numbers.show_numbers(self.language.text("meeting"), tuple(str(each.number) for each in held))
        self._legend.setVisible(bool(held and members))
        self._member_list.show_rows(attendance_rows(members, held, came, self.language))
        self._member_list.setVisible(bool(members))
        self._no_members.setVisible(not members)
        _fit(self._member_list)

    def _members_card(self) -> Card:
        text = self.language.text
        card = Card(bare=True)
        self._numbers = MeetingNumbers(self.theme)
        self._member_list = AttendanceList(self.theme, "overview_members")
        self._member_list.setAccessibleName(text("Members"))
        self._member_list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._member_list.chosen.connect(self._to_members)
        self._no_members = EmptyState(
            self.theme,
            text("No members yet. Import a list, or type them in."),
            text("Go to the members"),
        )
        self._no_members.pressed.connect(self._to_members)
        self._legend = _FoldingLegend(
            Legend(
                self.theme,
                (
                    LegendItem("present", text("there")),
                    LegendItem("came_late", text("came later")),
                    LegendItem("apology", text("apologies")),
                ),
            ),
            Legend(self.theme, (LegendItem("absent", text("absent without apologies")),)),
        )
        card.body.addLayout(_head(text("Members"), self._numbers))
        card.body.addLayout(_inset(self._member_list, SPACE.near))
        card.body.addWidget(self._no_members)
        card.body.addLayout(_inset(self._legend, SPACE.roomy))
        card.body.addSpacing(SPACE.near)
        card.body.addStretch(1)
        return card

    def _actions_card(self) -> Card:
        text = self.language.text
        card = Card(bare=True)
        self._all = Button(self.theme, "", kind="tertiary", size="compact")
        self._all.setObjectName("all_actions")
        self._all.clicked.connect(self._to_actions)
        self._action_list = ActionList(self.theme, "overview_actions")
        self._action_list.setAccessibleName(text("Open actions"))
        self._action_list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._action_list.ticked.connect(self._tick)
        self._action_list.chosen.connect(self._to_actions)
        self._no_actions = EmptyState(
            self.theme, text("No open actions. Those you make at the next meeting appear here.")
        )
        card.body.addLayout(_head(text("Open actions"), self._all, right=SPACE.tight))
        card.body.addWidget(self._action_list)
        card.body.addWidget(self._no_actions)
        card.body.addStretch(1)
        return card

    def _to_founding(self) -> None:
        self.tab_asked.emit("founding")

    def _to_members(self, *_: object) -> None:
        self.tab_asked.emit("members")

    def _to_actions(self, *_: object) -> None:
        self.tab_asked.emit("actions")

    def _tick(self, action_id: str) -> None:
        action = self._actions.get(action_id)
        if action is not None:
            tick(self, action)


class _FoldingLegend(QWidget):
    """Two legends beside each other, or one under the other where the card is narrow."""

    def __init__(self, first: Legend, second: Legend) -> None:
        super().__init__()
        self._both = first.sizeHint().width() + SPACE.even + second.sizeHint().width()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        first.setFixedWidth(first.sizeHint().width() + SPACE.even)
        self._box.addWidget(first)
        self._box.addWidget(second, 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if self.width() >= self._both else ways.TopToBottom)


def tick(tab: TabView, action: Action) -> None:
    """An open action is done, a done or dropped one open again; both at once, and both can be taken back."""
    tab.workspace.set_action_state(action, ActionState.done if action.state is ActionState.open else ActionState.open)


def _head(title: str, beside: QWidget, *, right: int = SPACE.roomy) -> QHBoxLayout:
    """The title of a card whose rows reach its edges."""
    head = QHBoxLayout()
    head.setContentsMargins(SPACE.roomy, SPACE.near, right, 0)
    label = Label(title, "section")
    label.setMinimumHeight(beside.sizeHint().height())
    head.addWidget(label)
    head.addStretch(1)
    head.addWidget(beside)
    return head


def _inset(widget: QWidget, side: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(side, 0, side, 0)
    row.addWidget(widget)
    return row


def _fit(view: RowView) -> None:
    """As high as its rows, without the line under the last."""
    view.setFixedHeight(max(1, view.total_height() - 1))
