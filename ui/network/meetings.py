"""The meetings of a network by date, and what can be done with each."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from facilitator.model.session import Session, SessionState
from ui.form import Form
from ui.network.meeting_dialog import CopyDialog, EditMeetingDialog, NewMeetingDialog
from ui.network.meeting_rows import MeetingList, meeting_row
from ui.network.tab import TabView
from ui.page import Surroundings, ToLive, ToMinutes, ToPlanner
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label


class Meetings(TabView):
    """The list; Enter opens a meeting where it is in its life, the menu has the rest."""

    def __init__(self, around: Surroundings, network_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, network_id, parent)
        self.dialog: Form | None = None
        self.menu: QMenu | None = None
        self._new_session = ""
        self._sessions: dict[str, Session] = {}
        text = self.language.text
        self.list = MeetingList(self.theme)
        self.list.setAccessibleName(text("Meetings"))
        self.list.chosen.connect(self._open)
        self.list.menu_asked.connect(self._show_menu)
        self._empty = EmptyState(
            self.theme,
            text("No meetings planned. A whole year at a time works best."),
            text("New meeting"),
            kind="primary",
        )
        self._empty.pressed.connect(self._new)
        self._lay_out()

    def show_now(self) -> None:
        network = self.network()
        today = self.workspace.today(network)
        sessions = self.workspace.sessions(self.network_id)
        names = {member.id: member.name for member in self.workspace.members(self.network_id)}
        self._sessions = {session.id: session for session in sessions}
        self.list.show_rows([meeting_row(session, names, today, self.language) for session in sessions])
        if self._new_session in self._sessions:
            self.list.go_to(self._new_session)
            self._new_session = ""
        self._stack.setCurrentIndex(0 if sessions else 1)
        self._keys.setVisible(bool(sessions))

    def beginning(self) -> QWidget | None:
        return self.list

    def begin(self) -> None:
        if not self.list.current_id():
            coming = self.workspace.overview(self.network_id).next_session
            first = coming.id if coming else next(iter(self._sessions), "")
            self.list.go_to(first)
        super().begin()

    def new_meeting(self, template: str = "") -> None:
        """Opens the dialog for a new meeting, with that template chosen."""
        dialog = NewMeetingDialog(
            self.around, self.network(), self.workspace.members(self.network_id), template=template, parent=self
        )
        dialog.planned.connect(self._go_to_new)
        self._open_dialog(dialog)

    def _go_to_new(self, session_id: str) -> None:
        """The keyboard goes to a new meeting as soon as the list has it."""
        self._new_session = session_id

    def _new(self) -> None:
        self.new_meeting()

    def open_session(self, session: Session) -> None:
        """Goes to where a meeting is worked with now."""
        match session.state:
            case SessionState.running:
                self.go.emit(ToLive(session.id))
            case SessionState.held:
                self.go.emit(ToMinutes(session.id))
            case _:
                self.go.emit(ToPlanner(session.id))

    def menu_of(self, session: Session) -> QMenu:
        """What can be done with a meeting now."""
        text = self.language.text
        menu = QMenu(self)
        menu.setObjectName("meeting_menu")
        menu.addAction(self._open_words(session), partial(self.open_session, session))
        if session.state in (SessionState.planned, SessionState.cancelled):
            menu.addAction(text("Move or edit …"), partial(self._edit, session))
        menu.addAction(text("Copy to a new date …"), partial(self._copy, session))
        if session.state is SessionState.planned:
            menu.addSeparator()
            menu.addAction(text("Cancel the meeting"), partial(self._cancel, session))
        if session.state is SessionState.cancelled:
            menu.addSeparator()
            menu.addAction(text("Hold it after all"), partial(self._uncancel, session))
        if session.state in (SessionState.planned, SessionState.cancelled):
            menu.addAction(text("Delete the meeting"), partial(self._remove, session))
        return menu

    def _open_words(self, session: Session) -> str:
        text = self.language.text
        if session.state is SessionState.running:
            return text("Go to the meeting")
        return text("Open the minutes") if session.state is SessionState.held else text("Open the agenda")

    def _open(self, session_id: str) -> None:
        self.open_session(self._sessions[session_id])

    def _show_menu(self, session_id: str, at: QPoint) -> None:
        self.menu = self.menu_of(self._sessions[session_id])
        self.menu.popup(at)

    def _edit(self, session: Session) -> None:
        members = self.workspace.members(self.network_id)
        self._open_dialog(EditMeetingDialog(self.around, self.network(), members, session, parent=self))

    def _copy(self, session: Session) -> None:
        dialog = CopyDialog(self.around, self.network(), session, parent=self)
        dialog.planned.connect(self._go_to_new)
        self._open_dialog(dialog)

    def _cancel(self, session: Session) -> None:
        self.workspace.cancel_session(session)

    def _uncancel(self, session: Session) -> None:
        self.workspace.uncancel_session(session)

    def _remove(self, session: Session) -> None:
        self.workspace.remove_session(session)

    def _open_dialog(self, dialog: Form) -> None:
        self.dialog = dialog
        dialog.open()

    def _lay_out(self) -> None:
        text = self.language.text
        new = Button(self.theme, text("New meeting"), icon="plus", key="Ctrl+N")
        new.setShortcut("Ctrl+N")
        new.setObjectName("new_meeting")
        new.clicked.connect(self._new)
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(SPACE.tight)
        for key, words in (("Enter", text("opens")), (text("Shift+F10"), text("move, copy, cancel or delete"))):
            keys.addWidget(KeyHint(key))
            keys.addWidget(Label(words, "small"))
            keys.addSpacing(SPACE.near)
        top = QHBoxLayout()
        top.addWidget(self._keys)
        top.addStretch(1)
        top.addWidget(new)
        card = Card(bare=True)
        card.body.addWidget(self.list)
        lower = QWidget()
        self._stack = QStackedLayout(lower)
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE.roomy)
        whole.setSpacing(SPACE.near)
        whole.addLayout(top)
        whole.addWidget(lower, 1)
