"""The planner: methods at the left, the agenda in the middle, the chosen step at the right."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.library import kind_name
from facilitator.library.words import WordedStep
from facilitator.model.agenda import Kind, Step, changed, clock_times, lasting, moved, put_in, without
from facilitator.model.attendance import HERE, Status
from facilitator.model.ids import new_id
from facilitator.model.lengths import Learned
from facilitator.model.member import roster
from facilitator.model.method import step_from
from facilitator.model.session import SessionState, begins
from facilitator.model.trouble import Trouble
from ui.network.meeting_dialog import EditMeetingDialog
from ui.page import Page, Surroundings, ToLive, ToMinutes
from ui.planner.agenda_panel import AgendaPanel
from ui.planner.dialogs import TemplateDialog, expected_menu, templates_menu
from ui.planner.drawer import MethodDrawer
from ui.planner.head import Head
from ui.planner.inspector import Inspector
from ui.planner.undo import AgendaEdit, MeetingEdit
from ui.saving import ask_where_to
from ui.widgets.undo_keys import REDO, REDO_TOO, UNDO, UndoKeys
from ui.words import usual_length
from ui.workspace import DocumentKind
from ui.workspace.history import Entry

NARROW = 1180  # px of the page; under that the drawer is opened by its button
USUAL_SIZE = 8
FREE_MINUTES, BREAK_MINUTES = 10, 15


class PlannerPage(Page):
    """The agenda of one meeting."""

    def __init__(self, around: Surroundings, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setObjectName("planner_page")
        self._around = around
        self._session_id = session_id
        self._session = self.workspace.session(session_id)
        self._network = self.workspace.network(self._session.network)
        self._members = self.workspace.members(self._network.id)
        self._steps: tuple[Step, ...] = self.workspace.agenda(session_id)
        self._saving = 0
        self._narrow_open = False
        self._usual: Mapping[str, Learned] = {}
        self._left = False  # nothing is read again for a page that has been left
        self._history = self.workspace.agenda_history(session_id)
        self._history.begin_at(self._steps)
        self._history.became.connect(self._become)
        self.undo_stack = self._history.stack
        self.workspace.history.acted.connect(self._acted)
        people = len(roster(self._members, self._session.starts_at.date())) or USUAL_SIZE
        self._people = people
        self.head = Head(around)
        self.drawer = MethodDrawer(around, self._network.phase, people)
        self._panel = AgendaPanel(around)
        self.timeline = self._panel.timeline
        self.inspector = Inspector(around, self._network.consultant.name)
        self._lay_out()
        self._wire()
        self.refresh()
        if self._steps:
            self._select(self._steps[0].id)
        self.setFocusProxy(self.timeline)
        self._fold()
        job = self.workspace.learned(self._network.id)
        job.finished.connect(self._learn)
        job.failed.connect(self.workspace.went_wrong)
        job.start()

    def title(self) -> str:
        return f"{self._network.name}, {self.language.text('meeting {n}', n=self._session.number)}"

    def leaving(self, *, remade: bool) -> None:
        self.inspector.commit()
        self._later.stop()
        if self._left:
            return
        self._left = True
        self._history.became.disconnect(self._become)
        self.workspace.history.acted.disconnect(self._acted)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The agenda as it is shown."""
        return self._steps

    @property
    def editable(self) -> bool:
        """Whether the agenda can be changed: before the meeting, and while it is cancelled."""
        return self._session.state in {SessionState.planned, SessionState.cancelled}

    def refresh(self) -> None:
        """Show the meeting and its agenda as they are now."""
        language = self.language
        attendance = self.workspace.attendance(self._session_id)
        coming = sum(1 for each in attendance if each.status in HERE)
        self.head.show_meeting(self._network, self._session, coming, len(attendance))
        worded = {step.id: self.workspace.worded(step, language) for step in self._steps}
        names = {member.id: member.name for member in self._members}
        consultant = self._network.consultant.name
        self._panel.show_agenda(self._steps, worded, self._session, names, consultant=consultant)
        self.inspector.set_locked(not self.editable)
        self.drawer.setEnabled(self.editable)
        self._show_chosen(worded)

    # Editing

    def edit(self, steps: Sequence[Step], at: str = "") -> None:
        """Make the agenda these steps; it is kept at once and can be taken back."""
        after = tuple(steps)
        if not self.editable:
            self._tell_locked()
            return
        if after != self._steps:
            self.undo_stack.push(AgendaEdit(self._history, self._steps, after, at or self.timeline.selected_id()))

    def add_method(self, method_id: str, index: int | None = None) -> None:
        """A step by that method, after the chosen one or at a place."""
        method = self.workspace.library.method(method_id)
        self._put_in(step_from(method, self._people, new_id()), index)

    def add_free(self) -> None:
        """A step without a method."""
        title = self.language.text("Free step")
        self._put_in(Step(id=new_id(), kind=Kind.free, title=title, minutes=FREE_MINUTES), None)
        self._open_inspector()

    def add_break(self) -> None:
        """A break, which nothing may squeeze out."""
        method = self.workspace.library.method("break")
        self._put_in(step_from(method, self._people, new_id(), BREAK_MINUTES), None)

    def remove(self, step_id: str) -> None:
        """Take a step off the agenda."""
        self.edit(without(self._steps, step_id))
        self.said.emit(self.language.text("The step is removed. Ctrl+Z brings it back."))

    def duplicate(self) -> None:
        """The chosen step once more, after itself."""
        chosen = self._chosen()
        if chosen is not None:
            self._put_in(replace(chosen, id=new_id(), led=None), None)

    def use_template(self, template_id: str) -> None:
        """The template's agenda in place of this one; taken back by Ctrl+Z."""
        library = self.workspace.library
        steps = library.steps_of(library.template(template_id), self._people, new_id)
        self._replace_by(steps)

    def copy_last(self) -> None:
        """The agenda of the meeting before this one."""
        earlier = [
            each for each in self.workspace.sessions(self._network.id) if each.starts_at < self._session.starts_at
        ]
        steps = self.workspace.agenda(earlier[-1].id) if earlier else ()
        if not steps:
            self.said.emit(self.language.text("There is no earlier agenda to copy."))
            return
        self._replace_by([replace(step, id=new_id(), led=None) for step in steps])

    def _replace_by(self, steps: Sequence[Step]) -> None:
        had, before = bool(self._steps), self.undo_stack.count()
        self.edit(steps, steps[0].id)
        if had and self.undo_stack.count() > before:
            self.said.emit(self.language.text("The agenda is another one now. Ctrl+Z brings the old one back."))

    def _tell_locked(self) -> None:
        self.said.emit(self.language.text("The meeting has begun. Change its agenda in the meeting itself."))

    def _put_in(self, step: Step, index: int | None) -> None:
        places = [each.id for each in self._steps]
        chosen = self.timeline.selected_id()
        after = places.index(chosen) + 1 if chosen in places else len(places)
        self.edit(put_in(self._steps, step, after if index is None else index), step.id)
        self._select(step.id)

    def _become(self, steps: tuple[Step, ...], at: str) -> None:
        self._steps = steps
        self._saving += 1
        self.workspace.save_agenda(self._session_id, steps, done=self._kept)
        self.refresh()
        if any(step.id == at for step in steps):
            self._select(at)

    def _acted(self, entry: Entry) -> None:
        """Something else was done to this meeting: it stands in the same row of what can be taken back."""
        if self._session_id in entry.about:
            self.undo_stack.push(MeetingEdit(self.workspace.history, entry))

    def _kept(self, _: object) -> None:
        self._saving = max(0, self._saving - 1)

    def _not_kept(self, _: object) -> None:
        """What is not in the store is not shown either."""
        if self._saving and not self._left:
            self._saving = 0
            self._later.start(0)

    def _step_changed(self, step: Step) -> None:
        self.edit(changed(self._steps, step), step.id)

    def _moved(self, step_id: str, index: int) -> None:
        self.edit(moved(self._steps, step_id, index), step_id)

    def _stretched(self, step_id: str, minutes: int) -> None:
        step = next((each for each in self._steps if each.id == step_id), None)
        if step is not None:
            self.edit(changed(self._steps, lasting(step, minutes)), step_id)

    # Choosing

    def _chosen(self) -> Step | None:
        chosen = self.timeline.selected_id()
        return next((step for step in self._steps if step.id == chosen), None)

    def _select(self, step_id: str) -> None:
        self.timeline.select(step_id)
        self._show_chosen()

    def _show_chosen(self, worded: dict[str, WordedStep] | None = None) -> None:
        step = self._chosen()
        words = (worded or {}).get(step.id) if step else None
        if step is not None and words is None:
            words = self.workspace.worded(step, self.language)
        when, origin = "", ""
        if step is not None:
            at = self._times(step)
            when = self.language.text("{begins}\N{EN DASH}{ends}", begins=at[0], ends=at[1])
            origin = self._origin(step)
        here = roster(self._members, self._session.starts_at.date())
        kind = kind_name(step.kind, self.language) if step else ""
        shown = words or WordedStep(title="")
        self.inspector.show_step(step, shown, here, when=when, kind=kind, origin=origin)
        usual = self._usual.get(step.method) if step else None
        title = self.workspace.worded(replace(step, title=""), self.language).title if step and usual else ""
        told = usual_length(self.language, title, usual) if usual else ""
        self.inspector.show_usual(told, usual.minutes if usual else 0)

    def _learn(self, usual: Mapping[str, Learned]) -> None:
        """What the network's own meetings took is known."""
        if not self._left:
            self._usual = usual
            self._show_chosen()

    def _times(self, step: Step) -> tuple[str, str]:
        times = clock_times(self._steps, begins(self._session))
        place = self._steps.index(step)
        return self.language.clock(times[place]), self.language.clock(times[place + 1])

    def _origin(self, step: Step) -> str:
        try:
            origin = self.workspace.library.method(step.method).origin if step.method else ""
        except Trouble:
            return ""
        return self.language.text("Origin: {origin}", origin=origin) if origin else ""

    # What the head asks for

    def _edit_meeting(self) -> None:
        dialog = EditMeetingDialog(self._around, self._network, self._members, self._session, parent=self)
        dialog.kept.connect(self.said)
        dialog.open()

    def _main(self) -> None:
        match self._session.state:
            case SessionState.planned:
                self.go.emit(ToLive(self._session_id, start=True))
            case SessionState.running:
                self.go.emit(ToLive(self._session_id))
            case SessionState.held:
                self.go.emit(ToMinutes(self._session_id))
            case SessionState.cancelled:
                self.workspace.uncancel_session(self._session)

    def _export(self, kind: DocumentKind) -> None:
        name = self.workspace.file_name(self._session_id, kind)
        to = ask_where_to(self, self.language.text("Export"), name, "PDF (*.pdf)", ".pdf")
        if to is None:
            return
        job = self.workspace.export(self._session_id, kind, to)
        job.finished.connect(self._exported)
        job.failed.connect(self.workspace.went_wrong)
        job.start()

    def _exported(self, path: Path) -> None:
        self.said.emit(self.language.text("{file} is written.", file=path.name))

    def _choose_template(self) -> None:
        """Where there is an agenda already, it is said first what becomes of it."""
        if not self.editable:
            self._tell_locked()
        elif self._steps:
            TemplateDialog(self._around, self.use_template, parent=self).open()
        else:
            anchor = self._panel.empty.button
            menu = templates_menu(self.workspace.library.templates(), self.language, self.use_template, self)
            menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _open_people(self) -> None:
        names = {member.id: member.name for member in self._members}
        names |= {guest.id: guest.name for guest in self.workspace.guests(self._session_id)}
        attendance = self.workspace.attendance(self._session_id)
        menu = expected_menu(attendance, names, self.language, self._expect, self)
        menu.popup(self.head.people.mapToGlobal(self.head.people.rect().bottomLeft()))

    def _expect(self, member: str, comes: bool) -> None:
        self.workspace.expect(self._session_id, member, Status.expected if comes else Status.excused)

    def _toggle_drawer(self) -> None:
        self._narrow_open = not self._narrow_open
        self._fold()
        if self.drawer.isVisible():
            self.drawer.begin()

    def _open_inspector(self) -> None:
        self._narrow_open = False
        self._fold()
        self.inspector.begin()

    # Following

    def _session_changed(self, session_id: str) -> None:
        if session_id == self._session_id and not self._left:
            self._later.start(0)

    def _look_again(self) -> None:
        self._session = self.workspace.session(self._session_id)
        self._members = self.workspace.members(self._network.id)
        kept = self.workspace.agenda(self._session_id)
        if self._saving == 0 and kept != self._steps:
            # Somebody else has changed it: what was done here can't be taken back over that.
            self._steps = kept
            self._history.begin_at(kept)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where there is no room for both, the drawer takes the inspector's place for as long as it is open."""
        narrow = self.width() < self.theme.px(NARROW)
        self.head.set_narrow(narrow)
        seen = {
            self.drawer: not narrow or self._narrow_open,
            self.inspector: not narrow or not self._narrow_open,
        }
        # What goes makes room before what comes asks for it: a window never grows by this.
        for widget in sorted(seen, key=lambda each: seen[each]):
            widget.setVisible(seen[widget])

    # Building

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.drawer)
        row.addWidget(self._panel, 1)
        row.addWidget(self.inspector)
        whole.addLayout(row, 1)

    def _wire(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look_again)
        self.workspace.session_changed.connect(self._session_changed)
        self.workspace.went_wrong.connect(self._not_kept)
        self._panel.empty.pressed.connect(self._choose_template)
        self._panel.empty.dropped.connect(self.add_method)
        self.drawer.method_chosen.connect(self.add_method)
        self.drawer.free_asked.connect(self.add_free)
        self.drawer.break_asked.connect(self.add_break)
        timeline = self.timeline
        timeline.selected.connect(lambda _: self._show_chosen())
        timeline.moved.connect(self._moved)
        timeline.stretched.connect(self._stretched)
        timeline.removed.connect(self.remove)
        timeline.opened.connect(lambda _: self._open_inspector())
        timeline.dropped.connect(self.add_method)
        self.inspector.changed.connect(self._step_changed)
        head = self.head
        head.edit_asked.connect(self._edit_meeting)
        head.run_sheet_asked.connect(lambda: self._export("runsheet"))
        head.agenda_asked.connect(lambda: self._export("agenda"))
        head.rehearsal_asked.connect(lambda: self.go.emit(ToLive(self._session_id, rehearsal=True)))
        head.main_asked.connect(self._main)
        head.templates_asked.connect(self._choose_template)
        head.copy_asked.connect(self.copy_last)
        head.people_asked.connect(self._open_people)
        head.methods_asked.connect(self._toggle_drawer)
        for key, act in (
            (UNDO, self.undo_stack.undo),
            (REDO, self.undo_stack.redo),
            (REDO_TOO, self.undo_stack.redo),
            (QKeySequence("Ctrl+D"), self.duplicate),
            (QKeySequence("Ctrl+F"), self._find_method),
        ):
            QShortcut(key, self, act)
        self._undo_keys = UndoKeys(self)
        self._undo_keys.watch(self.inspector)

    def _find_method(self) -> None:
        if self.drawer.isVisible():
            self.drawer.begin()
        else:
            self._toggle_drawer()
