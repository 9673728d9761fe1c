"""What was done since the app was opened, newest last, and the way back and forth through it.

An act belongs to what it is about (a network, a meeting): a page takes back the latest of its own. It is noted the
moment it is asked for, so that whoever presses Ctrl+Z at once means that very act; the writer has carried it out by
the time it gets to taking it back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from facilitator.store.database import Database
from ui.jobs import Writer

if TYPE_CHECKING:
    from facilitator.store.acts import Act

MOST = 500  # acts that are remembered


class Entry:
    """One act: what it is about (ids), what it changed once that is known, and who is told when it changes again."""

    __slots__ = ("about", "act", "tell")

    def __init__(self, about: frozenset[str], tell: Callable[[], None]) -> None:
        self.about = about
        self.tell = tell
        self.act: Act | None = None


class History(QObject):
    """Kept for as long as the app is open; what is on disk holds without it."""

    changed = Signal()
    """Another act is the latest now."""
    acted = Signal(object)
    """That Entry is on disk for the first time."""
    taken_back = Signal(object)
    """That Act is taken back."""
    done_again = Signal(object)
    """That Act is done again."""
    failed = Signal(object)
    """Why one could not be."""

    def __init__(self, writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer
        self._done: list[Entry] = []
        self._undone: list[Entry] = []

    def begin(self, about: tuple[str, ...], tell: Callable[[], None]) -> Entry:
        """Something is being done; what was taken back before it can't be done again."""
        entry = Entry(frozenset(about), tell)
        self._done = [*self._done[1 - MOST :], entry]
        self._undone.clear()
        return entry

    def settle(self, entry: Entry) -> None:
        """It is on disk. What changed nothing is no act."""
        if entry.act is None or not entry.act.touched:
            self.drop(entry)
            return
        self.changed.emit()
        self.acted.emit(entry)

    def drop(self, entry: Entry) -> None:
        """It came to nothing."""
        for kept in (self._done, self._undone):
            if entry in kept:
                kept.remove(entry)

    def forget(self, about: str) -> None:
        """What was done about that can't be taken back any more."""
        self._done = [entry for entry in self._done if about not in entry.about]
        self._undone = [entry for entry in self._undone if about not in entry.about]
        self.changed.emit()

    def latest(self, about: str = "") -> Act | None:
        """The act that would be taken back, as far as it is on disk."""
        entry = _last(self._done, about)
        return entry.act if entry else None

    def undo(self, about: str = "") -> None:
        """Take the latest back."""
        entry = _last(self._done, about)
        if entry is not None:
            self.take_back(entry)

    def redo(self, about: str = "") -> None:
        """Do again what was taken back last."""
        entry = _last(self._undone, about)
        if entry is not None:
            self.do_again(entry)

    def take_back(self, entry: Entry) -> None:
        """Take that one back, unless it is already."""
        self._go(entry, self._done, self._undone, again=False)

    def do_again(self, entry: Entry) -> None:
        """Do that one again, unless it is done."""
        self._go(entry, self._undone, self._done, again=True)

    def _go(self, entry: Entry, source: list[Entry], to: list[Entry], *, again: bool) -> None:
        if entry not in source:
            return
        source.remove(entry)
        to.append(entry)
        self.changed.emit()

        def work(database: Database) -> None:
            from facilitator.store import acts

            if entry.act is not None:
                (acts.do_again if again else acts.take_back)(database, entry.act)

        def came(_: Any) -> None:
            entry.tell()
            if entry.act is not None:
                (self.done_again if again else self.taken_back).emit(entry.act)

        def refused(error: Exception) -> None:
            self.drop(entry)
            self.changed.emit()
            self.failed.emit(error)

        self._writer.submit(work, came, refused)


def _last(entries: list[Entry], about: str) -> Entry | None:
    return next((entry for entry in reversed(entries) if not about or about in entry.about), None)
