"""How long a network's own meetings took, by method: read out of its runs, each of which is looked through once.

A rehearsal leaves no run, a discarded one does not count, and neither does one that was led faster than the clock.
"""

from collections.abc import Mapping

from facilitator.live.fold import fold
from facilitator.model.lengths import Learned, Took, learned
from facilitator.store import runs
from facilitator.store.database import Database

_SECOND = 1000

_RUNS = """SELECT runs.id, runs.session, max(events.seq)
    FROM sessions JOIN runs ON runs.session = sessions.id JOIN events ON events.run = runs.id
    WHERE sessions.network = ? AND runs.state = 'finished' AND runs.speed = 1
    GROUP BY runs.id"""


class Lengths:
    """What has been read of a store. Asked on any one thread at a time, with that thread's connection."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[Took, ...]] = {}

    def learned(self, database: Database, network_id: str) -> Mapping[str, Learned]:
        """By method, what is usual in that network."""
        took: list[Took] = []
        for run, session, latest in database.rows(_RUNS, (network_id,)):
            if (run, latest) not in self._known:
                self._known[run, latest] = _took(database, run, session)
            took += self._known[run, latest]
        return learned(took)


def _took(database: Database, run: str, session: str) -> tuple[Took, ...]:
    """The steps of a run that were held, with what each used; what came in without a method teaches nothing."""
    methods: dict[str, str] = dict(
        database.rows("SELECT id, method FROM steps WHERE session = ? AND method <> ''", (session,))
    )
    return tuple(
        Took(methods[step.id], session, step.used / _SECOND)
        for step in fold(runs.events_of(database, run)).steps
        if step.id in methods and step.entered_at is not None and not step.dropped
    )
