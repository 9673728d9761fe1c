"""What nobody has taken: the user's trouble becomes a sentence, our own bug a line in the log and a calm word."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from facilitator.model.trouble import Trouble


class ErrorKeeper(QObject):
    """Takes every error that reaches the event loop. The app goes on."""

    said = Signal(object)
    """A Trouble to be worded: the user's, or `our_bug`."""

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs

    def take_over(self) -> None:
        """From now on errors that nobody catches come here."""
        sys.excepthook = self._uncaught

    def keep(self, error: object) -> None:
        """An error that was handed on, as by the writer's thread."""
        if isinstance(error, Trouble):
            self.said.emit(error)
        elif isinstance(error, BaseException):
            self._uncaught(type(error), error, error.__traceback__)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Trouble):
            self.said.emit(error)
            return
        from facilitator.desk.faults import keep  # the log is opened by the first fault, and most days have none

        keep(self._logs, kind, trace)
        self.said.emit(Trouble("our_bug"))
