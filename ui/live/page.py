"""The cockpit page: takes a meeting up, shows it ten times a second where it looks different, and listens to keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from random import Random

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from facilitator.library.words import WordedStep
from facilitator.model.agenda import Step
from facilitator.model.lengths import Learned
from facilitator.model.outcome import AnyOutcome
from facilitator.model.seating import arranged
from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from ui.live import keys
from ui.live.acts import Acts
from ui.live.aloud import read_face
from ui.live.awake import Awake
from ui.live.battery import Battery
from ui.live.beside import Beside
from ui.live.capture import Capture
from ui.live.cockpit import Cockpit
from ui.live.ending import FinishPanel
from ui.live.faces import end_face, hidden_face, wall_face
from ui.live.fields import KeyGuard
from ui.live.gong import Gong
from ui.live.hearing import Hearing
from ui.live.hiding import Hiding
from ui.live.parts import Action
from ui.live.presses import PASSING, Presses
from ui.live.ready import SinceLast
from ui.live.rehearsal_incidents import Incidents
from ui.live.resume import Resume
from ui.live.screens import Screens
from ui.live.show import Show
from ui.live.sight import Back, Sight
from ui.live.unplanned import open_step
from ui.live.unseen import Unseen
from ui.live.wall import Projector, WallState, WallWindow
from ui.live_run import Draft, LiveRun, Order, RunState, commands
from ui.page import Page, Surroundings, ToLive, ToMinutes, ToNetwork
from ui.sounds import Player
from ui.widgets.heard import announce
from ui.widgets.wall_face import WallView

TEN_TIMES_A_SECOND = 100  # ms


class LivePage(Page):
    """Leads one meeting, or rehearses it. The wall is a window of its own that belongs to this page."""

    def __init__(
        self,
        around: Surroundings,
        to: ToLive,
        *,
        screens: Screens = QGuiApplication.screens,
        keep_awake: bool = True,
        chance: Random | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self.setObjectName("live_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for the keys of the meeting; Tab goes to what can be worked
        self._to = to
        self._keep_awake = keep_awake
        self._awake: Awake | None = None
        self.live: LiveRun | None = None
        self.orders: dict[tuple[str, int], Order] = {}
        self.giver_chosen: str | None = None
        self.usual: Mapping[str, Learned] = {}
        self.back: Back | None = None
        self._unfolded = False
        self._seen: object = None
        self._gone = False
        self.meeting = self.workspace.meeting(to.session)
        self.seating = self.meeting.network.seating
        self.room = self.workspace.language(self.meeting.network.language)
        self.steps: tuple[Step, ...] = self._agenda(self.meeting.steps)
        self._outcomes: tuple[AnyOutcome, ...] | None = None
        self._words: dict[str, WordedStep] = {}
        self._room_words: dict[str, WordedStep] = {}
        self.hiding, self.unseen = Hiding(self), Unseen()
        self.guard = KeyGuard(self)
        self.guard.hide_pressed.connect(self.toggle_hidden)
        people = {each.member: self.meeting.people.get(each.member, "") for each in self.meeting.attendance}
        self.capture = Capture(self.theme, self.language, people, self.guard)
        self.cockpit = Cockpit(self.theme, self.language, self.capture)
        self._hidden_view = WallView(self.theme)
        self._hidden_view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.cockpit)
        self._layers.addWidget(self._hidden_view)
        self.wall = WallWindow(self.theme, self._whose())
        self.projector = Projector(self.wall, self, screens, self, self.workspace.settings().wall)
        self.projector.changed.connect(self._wall_changed)
        self.projector.kept.connect(self.workspace.keep_wall)
        self.beside = Beside(self)
        self.gong = Gong(
            Player(around.workspace.places.resources / "sounds", parent=self), self.workspace.settings().gong
        )
        self.incidents = Incidents(self, chance or Random()) if to.rehearsal else None
        self.battery, self.since_last = Battery(self), SinceLast(self)
        self.acts = Acts(self)
        self._show = Show(self)
        self._resume = Resume(self)
        self.hearing = Hearing(self)
        self.destroyed.connect(self.wall.deleteLater)
        self._timer = QTimer(self)
        self._timer.setInterval(TEN_TIMES_A_SECOND)
        self._timer.timeout.connect(self.look)
        self.refresh()
        self._begin()

    # The shell

    def title(self) -> str:
        """Network and meeting; hidden, network and clock. A rehearsal says that it is one."""
        name = self._whose()
        if self.hidden:
            return f"{name} {self.language.clock(self.sight().now)}"
        return f"{name}, {self.language.text('meeting {n}', n=self.meeting.session.number)}"

    def _whose(self) -> str:
        name = self.meeting.network.name
        return self.language.text("Rehearsal: {name}", name=name) if self._to.rehearsal else name

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if self.live is not None and self.live.covered and not self.hidden:
            self.toggle_hidden()
        QTimer.singleShot(0, self, self.projector.look)

    def leave(self) -> None:
        """Away from the cockpit; a meeting that isn't over runs on in the store, to be taken up again."""
        self.capture.keep_now()
        self._let_go()
        self.go.emit(ToNetwork(self.meeting.network.id, "meetings"))

    def leave_finished(self) -> None:
        """The meeting is over: to its minutes. A rehearsal has none, but something to talk about."""
        if self.incidents is not None:
            self.incidents.talk.begin()
            return
        seen, window = self.projector.state is WallState.ON, self.window()
        face = end_face(self.meeting.network.name, self.room, self._next_meeting())
        self._let_go()
        told = self.language.text(
            "The minutes are ready as a draft. {key} opens the e-mail draft; nothing is sent by itself.", key="Ctrl+M"
        )
        self.said.emit(told)
        self.go.emit(ToMinutes(self._to.session))
        if seen:
            self.destroyed.disconnect(self.wall.deleteLater)
            self.wall.say_goodbye(face, window)

    def leaving(self, *, remade: bool) -> None:
        """The shell takes the page away. Remade in another language, the next one goes on with the same run."""
        self._gone = True
        if self.live is not None:
            self.capture.keep_now()
        self._put_away()
        if not remade and self.live is not None and self.workspace.live is self.live:
            self.workspace.leave_live()
        self.live = None

    def leave_discarded(self) -> None:
        """The run never counted: back to the meetings."""
        self.leave()

    def leave_for(self, session_id: str) -> None:
        """This was the wrong meeting: to the right one, ready to start."""
        self._let_go()
        self.go.emit(ToLive(session_id))

    def _put_away(self) -> None:
        self._timer.stop()
        self.battery.end()
        self.gong.end()
        self.projector.remember()
        self.wall.hide()
        if self._awake is not None:
            self._awake.end()
            self._awake = None

    def _let_go(self) -> None:
        self._put_away()
        if self.live is not None and self.workspace.live is self.live:
            self.workspace.leave_live()
        self.live = None

    # Taking up

    def _begin(self) -> None:
        self.workspace.saving_slow.connect(self._saving_slow)
        self.workspace.session_changed.connect(self._session_changed)
        self._learn()
        self._take_up()

    def _learn(self) -> None:
        """What the network's own meetings took, read in the background."""
        job = self.workspace.learned(self.meeting.network.id)
        job.finished.connect(self._learned)
        job.failed.connect(self.workspace.went_wrong)
        job.start()

    def _learned(self, usual: Mapping[str, Learned]) -> None:
        if not self._gone:
            self.usual = usual
            self.refresh()

    def _take_up(self) -> None:
        mine = self.workspace.live
        if mine is not None and (mine.meeting.session.id, mine.rehearsal) == (self._to.session, self._to.rehearsal):
            self._taken(mine, fresh=False)
            return
        if mine is not None:
            self.workspace.leave_live()
        self.workspace.take_up(
            self._to.session,
            self.language,
            rehearsal=self._to.rehearsal,
            done=lambda live: self._taken(live, fresh=True),
            failed=self._not_taken,
        )

    def _taken(self, live: LiveRun, *, fresh: bool) -> None:
        if self._gone:
            return
        self.live = live
        self.presses = Presses(live, self)
        live.changed.connect(self._changed)
        live.refused.connect(self.refuse)
        live.draft_saved.connect(self._draft_saved)
        self._load()
        self._timer.start()
        self._resume.begin(fresh=fresh)
        self.battery.begin()
        self.capture.set_days(live.now().date(), self._next_meeting())
        state = live.state
        if self.incidents is not None and state.status == "finished":
            self.incidents.talk.begin()
        elif self._to.start and not state.live:
            self.acts.perform("start")
        elif not state.live:
            # The first letter of a name goes to it, and Delete says that they can't come: two keys.
            (self.cockpit.roster if self.sight().roster else self.cockpit.start).setFocus()

    def _next_meeting(self) -> date | None:
        """The day of the network's meeting after this one."""
        mine = self.meeting.session
        coming = (
            each.starts_at for each in self.workspace.sessions(mine.network) if each.state is SessionState.planned
        )
        return min((at.date() for at in coming if at > mine.starts_at), default=None)

    def _not_taken(self, error: Exception) -> None:
        if self._gone:
            return
        if isinstance(error, Trouble):
            back = (self.language.text("Back"), "", self.leave)
            self.cockpit.notice.say("taken", self.language.say(error), (back,))
        else:
            self.workspace.went_wrong.emit(error)

    # Looking

    def sight(self) -> Sight:
        """The run as it is at this moment."""
        live = self.live
        meeting = live.meeting if live is not None else self.meeting
        state = live.state if live is not None else RunState()
        over = state.status == "discarded"  # it never counted: the meeting is before its start again
        return Sight(
            meeting=meeting,
            state=RunState() if over else state,
            view=live.view() if live is not None and not over else None,
            steps=self.steps,
            planned=live.planned_steps() if live is not None else meeting.steps,
            words=self._words,
            attendance=live.attendance if live is not None else {a.member: a.status for a in meeting.attendance},
            orders=self.orders,
            seating=self.seating,
            now=live.now() if live is not None else self.workspace.now().astimezone(meeting.zone),
            giver=self.giver(),
            rehearsal=self._to.rehearsal,
            mirrored=self.projector.state is WallState.MIRRORED,
            language=self.language,
            back=self.back if state.status == "paused" else None,
        )

    def set_pace(self, pace: int) -> None:
        """A rehearsal goes on so many times faster than a room."""
        self.cockpit.pace.setCurrentIndex(self.cockpit.pace.findData(pace))
        if self.live is not None:
            self.live.set_pace(pace)

    @property
    def at_speed(self) -> bool:
        """Whether this is a rehearsal in which time passes faster than in a room."""
        return self._to.rehearsal and self.cockpit.pace.currentData() != 1

    def outcomes(self) -> tuple[AnyOutcome, ...]:
        """What was written down so far."""
        if self._outcomes is None:
            self._outcomes = self.live.outcomes() if self.live is not None else ()
        return self._outcomes

    def picture(self, photo: str) -> bytes:
        """The JPEG of a photo. Raises Trouble("no_such_record")."""
        if self.live is None:
            raise Trouble("no_such_record")
        return self.live.picture(photo)

    def look(self) -> None:
        """Shows what has changed since the last look; nothing where nothing has."""
        live = self.live
        if live is None:
            return
        now = live.now()
        seen = (live.view(), now.hour, now.minute, self.projector.state)
        if seen != self._seen:
            self._seen = seen
            self.projector.look()
            sight = self.sight()
            self._paint(sight)
            self.gong.look(sight, quiet=self.hidden or self.at_speed)
        if self.incidents is not None and not self.hidden:
            self.incidents.look()

    def refresh(self) -> None:
        """Shows everything as it is now."""
        for step in self.steps:
            if step.id not in self._words:
                self._words[step.id] = self.workspace.worded(step, self.language)
                self._room_words[step.id] = self.workspace.worded(step, self.room)
        self._seen = None
        if self.live is None:
            self._paint(self.sight())
        else:
            self.look()

    def _paint(self, sight: Sight) -> None:
        if self.hidden:
            key = keys.twin_of("hide", self.language)
            self._hidden_view.show_wall(hidden_face(sight, self.language.text("Show again"), key))
            self.wall.show_face(hidden_face(sight))
            self.retitled.emit()
            return
        self._show.all(sight, unfolded=self._unfolded)
        self._resume.look(sight)
        if self.wall.isVisible():
            read = read_face(sight, self.room, self.read_out())
            self.wall.show_face(read or wall_face(sight, self._room_words, self.room))

    def read_out(self) -> AnyOutcome | None:
        """What the wall is to show of what is read aloud at the end."""
        panel = self.beside.panel
        chosen = panel.reading() if isinstance(panel, FinishPanel) else ""
        return next((each for each in self.outcomes() if each.id == chosen), None)

    def _changed(self) -> None:
        if self.live is not None:
            self.cockpit.notice.take_back("refused", "state", "empty", "disk")
            if self.live.state.status != "paused":
                self.back = None
            self._show.saved(self.live.now())
            self._load()
        if self.incidents is not None:
            self.incidents.heard()

    def _session_changed(self, session_id: str) -> None:
        """Something was done about the meeting before it began, or taken back."""
        mine = session_id == self.meeting.session.id and not self._gone
        if mine and self.live is not None and self.sight().view is None:
            if self._planned_anew():
                self._take_up_anew()
            else:
                self._load()

    def _planned_anew(self) -> bool:
        """Whether the plan is another than the one that was taken up."""
        session = self.workspace.session(self._to.session)
        return session != self.meeting.session or self.workspace.agenda(session.id) != self.meeting.steps

    def _take_up_anew(self) -> None:
        """The same meeting as it is planned now. It has not begun, so nothing is lost."""
        self.live = None
        self.workspace.leave_live()
        self.meeting = self.workspace.meeting(self._to.session)
        self.steps = self._agenda(self.meeting.steps)
        self._take_up()

    def _load(self) -> None:
        live = self.live
        if live is None:
            return
        self.steps = self._agenda(live.steps())
        self._outcomes = None
        started = live.state.live
        if started and self._keep_awake and not live.rehearsal and self._awake is None:
            self._awake = Awake()
        self.refresh()

    def _agenda(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """These, or the open step that a meeting without a plan begins with."""
        return steps or (open_step(self.meeting.session, self.room),)

    # Asking

    def press(self, press: Callable[[], commands.AnyCommand | None]) -> None:
        """Carry out what this comes to when it is its turn."""
        if self.live is not None:
            self.presses.press(press)

    def do(
        self,
        command: commands.AnyCommand,
        done: Callable[[], None] | None = None,
        failed: Callable[[], None] | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Carry out a command in its turn."""
        if self.live is not None:
            self.presses.do(command, done, failed, again)

    def seat(self, order: tuple[str, ...]) -> None:
        """People sit like that now, here and at meetings to come; after a rehearsal they sit as before."""
        self.seating = arranged(self.seating, order)
        if not self._to.rehearsal:
            network = self.workspace.network(self.meeting.network.id)
            self.workspace.save_network(replace(network, seating=self.seating), failed=self.failed)
        self.refresh()

    def giver(self) -> str | None:
        """The step that *take* takes from: the one chosen, else the one that can give most."""
        live = self.live
        if live is None:
            return None
        chosen, state = self.giver_chosen, live.state
        coming = [step.id for step in state.steps[state.current + 1 :] if not step.dropped]
        return chosen if chosen in coming else live.proposed_giver()

    def refuse(self, trouble: Trouble) -> None:
        """Says why not; where it was the disk, with a way to try again."""
        if trouble.name in PASSING:
            self.tell("disk", self.language.say(trouble), ((self.language.text("Try again"), "", self._try_again),))
        else:
            self.tell("refused", self.language.say(trouble))

    def tell(self, kind: str, words: str, actions: Sequence[Action] = ()) -> None:
        """One calm line over the step, unless something that asks for an answer stands there."""
        if self.cockpit.notice.kind not in {"resume", "taken"}:
            self.cockpit.notice.say(kind, words, actions)

    def _try_again(self) -> None:
        if self.presses.stuck:
            self.presses.try_again()
        else:
            self.capture.keep_again()

    def announce(self, words: str) -> None:
        """To a screen reader, now."""
        announce(self, words)

    # Hide, fold, wall

    @property
    def hidden(self) -> bool:
        """Whether there is nothing to be seen but network and clock."""
        return self.hiding.hidden

    def toggle_hidden(self) -> None:
        """Network and clock only, on both windows and their titles; or everything back as it was."""
        self.hiding.toggle()
        if self.incidents is not None:
            self.incidents.did("hide")

    def cover(self) -> None:
        """Network and clock lie over the cockpit, and stand on the wall."""
        self.unseen.begin(self.sight())
        self._paint(self.sight())
        self._layers.setCurrentWidget(self._hidden_view)
        self._hidden_view.setFocus()

    def uncover(self) -> None:
        """The meeting as it is by now."""
        self.unseen.end(self.sight())
        self._layers.setCurrentWidget(self._open())
        self.refresh()
        self.retitled.emit()

    def show_open(self) -> None:
        """What is open over the cockpit is seen, else the cockpit; while all is hidden, nothing changes."""
        if self._layers.indexOf(self._open()) < 0:
            self._layers.addWidget(self._open())
        if not self.hidden:
            self._layers.setCurrentWidget(self._open())

    def _open(self) -> QWidget:
        return (self.incidents.talk.view if self.incidents is not None else None) or self.cockpit

    def unfold(self, unfolded: bool) -> None:
        """Shows private text, for as long as Alt is held."""
        if unfolded != self._unfolded and not (self.capture.written.editing and not unfolded):
            self._unfolded = unfolded
            self.refresh()

    def toggle_wall(self) -> None:
        """Shows the wall, or puts it away."""
        self.projector.toggle()
        self.refresh()
        if self.incidents is not None:
            self.incidents.did("wall")

    def _wall_changed(self) -> None:
        self.refresh()
        if told := self._show.wall_trouble():
            self.said.emit(told)

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.unfold(False)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if self.hidden:
            return
        if event.key() == Qt.Key.Key_Alt:
            self.unfold(True)
            return
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        sequence = QKeySequence(event.text() if event.text() in {"+", "?"} else event.key() | pressed.value)
        act = keys.act_for(sequence)
        if act is not None and not act.where:
            self.acts.perform(act.id)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.acts.perform("photo_paste")
        elif event.key() == Qt.Key.Key_Escape:
            self.beside.close()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Alt:
            self.unfold(False)
        super().keyReleaseEvent(event)

    def _draft_saved(self, draft: Draft) -> None:
        if draft.text.strip() and self.live is not None:
            self._show.saved(self.live.now())
            if not self.presses.stuck:
                self.cockpit.notice.take_back("disk")

    def _saving_slow(self, slow: bool) -> None:
        self._show.slow(slow)
