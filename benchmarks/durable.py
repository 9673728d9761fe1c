"""How long a live command takes until it is on disk, beside the very same rows committed bare."""

import statistics
from pathlib import Path
from random import Random

from benchmarks.figure import Figure, milliseconds, timed
from facilitator.desk.meetings import lead
from facilitator.desk.planning import new_network, plan_meeting
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live import commands
from facilitator.live.clock import SystemClock
from facilitator.model.ids import repeatable_ids
from facilitator.model.session import local_time
from facilitator.places import resources_folder
from facilitator.store.database import Database, open_store

COMMANDS = 2_000
GOAL_TIMES, GOAL_MORE = 2.5, 0.001


def run(folder: Path, scale: float = 1.0) -> tuple[Figure, ...]:
    """One command and one bare commit in turn, on the same driver, settings and disk."""
    rounds = max(3, round(COMMANDS * scale))
    store, floor = folder / "durable.facilitator", folder / "floor.facilitator"
    for path in (store, floor):
        for each in path.parent.glob(path.name + "*"):
            each.unlink()
    database, bare = open_store(store), open_store(floor)
    try:
        figures = [_measured(database, bare, rounds, written=written) for written in (False, True)]
    finally:
        database.close()
        bare.close()
    return tuple(figures)


def _measured(database: Database, bare: Database, rounds: int, *, written: bool) -> Figure:
    library = Library(resources_folder())
    make_id = repeatable_ids(Random(3), 1_700_000_000_000 + written)
    name = f"Netværk {written:d}"
    runners = []
    for each in (database, bare):
        network = new_network(each, name, make_id=make_id)
        session = plan_meeting(
            each, library, network, template="ordinary", starts_at=local_time("2026-12-08T09:00"), make_id=make_id
        )
        led = lead(each, session.id, SystemClock(), library, Language.load("en", Path()), make_id=make_id)
        led.runner.do(commands.Start())
        runners.append((led.runner, session.id))
    runner, (floor_runner, floor_session) = runners[0][0], runners[1]
    floor = Floor(bare, floor_runner.state.run, floor_session, written=written)
    does: list[float] = []
    bares: list[float] = []
    for number in range(rounds):
        command: commands.AnyCommand = (
            commands.WriteNote(text=f"note {number}")
            if written
            else (commands.Pause() if runner.state.status == "running" else commands.Resume())
        )
        does.append(timed(lambda command=command: runner.do(command)))  # type: ignore[misc]
        bares.append(timed(floor.commit))
    runner.do(commands.Finish())
    bare.connection.execute("UPDATE runs SET state = 'finished'")
    took, least = statistics.median(does), statistics.median(bares)
    ratio = took / least
    met = ratio <= GOAL_TIMES or took - least <= GOAL_MORE
    what = "a note" if written else "a pause or resume"
    return Figure(
        f"Live command until it is on disk: {what}",
        f"{milliseconds(took)}, {ratio:.2f} x {milliseconds(least)} (+ {milliseconds(took - least)})",
        f"≤ {GOAL_TIMES} x, or + 1 ms",
        met,
        f"median of {rounds}, in turn with the same rows committed bare on the same driver and disk",
    )


class Floor:
    """The same rows as a command writes, and nothing else around them."""

    def __init__(self, database: Database, run: str, session: str, *, written: bool) -> None:
        self._execute = database.connection.execute
        self._run = run
        self._session = session
        self._written = written
        self._seq = 1

    def commit(self) -> None:
        self._seq += 1
        seq, run, execute = self._seq, self._run, self._execute
        execute("BEGIN IMMEDIATE")
        execute(
            "UPDATE runs SET state = ?, seen_at = ?, seen_wall = ?, speed = ? WHERE id = ?",
            ("running", seq, seq, 1.0, run),
        )
        execute(
            "INSERT INTO events (run, seq, at, wall, kind, payload) VALUES (?, ?, ?, ?, ?, ?)",
            (run, seq, seq, seq, "paused", "{}"),
        )
        if self._written:
            execute("UPDATE store_info SET counter = counter + 1")
            execute(
                'INSERT INTO notes (id, session, "text", step, run, audience, made_at, revision, stamps) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (f"{run}-{seq}", self._session, f"note {seq}", "", run, "minutes", seq, 1, "{}"),
            )
        execute("COMMIT")
