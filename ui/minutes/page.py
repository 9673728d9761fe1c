"""The review: what comes with at the left, the real paper at the right; nothing leaves before it is exported."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QSplitter, QVBoxLayout, QWidget

from facilitator.model.audience import Audience, widens
from facilitator.model.ids import new_id
from facilitator.model.outcome import Action, AnyOutcome, Case, Decision, Note, Parked, Photo
from facilitator.model.session import SessionState
from ui.minutes.dialogs import ApproveDialog, FactsDialog, TextDialog
from ui.minutes.head import Head
from ui.minutes.lines import OutcomeLine
from ui.minutes.outgoing import Outgoing
from ui.minutes.photos import LatePhotos
from ui.minutes.preview import PdfPreview
from ui.minutes.private import FoldButton
from ui.minutes.question import Question
from ui.network.action_dialog import ActionDialog
from ui.page import Page, Surroundings, ToLive, ToPlanner
from ui.theme.tokens import SPACE
from ui.undo_line import UndoLine
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled
from ui.widgets.segments import Choice, Segments
from ui.widgets.thumbnail import Thumbnails
from ui.widgets.undo_keys import UndoKeys
from ui.workspace import DocumentKind, Job

ANEW = 300  # milliseconds after the last change before the paper is made again
LEFT, LEFT_LEAST, RIGHT = 616, 560, 600
TIGHT = 820  # px of the design: under that the paper takes the place of the words, and gives it back


class MinutesPage(Page):
    """The minutes of one meeting."""

    def __init__(self, around: Surroundings, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setObjectName("minutes_page")
        self._around = around
        self._session_id = session_id
        self._session = self.workspace.session(session_id)
        self._network = self.workspace.network(self._session.network)
        self.kind: DocumentKind = "decisions"
        self._unfolded = False
        self._paper_shown = False
        self._peeking = False
        self._shown: tuple[object, ...] = ()
        self._job: Job[bytes] | None = None
        self._stale = False
        self._anew = QTimer(self)
        self._anew.setSingleShot(True)
        self._anew.setInterval(ANEW)
        self._anew.timeout.connect(self._make_paper)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.refresh)
        self._undo_keys = UndoKeys(self)
        self.outgoing = Outgoing(self, session_id)
        self._thumbnails = Thumbnails(self.workspace.picture)
        self._lay_out()
        self.workspace.session_changed.connect(self._session_changed)
        self.workspace.saved.connect(self._tell_saved)
        self.refresh()
        held = self._session.state is SessionState.held
        self.setFocusProxy(self._kinds if held else self._waiting.button)

    def title(self) -> str:
        return f"{self._network.name}, {self.language.text('meeting {n}', n=self._session.number)}"

    @property
    def locked(self) -> bool:
        """Whether the minutes are approved, so that nothing changes any more."""
        return self._session.approved_on is not None

    def refresh(self) -> None:
        """Read again, and show what has changed."""
        self._session = self.workspace.session(self._session_id)
        held = self._session.state is SessionState.held
        if self.locked:
            self.workspace.history.forget(self._session_id)
            self._question.drop()
        self._review.setVisible(held)
        self._waiting.setVisible(not held)
        self._show_head(held=held)
        if not held:
            return
        outcomes = self.workspace.outcomes(self._session_id)
        shown = (outcomes, self.locked, self._unfolded, self._peeking)
        if shown != self._shown:
            self._shown = shown
            self._show_lines(outcomes)
        self._anew.start()

    # The head

    def _show_head(self, *, held: bool) -> None:
        text, session = self.language.text, self._session
        self.head.show_meeting(self._network, session)
        self.head.show_addresses(self.workspace.shows_addresses(self._network))
        approved = session.approved_on
        self._kinds.setVisible(held)
        self._facts.setVisible(held and not self.locked)
        self._add.setVisible(held and not self.locked)
        if approved:
            day = self.language.date_written(approved)
            told = text("Approved on {date}. The minutes are kept as they were then.", date=day)
        else:
            told = text("The minutes are a draft. Only you can see it here. Share it when you have read it through.")
        self._status.say(told)
        if session.state is SessionState.running:
            words = text("The meeting is running. Its minutes come here when it is over."), text("Go to the meeting")
        else:
            words = (
                text("The meeting has not been held yet. Its minutes come here when it is over."),
                text("Open the agenda"),
            )
        self._waiting.show_words(*words)

    def _tell_saved(self) -> None:
        self.head.tell_saved(self.workspace.now())

    # The lines

    def _show_lines(self, outcomes: Sequence[AnyOutcome]) -> None:
        focus: QWidget | None = self.focusWidget()
        focused = focus.objectName() if focus is not None else ""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                if focus is not None and widget.isAncestorOf(focus):
                    focus.setObjectName("")  # it is going: the keyboard belongs on the new one of that name
                widget.hide()
                widget.deleteLater()
        text = self.language.text
        titles = self._step_titles()
        sections: tuple[tuple[str, type[AnyOutcome]], ...] = (
            (text("Decisions"), Decision),
            (text("Actions"), Action),
            (text("Notes"), Note),
            (text("Parked items"), Parked),
            (text("Photos"), Photo),
            (text("Cases"), Case),
        )
        for name, kind in sections:
            self._show_section(name, [each for each in outcomes if isinstance(each, kind)], titles)
        self._lines.addStretch(1)
        may_come = [each for each in outcomes if not isinstance(each, Case)]
        come = sum(1 for each in may_come if each.audience is Audience.minutes)
        self._count.say(text("{n} of {all}", n=come, all=len(may_come)))
        self._nothing.setVisible(not outcomes)
        again = self.findChild(QWidget, focused) if focused else None
        if again is not None:
            line: QWidget | None = again
            while line is not None and not line.isVisible():
                line.show()  # at once, so that it can be given the keyboard
                line = line.parentWidget()
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_section(self, name: str, outcomes: list[AnyOutcome], titles: dict[str, str]) -> None:
        if not outcomes:
            return
        head = QHBoxLayout()
        head.setContentsMargins(0, SPACE.near, 0, SPACE.tight)
        head.setSpacing(SPACE.tight)
        holder = QWidget()
        holder.setLayout(head)
        head.addWidget(Label(name, "heading"))
        head.addWidget(Chip(str(len(outcomes)), "count"))
        head.addStretch(1)
        self._lines.addWidget(holder)
        private = [each for each in outcomes if each.audience is Audience.private]
        for outcome in outcomes:
            if outcome.audience is Audience.private and not self._shows_private:
                continue
            self._lines.addWidget(self._line(outcome, titles))
        if private:
            button = FoldButton(self._around, private, unfolded=self._unfolded)
            button.clicked.connect(self._fold)
            self._lines.addWidget(button)

    def _line(self, outcome: AnyOutcome, titles: dict[str, str]) -> OutcomeLine:
        if isinstance(outcome, Action):
            note = self.language.date(outcome.due) if outcome.due else ""
        else:
            note = titles.get(outcome.step, "") if isinstance(outcome, Note | Photo) else ""
        line = OutcomeLine(self._around, outcome, note, self._thumbnails, locked=self.locked)
        self._undo_keys.watch(line)
        line.changed.connect(self._change)
        line.edit_asked.connect(self._edit)
        line.remove_asked.connect(self._remove)
        return line

    @property
    def _shows_private(self) -> bool:
        return self._unfolded or self._peeking

    def _fold(self) -> None:
        """Unfolds what is private, to work with it, or folds it again."""
        self._unfolded = not self._unfolded
        self.refresh()

    def _peek(self, peeking: bool) -> None:
        """Shows what is private for as long as Alt is held; what is being written is left in peace."""
        focus = self.focusWidget()
        writing = isinstance(focus, QLineEdit) and focus.isModified()
        if peeking != self._peeking and not (peeking and writing):
            self._peeking = peeking
            self.refresh()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:  # Alt+Tab never lets go of Alt here
            self._peek(False)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Alt:
            self._peek(True)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Alt:
            self._peek(False)
        super().keyReleaseEvent(event)

    def _step_titles(self) -> dict[str, str]:
        meeting = self.workspace.meeting(self._session_id)
        every = (*self.workspace.agenda(self._session_id), *meeting.steps)
        return {step.id: self.workspace.worded(step, self.language).title for step in every}

    # What the user does

    def _change(self, before: AnyOutcome, after: AnyOutcome) -> None:
        """What was private gets more readers only by a press that says so (practice.md 5.1)."""
        if before.audience is not Audience.private or not widens(before.audience, after.audience):
            self.workspace.save_outcome(after)
            return
        self._shown = ()  # the line goes back to what is kept
        self.refresh()
        text = self.language.text
        into = after.audience is Audience.minutes
        self._question.ask(
            text("It is on this computer only. Should everyone who gets the minutes be able to read it?")
            if into
            else text("It is on this computer only. Should the network be able to read it?"),
            text("Put it in the minutes") if into else text("Show it to the network"),
            lambda: self._widen(before, after.audience),
        )

    def _widen(self, asked: AnyOutcome, audience: Audience) -> None:
        """The answer is for what is there now: what has been deleted meanwhile stays deleted."""
        for now in self.workspace.outcomes(self._session_id):
            if now.id == asked.id:
                self.workspace.save_outcome(replace(now, audience=audience))

    def _edit(self, outcome: AnyOutcome) -> None:
        if isinstance(outcome, Action):
            members = self.workspace.members(self._network.id)
            dialog: ActionDialog | TextDialog = ActionDialog(self._around, self._network, members, outcome, parent=self)
        else:
            dialog = TextDialog(self._around, outcome, self.language.text("Edit the text"), parent=self)
        dialog.open()

    def _remove(self, outcome: AnyOutcome) -> None:
        self._question.drop()
        self.workspace.remove_outcome(outcome)

    def _new(self, kind: type[AnyOutcome]) -> None:
        made = self.workspace.now().timestamp() * 1000
        outcome = kind(id=new_id(), session=self._session_id, text="", made_at=round(made))
        if isinstance(outcome, Action):
            self._edit(outcome)
            return
        dialog = TextDialog(self._around, outcome, self._new_words(kind), parent=self)
        dialog.kept.connect(self.said)
        dialog.open()

    def _new_words(self, kind: type[AnyOutcome]) -> str:
        text = self.language.text
        return {Decision: text("New decision"), Note: text("New note")}.get(kind, text("New parked item"))

    def _edit_facts(self) -> None:
        meeting = self.workspace.meeting(self._session_id)
        dialog = FactsDialog(
            self._around,
            self._session,
            meeting.attendance,
            meeting.people,
            consultant=self._network.consultant.name,
            parent=self,
        )
        dialog.kept.connect(self.said)
        dialog.open()

    def _ask_to_approve(self) -> None:
        dialog = ApproveDialog(self._around, self._session, parent=self)
        dialog.kept.connect(self.said)
        dialog.open()

    def _go_on(self) -> None:
        running = self._session.state is SessionState.running
        self.go.emit(ToLive(self._session_id) if running else ToPlanner(self._session_id))

    # The paper

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._make_room()

    def show_paper(self, shown: bool) -> None:
        """Where there is no room for both: the paper in place of the words, or the words again."""
        self._paper_shown = shown
        self._make_room()

    def _make_room(self) -> None:
        tight = self.theme.room(self.width()) < TIGHT
        seen = {self._words: not (tight and self._paper_shown), self.preview: not tight or self._paper_shown}
        # What goes makes room before what comes asks for it.
        for widget in sorted(seen, key=lambda each: seen[each]):
            widget.setVisible(seen[widget])
        self._see_paper.setVisible(tight)
        self.preview.back.setVisible(tight)

    def _choose_kind(self, kind: str) -> None:
        self.kind = "minutes" if kind == "minutes" else "decisions"
        self._make_paper()

    def _make_paper(self) -> None:
        """Make the paper in the background; what changes meanwhile is made after it."""
        if self._job is not None:
            self._stale = True
            return
        self._stale = False
        job = self.workspace.document(self._session_id, self.kind)
        self._job = job
        job.finished.connect(self._paper_made)
        job.failed.connect(self._paper_failed)
        job.start()

    def _paper_made(self, content: bytes) -> None:
        self._job = None
        self.preview.show_pdf(content)
        if self._stale:
            self._make_paper()

    def _paper_failed(self, error: object) -> None:
        self._job = None
        self.failed(error)

    def _session_changed(self, session_id: str) -> None:
        if session_id == self._session_id:
            self._again.start(0)

    # Building

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.head = Head(self._around)
        self.head.approve.clicked.connect(self._ask_to_approve)
        self.head.export_asked.connect(self.outgoing.export)
        self.head.mail_asked.connect(self.outgoing.open_mail)
        self.head.mail_file_asked.connect(self.outgoing.save_mail)
        self.head.addresses_chosen.connect(lambda seen: self.workspace.show_addresses(self._network, seen))
        whole.addWidget(self.head)
        self._review = QSplitter(Qt.Orientation.Horizontal)
        self._review.setChildrenCollapsible(False)
        self._words = self._left()
        self._review.addWidget(self._words)
        self.preview = PdfPreview(self._around)
        self.preview.back.clicked.connect(lambda: self.show_paper(False))
        self._review.addWidget(self.preview)
        self._review.setStretchFactor(0, 0)  # in a narrow window the paper gives way, not the words
        self._review.setStretchFactor(1, 1)
        self._review.setSizes([self.theme.px(LEFT), RIGHT])
        whole.addWidget(self._review, 1)
        self._waiting = EmptyState(self.theme, "", "", kind="primary")
        self._waiting.button.setObjectName("go_on")
        self._waiting.pressed.connect(self._go_on)
        whole.addWidget(self._waiting, 1)
        for key, act in (
            ("Ctrl+E", lambda: self.outgoing.export("decisions")),
            ("Ctrl+M", self.outgoing.open_mail),
            ("PgUp", lambda: self.preview.turn(-1)),
            ("PgDown", lambda: self.preview.turn(1)),
        ):
            QShortcut(QKeySequence(key), self, act)

    def _left(self) -> QWidget:
        text = self.language.text
        left = QFrame()
        left.setProperty("ground", "surface")
        left.setMinimumWidth(self.theme.px(LEFT_LEAST))
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE.wide, SPACE.near, SPACE.wide, SPACE.tight)
        column.setSpacing(SPACE.tight)
        first = QHBoxLayout()
        first.addWidget(Label(text("What comes with"), "section"))
        first.addStretch(1)
        self._count = Label("", "muted")
        self._count.setObjectName("how_many")
        first.addWidget(self._count)
        column.addLayout(first)
        self._status = Label("", "small", wrap=True)
        column.addWidget(self._status)
        self._kinds = Segments(
            (Choice("decisions", text("Minutes of decisions")), Choice("minutes", text("Full minutes"))), dense=True
        )
        self._kinds.setObjectName("paper_kind")
        self._kinds.setAccessibleName(text("Which paper is shown"))
        self._kinds.chosen.connect(self._choose_kind)
        column.addWidget(self._kinds)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, SPACE.near, 0)
        self._lines.setSpacing(0)
        scroll = scrolled(inside)
        self._nothing = EmptyState(self.theme, text("Nothing was written down. You can still add it here."))
        column.addWidget(self._nothing)
        column.addWidget(scroll, 1)
        self._question = Question(self._around)
        column.addWidget(self._question)
        self.undo_line = UndoLine(self._around, self._session_id, self)
        column.addWidget(self.undo_line)
        column.addLayout(self._foot())
        return left

    def _foot(self) -> QHBoxLayout:
        text = self.language.text
        row = QHBoxLayout()
        row.setSpacing(SPACE.near)
        menu = QMenu(self)
        menu.setObjectName("add_menu")
        for name, words, kind in (
            ("add_decision", text("Decision"), Decision),
            ("add_action", text("Action"), Action),
            ("add_note", text("Note"), Note),
            ("add_parked", text("Parked items"), Parked),
        ):
            action = menu.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, which=kind: self._new(which))
        late = LatePhotos(self, self._session_id)
        photo = menu.addAction(text("Photo"))
        photo.setObjectName("add_photo")
        photo.triggered.connect(late.ask)
        self._add = Button(self.theme, text("Add"), size="compact", icon="plus")
        self._add.setObjectName("add")
        self._add.setAccessibleName(text("Add"))
        self._add.clicked.connect(lambda: menu.popup(self._add.mapToGlobal(self._add.rect().topLeft())))
        self._facts = Button(self.theme, text("Who was there"), size="compact", icon="account-check-outline")
        self._facts.setObjectName("who_was_there")
        self._facts.setAccessibleName(text("Who was there"))
        self._facts.clicked.connect(self._edit_facts)
        row.addWidget(self._add)
        row.addWidget(self._facts)
        row.addStretch(1)
        self._see_paper = Button(self.theme, text("See the minutes"), size="compact", icon="eye-outline")
        self._see_paper.setObjectName("see_paper")
        self._see_paper.clicked.connect(lambda: self.show_paper(True))
        row.addWidget(self._see_paper)
        return row
