"""What nobody has taken: the user's trouble becomes a sentence, our own bug a line in the log and a calm word."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.model.trouble import Trouble

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from threading import ExceptHookArgs

QUIET = 60.0  # seconds in which the same bug is neither logged nor told again: a painter meets its bug at every repaint


class ErrorKeeper(QObject):
    """Takes every error that reaches the event loop, or the end of a thread. The app goes on."""

    said = Signal(object)
    """A Trouble to be worded: the user's, or `our_bug`."""

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._kept: dict[str, float] = {}
        self._unwatch: Callable[[], None] | None = None

    def take_over(self) -> None:
        """From now on errors that nobody catches come here."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._of_a_thread
        sys.unraisablehook = self._on_the_way_out

    def watch_for_crash(self) -> None:
        """Take into the log what earlier crashes left, and see that the next one leaves a trace too."""
        from facilitator.desk import faults

        faults.take_in_crashes(self._logs)
        self._unwatch = faults.watch_for_crash(self._logs)

    def leave(self) -> None:
        """The app is closed as it should be."""
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None

    def keep(self, error: object) -> None:
        """An error that was handed on, as by the writer's thread."""
        if isinstance(error, Trouble):
            self.said.emit(error)
        elif isinstance(error, BaseException) and self._log(error):
            self.said.emit(Trouble("our_bug"))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.keep(error)

    def _of_a_thread(self, ended: "ExceptHookArgs") -> None:
        if ended.exc_value is not None:
            self.keep(ended.exc_value)

    def _on_the_way_out(self, ended: "UnraisableHookArgs") -> None:
        """Something could not tidy up after itself: worth knowing, nothing the user could see."""
        if ended.exc_value is not None:
            self._log(ended.exc_value)

    def _log(self, error: BaseException) -> bool:
        """Keep it in the log; whether it is another one than just now."""
        from facilitator.desk import faults  # the log is opened by the first fault, and most days have none

        told, now = faults.told(error), time.monotonic()
        if now - self._kept.get(told, -QUIET) < QUIET:
            return False
        self._kept[told] = now
        faults.keep(self._logs, error)
        return True
