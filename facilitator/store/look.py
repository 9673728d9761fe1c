"""What a file is, told from its bytes alone: opening it would already leave traces beside it."""

from enum import Enum, auto
from pathlib import Path

from facilitator.model.trouble import Trouble
from facilitator.store import keys, migrations

APPLICATION_ID = 0x466C6974  # written into the head of each plain store (sqlite.org/fileformat.html 1.2)

_HEAD = b"SQLite format 3\x00"
_HEAD_BYTES = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_PAGE = 4096

# Of 4096 random bytes, fewer than 240 of the 256 values are as good as never seen; a text or a picture has far fewer
# in its first page, or is not made of whole pages.
_LEAST_VALUES = 240


class Look(Enum):
    """What lies at a store's path."""

    missing = auto()
    plain = auto()
    keyed = auto()


def look(path: Path) -> Look:
    """What lies there. Raises store_foreign, store_is_folder, store_damaged, store_newer, store_key_missing or
    file_unreadable.
    """
    try:
        with path.open("rb") as file:
            page = file.read(_PAGE)
            size = file.seek(0, 2)
    except (FileNotFoundError, NotADirectoryError):
        return Look.missing
    except IsADirectoryError:
        raise Trouble("store_is_folder") from None
    except PermissionError:
        if path.is_dir():  # how Windows tells a folder
            raise Trouble("store_is_folder") from None
        raise Trouble("file_unreadable", name=path.name) from None
    if page.startswith(_HEAD):
        return _plain(page)
    if not page.strip(b"\x00"):
        raise Trouble("store_damaged")  # emptied, or overwritten with zeros
    if keys.key_path(path).exists():
        if size < _PAGE:
            raise Trouble("store_damaged")
        return Look.keyed
    if size % _PAGE == 0 and len(set(page)) >= _LEAST_VALUES:
        raise Trouble("store_key_missing")
    raise Trouble("store_foreign")


def _plain(page: bytes) -> Look:
    if len(page) < _HEAD_BYTES:
        raise Trouble("store_damaged")
    if int.from_bytes(page[_APPLICATION_ID]) != APPLICATION_ID:
        raise Trouble("store_foreign")
    if int.from_bytes(page[_USER_VERSION]) > migrations.VERSION:
        raise Trouble("store_newer")
    return Look.plain
