"""Copies of a store, each opened again and checked before it counts, and the way back from one."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from facilitator.model.ids import new_id
from facilitator.model.trouble import Trouble
from facilitator.store import keys
from facilitator.store.check import check, is_whole
from facilitator.store.database import (
    Connection,
    Database,
    bring_up_to_date,
    connect,
    folded,
    logs_of,
    private_file,
    remove_store,
    synced,
    system_wall,
)
from facilitator.store.errors import translated
from facilitator.store.leftovers import clear, move_store, put_back
from facilitator.store.lock import LiveLock
from facilitator.store.look import Look, look

DAILY, WEEKLY = 7, 4


def backup(database: Database, to: Path, passphrase: str | None = None, *, plain: bool = False) -> Path:
    """A whole copy of the store at `to`, and its key at `to`.key where it has one; what was there is replaced last.

    A keyed store's copy keeps the store's key. A plain store's copy gets a key of its own that the passphrase opens,
    or none when it is asked to be `plain`. Raises passphrase_needed, backup_not_whole and what the disk does.
    """
    if not database.keyed and not plain and not passphrase:
        raise Trouble("passphrase_needed")
    if to.absolute() == database.path.absolute():
        raise Trouble("file_exists", name=to.name)
    with translated(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        clear(to.parent, to, database.wall() / 1000)
        beside = _beside(to)
        try:
            key, key_file = _copied(database, beside, None if plain else passphrase)
            with _opened(beside, key) as copy:
                if not is_whole(copy):
                    raise Trouble("backup_not_whole")
            _put(beside, to, key_file)
        finally:
            remove_store(beside)
    return to


def restore(path: Path, file: Path, passphrase: str | None = None, *, now: datetime) -> Path | None:
    """Make the backup `file` the store at `path`. Where the store that it replaces lies now; None where none was.

    Checked whole before anything is moved. What is written from now on is stamped as a store of its own: the backup's
    counter says nothing of what was written after it. Raises backup_not_whole, passphrase_wrong, passphrase_needed,
    restore_while_live, store_locked and what the disk does.
    """
    lock = LiveLock(path)
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not lock.take(""):
            raise Trouble("restore_while_live")
        try:
            return _restored(path, file, passphrase, now)
        finally:
            lock.release()


def daily_backup(database: Database, today: date) -> Path | None:
    """Today's copy in `backups` beside the store; None where it is there already. Keeps 7 daily and 4 weekly ones.

    It is locked as the store is: with the store's own key, or plain.
    """
    folder = database.path.with_name("backups")
    name = f"{database.path.stem} {{}}{database.path.suffix}"
    to = folder / name.format(today.isoformat())
    with translated(folder):
        clear(database.path.parent, database.path, database.wall() / 1000)
    if to.exists():
        return None
    backup(database, to, plain=not database.keyed)
    made = {day: folder / name.format(day.isoformat()) for day in _days_in(folder, database.path)}
    for day in made.keys() - kept_days(tuple(made), today):
        made[day].unlink(missing_ok=True)
        keys.key_path(made[day]).unlink(missing_ok=True)
    return to


def kept_days(days: Sequence[date], today: date) -> frozenset[date]:
    """Which daily copies stay: the latest seven, and the latest of each of the four latest weeks.

    Those of days to come count by themselves: the clock was wrong when they were made, or it is wrong now.
    """
    return _latest([day for day in days if day <= today]) | _latest([day for day in days if day > today])


def _latest(days: Sequence[date]) -> frozenset[date]:
    latest = sorted(days, reverse=True)
    weekly: dict[tuple[int, int], date] = {}
    for day in latest:
        weekly.setdefault(day.isocalendar()[:2], day)
    return frozenset(latest[:DAILY]) | frozenset(list(weekly.values())[:WEEKLY])


def copy_beside(connection: Connection, path: Path, key: bytes | None, label: str, wall: int) -> Path:
    """A checked copy of an older store before something is done to it, named after what that is and the moment.

    Its tables are those of the older version, so only the file itself is checked.
    """
    moment = datetime.fromtimestamp(wall / 1000, UTC).strftime("%Y-%m-%dT%H%M%SZ")
    to = path.with_name(f"{path.stem}.{label} {moment}{path.suffix}")
    beside = _beside(to)
    try:
        _copy_pages(connection, beside, key)
        copy = connect(beside, key, mode="rw")
        try:
            if copy.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
                raise Trouble("store_damaged")
        finally:
            copy.close()
        _put(beside, to, keys.read(keys.key_path(path)) if key is not None else None)
    finally:
        remove_store(beside)
    return to


def _restored(path: Path, file: Path, passphrase: str | None, now: datetime) -> Path | None:
    beside = _beside(path)
    try:
        key_file = _taken(file, passphrase, beside)
        replaced = _free_name(path, f"{path.stem} (replaced {now:%Y-%m-%d %H.%M})")
        if not path.exists():
            move_store(path, replaced)  # a log that has lost its store, so that it may still find it
            _put(beside, path, key_file)
            return None
        _nobody_uses(path, passphrase)
        move_store(path, replaced)
        try:
            _put(beside, path, key_file)
        except BaseException:
            move_store(replaced, path)
            raise
        return replaced
    finally:
        remove_store(beside)


def _taken(file: Path, passphrase: str | None, beside: Path) -> keys.KeyFile | None:
    """A working copy of the backup, of this version, found whole and with a store id of its own; its key file."""
    try:
        seen = look(file)
        if seen is Look.missing:
            raise Trouble("file_unreadable", name=file.name)
        key_file = keys.read(keys.key_path(file)) if seen is Look.keyed else None
        key = keys.unwrapped(key_file, passphrase) if key_file else None
        private_file(beside)
        shutil.copyfile(file, beside)
        for log, copied in zip(logs_of(file), logs_of(beside), strict=True):
            if log.exists():  # a store that was copied by hand, while it was open
                shutil.copyfile(log, copied)
        with translated(file), _opened(beside, key) as copy:
            bring_up_to_date(copy.connection, beside, key, wall=copy.wall, copy=False)
            if check(copy):
                raise Trouble("backup_not_whole")
            with copy.atomic():
                copy.run("UPDATE store_info SET store = ?", (new_id(),))
            folded(copy.connection)
    except Trouble as trouble:
        if trouble.name in {"store_damaged", "store_foreign", "store_key_damaged", "store_key_missing"}:
            raise Trouble("backup_not_whole") from trouble
        raise
    return key_file


def _copied(database: Database, beside: Path, passphrase: str | None) -> tuple[bytes | None, keys.KeyFile | None]:
    """Copy the store to `beside`; the copy's key and key file."""
    if database.key is not None:
        key_file = keys.read(keys.key_path(database.path))
        _copy_pages(database.connection, beside, database.key)
        return database.key, key_file
    if passphrase is None:
        _copy_pages(database.connection, beside, None)
        return None, None
    key = keys.new_key()
    _copy_locked(database, beside, key)
    return key, keys.wrapped(key, passphrase)


def _copy_pages(connection: Connection, to: Path, key: bytes | None) -> None:
    copy = connect(to, key, mode="rwc")
    try:
        connection.backup(copy)
        folded(copy)
    finally:
        copy.close()


def _copy_locked(database: Database, to: Path, key: bytes) -> None:
    """Copy a plain store into a locked file. Pages can't be copied then: the cipher lays them out otherwise."""
    source = database.second()  # its own connection: attaching is no part of a transaction
    try:
        with translated(to):
            private_file(to)
            source.connection.execute("PRAGMA cipher_log_level = NONE")
            source.connection.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{key.hex()}'\"", (str(to),))
            source.connection.execute("SELECT sqlcipher_export('copy')").fetchall()
            for pragma in ("user_version", "application_id"):
                source.connection.execute(f"PRAGMA copy.{pragma} = {source.value(f'PRAGMA {pragma}')}")
            source.connection.execute("PRAGMA copy.journal_mode = WAL").fetchall()
            source.connection.execute("DETACH DATABASE copy")
    finally:
        source.close()


@contextmanager
def _opened(beside: Path, key: bytes | None) -> Iterator[Database]:
    connection = connect(beside, key, mode="rw")
    copy = Database(connection, beside, key=key, read_only=False, wall=system_wall, patience=0)
    try:
        yield copy
    finally:
        copy.close()


def _put(beside: Path, to: Path, key_file: keys.KeyFile | None) -> None:
    """Put a finished copy and its key where they belong; what was there comes back where that fails.

    Where the same key opens both, the new one takes the other's place in one step.
    """
    if _key_of(to) == key_file and not any(log.exists() for log in logs_of(to)):
        beside.replace(to)
        synced(to.parent)
        return
    old = to.with_name(f".{to.name}.{os.getpid()}.old")
    move_store(to, old)
    try:
        if key_file is not None:
            keys.write(keys.key_path(to), key_file)
        beside.replace(to)
        synced(to.parent)
    finally:
        put_back(old, to)


def _key_of(to: Path) -> keys.KeyFile | None:
    try:
        return keys.read(keys.key_path(to)) if keys.key_path(to).exists() else None
    except Trouble:
        return keys.KeyFile()  # damaged: the key of nothing


def _nobody_uses(path: Path, passphrase: str | None) -> None:
    """Raises Trouble("store_locked") where another program has the store open, as far as it can be asked."""
    try:
        key = keys.unwrapped(keys.read(keys.key_path(path)), passphrase) if look(path) is Look.keyed else None
        with translated(path), _opened(path, key) as store:
            # Leaving the log is only allowed to the one and only connection.
            store.connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            store.connection.execute("PRAGMA journal_mode = WAL").fetchall()
    except Trouble as trouble:
        if trouble.name == "store_locked":
            raise
        # Damaged, or locked with another passphrase: the more reason to restore.


def _free_name(path: Path, stem: str) -> Path:
    names = (path.with_name(f"{stem}{more}{path.suffix}") for more in ("", *(f" {n}" for n in range(2, 100))))
    return next(name for name in names if not name.exists())


def _days_in(folder: Path, store: Path) -> tuple[date, ...]:
    """The days of the daily copies that lie there."""
    found = []
    for each in folder.glob(f"*{store.suffix}"):
        name, _, day = each.stem.rpartition(" ")
        if name == store.stem:
            with suppress(ValueError):
                found.append(date.fromisoformat(day))
    return tuple(found)


def _beside(to: Path) -> Path:
    return to.with_name(f".{to.name}.{os.getpid()}.part")
