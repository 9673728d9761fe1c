"""A meeting brought together from the store, and the runner that leads it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live.clock import Clock
from facilitator.live.fold import fold
from facilitator.live.journal import Journal, MemoryJournal, Seen
from facilitator.live.runner import Plan, Runner
from facilitator.live.state import RunState, View
from facilitator.model.agenda import Lead, Step, resized
from facilitator.model.attendance import Attendance
from facilitator.model.ids import IdMaker, new_id
from facilitator.model.network import Network
from facilitator.model.outcome import AnyOutcome
from facilitator.model.session import Session, SessionState, begins, ends
from facilitator.model.share import Shares, shares
from facilitator.model.trouble import Trouble
from facilitator.store import networks, outcomes, rows, runs, sessions
from facilitator.store.codec import STEPS
from facilitator.store.database import Database
from facilitator.store.lock import take_live


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the store knows of a meeting. `steps` are as its run has made them, where there is one that counts.

    `people` names everybody that it may speak of: members past and present, and its guests.
    """

    network: Network
    session: Session
    steps: tuple[Step, ...]
    attendance: tuple[Attendance, ...]
    people: Mapping[str, str]
    outcomes: tuple[AnyOutcome, ...]
    state: RunState
    seen: Seen | None = None

    @property
    def led(self) -> Mapping[str, Lead]:
        """Who led which step, where somebody has said so."""
        return self.state.led

    @property
    def zone(self) -> ZoneInfo:
        """Where its clock times are read."""
        return ZoneInfo(self.session.zone)

    def view(self, clock: Clock) -> View | None:
        """How its run stands now, also while another process leads it; None where there is none."""
        if not self.state.run:
            return None
        if self.seen is None:
            return self.state.at(0)
        passed = max(0, clock.wall() - self.seen.wall) * self.seen.speed if self.state.live else 0
        return self.state.at(self.seen.at + round(passed))


def meeting_of(database: Database, session_id: str) -> Meeting:
    """The meeting of that id. Raises Trouble("no_such_session")."""
    session = sessions.get_session(database, session_id)
    loaded = runs.load_run(database, session_id)
    state = fold(loaded.events) if loaded else RunState()
    steps = sessions.agenda(database, session_id, state.run)
    return Meeting(
        network=networks.get_network(database, session.network),
        session=session,
        steps=steps_in_run(steps, state) if counts(state) else sessions.agenda(database, session_id),
        attendance=sessions.attendance_of(database, session_id),
        people=people_of(database, session),
        outcomes=outcomes.outcomes_of(database, session_id),
        state=state,
        seen=loaded.seen if loaded else None,
    )


def shares_of(database: Database, session: Session) -> Shares:
    """Who leads how much of the meeting: as it was led, where its run says so, else as it is planned."""
    if session.state is SessionState.planned:
        return shares(sessions.agenda(database, session.id))
    meeting = meeting_of(database, session.id)
    return shares(meeting.steps, meeting.led)


def counts(state: RunState) -> bool:
    """Whether the run says how the agenda was: it is live or has been finished."""
    return state.live or state.status == "finished"


def people_of(database: Database, session: Session) -> dict[str, str]:
    """The names of all who may be spoken of at the meeting, by id."""
    people = {member.id: member.name for member in networks.members_of(database, session.network)}
    return people | {guest.id: guest.name for guest in sessions.guests_of(database, session.id)}


def steps_in_run(steps: tuple[Step, ...], state: RunState) -> tuple[Step, ...]:
    """The agenda as the run has it: its order and lengths, what came in, without what was dropped."""
    known = {step.id: step for step in steps}
    shown = []
    for run_step in state.steps:
        step = known.get(run_step.id)
        if step is None or run_step.dropped:
            continue
        minutes = round(run_step.planned / 60)
        shown.append(step if minutes == step.minutes else resized(step, minutes))
    return tuple(shown)


class Led(msgspec.Struct, frozen=True):
    """A runner, ready, and what it knows of the meeting that it leads."""

    runner: Runner
    meeting: Meeting
    journal: Journal
    title_of: Callable[[str], str]


def lead(
    database: Database,
    session_id: str,
    clock: Clock,
    library: Library,
    language: Language,
    *,
    rehearsal: bool = False,
    make_id: IdMaker = new_id,
) -> Led:
    """The runner for a meeting: taken up where its run was left, or ready to start. A rehearsal keeps nothing."""
    meeting = meeting_of(database, session_id)
    loaded = None if rehearsal else runs.load_run(database, session_id)
    state = RunState() if rehearsal else meeting.state
    planned = sessions.agenda(database, session_id)
    plan = Plan(
        session=session_id,
        run=state.run if state.run and state.status != "discarded" else make_id(),
        steps=planned,
        starts=round(begins(meeting.session).timestamp()),
        ends=round(ends(meeting.session).timestamp()),
        people=meeting.people,
        attendance={each.member: each.status for each in meeting.attendance},
    )
    journal: Journal = MemoryJournal() if rehearsal else runs.StoreJournal(database, session_id)
    titles = {step.id: step for step in sessions.agenda(database, session_id, state.run)}

    def title_of(step_id: str) -> str:
        step = titles.get(step_id) or _added(journal, database, step_id)
        return library.worded(step, language).title if step else ""

    runner = Runner(
        plan,
        journal,
        clock,
        make_id,
        events=loaded.events if loaded else (),
        seen=loaded.seen if loaded else None,
        title_of=title_of,
    )
    return Led(runner, replace(meeting, steps=planned) if rehearsal else meeting, journal, title_of)


@contextmanager
def held(database: Database, meeting: Meeting, *, rehearsal: bool) -> Iterator[None]:
    """The right to lead the meeting, held by one process a store. Raises Trouble("run_elsewhere")."""
    if rehearsal:
        yield
        return
    lock = take_live(database, meeting.session.id)
    try:
        yield
    finally:
        lock.release()


def refuse_other_run(database: Database, session_id: str) -> None:
    """Raises Trouble("another_run") where another meeting of this store is running: one live run a store."""
    other = runs.live_run(database)
    if other is not None and other.session != session_id:
        raise Trouble("another_run", network=other.network_name, number=other.number)


def _added(journal: Journal, database: Database, step_id: str) -> Step | None:
    if isinstance(journal, MemoryJournal):
        return journal.titles.get(step_id)
    return rows.get(database, STEPS, step_id)
