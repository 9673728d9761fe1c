"""The one place that writes rows: what changed is stamped, what was is kept, and what goes can be brought back.

A stamp is [store, counter] (safety.md "Rows"). Only the fields that differ are written and stamped; where none does,
nothing is written at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from facilitator.model.trouble import Trouble
from facilitator.store.codec import TABLES, Table, Value
from facilitator.store.database import Cell, Database, Values
from facilitator.store.steady import steady

Stamps = dict[str, tuple[str, int]]
_NOTHING: Mapping[str, Cell] = {}
KEPT_DAYS = 30
_AT_ONCE = 500  # rows named in one statement
_DAY = 24 * 60 * 60 * 1000


class Earlier(msgspec.Struct, frozen=True):
    """What a row was: its revision, when it stopped being so (Unix, milliseconds), and the value itself."""

    number: int
    at: int
    value: Any


def get(database: Database, table: Table[Value], row_id: str) -> Value | None:
    """The value of that id."""
    row = database.row(f"SELECT {table.selected} FROM {table.name} WHERE id = ?", (row_id,))
    return table.decoded_row(row) if row else None


def select(
    database: Database, table: Table[Value], rest: str = "", parameters: tuple[Cell, ...] = ()
) -> tuple[Value, ...]:
    """The values that the rest of the statement (WHERE, ORDER BY) finds."""
    return table.decoded_rows(database.rows(f"SELECT {table.selected} FROM {table.name} {rest}", parameters))


def revision(database: Database, table: Table[Any], row_id: str) -> int | None:
    """How often a content row has been written; None where there is no such row."""
    number: int | None = database.value(f"SELECT revision FROM {table.name} WHERE id = ?", (row_id,))
    return number


def save(
    database: Database,
    table: Table[Value],
    value: Value,
    beside: Mapping[str, Cell] = _NOTHING,
    *,
    always: bool = False,
) -> bool:
    """Insert the value or write what differs; whether anything was written. `always` counts a revision anyway."""
    with database.atomic():
        new = {**table.encoded(value), **beside}
        old = _cells(database, table, str(new["id"]))
        if old is None:
            _insert(database, table, new, 1)
            return True
        return _write(database, table, old, new, always=always)


def save_all(database: Database, table: Table[Value], values: Iterable[Value]) -> None:
    """The same for many, all or none, of which no two have one id; new ones go in together, which takes a fraction."""
    with database.atomic():
        every = {str(cells["id"]): cells for cells in map(table.encoded, values)}
        there = _cells_of(database, table, list(every))
        for row_id, old in there.items():
            _write(database, table, old, every[row_id], always=False)
        _insert_all(database, table, [cells for row_id, cells in every.items() if row_id not in there], 1)


def remove(database: Database, table: Table[Any], row_id: str) -> bool:
    """Move the row to the bin and leave a tombstone without text; whether there was one."""
    with database.atomic():
        old = _cells(database, table, row_id)
        if old is None:
            return False
        database.run(
            'INSERT INTO bin (table_name, row_id, "values", deleted_at, act) VALUES (?, ?, ?, ?, ?)',
            (table.name, row_id, _json(old), database.wall(), database.act),
        )
        database.run(
            "INSERT OR REPLACE INTO tombstones (table_name, row_id, stamp) VALUES (?, ?, ?)",
            (table.name, row_id, _json(database.stamp())),
        )
        database.utils.table(table.name).delete(row_id)
        _tell(database, table, row_id, old, None)
        return True


def bring_back(database: Database, table: Table[Value], row_id: str, *, number: int | None = None) -> Value:
    """The row out of the bin again, stamped anew so that it wins over its own tombstone. Raises no_such_record.

    It counts one revision more, unless its `number` is given.
    """
    with database.atomic():
        found = database.row(
            'SELECT id, "values" FROM bin WHERE table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1',
            (table.name, row_id),
        )
        if found is None or _cells(database, table, row_id) is not None:
            raise Trouble("no_such_record")
        cells: Values = msgspec.json.decode(found[1])
        new = {column: cells[column] for column in table.columns}
        was = cells.get("revision")
        _insert(database, table, new, number or (was + 1 if isinstance(was, int) else 1))
        database.run("DELETE FROM bin WHERE id = ?", (found[0],))
        return table.decoded(new)


def revert(database: Database, table: Table[Value], row_id: str, to: int, *, counted_back: bool = False) -> Value:
    """The row as it was at revision `to`. Raises no_such_record where that isn't known.

    It is a new revision, unless `counted_back`: then it is as if the later ones had never been (undo in a run).
    """
    with database.atomic():
        old = _cells(database, table, row_id)
        kept = database.value(
            'SELECT "values" FROM revisions WHERE table_name = ? AND row_id = ? AND number = ?',
            (table.name, row_id, to),
        )
        if old is None or kept is None:
            raise Trouble("no_such_record")
        cells: Values = msgspec.json.decode(kept)
        new = {column: cells[column] for column in table.columns}
        _write(database, table, old, new, always=True)
        if counted_back:
            database.utils.table(table.name).update(row_id, {"revision": to})
        return table.decoded(new)


def history(database: Database, table: Table[Value], row_id: str) -> tuple[Earlier, ...]:
    """What a content row was before, oldest first."""
    found = database.rows(
        'SELECT number, at, "values" FROM revisions WHERE table_name = ? AND row_id = ? ORDER BY number',
        (table.name, row_id),
    )
    return tuple(Earlier(number, at, table.decoded(msgspec.json.decode(values))) for number, at, values in found)


def binned(database: Database, table: Table[Value]) -> tuple[Value, ...]:
    """What lies in the bin of that table, latest first."""
    found = database.rows('SELECT "values" FROM bin WHERE table_name = ? ORDER BY id DESC', (table.name,))
    return tuple(table.decoded(msgspec.json.decode(values)) for (values,) in found)


def empty_bin(database: Database, days: int = KEPT_DAYS) -> int:
    """Let go for good of what was deleted so many days ago; how much that was. Its tombstones stay.

    Nothing goes before the clock has run for a day without a jump (steady.py).
    """
    if not steady(database):
        return 0
    until = database.wall() - days * _DAY
    with database.atomic():
        gone = database.rows("SELECT table_name, row_id FROM bin WHERE deleted_at <= ?", (until,))
        for table, row_id in gone:
            database.run("DELETE FROM revisions WHERE table_name = ? AND row_id = ?", (table, row_id))
        database.run("DELETE FROM bin WHERE deleted_at <= ?", (until,))
    return len(gone)


def stamps_of(database: Database, table: Table[Any], row_id: str) -> Stamps:
    """Who wrote each field of the row last."""
    found = database.value(f"SELECT stamps FROM {table.name} WHERE id = ?", (row_id,))
    return msgspec.json.decode(found, type=Stamps) if found else {}


def cells_of(database: Database, table: Table[Any], row_id: str) -> Values | None:
    """The row's columns as they lie there; None where there is no such row."""
    found = _cells(database, table, row_id)
    return {column: found[column] for column in table.columns} if found else None


def put(database: Database, table: Table[Any], row_id: str, new: Values) -> None:
    """Make the row these columns, inside the caller's transaction: inserted, out of the bin, or written over."""
    old = _cells(database, table, row_id)
    if old is not None:
        _write(database, table, old, {**{column: old[column] for column in table.columns}, **new}, always=False)
        return
    lies = database.row("SELECT 1 FROM bin WHERE table_name = ? AND row_id = ? LIMIT 1", (table.name, row_id))
    if lies:
        bring_back(database, table, row_id)
        put(database, table, row_id, new)
    else:
        _insert(database, table, new, 1)


def table_named(name: str) -> Table[Any]:
    """The table of that name. Raises Trouble("no_such_record") for one that isn't ours."""
    if name not in TABLES:
        raise Trouble("no_such_record")
    return TABLES[name]


def _cells(database: Database, table: Table[Any], row_id: str) -> Values | None:
    return _cells_of(database, table, [row_id]).get(row_id)


def _cells_of(database: Database, table: Table[Any], row_ids: Sequence[str]) -> dict[str, Values]:
    columns = ", ".join(f'"{column}"' for column in table.kept)
    found: dict[str, Values] = {}
    for some, places in _in_parts(row_ids):
        for row in database.rows(f"SELECT {columns} FROM {table.name} WHERE id IN ({places})", some):
            cells = dict(zip(table.kept, row, strict=True))
            found[str(cells["id"])] = cells
    return found


def _in_parts(row_ids: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The ids, so many at a time as one statement takes, and a question mark for each."""
    for at in range(0, len(row_ids), _AT_ONCE):
        some = tuple(row_ids[at : at + _AT_ONCE])
        yield some, ", ".join("?" * len(some))


def _insert(database: Database, table: Table[Any], new: Values, number: int) -> None:
    _insert_all(database, table, [new], number)


def _insert_all(database: Database, table: Table[Any], new: Sequence[Values], number: int) -> None:
    beside: Values = {"revision": number} if table.content else {}
    database.utils.table(table.name).insert_all(
        {**cells, "stamps": _json({column: stamp for column in cells if column != "id"}), **beside}
        for cells, stamp in zip(new, database.stamps(len(new)), strict=True)
    )
    for some, places in _in_parts([str(cells["id"]) for cells in new]):
        database.run(f"DELETE FROM tombstones WHERE table_name = ? AND row_id IN ({places})", (table.name, *some))
    for cells in new:
        _tell(database, table, str(cells["id"]), None, cells)


def _write(database: Database, table: Table[Any], old: Values, new: Values, *, always: bool) -> bool:
    changed: Values = {column: cell for column, cell in new.items() if old[column] != cell}
    if not changed and not always:
        return False
    row_id, number = str(old["id"]), old.get("revision")
    if table.content and isinstance(number, int):
        database.run(
            'INSERT OR REPLACE INTO revisions (table_name, row_id, number, at, "values") VALUES (?, ?, ?, ?, ?)',
            (table.name, row_id, number, database.wall(), _json({column: old[column] for column in table.columns})),
        )
        changed = {**changed, "revision": number + 1}
    stamp = database.stamp()
    stamps: dict[str, Any] = msgspec.json.decode(str(old["stamps"]))
    stamps.update({column: stamp for column in changed if column != "revision"})
    database.utils.table(table.name).update(row_id, {**changed, "stamps": _json(stamps)})
    _tell(database, table, row_id, old, {**old, **new})
    return True


def _tell(database: Database, table: Table[Any], row_id: str, old: Values | None, new: Values | None) -> None:
    """Whoever watches gets the columns alone: stamps and revisions are the store's own."""
    if database.watcher is not None:
        before, after = ({column: row[column] for column in table.columns} if row else None for row in (old, new))
        database.watcher(table.name, row_id, before, after)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
