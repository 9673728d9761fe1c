"""Holds what was built against what is promised of it: its size, and that it does its work where there is no Python.

`python -m tools.check_installer FOLDER`, the last step of every build. It tries a copy in a folder whose name has
spaces and æøå, with nothing on the path and nothing of this shell's environment.
"""

import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook

from facilitator import __version__

MOST = 200
"""Megabytes of 1,048,576 bytes on the disk, as `du -sm` counts them."""
PATIENCE = 120
"""Seconds until a program that says nothing is given up."""
PASSPHRASE = "åben sesam"
NETWORK = "Skoleledere i Vesterå"
LEFT_AS_IT_IS = {"SYSTEMROOT"}  # nothing starts on Windows without it


class Broken(Exception):
    """The build does not hold what it promises; the sentence says what."""


class Tried:
    """The built program in a place of its own, with a home of its own."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.folder = place / "Mine programmer på æøå" / folder.name
        shutil.copytree(folder, self.folder, symlinks=True)
        self.home = place / "hjem"
        self.home.mkdir()
        self.store = self.home / "netværk.facilitator"

    def __call__(self, *words: str, **environment: str) -> str:
        """What the program says; it must end well."""
        kept = {name: value for name, value in os.environ.items() if name.upper() in LEFT_AS_IT_IS}
        done = subprocess.run(
            [self.folder / "facilitator", "--store", self.store, "--language", "da", *words],
            cwd=self.home,
            env=kept | {"PATH": str(self.home / "ingenting"), "HOME": str(self.home)} | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode != 0:
            raise Broken(f"facilitator {' '.join(words)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout


def megabytes(folder: Path) -> int:
    """What the folder takes on the disk, rounded up; a file that has two names counts once."""
    found = [path.lstat() for path in (folder, *folder.rglob("*"))]
    # Windows knows no blocks, and its files are little larger on the disk than in themselves.
    taken = {(each.st_dev, each.st_ino): getattr(each, "st_blocks", each.st_size / 512) * 512 for each in found}
    return math.ceil(sum(taken.values()) / 2**20)


def check(folder: Path, most: int = MOST) -> Iterator[str]:
    """Each thing that holds, in a few words; raises Broken at the first that does not."""
    size = megabytes(folder)
    if size > most:
        raise Broken(f"{folder} takes {size} MB, which is more than {most}")
    yield f"{size} MB"
    with tempfile.TemporaryDirectory() as place:
        program = Tried(folder, Path(place))
        if __version__ not in program("--version"):
            raise Broken("the program tells another version")
        papers = program.home / "ud æøå"
        program("demo", "--out", str(papers))
        if not (written := sorted(papers.glob("*.pdf"))):
            raise Broken("the demo wrote no papers")
        if broken := [paper.name for paper in written if not paper.read_bytes().startswith(b"%PDF-")]:
            raise Broken(f"the demo wrote what is no PDF: {', '.join(broken)}")
        yield f"the demo wrote {len(written)} papers"
        _lock_a_store(program)
        yield "a locked store took members from a workbook"
        _open_the_window(program, QT_QPA_PLATFORM="offscreen")
        yield "the window opened without a screen"
        if shutil.which("Xvfb"):
            with _screen() as display:
                _open_the_window(program, QT_QPA_PLATFORM="xcb", DISPLAY=display)
            yield "and on one"


def _lock_a_store(program: Tried) -> None:
    key = {"FACILITATOR_PASSPHRASE": PASSPHRASE}
    program("network", "new", NETWORK, **key)
    book = Workbook()
    book.active.append(["Navn", "E-mail"])
    book.active.append(["Mette Sørensen", "mette@vesteraa.dk"])
    book.save(program.home / "ledere.xlsx")
    program("members", "import", NETWORK, "ledere.xlsx", **key)
    if "Mette Sørensen" not in program("network", "show", NETWORK, **key):
        raise Broken("the members of a workbook were not taken in")
    if program.store.read_bytes().startswith(b"SQLite format 3"):
        raise Broken("a store with a passphrase was not encrypted")


def _open_the_window(program: Tried, **screen: str) -> None:
    painted = program(FACILITATOR_QUIT_WHEN_PAINTED="1", FACILITATOR_PASSPHRASE=PASSPHRASE, **screen)
    if NETWORK not in painted:
        raise Broken("the window did not show its network")


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen that nobody sees."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as screen, os.fdopen(reader) as told:
        os.close(writer)
        try:
            yield f":{told.readline().strip()}"
        finally:
            screen.terminate()


def main() -> None:
    """Check the folder and say in one line what held."""
    folder = Path(sys.argv[1])
    try:
        print(f"{folder}: {', '.join(check(folder))}.")
    except (Broken, subprocess.TimeoutExpired) as error:
        sys.exit(f"{folder} can't be handed out: {error}.")


if __name__ == "__main__":
    main()
