"""Taking back and doing again: one change of an agenda, and the keys for it in the fields."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator.model.agenda import Step

UNDO, REDO, REDO_TOO = QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")


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


class UndoKeys(QObject):
    """A field keeps Ctrl+Z to itself while something is being written in it; else the key is the agenda's."""

    def watch(self, inside: QWidget) -> None:
        """Looks after the fields within a widget."""
        for field in inside.findChildren(QWidget):
            if isinstance(field, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if pressed not in (UNDO, REDO, REDO_TOO) or _being_written(watched):
            return False
        event.ignore()
        return True


def _being_written(field: QObject) -> bool:
    """Whether the field holds what has not been kept yet."""
    if isinstance(field, QAbstractSpinBox):
        return bool(field.lineEdit().isModified())
    if isinstance(field, QPlainTextEdit):
        return bool(field.document().isModified())
    return isinstance(field, QLineEdit) and bool(field.isModified())
