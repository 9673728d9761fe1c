"""The way back through the changes of one meeting's agenda. It outlives the planner: one can come back to it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from facilitator.model.agenda import Step


class AgendaHistory(QObject):
    """A stack of changes, and the agenda that they have led to."""

    became = Signal(object, str)
    """The agenda is these steps now, and one of them (its id) is what it is about."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._steps: tuple[Step, ...] | None = None

    def lead_to(self, steps: tuple[Step, ...], at: str) -> None:
        """A change was made, taken back or done again."""
        self._steps = steps
        self.became.emit(steps, at)

    def begin_at(self, steps: tuple[Step, ...]) -> None:
        """The agenda as it lies in the store: what led elsewhere can't be taken back over it."""
        if steps != self._steps:
            self.stack.clear()
            self._steps = steps
