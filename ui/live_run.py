"""A live run as the windows see it: commands go to the writer's thread, frozen state comes back, nothing blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator.desk.debrief import debrief
from facilitator.desk.meetings import Led, Meeting, counts, lead, refuse_other_run, steps_in_run
from facilitator.documents.debrief import Debrief
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live import commands
from facilitator.live.clock import Clock
from facilitator.live.groups import groups_of
from facilitator.live.incidents import Happened, Incident, IncidentKind, Watch
from facilitator.live.journal import MemoryJournal
from facilitator.live.refit import RefitPolicy, Refitted, refit
from facilitator.live.rehearsal import RehearsalClock
from facilitator.live.replan import proposed_giver
from facilitator.live.rounds import Speakers, order_of, speakers, unheard
from facilitator.live.runner import Answer
from facilitator.live.state import RunState, StepRun, View, part_lengths, turn_elapsed
from facilitator.model.agenda import Step
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.event import Event, Order, Policy, Slept
from facilitator.model.member import given_name
from facilitator.model.outcome import AnyOutcome
from facilitator.model.session import begins
from facilitator.model.trouble import Trouble
from facilitator.store import drafts, outcomes, photos, sessions
from facilitator.store.database import Database
from facilitator.store.drafts import Draft
from facilitator.store.lock import LiveLock, take_live
from ui.jobs import Failed, Writer

__all__ = [
    "Answer",
    "Debrief",
    "Draft",
    "Happened",
    "Incident",
    "IncidentKind",
    "LiveRun",
    "Order",
    "Parts",
    "RefitPolicy",
    "Refitted",
    "RunState",
    "Speakers",
    "StepRun",
    "View",
    "Watch",
    "commands",
    "groups_of",
    "order_of",
    "part_lengths",
    "speakers",
    "turn_elapsed",
    "unheard",
]


@dataclass(frozen=True)
class Parts:
    """What the writer's thread has taken up: the runner, the right to lead it, and its clock."""

    led: Led
    lock: LiveLock | None
    clock: Clock

    @property
    def session(self) -> str:
        """The meeting's id."""
        return self.led.meeting.session.id

    @property
    def rehearsal(self) -> bool:
        """Whether it leaves no trace."""
        return self.lock is None


class LiveRun(QObject):
    """The one meeting that is being led here, or rehearsed. Read `state` and `view()` as often as you like."""

    changed = Signal()
    """The state changed: a command is on disk (or, in a rehearsal, done)."""
    refused = Signal(object)
    """A command could not be carried out, or a draft not be kept: a Trouble. Nothing has changed."""
    draft_saved = Signal(object)
    """Half-written text is on disk: a Draft with its moment."""

    def __init__(
        self,
        parts: Parts,
        writer: Writer,
        reading: Database,
        library: Library,
        language: Language,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._led = parts.led
        self._lock = parts.lock
        self._clock = parts.clock
        self._writer = writer
        self._reading = reading
        self._library = library
        self._language = language
        self._saved_at: datetime | None = None
        self.rehearsal = parts.rehearsal
        self.covered = False  # all is hidden; a page that is made anew in another theme is to begin so
        if not self.rehearsal:
            writer.set_beat(self._led.runner.beat)

    def leads(self, parts: Parts) -> bool:
        """Whether it is these that it leads."""
        return parts is self._parts

    @property
    def meeting(self) -> Meeting:
        """The network, the session and its people, as they were when the run was taken up."""
        return self._led.meeting

    @property
    def state(self) -> RunState:
        """Everything the run has come to."""
        return self._led.runner.state

    def view(self) -> View | None:
        """How it looks right now; None before the start."""
        return self._led.runner.view()

    def now(self) -> datetime:
        """What the clock of the room shows, in the meeting's zone; a rehearsal has a clock of its own."""
        return datetime.fromtimestamp(self._clock.wall() / 1000, self.meeting.zone)

    def at(self) -> int:
        """The run's own time, in milliseconds."""
        return self._led.runner.now()

    def set_pace(self, pace: float) -> None:
        """A rehearsal goes on faster or slower; a meeting that is held does not."""
        if isinstance(self._clock, RehearsalClock):
            self._clock.set_pace(pace)

    @property
    def rehearsed(self) -> list[Event]:
        """What a rehearsal has come to so far; nothing of a meeting that is held."""
        journal = self._led.journal
        return journal.events if isinstance(journal, MemoryJournal) else []

    def debrief(self, happened: Sequence[Happened]) -> Debrief:
        """What a rehearsal came to, in words."""
        zone, people = self.meeting.zone, self.meeting.people
        return debrief(
            self.meeting.session,
            self.meeting.network.name,
            tuple(self.rehearsed),
            happened,
            title_of=self._led.title_of,
            called=lambda member: given_name(people.get(member, "")),
            clock=lambda unix: self._language.clock(datetime.fromtimestamp(unix, zone)),
            language=self._language,
        )

    @property
    def attendance(self) -> dict[str, Status]:
        """How it is with everybody on the roster."""
        return dict(self._led.runner.attendance)

    def unruled_gap(self) -> Slept | None:
        """The latest time that nobody saw and no command has come after: to be told to the facilitator."""
        return self._led.runner.gap()

    def steps(self) -> tuple[Step, ...]:
        """The agenda as the run has it now: its order and lengths, what came in, without what was dropped."""
        state = self.state
        if isinstance(self._led.journal, MemoryJournal):
            known = (*self.meeting.steps, *self._led.journal.titles.values())
        else:
            known = sessions.agenda(self._reading, self.meeting.session.id, state.run)
        return steps_in_run(known, state) if counts(state) else self.meeting.steps

    def planned_steps(self) -> tuple[Step, ...]:
        """The agenda as it was planned."""
        return self.meeting.steps

    def outcomes(self) -> tuple[AnyOutcome, ...]:
        """What has been written down so far, oldest first."""
        if isinstance(self._led.journal, MemoryJournal):
            return self._led.journal.outcomes()
        return outcomes.outcomes_of(self._reading, self.meeting.session.id)

    def picture(self, photo: str) -> bytes:
        """The JPEG of a photo. Raises Trouble("no_such_record")."""
        if isinstance(self._led.journal, MemoryJournal):
            return self._led.journal.pictures[photo]
        return photos.picture_of(self._reading, photo)

    def price(self, policy: Policy, step: str | None = None, seconds: int = 0) -> Answer | Trouble:
        """What a re-plan would do, or why it can't; nothing changes and nothing is written."""
        try:
            return self._led.runner.price(commands.Price(policy=policy, step=step, seconds=seconds))
        except Trouble as trouble:
            return trouble

    def refit(self, minutes: int, policy: RefitPolicy) -> Refitted | Trouble:
        """What the agenda would be in so many minutes, or why it can't; nothing changes and nothing is written."""
        try:
            return refit(self.meeting.steps, minutes, policy)
        except Trouble as trouble:
            return trouble

    def proposed_giver(self) -> str | None:
        """The step to come that can give most."""
        view = self.view()
        return proposed_giver(self.state, self._led.runner.now()) if view else None

    def do(
        self, command: commands.AnyCommand, done: Callable[[Answer], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Ask for a command. `changed` comes when it is on disk, `refused` where it can't be; before it `failed`."""

        def work(database: Database) -> Answer:
            if isinstance(command, commands.Start) and not self.rehearsal:
                refuse_other_run(database, self.meeting.session.id)
            return self._led.runner.do(command)

        def came(answer: Any) -> None:
            self._saved_at = self.now()
            if done is not None:
                done(answer)
            self.changed.emit()

        def refused(error: Exception) -> None:
            if failed is not None:
                failed(error)
            self._failed(error)

        self._writer.submit(work, came, refused)

    def discard(self, carry_to: str) -> Answer:
        """On the writer's thread: the run never counted, and what was written goes over to that session."""
        return self._led.runner.do(commands.Discard(carry_to=carry_to))

    def save_draft(self, slot: str, text: str, audience: Audience) -> None:
        """Put half-written text on disk; a rehearsal keeps none."""
        if self.rehearsal:
            return
        kept = Draft(session=self.meeting.session.id, slot=slot, text=text, audience=audience)

        def came(draft: Draft) -> None:
            if draft.text.strip():
                self._saved_at = self.now()
            self.draft_saved.emit(draft)

        self._writer.submit(lambda database: drafts.save_draft(database, kept), came, self._failed)

    def drafts(self) -> tuple[Draft, ...]:
        """Text of this meeting that was never added, latest first."""
        return () if self.rehearsal else drafts.drafts_of(self._reading, self.meeting.session.id)

    def clear_draft(self, slot: str) -> None:
        """The text was added, or is not wanted."""
        if not self.rehearsal:
            session = self.meeting.session.id
            self._writer.submit(lambda database: drafts.clear_draft(database, session, slot))

    def release(self) -> None:
        """Let the meeting go: it runs on in the store, to be taken up again, or is over."""
        self._writer.set_beat(None)
        lock = self._lock
        self._lock = None
        if lock is not None:
            self._writer.submit(lambda _: lock.release())

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Trouble):
            if error.name == "disk_full" and self._saved_at is not None:
                error = Trouble(error.name, saved_at=self._language.clock(self._saved_at))
            self.refused.emit(error)
        else:
            self._writer.went_wrong.emit(error)


def taken_up(
    database: Database, session_id: str, clock: Clock, library: Library, language: Language, *, rehearsal: bool
) -> Parts:
    """On the writer's thread: the lock and the runner. Raises Trouble("run_elsewhere")."""
    lock = None if rehearsal else take_live(database, session_id)
    try:
        if rehearsal:
            planned = begins(sessions.get_session(database, session_id))
            clock = RehearsalClock(clock, round(planned.timestamp() * 1000))
        return Parts(lead(database, session_id, clock, library, language, rehearsal=rehearsal), lock, clock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
