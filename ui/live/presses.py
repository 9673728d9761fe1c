"""Presses in the order they came: each is decided when the one before is on disk, so that none acts on an old view."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.live_run import Answer, LiveRun, commands
from ui.workspace import Workspace

Press = Callable[[], commands.AnyCommand | None]
Told = Callable[[], None]


class Presses(QObject):
    """A press is asked for its command only when it is its turn."""

    def __init__(self, live: LiveRun, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._waiting: deque[tuple[Press, Told | None, Told | None]] = deque()
        self._out: tuple[Told | None, Told | None] | None = None
        live.refused.connect(self._failed)
        workspace.went_wrong.connect(self._failed)

    @property
    def idle(self) -> bool:
        """Whether everything pressed is on disk."""
        return self._out is None and not self._waiting

    def press(self, press: Press, done: Told | None = None, failed: Told | None = None) -> None:
        """Carry out what `press` then says; None means that there is nothing to do after all."""
        self._waiting.append((press, done, failed))
        self._go_on()

    def do(self, command: commands.AnyCommand, done: Told | None = None, failed: Told | None = None) -> None:
        """Carry out this, in its turn."""
        self.press(lambda: command, done, failed)

    def _go_on(self) -> None:
        while self._out is None and self._waiting:
            press, done, failed = self._waiting.popleft()
            command = press()
            if command is not None:
                self._out = (done, failed)
                self._live.do(command, self._done)

    def _done(self, answer: Answer) -> None:
        done, _ = self._out or (None, None)
        self._out = None
        if done is not None:
            done()
        # The live run tells the windows first; what was pressed meanwhile is then decided by what they show.
        self._go_on()

    def _failed(self, _: object) -> None:
        if self._out is None:
            return
        _, failed = self._out
        self._out = None
        if failed is not None:
            failed()
        self._go_on()
