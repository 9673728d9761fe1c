"""Taking back and doing again: one change of an agenda."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from facilitator.model.agenda import Step


class AgendaEdit(QUndoCommand):
    """One change of the agenda, to be taken back and done again."""

    def __init__(
        self, show: Callable[[tuple[Step, ...], str], None], before: tuple[Step, ...], after: tuple[Step, ...], at: str
    ) -> None:
        super().__init__()
        self._show = show
        self._before, self._after, self._at = before, after, at

    def redo(self) -> None:
        self._show(self._after, self._at)

    def undo(self) -> None:
        self._show(self._before, self._at)
