"""The top of the planner: which meeting, when and where, and what can be done with it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facilitator.model.network import Network
from facilitator.model.session import Session, SessionState, begins, ends
from ui.page import Surroundings
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, Label

HEIGHT = 80


class Head(QFrame):
    """Signals say what is asked for; the page does it."""

    edit_asked = Signal()
    run_sheet_asked = Signal()
    agenda_asked = Signal()
    rehearsal_asked = Signal()
    main_asked = Signal()
    templates_asked = Signal()
    copy_asked = Signal()
    people_asked = Signal()
    methods_asked = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planner_head")
        self.setProperty("ground", "window")
        self.setProperty("rule", "bottom")
        self.setFixedHeight(around.theme.px(HEIGHT))
        self._language = around.language
        self._planned = False
        self._narrow = False
        text, theme = around.language.text, around.theme
        self._number = Label("", "title")
        self._network = ElidedLabel("", "muted")
        self._when = ElidedLabel("", "muted")
        self._state = Chip("", "neutral")
        self.people = _button(theme, "expected", "", "tertiary", "account-check-outline")
        self.people.clicked.connect(self.people_asked)
        self.methods = _button(theme, "show_methods", text("Methods"), "secondary")
        self.methods.clicked.connect(self.methods_asked)
        self.run_sheet = _button(theme, "run_sheet", text("Run sheet"), "tertiary")
        self.run_sheet.clicked.connect(self.run_sheet_asked)
        self.rehearse = _button(theme, "rehearse", text("Rehearsal"), "secondary")
        self.rehearse.clicked.connect(self.rehearsal_asked)
        self.main = _button(theme, "start_meeting", text("Start the meeting"), "primary", "play")
        self.main.clicked.connect(self.main_asked)
        self.edit = IconButton(theme, "pencil-outline", text("Edit the meeting"))
        self.edit.setObjectName("edit_meeting")
        self.edit.clicked.connect(self.edit_asked)
        self.more = IconButton(theme, "dots-horizontal", text("More"))
        self.more.setObjectName("more")
        self.more.clicked.connect(self._open_menu)
        self._lay_out()

    def show_meeting(self, network: Network, session: Session, coming: int, of: int) -> None:
        """Shows which meeting it is and what can be done with it."""
        language = self._language
        text = language.text
        self._number.say(text("Meeting {n}", n=session.number))
        self._network.say(network.name)
        when = language.period(begins(session), ends(session))
        self._when.say(" · ".join(part for part in (when, session.place) if part))
        self.people.setText(text("{n} of {of} come", n=coming, of=of))
        self.people.setAccessibleName(self.people.text())
        planned = session.state is SessionState.planned
        words = {
            SessionState.planned: text("Start the meeting"),
            SessionState.running: text("Go to the meeting"),
            SessionState.held: text("Read the minutes"),
            SessionState.cancelled: text("Hold it after all"),
        }
        self.main.setText(words[session.state])
        self.main.setAccessibleName(words[session.state])
        states = {SessionState.running: text("Running"), SessionState.held: text("Held")}
        states[SessionState.cancelled] = text("Cancelled")
        self._state.setVisible(not planned)
        self._state.show_chip(
            states.get(session.state, ""), "accent" if session.state is SessionState.running else "neutral"
        )
        self._planned = planned
        self._fold()

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room, what is seldom needed stands in the menu alone."""
        self._narrow = narrow
        self._fold()

    def _fold(self) -> None:
        wide, planned = not self._narrow, self._planned
        seen = {
            self.edit: planned and wide,
            self.rehearse: planned and wide,
            self.run_sheet: wide,
            self.people: planned,
            self.methods: self._narrow,
        }
        # What goes makes room before what comes asks for it: a window never grows by this.
        for widget in sorted(seen, key=lambda each: seen[each]):
            widget.setVisible(seen[widget])

    def _open_menu(self) -> None:
        text = self._language.text
        menu = QMenu(self)
        menu.setObjectName("planner_menu")
        if self._planned:
            for name, words, asked in (
                ("menu_edit", text("Edit the meeting"), self.edit_asked),
                ("menu_rehearse", text("Rehearsal"), self.rehearsal_asked),
            ):
                self._offer(menu, name, words, asked)
        for name, words, asked in (
            ("export_agenda", text("Export the agenda …"), self.agenda_asked),
            ("export_run_sheet", text("Export the run sheet …"), self.run_sheet_asked),
            ("change_template", text("Change template …"), self.templates_asked),
            ("copy_last", text("Copy from the last meeting"), self.copy_asked),
        ):
            self._offer(menu, name, words, asked)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @staticmethod
    def _offer(menu: QMenu, name: str, words: str, asked: SignalInstance) -> None:
        action = menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.wide, 0, SPACE.wide, 0)
        row.setSpacing(SPACE.near)
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(SPACE.near)
        first.addWidget(self._number)
        first.addWidget(self._network, 1)
        first.addWidget(self._state)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._when)
        words.addStretch(1)
        row.addLayout(words, 1)
        for widget in (self.edit, self.people, self.methods, self.run_sheet, self.more, self.rehearse, self.main):
            row.addWidget(widget)


def _button(theme: Theme, name: str, text: str, kind: str, icon: str = "") -> Button:
    button = Button(theme, text, kind=kind, icon=icon)
    button.setObjectName(name)
    button.setAccessibleName(text)
    return button
