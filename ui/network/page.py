"""The page of one network: its header over four tabs."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.model.network import Network, Phase
from ui.network.actions import Actions
from ui.network.header import Header
from ui.network.meetings import Meetings
from ui.network.members import Members
from ui.network.overview import Overview
from ui.network.settings_dialog import NetworkDialog
from ui.network.tab import TabView
from ui.page import WIDEST, NetworkTab, Page, Surroundings, ToHome
from ui.theme.tokens import SPACE
from ui.undo_line import UndoLine
from ui.widgets.labels import Line
from ui.widgets.tabs import Tab, Tabs

ORDER: tuple[NetworkTab, ...] = ("overview", "members", "meetings", "actions")


class NetworkPage(Page):
    """A network on one of its tabs. What changes in the store is read again at the next turn of the event loop."""

    def __init__(
        self, around: Surroundings, network_id: str, tab: NetworkTab = "overview", parent: QWidget | None = None
    ) -> None:
        super().__init__(around, parent)
        self.setObjectName("network_page")
        self.setAcceptDrops(True)
        self.network_id = network_id
        self._around = around
        self.dialog: NetworkDialog | None = None
        self.overview_tab = Overview(around, network_id)
        self.members_tab = Members(around, network_id)
        self.meetings_tab = Meetings(around, network_id)
        self.actions_tab = Actions(around, network_id)
        self._views: dict[str, TabView] = {
            "overview": self.overview_tab,
            "members": self.members_tab,
            "meetings": self.meetings_tab,
            "actions": self.actions_tab,
        }
        self.header = Header(around)
        self.header.phase_chosen.connect(self._choose_phase)
        self.header.settings_asked.connect(self._edit_network)
        self.header.open_asked.connect(self._open_next)
        self.tabs = Tabs(around.theme)
        self.tabs.chosen.connect(self._tab_chosen)
        self.undo_line = UndoLine(around, network_id, self)
        self._lay_out()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._show_now)
        self._stale = False
        self._listen()
        self._make_keys()
        self._show_tabs()
        self.show_tab(tab)

    def title(self) -> str:
        return self.workspace.network(self.network_id).name

    def show_tab(self, tab: str, *, begin: bool = True) -> None:
        """Goes to a tab; "founding" is the meetings with the dialog for the first one open."""
        if tab == "founding":
            self.show_tab("meetings")
            self.meetings_tab.new_meeting("founding")
            return
        self.tabs.choose(tab)
        view = self._views[tab]
        view.show_now()
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view.beginning() or self.tabs)
        if begin and self.isVisible():
            self._begin(view)

    def _tab_chosen(self, tab: str) -> None:
        """By the mouse or the arrows in the tabs themselves: the keyboard stays there."""
        self.show_tab(tab, begin=False)

    def _begin(self, view: TabView) -> None:
        view.begin()
        if view.beginning() is None:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        beyond = max(0, self.width() - self.theme.px(WIDEST))
        self._column.setContentsMargins(SPACE.page, SPACE.roomy, SPACE.page + beyond, 0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if self._stale:
            self._show_now()
        self._begin(self._views[self.tabs.chosen_id()])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        event.acceptProposedAction()
        self.drop_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def drop_file(self, file: Path) -> None:
        """A file was dropped on the page: it may be a list of members."""
        self.show_tab("members")
        self.members_tab.import_file(file)

    # Showing

    def _later(self, *_: object) -> None:
        if self.isVisible():
            self._again.start(0)
        else:
            self._stale = True

    def _show_now(self) -> None:
        self._stale = False
        if not self.workspace.has_network(self.network_id):  # its making was taken back, here or in another window
            self.go.emit(ToHome())
            return
        self._show_tabs()
        self.retitled.emit()
        self._views[self.tabs.chosen_id()].show_now()

    def _show_tabs(self) -> None:
        text = self.language.text
        overview = self.workspace.overview(self.network_id)
        self.header.show_network(overview, self.workspace.holders(self.network_id))
        names = {
            "overview": text("Overview"),
            "members": text("Members"),
            "meetings": text("Meetings"),
            "actions": text("Actions"),
        }
        counted = {"actions": str(overview.open_actions) if overview.open_actions else ""}
        self.tabs.show_tabs(tuple(Tab(tab, names[tab], counted.get(tab, "")) for tab in ORDER))
        for place in range(len(ORDER)):
            self.tabs.setTabToolTip(place, f"Ctrl+{place + 1}")

    # Doing

    def _choose_phase(self, phase: str) -> None:
        self.workspace.save_network(replace(self.workspace.network(self.network_id), phase=Phase(phase)))

    def _edit_network(self) -> None:
        self.dialog = NetworkDialog(self._around, self.workspace.network(self.network_id), parent=self)
        self.dialog.remove_asked.connect(self._remove)
        self.dialog.open()

    def _remove(self, network: Network) -> None:
        self.workspace.remove_network(network, done=self._removed, failed=self.failed)

    def _removed(self, _: object) -> None:
        if isValid(self):
            self.go.emit(ToHome())

    def _open_next(self, session_id: str) -> None:
        self.meetings_tab.open_session(self.workspace.session(session_id))

    def _step(self, by: int) -> None:
        place = ORDER.index(next(tab for tab in ORDER if tab == self.tabs.chosen_id()))
        self.show_tab(ORDER[(place + by) % len(ORDER)])

    # Building

    def _listen(self) -> None:
        workspace = self.workspace
        for changed in (
            workspace.network_changed,
            workspace.members_changed,
            workspace.sessions_changed,
            workspace.session_changed,
        ):
            changed.connect(self._later)
        for view in self._views.values():
            view.go.connect(self.go)
            view.said.connect(self.said)
            view.tab_asked.connect(self.show_tab)

    def _make_keys(self) -> None:
        for place, tab in enumerate(ORDER, start=1):
            QShortcut(QKeySequence(f"Ctrl+{place}"), self, partial(self.show_tab, tab))
        QShortcut(QKeySequence("Ctrl+Tab"), self, partial(self._step, 1))
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self, partial(self._step, -1))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addSpacing(SPACE.near)
        column.addWidget(self.tabs)
        column.addWidget(Line())
        column.addSpacing(SPACE.roomy)
        column.addWidget(self._stack, 1)
        column.addWidget(self.undo_line)
        column.addSpacing(SPACE.tight)
