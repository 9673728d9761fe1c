"""The one place that turns a driver's or the system's error into what the user can do something about."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.model.trouble import Trouble

# SQLite's primary result codes (sqlite.org/rescode.html); the extended ones carry more in the higher bytes.
_PRIMARY = 0xFF
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 3, 5, 6, 8, 10, 11, 13, 14, 26

_BY_CODE = {
    _PERM: "store_read_only",
    _BUSY: "store_locked",
    _LOCKED: "store_locked",
    _READONLY: "store_read_only",
    _IOERR: "disk_failed",
    _CORRUPT: "store_damaged",
    _FULL: "disk_full",
    _NOTADB: "store_damaged",
}
# sqlcipher_export copies by statements of its own and hands on only their words, under the code for "some error".
_SOME_ERROR = 1
_BY_WORDS = {
    "database is locked": _BUSY,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
}
_SHARED_MEMORY = 32 * 1024  # bytes
_BY_ERRNO = {
    errno.EACCES: "store_read_only",
    errno.EPERM: "store_read_only",
    errno.EROFS: "store_read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EIO: "disk_failed",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Inside it, what goes wrong with the file at `path` comes out as Trouble; our own mistakes stay what they are."""
    try:
        yield
    except UnicodeEncodeError as error:  # half a character, as broken input and file names can hold
        raise Trouble("text_unreadable") from error
    except (driver.Error, OSError) as error:
        trouble = trouble_of(error, path)
        if trouble is None:
            raise
        raise trouble from error


@contextmanager
def refuses_orphans(trouble: str = "changed_meanwhile") -> Iterator[None]:
    """Inside it, a row that would lose what it stands on, or that something still stands on, is the user's trouble."""
    try:
        yield
    except driver.IntegrityError as error:
        raise Trouble(trouble) from error


def trouble_of(error: Exception, path: Path) -> Trouble | None:
    """What the error means to the user; None where it is a mistake of ours (a constraint, a wrong statement)."""
    if isinstance(error, OSError):
        name = _BY_ERRNO.get(error.errno or 0)
        return Trouble(name) if name else Trouble("file_unreadable", name=path.name)
    code = (getattr(error, "sqlite_errorcode", None) or _SOME_ERROR) & _PRIMARY
    if code == _SOME_ERROR:
        code = _BY_WORDS.get(str(error), code)
    if code == _CANTOPEN:
        return _cannot_open(path)
    if code == _IOERR and not _has_room(path):
        return Trouble("disk_full")
    name = _BY_CODE.get(code)
    return Trouble(name) if name else None


def is_no_database(error: driver.Error) -> bool:
    """Whether SQLite finds no database there: with a key, it is not the one that the file was locked with."""
    return ((getattr(error, "sqlite_errorcode", None) or 0) & _PRIMARY) == _NOTADB


def _cannot_open(path: Path) -> Trouble:
    # SQLite says the same of a missing file and of a folder in which it may not put its log.
    if path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        return Trouble("store_read_only")
    return Trouble("file_unreadable", name=path.name)


def _has_room(path: Path) -> bool:
    # SQLite calls it an I/O error where there is no room for the memory that connections share.
    try:
        return shutil.disk_usage(path.parent).free >= _SHARED_MEMORY
    except OSError:
        return True
