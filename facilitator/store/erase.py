"""What is deleted although events are only ever added: the one place that lifts that rule, in its own transaction."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from facilitator.live import rounds
from facilitator.live.fold import fold
from facilitator.model.event import Event
from facilitator.store.database import Database
from facilitator.store.runs import events_of
from facilitator.store.schema import EVENT_TRIGGERS

_SPEAKING = ("turn_started", "turn_ended", "turn_corrected")


def talk_time(database: Database, session_id: str) -> None:
    """Delete who spoke for how long in all runs of a meeting; one nameless figure a run stays (practice.md 5.7).

    The events stay in their place, so that the run still folds to the same times, but tell only that a turn ended.
    """
    with database.atomic():
        for (run,) in database.rows("SELECT id FROM runs WHERE session = ?", (session_id,)):
            share = two_spoke_most(events_of(database, run))
            database.run("UPDATE runs SET two_spoke_most = coalesce(two_spoke_most, ?) WHERE id = ?", (share, run))
            marks = ", ".join("?" * len(_SPEAKING))
            with _events_lifted(database):
                database.run(
                    f"UPDATE events SET kind = 'turn_ended', payload = '{{}}' WHERE run = ? AND kind IN ({marks})",
                    (run, *_SPEAKING),
                )


def two_spoke_most(events: Sequence[Event]) -> float | None:
    """The share of all measured turns that the two who spoke most took; None where nobody's turn was measured."""
    return rounds.two_spoke_most(fold(events))


@contextmanager
def _events_lifted(database: Database) -> Iterator[None]:
    # Dropping a trigger belongs to the transaction: if that fails, the rule was never lifted.
    for name in EVENT_TRIGGERS:
        database.run(f"DROP TRIGGER {name}")
    yield
    for statement in EVENT_TRIGGERS.values():
        database.run(statement)
