"""Looks whether everything in a store is as it must be; changes nothing."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from facilitator.live.fold import fold
from facilitator.model.event import Event, Started
from facilitator.store.codec import OUTCOMES, TABLES
from facilitator.store.database import Database
from facilitator.store.rows import Stamps
from facilitator.store.runs import decoded
from facilitator.store.schema import EVENT_TRIGGERS, PICTURE_TRIGGERS

_MOST = 50  # problems that are listed: more of them say no more


def check(database: Database) -> tuple[str, ...]:
    """What is wrong, a technical line each, none when all is well. Raises store_damaged where it can't be read."""
    found: list[str] = []
    for problem in _problems(database):
        found.append(problem)
        if len(found) == _MOST:
            break
    return tuple(found)


def is_whole(database: Database) -> bool:
    """Whether the file, its references and its triggers are sound: what copying it could have broken."""
    return next(_of_the_file(database), None) is None and next(_of_the_triggers(database), None) is None


def _problems(database: Database) -> Iterator[str]:
    yield from _of_the_file(database)
    yield from _of_the_triggers(database)
    yield from _of_the_runs(database)
    yield from _of_the_stamps(database)
    yield from _of_the_values(database)
    yield from _of_the_steps(database)
    yield from _of_the_pictures(database)


def _of_the_file(database: Database) -> Iterator[str]:
    for (line,) in database.rows(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield f"file: {line}"
    for table, row, parent, _ in database.rows("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} refers to nothing in {parent}"


def _of_the_triggers(database: Database) -> Iterator[str]:
    there = {name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for name in EVENT_TRIGGERS.keys() - there:
        yield f"events: the trigger {name} is missing"
    for name in PICTURE_TRIGGERS.keys() - there:
        yield f"pictures: the trigger {name} is missing"


def _of_the_runs(database: Database) -> Iterator[str]:
    found = database.rows("SELECT run, seq, at, wall, kind, payload FROM events ORDER BY run, seq")
    states: dict[str, str] = dict(database.rows("SELECT id, state FROM runs"))
    for run, group in groupby(found, key=lambda row: str(row[0])):
        state = states.pop(run, "")
        try:
            events = tuple(
                Event(run, seq, at, wall, decoded(kind, payload)) for _, seq, at, wall, kind, payload in group
            )
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            yield f"run {run}: an event can't be read ({error})"
            continue
        yield from _of_one_run(run, state, events)
    for run in states:
        yield f"run {run}: has no events"


def _of_one_run(run: str, state: str, events: tuple[Event, ...]) -> Iterator[str]:
    if [event.seq for event in events] != list(range(1, len(events) + 1)):
        yield f"run {run}: events are missing"
    elif not isinstance(events[0].what, Started):
        yield f"run {run}: doesn't begin with its start"
    elif fold(events).status != state:
        yield f"run {run}: is {state}, its events say {fold(events).status}"


def _of_the_stamps(database: Database) -> Iterator[str]:
    store, counter = database.rows("SELECT store, counter FROM store_info")[0]
    for table in TABLES.values():
        names = set(table.columns) - {"id"}
        for row_id, text in database.rows(f"SELECT id, stamps FROM {table.name}"):
            try:
                stamps = msgspec.json.decode(text, type=Stamps)
            except msgspec.DecodeError:
                yield f"{table.name} {row_id}: its stamps can't be read"
                continue
            if not names <= stamps.keys():
                yield f"{table.name} {row_id}: a field has no stamp"
            if any(who == store and count > counter for who, count in stamps.values()):
                yield f"{table.name} {row_id}: is stamped ahead of the store's counter"


def _of_the_values(database: Database) -> Iterator[str]:
    for table in TABLES.values():
        for row in database.rows(f"SELECT {table.selected} FROM {table.name}"):
            try:
                table.decoded_row(row)
            except (msgspec.ValidationError, msgspec.DecodeError) as error:
                yield f"{table.name} {row[0]}: can't be read ({error})"


def _of_the_steps(database: Database) -> Iterator[str]:
    for table in OUTCOMES:
        lost = f"""SELECT id, step FROM {table} WHERE step <> ''
            AND NOT EXISTS (SELECT 1 FROM steps WHERE steps.id = step)
            AND NOT EXISTS (SELECT 1 FROM tombstones WHERE table_name = 'steps' AND row_id = step)"""
        for row_id, step in database.rows(lost):
            yield f"{table} {row_id}: belongs to a step {step} that never was"


def _of_the_pictures(database: Database) -> Iterator[str]:
    bare = "SELECT id FROM photos WHERE NOT EXISTS (SELECT 1 FROM pictures WHERE photo = photos.id)"
    for (photo,) in database.rows(bare):
        yield f"photos {photo}: its picture is missing"
    loose = """SELECT photo FROM pictures WHERE NOT EXISTS (SELECT 1 FROM photos WHERE id = photo)
        AND NOT EXISTS (SELECT 1 FROM bin WHERE table_name = 'photos' AND row_id = photo)"""
    for (photo,) in database.rows(loose):
        yield f"pictures {photo}: belongs to no photo"
