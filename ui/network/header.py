"""The top of a network's page: what it is called, where it is in its life, who is in it, and its next meeting."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.member import Member, Role, has_left
from facilitator.model.network import Network, Phase
from facilitator.model.session import Session, SessionState
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import ElidedLabel, Label, dress
from ui.widgets.segments import Choice
from ui.words import PHASES, hours
from ui.workspace import NetworkOverview

ARROW = 66  # beside the word: the chip's ends and the arrow of its menu
MENU = 180
NARROW = 860  # px


class Header(QWidget):
    """`phase_chosen` from the chip's menu, `settings_asked` by the pencil, `open_asked` by the primary button."""

    phase_chosen = Signal(str)
    settings_asked = Signal()
    open_asked = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = around.language
        self._around = around
        self._coming: Session | None = None
        self._narrow = False
        self._name = ElidedLabel("", "page")
        self._name.setObjectName("network_name")
        self.phase = ChoiceField(tuple(Choice(phase.value, language.text(PHASES[phase])) for phase in Phase))
        self.phase.setObjectName("phase")
        self.phase.setProperty("chip", "neutral")
        self.phase.setAccessibleName(language.text("Phase"))
        self.phase.view().setMinimumWidth(around.theme.px(MENU))
        self.phase.chosen.connect(self.phase_chosen)
        self.settings_button = IconButton(around.theme, "pencil-outline", language.text("Edit the network"))
        self.settings_button.setObjectName("network_settings")
        self.settings_button.clicked.connect(self.settings_asked)
        self._people = ElidedLabel("", "muted")
        self._people.setObjectName("network_people")
        self._next = Label("", "small")
        self._when = Label("", "bold")
        for label in (self._next, self._when):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.open_button = Button(around.theme, language.text("Open the meeting"), kind="primary")
        self.open_button.setObjectName("open_meeting")
        self.open_button.clicked.connect(self._ask_to_open)
        self._lay_out()

    def show_network(self, overview: NetworkOverview, holders: tuple[Member, ...]) -> None:
        """Shows the network as it is now; `holders` are the members with a role."""
        network, language = overview.network, self._around.language
        self._name.say(network.name)
        self.phase.choose(network.phase.value)
        words = self.phase.fontMetrics().horizontalAdvance(self.phase.currentText())
        self.phase.setFixedWidth(words + self._around.theme.px(ARROW))
        dress(self.phase, "chip", "late" if network.phase is Phase.vitalising else "neutral")
        self._people.say(people_of(network, overview.members, holders, self._around.workspace.today(network), language))
        coming = overview.next_session
        self._coming = coming
        for widget in (self._next, self._when, self.open_button):
            widget.setVisible(coming is not None)
        if coming is not None:
            self._next.setVisible(not self._narrow)
            self._show_next(coming)

    def _ask_to_open(self) -> None:
        if self._coming is not None:
            self.open_asked.emit(self._coming.id)

    def _show_next(self, coming: Session) -> None:
        language, workspace = self._around.language, self._around.workspace
        running = coming.state is SessionState.running
        n = coming.number
        self._next.say(
            language.text("Running now · meeting {n}", n=n) if running else language.text("Next · meeting {n}", n=n)
        )
        today = workspace.now().date()
        meets = coming.starts_at.date()
        day = language.date_short(meets) if self._narrow else language.relative_day(meets, today)
        self._when.say(language.text("{day}, {hours}", day=day, hours=hours(language, coming)))
        self._when.setAccessibleName(f"{self._next.text()}, {self._when.text()}")
        words = language.text("Go to the meeting") if running else language.text("Open the meeting")
        self.open_button.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._make_room(narrow=self.width() < self._around.theme.px(NARROW))

    def _make_room(self, *, narrow: bool) -> None:
        """In a narrow window the name has the first line to itself, and the next meeting is told by its date alone."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for label in (self._people, self._when):
            self._grid.removeWidget(label)
        right = Qt.AlignmentFlag.AlignRight
        if narrow:
            self._grid.addWidget(self._people, 2, 0)
            self._grid.addWidget(self._when, 2, 1, 1, 2, right)
        else:
            self._grid.addWidget(self._people, 1, 0)
            self._grid.addWidget(self._when, 1, 1, right)
        self._next.setVisible(self._coming is not None and not narrow)
        if self._coming is not None:
            self._show_next(self._coming)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE.near)
        first.addWidget(self._name)
        first.addWidget(self.phase)
        first.addWidget(self.settings_button)
        first.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.even)
        self._grid.setVerticalSpacing(0)
        self._grid.addLayout(first, 0, 0)
        self._grid.addWidget(self._people, 1, 0)
        self._grid.addWidget(self._next, 0, 1, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self._when, 1, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self.open_button, 0, 2, 2, 1)
        self._grid.setColumnStretch(0, 1)


def people_of(network: Network, count: int, members: tuple[Member, ...], today: date, language: Language) -> str:
    """Who is in a network, in one line: 9 medlemmer · Vesterå Kommune · tovholder Mette Sørensen · konsulent …"""
    chair = next((member.name for member in members if member.role is Role.chair and not has_left(member, today)), "")
    counted = language.count("{n} member", "{n} members", count) if count else language.text("No members")
    facts = {"field": network.field, "municipality": network.municipality}
    both = language.text("{field} in {municipality}", **facts) if all(facts.values()) else ""
    parts = (
        counted,
        both or network.field or network.municipality,
        language.text("chair {name}", name=chair) if chair else "",
        language.text("consultant {name}", name=network.consultant.name) if network.consultant.name else "",
    )
    return " · ".join(part for part in parts if part)
