"""One program holds a store's live run; another that tries is told which meeting is running."""

import os
from pathlib import Path
from typing import Any

import msgspec

from facilitator.model.trouble import Trouble
from facilitator.store.database import Database
from facilitator.store.errors import translated


class Holder(msgspec.Struct, frozen=True):
    """Who holds the live run: the meeting's id (never its name: this file is not locked) and the process."""

    session: str
    process: int


class LiveLock:
    """The right to lead a run in the store at `path`. It goes by itself when the process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".live")
        self._told = path.with_name(path.name + ".running")
        self._lock: Any = None

    @property
    def held(self) -> bool:
        """Whether this very lock is held."""
        return self._lock is not None

    def take(self, session_id: str) -> bool:
        """Try to get it for a meeting; at once, without waiting."""
        from filelock import FileLock, Timeout

        if self._lock is None:
            # Taken on the writer's thread and let go on another: the lock is the process's, not a thread's.
            lock = FileLock(self._path, thread_local=False)
            with translated(self._path):
                try:
                    lock.acquire(blocking=False)
                except Timeout:
                    return False
            self._lock = lock
        with translated(self._told):
            self._told.write_bytes(msgspec.json.encode(Holder(session_id, os.getpid())))
        return True

    def release(self) -> None:
        """Let it go."""
        if self._lock is not None:
            self._told.unlink(missing_ok=True)
            self._lock.release()
            self._lock = None

    def holder(self) -> Holder | None:
        """Who holds it, as far as they have said."""
        try:
            return msgspec.json.decode(self._told.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError):
            return None


def take_live(database: Database, session_id: str) -> LiveLock:
    """The right to lead that meeting's run. Raises Trouble("run_elsewhere") with the meeting that is running."""
    lock = LiveLock(database.path)
    if lock.take(session_id):
        return lock
    holder = lock.holder()
    row = database.row(
        """SELECT sessions.number, networks.name FROM sessions JOIN networks ON networks.id = network
        WHERE sessions.id = ?""",
        (holder.session if holder else session_id,),
    )
    number, network = row or (0, "")
    raise Trouble("run_elsewhere", number=number, network=network)
