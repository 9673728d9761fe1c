"""A store as large as one could become: 40 networks, 20,000 meetings, 1,000,000 notes. Built once, kept out of git."""

from datetime import timedelta
from pathlib import Path
from random import Random

from facilitator.model.ids import IdMaker, repeatable_ids
from facilitator.model.member import Member
from facilitator.model.network import Network, Phase
from facilitator.model.outcome import Action, Note
from facilitator.model.session import Session, SessionState, local_time
from facilitator.store import networks, outcomes, sessions
from facilitator.store.database import Database, open_store

NETWORKS, SESSIONS, NOTES = 40, 20_000, 1_000_000
FIRST = local_time("2005-01-11T09:00")
COMING = local_time("2027-01-26T09:00")


def large_store(folder: Path, scale: float = 1.0) -> Path:
    """The store of that scale, built if it isn't there."""
    path = folder / f"large-{scale:g}.facilitator"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        building = path.with_suffix(".building")
        _build(building, scale)
        building.rename(path)
    return path


def _build(path: Path, scale: float) -> None:
    database = open_store(path)
    chance = Random(7)
    make_id = repeatable_ids(chance, 1_700_000_000_000)
    count = max(1, round(NETWORKS * min(1, scale * 50)))
    for index in range(count):
        network = networks.save_network(
            database, Network(id=make_id(), name=f"Ledernetværk {index + 1:02d}", phase=Phase.running)
        )
        members = [
            Member(id=make_id(), network=network.id, name=f"Leder {number}", workplace=f"Skole {number}")
            for number in range(9)
        ]
        networks.save_members(database, members)
        _meetings(database, network, make_id, round(SESSIONS * scale / count), round(NOTES * scale / count))
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    database.close()


def _meetings(database: Database, network: Network, make_id: IdMaker, meetings: int, notes: int) -> None:
    """The rows of one network: one of each kind through the store, the rest copied from it by SQL."""
    with database.atomic():
        first = Session(id=make_id(), network=network.id, number=1, starts_at=FIRST, state=SessionState.held)
        sessions.save_session(database, first)
        coming = Session(id=make_id(), network=network.id, number=meetings + 2, starts_at=COMING)
        sessions.save_session(database, coming)
        note = Note(id=make_id(), session=first.id, text="Vikardækning på tværs af skolerne, set fra ledelsen")
        outcomes.save_outcome(database, note)
        outcomes.save_outcome(database, Action(id=make_id(), session=first.id, text="Sender datoer"))
    held = [first.id, *(make_id() for _ in range(max(0, meetings - 2)))]
    with database.atomic():
        for number, session in enumerate(held[1:], start=2):
            day = (FIRST + timedelta(days=14 * number)).isoformat()
            _copy(database, "sessions", first.id, {"id": session, "number": number, "starts_at": day})
        for number in range(max(0, notes - 1)):
            _copy(database, "notes", note.id, {"id": make_id(), "session": held[number % len(held)]})


def _copy(database: Database, table: str, row: str, other: dict[str, str | int]) -> None:
    columns = _columns(database, table)
    chosen = ", ".join("?" if column in other else f'"{column}"' for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    values = [other[column] for column in columns if column in other]
    database.run(f"INSERT INTO {table} ({names}) SELECT {chosen} FROM {table} WHERE id = ?", (*values, row))


def _columns(database: Database, table: str) -> list[str]:
    return [str(row[1]) for row in database.rows(f"PRAGMA table_info({table})")]
