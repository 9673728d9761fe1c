"""What programs that were killed have left beside a store: put back where it was moved from, or cleared away.

Such files begin with a dot and end with what they were for, so that none is ever taken for a store.
"""

import re
from pathlib import Path

from facilitator.model.trouble import Trouble
from facilitator.store import keys
from facilitator.store.database import logs_of, remove_store
from facilitator.store.look import look

_LEFT = re.compile(r"\.(?P<name>.+)\.\d+\.(?P<kind>new|part|old)(-wal|-shm|-journal|\.key)?")
_KEY_LEFT = re.compile(r"\.(?P<name>.+)\.key\.[0-9a-f]{8}")
_SURELY_LEFT = 24 * 60 * 60  # seconds; whoever made it a day ago is not at it any more


def clear(folder: Path, store: Path, now: float) -> None:
    """See to what was left in `folder` for that store or a copy of it more than a day before `now` (Unix seconds)."""
    for left in sorted(folder.iterdir()):
        found = _LEFT.fullmatch(left.name) or _KEY_LEFT.fullmatch(left.name)
        if found is None or not _named_after(found["name"], store) or not left.exists():
            continue
        if now - left.stat().st_mtime < _SURELY_LEFT:
            continue
        to = folder / found["name"]
        if left.suffix == ".old":
            put_back(left, to)
        elif found.groupdict().get("kind") == "old" and _lacks_key(to):  # moving it aside had only begun
            move_store(folder / left.name[: found.end("kind")], to)
        else:
            left.unlink(missing_ok=True)


def put_back(old: Path, to: Path) -> None:
    """What was moved aside for a new one comes back where the new one never came; else it goes."""
    if to.exists():
        remove_store(old)
        keys.key_path(old).unlink(missing_ok=True)
    else:
        if not _lacks_key(old):  # else the key there is its own, and coming back had begun already
            keys.key_path(to).unlink(missing_ok=True)  # the new one's, which alone opens nothing
        move_store(old, to)


def _lacks_key(store: Path) -> bool:
    """Whether that is a locked store without its key beside it."""
    try:
        look(store)
    except Trouble as trouble:
        return trouble.name == "store_key_missing"
    return False


def move_store(path: Path, to: Path) -> None:
    """Move a store with its logs and its key, as far as they are there."""
    moves = [(keys.key_path(path), keys.key_path(to)), *zip(logs_of(path), logs_of(to), strict=True), (path, to)]
    for move, there in moves:
        if move.exists():
            move.replace(there)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)  # made anew from the log


def _named_after(name: str, store: Path) -> bool:
    return name.startswith(store.stem) and name.endswith(store.suffix)
