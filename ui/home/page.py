"""Home: what asks for the facilitator in the days to come, and the networks under it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.model.attention import Attention
from ui.home.asked import AskedLine
from ui.home.attention_rows import AttentionRow, attention_row
from ui.home.network_rows import NetworkHead, NetworkList, in_order, network_row
from ui.page import WIDEST, Page, Surroundings, ToNetwork
from ui.theme.tokens import SPACE
from ui.undo_line import UndoLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled

MOST = 8  # things that ask for the facilitator, shown at once


class HomePage(Page):
    """Reads again when networks change."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setObjectName("home_page")
        self._around = around
        self._asked: tuple[Attention, ...] | None = None
        self._lay_out()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.show_now)
        self.workspace.networks_changed.connect(self._later)
        self.workspace.session_changed.connect(self._later)
        self.show_now()
        self.setFocusProxy(self.networks)

    def show_now(self) -> None:
        """Read what there is and show what has changed."""
        now, language = self.workspace.now(), self.language
        today = language.date_long(now.date())
        self._day.say(f"{today} · {language.week(now.date())}")
        overviews = in_order(self.workspace.overviews(), language)
        self.networks.show_rows([network_row(overview, language, now) for overview in overviews])
        self.networks.setFixedHeight(self.networks.total_height())
        self._count.setText(str(len(overviews)))
        asked = self.workspace.attention(overviews)
        if asked != self._asked:
            self._asked = asked
            self._show_asked([attention_row(item, language, now) for item in asked[:MOST]])

    def painted_names(self) -> tuple[str, ...]:
        return tuple(self.networks.names())

    def new_network(self) -> None:
        """The dialog for a new network; it is opened when it is made."""
        from ui.home.network_dialog import NewNetworkDialog

        dialog = NewNetworkDialog(self._around, parent=self)
        dialog.made.connect(lambda network: self.go.emit(ToNetwork(network)))
        dialog.open()

    def _later(self, *_: object) -> None:
        self._again.start(0)

    def _show_asked(self, rows: list[AttentionRow]) -> None:
        while self._week.count():
            gone = self._week.takeAt(0)
            widget = gone.widget() if gone is not None else None
            if widget is not None:
                widget.deleteLater()
        for place, row in enumerate(rows):
            line = AskedLine(self.theme, row, first=not place, last=row is rows[-1], parent=self)
            line.button.setObjectName(f"asked_{place}")
            line.pressed.connect(self.go)
            self._week.addWidget(line)
        if not rows:
            self._week.addWidget(EmptyState(self.theme, self.language.text("Nothing needs you this week.")))

    def _lay_out(self) -> None:
        text = self.language.text
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(self.theme.px(WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.page, SPACE.wide, SPACE.page, SPACE.page)
        column.setSpacing(0)
        self._day = Label("", "muted")
        column.addWidget(self._day)
        column.addWidget(Label(text("What needs you this week"), "page"))
        column.addSpacing(SPACE.roomy)
        card = Card(bare=True)
        self._week = QVBoxLayout()
        self._week.setSpacing(0)
        self._week.setContentsMargins(0, SPACE.hair, 0, SPACE.hair)
        card.body.addLayout(self._week)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(card)
        column.addSpacing(SPACE.wide)
        column.addLayout(self._head())
        column.addSpacing(SPACE.even)
        column.addWidget(self._networks_card())
        column.addStretch(1)
        scroll = scrolled(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.page, 0, SPACE.page, SPACE.tight)
        foot.addWidget(UndoLine(self._around, "", self))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        text = self.language.text
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addWidget(Label(text("Your networks"), "section"))
        self._count = Chip("", "count")
        row.addWidget(self._count)
        row.addStretch(1)
        new = Button(self.theme, text("New network"), kind="tertiary", icon="plus", key="Ctrl+N")
        new.setObjectName("new_network")
        new.setAccessibleName(text("New network"))
        new.setShortcut("Ctrl+N")
        new.clicked.connect(self.new_network)
        row.addWidget(new)
        return row

    def _networks_card(self) -> Card:
        text = self.language.text
        card = Card(bare=True)
        card.body.setSpacing(0)
        columns = (text("Network"), text("Phase"), text("Next meeting"), text("Open actions"))
        card.body.addWidget(NetworkHead(self.theme, columns))
        self.networks = NetworkList(self.theme)
        self.networks.setAccessibleName(text("Your networks"))
        self.networks.chosen.connect(lambda network: self.go.emit(ToNetwork(network)))
        card.body.addWidget(self.networks)
        return card
