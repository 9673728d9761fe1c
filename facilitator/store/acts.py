"""What one act of the user changed, row by row: what taking it back stands on.

An act is held in memory for as long as the app is open. What was before is written as a change of its own, stamped
anew, so that it also wins on other computers. Only what the act itself changed goes back; whatever else has been
written in the same rows since stays.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import msgspec

from facilitator.model.trouble import Trouble
from facilitator.store import rows
from facilitator.store.codec import TABLES
from facilitator.store.database import Database, Values
from facilitator.store.errors import refuses_orphans
from facilitator.store.settled import leave_settled


class Touched(msgspec.Struct, frozen=True):
    """A row before and after: None before it was made, None after it was deleted."""

    table: str
    row: str
    before: Values | None
    after: Values | None

    def changed(self) -> frozenset[str]:
        """The columns that differ, of a row that was there before and after."""
        before, after = self.before or {}, self.after or {}
        return frozenset(column for column in after if before.get(column) != after[column])


class Act(msgspec.Struct, frozen=True):
    """The rows that it touched, each once, in the order in which it first did."""

    touched: tuple[Touched, ...] = ()


class Record:
    """Collects what is written while it watches."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], Touched] = {}

    def note(self, table: str, row: str, before: Values | None, after: Values | None) -> None:
        """A row was written; what it was before the first time counts."""
        known = self._rows.get((table, row))
        self._rows[table, row] = Touched(table, row, known.before if known else before, after)

    def act(self, tables: Collection[str] = TABLES) -> Act:
        """What was done in those tables, without what came to nothing."""
        changed = (each for each in self._rows.values() if each.before != each.after)
        return Act(tuple(each for each in changed if each.table in tables))


@contextmanager
def recorded(database: Database) -> Iterator[Record]:
    """Inside it, what is written on this connection is collected."""
    record = Record()
    database.watcher = record.note
    try:
        yield record
    finally:
        database.watcher = None


def take_back(database: Database, act: Act) -> None:
    """Make the rows what they were before the act, all or none. What it made or had back lies under Slettet then.

    Raises changed_meanwhile where one of them is no longer what the act made of it or something else now stands on it,
    and minutes_approved or agenda_begun where that would change what is settled.
    """
    with refuses_orphans(), database.atomic():
        for each in reversed(act.touched):
            _become(database, each, each.after, each.before)


def do_again(database: Database, act: Act) -> None:
    """Make the rows what the act made of them once more. Raises what `take_back` does."""
    with refuses_orphans(), database.atomic():
        for each in act.touched:
            _become(database, each, each.before, each.after)


def _become(database: Database, touched: Touched, was: Values | None, becomes: Values | None) -> None:
    table = TABLES[touched.table]
    leave_settled(database, touched.table, was, becomes)
    now = rows.cells_of(database, table, touched.row)
    if was is None or becomes is None:
        if now != was:
            raise Trouble("changed_meanwhile")
        if becomes is None:
            rows.remove(database, table, touched.row)
        else:
            rows.put(database, table, touched.row, becomes)
        return
    mine = touched.changed()
    if now is None or any(now[column] != was[column] for column in mine):
        raise Trouble("changed_meanwhile")
    rows.put(database, table, touched.row, {column: becomes[column] for column in mine})
