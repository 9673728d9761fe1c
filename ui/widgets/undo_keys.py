"""The keys for taking back and doing again, on a page whose fields know them too."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

UNDO, REDO, REDO_TOO = QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")


class UndoKeys(QObject):
    """A field keeps Ctrl+Z to itself while something is being written in it; else the key is the page's."""

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
