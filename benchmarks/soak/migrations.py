"""A store of the first version, killed again and again while it is brought up to date: it opens whole afterwards."""

import shutil
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as driver

from benchmarks.soak.command import command, killed, not_whole, seconds_of
from facilitator.store import migrations

OLDER = Path(__file__).parents[2] / "tests" / "store" / "older" / "v1.facilitator"
ANOTHER_NOTE = """
    WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ?)
    INSERT INTO notes SELECT 'note ' || n, session, text || ' ' || n, step, run, audience, made_at, revision, stamps
    FROM more, (SELECT * FROM notes LIMIT 1)
"""


def killed_migrations(folder: Path, kills: int, chance: Random, *, notes: int = 20_000) -> list[str]:
    """The problems found, of which there should be none: a note missing, a store not whole, no copy of what was."""
    older = _enlarged(folder / "older.facilitator", notes)
    there = _notes_in(older)
    store = folder / "young" / "store.facilitator"
    longest = seconds_of(command(_laid(older, store), "networks"))
    problems: list[str] = []
    for _ in range(kills):
        killed(command(_laid(older, store), "networks"), chance, longest)
        migrated = int.from_bytes(store.read_bytes()[60:64]) == migrations.VERSION
        copies = list(store.parent.glob("*before-migration*.facilitator"))
        if migrated and not any(_notes_in(copy) == there for copy in copies):
            problems.append("it was migrated, and no copy of what it was lies beside it")
        if wrong := not_whole(store):
            problems += wrong
        elif (found := _notes_in(store)) != there:
            problems.append(f"{there - found} notes are gone")
    return problems


def _enlarged(path: Path, notes: int) -> Path:
    shutil.copyfile(OLDER, path)
    connection = driver.connect(str(path))
    connection.execute(ANOTHER_NOTE, (notes,))
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    return path


def _laid(older: Path, store: Path) -> Path:
    shutil.rmtree(store.parent, ignore_errors=True)
    store.parent.mkdir()
    shutil.copyfile(older, store)
    return store


def _notes_in(path: Path) -> int:
    connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    found: int = connection.execute("SELECT count(*) FROM notes").fetchone()[0]
    connection.close()
    return found
