"""Where a file lies for another program to open: one at a time, and for no longer than needed.

A mail program or a reader of papers reads the file when it opens it. What lies here is a copy that nobody asked to
keep, so it goes when the next one is laid here, and when the app is started.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from facilitator.desk.papers import Post, write_whole
from facilitator.places import Places


def lay(places: Places, post: Post) -> Path:
    """The draft as a file, the only one there. Raises file_not_writable or disk_full."""
    return lay_paper(places, post.name, post.content)


def lay_paper(places: Places, name: str, content: bytes) -> Path:
    """Such a file, the only one there. Raises file_not_writable or disk_full."""
    clear(places)
    folder = outbox(places)
    with suppress(OSError):  # where no folder can be made, writing the file says why
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return write_whole(folder / name, content)


def clear(places: Places) -> None:
    """Let go of what lies there; what another program holds open stays until the next time."""
    shutil.rmtree(outbox(places), ignore_errors=True)


def outbox(places: Places) -> Path:
    """Where that is."""
    return places.data / "outbox"
