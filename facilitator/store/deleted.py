"""What lies under Slettet: what was deleted together lies there together, until its thirty days are over."""

from collections.abc import Mapping
from typing import Any

import msgspec

from facilitator.model.trouble import Trouble
from facilitator.store import networks, rows, sessions
from facilitator.store.codec import (
    ATTENDANCE,
    GUESTS,
    MEMBERS,
    NETWORKS,
    OUTCOMES,
    SESSIONS,
    STEPS,
    TABLES,
)
from facilitator.store.database import Database, Row
from facilitator.store.errors import refuses_orphans
from facilitator.store.settled import leave_settled

_ORDER: Mapping[str, int] = {name: place for place, name in enumerate(TABLES)}


class Deletion(msgspec.Struct, frozen=True, kw_only=True):
    """What went in one act. `value` is the first of its highest kind, `also` how many of that kind went with it.

    `network` and `session` are what it belonged to, as far as that is told by the rows: ids, or empty.
    `deleted_at` is Unix time in milliseconds.
    """

    act: str
    table: str
    value: Any
    also: int
    network: str
    session: str
    deleted_at: int


def deletions(database: Database) -> tuple[Deletion, ...]:
    """Everything that can be had back, what went last first."""
    lying: dict[str, list[Row]] = {}
    for act, *rest in database.rows('SELECT act, table_name, "values", deleted_at FROM bin ORDER BY id DESC'):
        lying.setdefault(act, []).append(tuple(rest))
    told = (_deletion(database, act, found) for act, found in lying.items())
    return tuple(each for each in told if each is not None)


def remove_session(database: Database, session_id: str) -> None:
    """Put a meeting that never began in the bin, with its agenda and who was expected.

    Raises no_such_session, or meeting_has_begun for one that was ever led: its run is kept, so it is cancelled instead.
    """
    with database.atomic():
        sessions.get_session(database, session_id)
        if database.row("SELECT 1 FROM runs WHERE session = ? LIMIT 1", (session_id,)):
            raise Trouble("meeting_has_begun")
        database.run("DELETE FROM drafts WHERE session = ?", (session_id,))
        for table in (*OUTCOMES.values(), STEPS, ATTENDANCE, GUESTS):
            for (row_id,) in database.rows(f"SELECT id FROM {table.name} WHERE session = ?", (session_id,)):
                rows.remove(database, table, row_id)
        rows.remove(database, SESSIONS, session_id)


def remove_network(database: Database, network_id: str) -> None:
    """Put a network that never met in the bin, with its members and what was planned.

    Raises no_such_network, or network_has_met for one whose meetings were led: what they left behind is kept.
    """
    with database.atomic():
        networks.get_network(database, network_id)
        for session in sessions.sessions_of(database, network_id):
            try:
                remove_session(database, session.id)
            except Trouble as trouble:
                raise Trouble("network_has_met") from trouble
        for member in networks.members_of(database, network_id):
            rows.remove(database, MEMBERS, member.id)
        rows.remove(database, NETWORKS, network_id)


def bring_back(database: Database, act: str) -> tuple[str, ...]:
    """Bring back everything that went in that act, all or none; the tables whose rows came.

    Raises no_such_record where it lies there no longer, parent_deleted where what it belonged to is deleted too,
    and minutes_approved or agenda_begun where it would change what is settled.
    """
    found = database.rows("SELECT table_name, row_id FROM bin WHERE act = ? ORDER BY id DESC", (act,))
    if not found:
        raise Trouble("no_such_record")
    with refuses_orphans("parent_deleted"), database.atomic():
        for name, row_id in found:
            rows.bring_back(database, TABLES[name], row_id)
            leave_settled(database, name, rows.cells_of(database, TABLES[name], row_id))
    return tuple(dict.fromkeys(name for name, _ in found))


def _deletion(database: Database, act: str, found: list[Row]) -> Deletion | None:
    lying = [(name, msgspec.json.decode(cells), at) for name, cells, at in found]
    lying = [each for each in lying if not _untold(each[0], each[1])]
    if not lying:
        return None
    highest = min((name for name, *_ in lying), key=_ORDER.__getitem__)
    same = [(cells, at) for name, cells, at in lying if name == highest]
    told, at = same[-1]  # the first that went
    session = str(told.get("session", "")) or (str(told["id"]) if highest == SESSIONS.name else "")
    network = str(told.get("network", "")) or (
        database.value("SELECT network FROM sessions WHERE id = ?", (session,)) or ""
    )
    return Deletion(
        act=act,
        table=highest,
        value=TABLES[highest].decoded(told),
        also=len(same) - 1,
        network=network,
        session=session,
        deleted_at=int(at),
    )


def _untold(table: str, cells: Mapping[str, Any]) -> bool:
    """How somebody was marked goes without a word of its own, and so do steps that a run had put in by itself."""
    return table == ATTENDANCE.name or (table == STEPS.name and bool(cells.get("run")))
