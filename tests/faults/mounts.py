"""File systems of a test's own, small or read-only: mounted in a namespace that nobody but its processes sees."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = 4096
_ROOM_FOR_ITSELF = ("unshare", "--user", "--map-root-user", "--mount")


def can_mount() -> bool:
    """Whether this system lets a process mount what it likes in a namespace of its own."""
    if sys.platform != "linux":
        return False
    try:
        tried = subprocess.run(
            [*_ROOM_FOR_ITSELF, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
        )
    except FileNotFoundError:
        return False
    return tried.returncode == 0


def among_own_mounts(*command: str) -> list[str]:
    """The command, in such a namespace."""
    return [*_ROOM_FOR_ITSELF, "--", *command]


class Disk:
    """A mounted file system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "noget stort"

    def fill(self, but: int = 0) -> None:
        """Leave not one page of room, `but` so many bytes."""
        with self._filler.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(PAGE))
            except OSError:
                file.truncate(file.tell() - but)

    def make_room(self) -> None:
        """Take away what fills it."""
        self._filler.unlink()

    def only_readable(self) -> None:
        """As a medium that can't be written."""
        _run("mount", "-o", "remount,ro", str(self.folder))

    def pull_out(self) -> None:
        """The folder is empty from now on, whoever has a file of it open."""
        _run("umount", "--lazy", str(self.folder))


@contextmanager
def mounted(folder: Path, kilobytes: int) -> Iterator[Disk]:
    """A disk of that size at `folder`; only where `among_own_mounts` has led to."""
    folder.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder))
    yield Disk(folder)
    if folder.is_mount():
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
