"""A store on disk: looked at before it is touched, made when missing, and every transaction whole or not at all.

`Database` is one connection, for one thread at a time. Reading uses the driver alone; sqlite-utils is imported at the
first write, because a program that only shows its first list should not wait for it.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlcipher3 import dbapi2 as driver

from facilitator.model.ids import new_id
from facilitator.model.trouble import Trouble
from facilitator.store import keys, migrations
from facilitator.store.errors import is_no_database, translated
from facilitator.store.look import APPLICATION_ID, Look, look
from facilitator.store.place import OUR_OWN, Place, look_where

if TYPE_CHECKING:
    from sqlite_utils import Database as Utils

Cell = str | int | float | bytes | None
Row = tuple[Any, ...]
Values = dict[str, Cell]
Wall = Callable[[], int]
Watcher = Callable[[str, str, Values | None, Values | None], None]
"""Told of each row that is written: its table, its id, its columns before (None: it is new) and after (None: gone)."""

PATIENCE = 5.0  # seconds that a transaction waits for another program's


class Cursor(Protocol):
    """What is used of the driver's cursor."""

    def fetchall(self) -> list[Row]: ...

    def fetchone(self) -> Row | None: ...


class Connection(Protocol):
    """What is used of the driver's connection."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Sequence[Cell] = ..., /) -> Cursor: ...

    def backup(self, target: "Connection", /) -> None: ...

    def close(self) -> None: ...


def system_wall() -> int:
    """The computer's time of day (Unix, milliseconds)."""
    return time.time_ns() // 1_000_000


class Database:
    """An open store. `wall` tells when something was deleted or changed, and is asked for nothing else."""

    def __init__(
        self, connection: Connection, path: Path, *, key: bytes | None, read_only: bool, wall: Wall, patience: float
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.wall = wall
        self.connection = connection
        self.key = key
        self.watcher: Watcher | None = None
        self._act = ""
        self._patience = patience
        self._utils: Utils | None = None
        self._file = _identity(path)

    @property
    def keyed(self) -> bool:
        """Whether the file is locked with a key."""
        return self.key is not None

    @property
    def utils(self) -> "Utils":
        """The same connection as sqlite-utils knows it."""
        if self._utils is None:
            self._utils = utils_of(self.connection)
        return self._utils

    def rows(self, sql: str, parameters: Sequence[Cell] = ()) -> list[Row]:
        """Everything that a SELECT finds."""
        with translated(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Cell] = ()) -> Row | None:
        """The first that a SELECT finds."""
        with translated(self.path):
            return self.connection.execute(sql, parameters).fetchone()

    def value(self, sql: str, parameters: Sequence[Cell] = ()) -> Any:
        """The first column of the first row that a SELECT finds, else None."""
        found = self.row(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[Cell] = ()) -> Cursor:
        """One statement that changes something; only inside `atomic`."""
        if not self.connection.in_transaction:
            raise RuntimeError("changes are made inside atomic() alone")
        return self.connection.execute(sql, parameters)

    @property
    def act(self) -> str:
        """The id of what is being done: everything inside one outermost transaction belongs together."""
        self._act = self._act or new_id()
        return self._act

    @contextmanager
    def atomic(self) -> Iterator["Database"]:
        """All that is written inside, or nothing. Inside another one it belongs to that."""
        if self.read_only:
            raise Trouble("store_read_only")
        with translated(self.path):
            if self.connection.in_transaction:
                with self.utils.atomic():
                    yield self
                return
            self._act = ""
            with whole(self.connection), self.utils.atomic():
                yield self
                self._must_still_lie_there()

    def stamp(self) -> tuple[str, int]:
        """The next stamp of this store: its id and a number that it has never used."""
        return self.stamps(1)[0]

    def stamps(self, count: int) -> list[tuple[str, int]]:
        """The next so many stamps."""
        counted = "UPDATE store_info SET counter = counter + ? RETURNING store, counter"
        store, last = self.run(counted, (count,)).fetchall()[0]
        return [(store, last - count + number) for number in range(1, count + 1)]

    def second(self) -> "Database":
        """Another connection to the same store, for another thread. Raises store_gone and what opening does."""
        self._must_still_lie_there()
        with translated(self.path):
            connection = connect(self.path, self.key, mode="ro" if self.read_only else "rw", patience=self._patience)
        return Database(
            connection, self.path, key=self.key, read_only=self.read_only, wall=self.wall, patience=self._patience
        )

    @contextmanager
    def reading(self) -> Iterator["Database"]:
        """All that is read inside is of one moment, whatever is written meanwhile."""
        if self.connection.in_transaction:
            yield self
            return
        with translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self
                self.connection.execute("COMMIT")
            except BaseException:
                _given_up(self.connection)
                raise

    def _must_still_lie_there(self) -> None:
        # Whoever has a file open can write to it when it was deleted or replaced, and nobody would find it again.
        found = _identity(self.path)
        if found is None or (found != self._file and not look_where(self.path).network):
            raise Trouble("store_gone")

    def settle(self) -> None:
        """Fold the log into the file and empty it, so that what was deleted is gone from both.

        Inside a transaction nothing is done yet: whoever began it settles when it is over.
        """
        if self.connection.in_transaction:
            return
        with translated(self.path):
            folded(self.connection)

    def close(self) -> None:
        """Let go of the file; the last connection folds the log into it."""
        self._utils = None
        self.connection.close()


@contextmanager
def whole(connection: Connection) -> Iterator[None]:
    """A transaction that holds the store's one write lock from its beginning.

    A plain BEGIN takes the lock only at the first write, and is refused there when another connection has written
    since the first read.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        _given_up(connection)
        raise


def open_store(
    path: Path,
    passphrase: str | None = None,
    *,
    read_only: bool = False,
    wall: Wall = system_wall,
    patience: float = PATIENCE,
) -> Database:
    """The store at `path`, made when it is missing (keyed when there is a passphrase) and brought up to date.

    A passphrase for a store that has no key is not looked at. Raises Trouble, with the file as it was: store_newer,
    store_damaged, store_foreign, store_is_folder, store_no_folder, store_locked, passphrase_needed, passphrase_wrong,
    store_key_missing, store_key_damaged, store_key_other, store_read_only, disk_full, disk_failed, file_unreadable.
    """
    with translated(path):
        seen = look(path)
        if seen is Look.missing:
            if read_only:
                raise Trouble("file_unreadable", name=path.name)
            make_store(path, passphrase)
            seen = look(path)
        key = keys.unwrapped(keys.read(keys.key_path(path)), passphrase) if seen is Look.keyed else None
        if not read_only and not _writable(path):
            raise Trouble("store_read_only")
        with _fitting(key):
            connection = connect(path, key, mode="ro" if read_only else "rw", patience=patience)
            try:
                bring_up_to_date(connection, path, key, wall=wall, read_only=read_only)
                if not read_only:
                    keep_log_for(connection, look_where(path))
            except BaseException:
                connection.close()
                raise
    return Database(connection, path, key=key, read_only=read_only, wall=wall, patience=patience)


@contextmanager
def _fitting(key: bytes | None) -> Iterator[None]:
    try:
        yield
    except driver.DatabaseError as error:
        if key is not None and is_no_database(error):
            raise Trouble("store_key_other") from error
        raise


def connect(path: Path, key: bytes | None, *, mode: str, patience: float = PATIENCE) -> Connection:
    """A connection with the house's settings. `mode`: "ro", "rw", or "rwc" to make the file."""
    if mode == "rwc":
        private_file(path)
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    if mode == "ro" and not os.access(path.parent, os.W_OK) and not log_of(path).exists():
        uri += "&immutable=1"  # nobody can write there, and SQLite could not put its log there either
    # One thread at a time uses a connection, but not always the one that made it.
    connection: Connection = driver.connect(
        uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to standard error by itself
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "recursive_triggers = ON"):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def utils_of(connection: Connection) -> "Utils":
    """The connection as sqlite-utils knows it, without the plugins that other programs may have installed for it."""
    from sqlite_utils import Database as Utils

    return Utils(connection, execute_plugins=False)  # type: ignore[arg-type]  # the driver's twin of sqlite3


def make_store(path: Path, passphrase: str | None) -> None:
    """An empty store at `path`, whole from the first moment that anybody can see it; one made meanwhile is left."""
    if not path.exists() and any(log.exists() for log in logs_of(path)):
        raise Trouble("store_damaged")  # a log without its store: what it holds must not be lost, nor get into another
    _folder_made(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        key = _key_for_new(path, passphrase)
        connection = connect(beside, key, mode="rwc")
        try:
            fill_new(connection, look_where(path))
        finally:
            connection.close()
        _published(beside, path)
    finally:
        remove_store(beside)


def fill_new(connection: Connection, place: Place = OUR_OWN) -> None:
    """Make an empty file a store of this version, with an id of its own."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    keep_log_for(connection, place)
    utils = utils_of(connection)
    with utils.atomic():
        migrations.migrate(utils)
        connection.execute("INSERT INTO store_info (store, counter) VALUES (?, 0)", (new_id(),))
    folded(connection)


def keep_log_for(connection: Connection, place: Place) -> None:
    """Have SQLite keep its log as the place allows: where another computer may get at it, only while it writes.

    While another program has the store open it stays as it is, until the next time.
    """
    wanted = "delete" if place.shared else "wal"
    if connection.execute("PRAGMA journal_mode").fetchone() != (wanted,):
        patience = connection.execute("PRAGMA busy_timeout").fetchall()[0][0]
        connection.execute("PRAGMA busy_timeout = 0")
        with suppress(driver.OperationalError):
            connection.execute(f"PRAGMA journal_mode = {wanted}").fetchall()
        connection.execute(f"PRAGMA busy_timeout = {patience}")


def folded(connection: Connection) -> None:
    """Write the log into the file and empty it, so that the file alone tells everything."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def log_of(path: Path) -> Path:
    """Where SQLite keeps the log of the store at `path`."""
    return path.with_name(path.name + "-wal")


def logs_of(path: Path) -> tuple[Path, Path]:
    """Its log, and the journal that takes the log's place where a store lies in a shared place."""
    return log_of(path), path.with_name(path.name + "-journal")


def private_file(path: Path) -> None:
    """Make an empty file that nobody but the user may read; SQLite gives its log the same rights."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def synced(folder: Path) -> None:
    """See that the folder itself is on disk: a renamed file is not there before its folder is."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_store(path: Path) -> None:
    """Remove a store's file and its log, as far as they are there; never its key."""
    for each in (path, *logs_of(path), path.with_name(path.name + "-shm")):
        each.unlink(missing_ok=True)


def _folder_made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileNotFoundError, FileExistsError, NotADirectoryError):  # no such drive, or a file where it would be
        raise Trouble("store_no_folder", folder=str(folder)) from None


def _key_for_new(path: Path, passphrase: str | None) -> bytes | None:
    """The key for a store about to be made. A key already lying there is used and never overwritten."""
    where = keys.key_path(path)
    if where.exists():
        return keys.unwrapped(keys.read(where), passphrase)
    if not passphrase:
        return None
    key = keys.new_key()
    # Before the store itself, which would be lost without it; and another program may be making one just now.
    if keys.write_first(where, keys.wrapped(key, passphrase)):
        return key
    return keys.unwrapped(keys.read(where), passphrase)


def _published(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)  # unlike renaming, this never replaces what another program has made meanwhile
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            beside.rename(path)
    synced(path.parent)


def bring_up_to_date(
    connection: Connection, path: Path, key: bytes | None, *, wall: Wall, read_only: bool = False, copy: bool = True
) -> None:
    """See that the store has this version's tables, with a checked copy beside it before they change.

    Raises Trouble("store_newer"), and ("store_read_only") for an older store that may not be written.
    """
    version = _version(connection)
    if version > migrations.VERSION:
        raise Trouble("store_newer")
    if version == migrations.VERSION:
        return
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise Trouble("store_foreign")
    if read_only:
        raise Trouble("store_read_only")
    if copy:
        from facilitator.store.backup import copy_beside

        copy_beside(connection, path, key, f"before-migration-{version + 1}", wall())
    with whole(connection):
        migrations.migrate(utils_of(connection))
    folded(connection)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there, None where none does; on some network drives the numbers of a file change."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _given_up(connection: Connection) -> None:
    if connection.in_transaction:  # a full disk may have ended it already
        connection.execute("ROLLBACK")


def _version(connection: Connection) -> int:
    found = connection.execute("PRAGMA user_version").fetchone()
    return int(found[0]) if found else 0


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
