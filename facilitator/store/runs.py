"""Runs and their events, kept as they happen: an event and all that goes with it are on disk together or not at all."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from facilitator.live.journal import Carry, Change, Found, NewStep, Remove, Revert, Seen, Write
from facilitator.live.state import RunState
from facilitator.model.agenda import Step
from facilitator.model.attendance import Status
from facilitator.model.event import Event, Recorded, Started, What
from facilitator.model.order import between
from facilitator.model.outcome import AnyOutcome, Photo, table_of
from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import outcomes, rows, sessions
from facilitator.store.carrying import carry
from facilitator.store.codec import OUTCOMES, SESSIONS, STEPS
from facilitator.store.database import Database
from facilitator.store.photos import keep_picture

_SESSION_STATE = {
    "running": SessionState.running,
    "paused": SessionState.running,
    "finished": SessionState.held,
    "discarded": SessionState.planned,
}


class Loaded(msgspec.Struct, frozen=True):
    """A run as it was kept, to be folded and taken up again."""

    run: str
    events: tuple[Event, ...]
    seen: Seen


class LiveRun(msgspec.Struct, frozen=True, kw_only=True):
    """The run that is going on in a store, and whose meeting it is."""

    run: str
    session: str
    number: int
    network: str
    network_name: str


class StoreJournal:
    """Keeps the runs of one session. Whoever holds it holds the live lock (`lock.LiveLock`), and is one thread."""

    def __init__(self, database: Database, session_id: str) -> None:
        self._database = database
        self._session = session_id

    def append(self, events: Sequence[Event], change: Change | None, after: RunState, speed: float) -> None:
        """Keep all of it or nothing, durably, before returning; session and attendance follow `after`.

        Raises Trouble("changed_since") for a row that was changed outside the run since, ("another_run") where one
        of another meeting goes on in this store, ("run_elsewhere") where another program has gone on with this
        one, ("minutes_approved"), ("not_planned") for a Carry to a meeting that has been led, and the store's own.
        """
        with self._database.atomic():
            self._keep_run(events, after, speed)
            self._keep_events(events)
            self._keep_change(change, events)
            self._keep_state(events, after)

    def seen(self, moment: Seen) -> None:
        """Remember that the live run was alive at that moment."""
        with self._database.atomic():
            self._database.run(
                """UPDATE runs SET seen_at = ?, seen_wall = ?, speed = ?
                WHERE session = ? AND state IN ('running', 'paused')""",
                (moment.at, moment.wall, moment.speed, self._session),
            )

    def expect(self, member: str, status: Status) -> None:
        """Mark somebody before the run begins."""
        sessions.expect(self._database, self._session, member, status)

    def find(self, record: str) -> Found | None:
        """The row of that id that this session leaves behind, whatever its table."""
        for table in OUTCOMES.values():
            outcome: AnyOutcome | None = rows.get(self._database, table, record)
            if outcome is not None:
                number = rows.revision(self._database, table, record) or 1
                return Found(outcome, number) if outcome.session == self._session else None
        return None

    def approved(self) -> bool:
        """Whether the session's minutes are approved, so that its run is closed for good."""
        return self._database.value("SELECT approved_on FROM sessions WHERE id = ?", (self._session,)) is not None

    def _keep_run(self, events: Sequence[Event], after: RunState, speed: float) -> None:
        first, last = events[0], events[-1]
        other = live_run(self._database) if after.live else None
        if other is not None and other.run != first.run:
            raise Trouble("another_run", number=other.number, network=other.network_name)
        if first.seq == 1:
            self._database.run(
                """INSERT INTO runs (id, session, number, state, started_wall, seen_at, seen_wall, speed)
                VALUES (?1, ?2, (SELECT count(*) + 1 FROM runs WHERE session = ?2), ?3, ?4, ?5, ?6, ?7)""",
                (first.run, self._session, after.status, first.wall, last.at, last.wall, speed),
            )
            return
        self._database.run(
            "UPDATE runs SET state = ?, seen_at = ?, seen_wall = ?, speed = ? WHERE id = ?",
            (after.status, last.at, last.wall, speed, first.run),
        )

    def _keep_events(self, events: Sequence[Event]) -> None:
        kept = self._database.value("SELECT max(seq) FROM events WHERE run = ?", (events[0].run,)) or 0
        if kept + 1 != events[0].seq:
            session = sessions.get_session(self._database, self._session)
            name = self._database.value("SELECT name FROM networks WHERE id = ?", (session.network,))
            raise Trouble("run_elsewhere", number=session.number, network=name)
        for event in events:
            self._database.run(
                "INSERT INTO events (run, seq, at, wall, kind, payload) VALUES (?, ?, ?, ?, ?, ?)", _cells(event)
            )

    def _keep_change(self, change: Change | None, events: Sequence[Event]) -> None:
        match change:
            case Write(outcome, picture):
                if picture is not None and isinstance(outcome, Photo):
                    keep_picture(self._database, outcome, picture)
                outcomes.write(self._database, outcome, always=True)
                self._must_agree(outcome, events)
            case Remove(table, record):
                if not rows.remove(self._database, rows.table_named(table), record):
                    raise Trouble("no_such_record")
            case Revert(recorded):
                self._revert(recorded)
            case NewStep(step, after):
                self._new_step(step, after, events[-1].run)
            case Carry(to):
                carry(self._database, self._session, events[-1].run, to)
            case None:
                pass

    def _must_agree(self, outcome: AnyOutcome, events: Sequence[Event]) -> None:
        """What the event says of the row's revision must be so, or an undo could never find its way back."""
        said = next((event.what.revision for event in events if isinstance(event.what, Recorded)), None)
        if said is not None and said != rows.revision(self._database, OUTCOMES[table_of(outcome)], outcome.id):
            raise Trouble("changed_since")

    def _revert(self, recorded: Recorded) -> None:
        table = rows.table_named(recorded.table)
        now = rows.revision(self._database, table, recorded.id)
        if now != (None if recorded.change == "removed" else recorded.revision):
            raise Trouble("changed_since")
        before = recorded.revision - 1
        if recorded.change == "added":
            rows.remove(self._database, table, recorded.id)
        elif recorded.change == "edited":
            rows.revert(self._database, table, recorded.id, before, counted_back=True)
        else:
            rows.bring_back(self._database, table, recorded.id, number=before)

    def _new_step(self, step: Step, after: str, run: str) -> None:
        places = self._database.rows(
            "SELECT id, place FROM steps WHERE session = ? ORDER BY place, id", (self._session,)
        )
        index = next((i for i, (step_id, _) in enumerate(places) if step_id == after), len(places) - 1)
        before = places[index][1] if index >= 0 else ""
        later = next((place for _, place in places[index + 1 :] if place > before), "")
        beside = {"session": self._session, "place": between(before, later), "run": run}
        rows.save(self._database, STEPS, step, beside)

    def _keep_state(self, events: Sequence[Event], after: RunState) -> None:
        attendance: Mapping[str, Status] = after.attendance
        if after.status == "discarded":
            attendance = _started(self._database, after.run).attendance
            self._clear(after.run)
        self._keep_attendance(attendance, starting=events[0].seq == 1)
        session = sessions.get_session(self._database, self._session)
        if session.approved_on is not None:
            raise Trouble("minutes_approved")
        state = _SESSION_STATE[after.status]
        if after.status == "discarded" and _has_finished_run(self._database, self._session):
            state = SessionState.held
        if session.state is not state:
            rows.save(self._database, SESSIONS, replace(session, state=state))

    def _keep_attendance(self, wanted: Mapping[str, Status], *, starting: bool) -> None:
        marked = "SELECT member, status FROM attendance WHERE session = ?"
        kept: dict[str, str] = dict(self._database.rows(marked, (self._session,)))
        for member, status in wanted.items():
            if starting or kept.get(member) != status:
                sessions.mark(self._database, self._session, member, status, role_of_today=starting)

    def _clear(self, run: str) -> None:
        """What a discarded run has added, and what is still there of it, goes to the bin."""
        for table in (*OUTCOMES.values(), STEPS):
            added = f"SELECT id FROM {table.name} WHERE session = ? AND run = ?"
            for (row_id,) in self._database.rows(added, (self._session, run)):
                rows.remove(self._database, table, row_id)


def load_run(database: Database, session_id: str) -> Loaded | None:
    """The run that counts: the latest that wasn't discarded, else the latest. None where there was none."""
    row = database.row(
        """SELECT id, seen_at, seen_wall, speed FROM runs WHERE session = ?
        ORDER BY state = 'discarded', number DESC, id DESC LIMIT 1""",
        (session_id,),
    )
    if row is None:
        return None
    run, at, wall, speed = row
    return Loaded(run, events_of(database, run), Seen(at, wall, speed))


def events_of(database: Database, run: str) -> tuple[Event, ...]:
    """A run's events in order."""
    found = database.rows("SELECT seq, at, wall, kind, payload FROM events WHERE run = ? ORDER BY seq", (run,))
    return tuple(Event(run, seq, at, wall, decoded(kind, payload)) for seq, at, wall, kind, payload in found)


def live_run(database: Database) -> LiveRun | None:
    """The run that goes on in this store, running or paused, whoever leads it."""
    row = database.row(
        """SELECT runs.id, sessions.id, sessions.number, networks.id, networks.name
        FROM runs JOIN sessions ON sessions.id = runs.session JOIN networks ON networks.id = sessions.network
        WHERE runs.state IN ('running', 'paused') ORDER BY runs.id DESC LIMIT 1"""
    )
    if row is None:
        return None
    run, session, number, network, name = row
    return LiveRun(run=run, session=session, number=number, network=network, network_name=name)


def encoded(what: What) -> tuple[str, str]:
    """What happened, as the columns `kind` and `payload`."""
    plain: dict[str, Any] = msgspec.to_builtins(what)
    kind = str(plain.pop("kind"))
    return kind, msgspec.json.encode(plain).decode()


def decoded(kind: str, payload: str) -> What:
    """What happened, out of its columns. Raises msgspec.ValidationError for what this version doesn't know."""
    plain: dict[str, Any] = msgspec.json.decode(payload, type=dict[str, Any])
    what: What = msgspec.convert({**plain, "kind": kind}, What)
    return what


def _cells(event: Event) -> tuple[str, int, int, int, str, str]:
    return event.run, event.seq, event.at, event.wall, *encoded(event.what)


def _started(database: Database, run: str) -> Started:
    kind, payload = database.rows("SELECT kind, payload FROM events WHERE run = ? AND seq = 1", (run,))[0]
    what = decoded(kind, payload)
    if not isinstance(what, Started):
        raise Trouble("store_damaged")
    return what


def _has_finished_run(database: Database, session_id: str) -> bool:
    return database.row("SELECT 1 FROM runs WHERE session = ? AND state = 'finished'", (session_id,)) is not None
