"""Presses in the order they came: each is decided when the one before is on disk, so that none acts on an old view."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from facilitator.model.trouble import Trouble
from ui.live_run import Answer, LiveRun, commands

Press = Callable[[], commands.AnyCommand | None]
Told = Callable[[], None]

PASSING = frozenset({"disk_full", "disk_failed", "store_gone", "store_locked", "store_read_only", "file_unreadable"})
"""Troubles of the disk: what was pressed is right, and can be tried again when the disk is."""


@dataclass(frozen=True)
class _Wish:
    """A press, who is told what came of it, and how it is tried again where that is not by pressing the same."""

    press: Press
    done: Told | None = None
    failed: Told | None = None
    again: Told | None = None


class Presses(QObject):
    """A press is asked for its command only when it is its turn."""

    def __init__(self, live: LiveRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._waiting: deque[_Wish] = deque()
        self._out: _Wish | None = None
        self._stuck: _Wish | None = None

    @property
    def idle(self) -> bool:
        """Whether everything pressed is on disk."""
        return self._out is None and not self._waiting

    @property
    def stuck(self) -> bool:
        """Whether the disk refused what was pressed last, so that it can be tried again."""
        return self._stuck is not None

    def press(
        self, press: Press, done: Told | None = None, failed: Told | None = None, again: Told | None = None
    ) -> None:
        """Carry out what `press` then says; None means that there is nothing to do after all."""
        self._wish(_Wish(press, done, failed, again))

    def do(
        self,
        command: commands.AnyCommand,
        done: Told | None = None,
        failed: Told | None = None,
        again: Told | None = None,
    ) -> None:
        """Carry out this, in its turn."""
        self.press(lambda: command, done, failed, again)

    def try_again(self) -> None:
        """What the disk refused last, once more."""
        wish, self._stuck = self._stuck, None
        if wish is None:
            return
        if wish.again is not None:
            wish.again()
        else:
            self._wish(wish)

    def _wish(self, wish: _Wish) -> None:
        self._waiting.append(wish)
        self._go_on()

    def _go_on(self) -> None:
        while self._out is None and self._waiting:
            wish = self._waiting.popleft()
            command = wish.press()
            if command is not None:
                self._out = wish
                self._live.do(command, self._done, self._failed)

    def _done(self, answer: Answer) -> None:
        wish, self._out, self._stuck = self._out, None, None
        if wish is not None and wish.done is not None:
            wish.done()
        # The live run tells the windows first; what was pressed meanwhile is then decided by what they show.
        self._go_on()

    def _failed(self, error: Exception) -> None:
        wish, self._out = self._out, None
        if wish is None:
            return
        self._stuck = wish if isinstance(error, Trouble) and error.name in PASSING else None
        if wish.failed is not None:
            wish.failed()
        self._go_on()
