"""Taking back and doing again in the planner: changes of the agenda, and of the meeting that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from facilitator.model.agenda import Step

if TYPE_CHECKING:
    from ui.workspace import AgendaHistory
    from ui.workspace.history import Entry, History


class AgendaEdit(QUndoCommand):
    """One change of the agenda, shown at once and kept behind it."""

    def __init__(self, history: AgendaHistory, before: tuple[Step, ...], after: tuple[Step, ...], at: str) -> None:
        super().__init__()
        self._history = history
        self._before, self._after, self._at = before, after, at

    def redo(self) -> None:
        self._history.lead_to(self._after, self._at)

    def undo(self) -> None:
        self._history.lead_to(self._before, self._at)


class MeetingEdit(QUndoCommand):
    """What was done to the meeting itself meanwhile: its place, say, or who is expected. It is done already."""

    def __init__(self, history: History, entry: Entry) -> None:
        super().__init__()
        self._history = history
        self._entry = entry

    def redo(self) -> None:
        self._history.do_again(self._entry)

    def undo(self) -> None:
        self._history.take_back(self._entry)
