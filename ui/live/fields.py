"""Fields to write in while a meeting runs: they leave the live keys to the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from facilitator.model.naming import last_begun
from ui.live import keys
from ui.live.handed import pictures_in


class KeyGuard(QObject):
    """Keeps a field from taking a live key for an editing key of its own, as Ctrl+Z or PageDown."""

    hide_pressed = Signal()
    """The hide key was pressed where no shortcut reaches: in an open list of choices."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = {QKeySequence(twin).toString() for twin in keys.twins()} | {"Ctrl+Enter"}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if QKeySequence(event.key() | pressed.value).toString() in self._live:
                event.ignore()
                return True
        if isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.PopupFocusReason:
            # A menu that Qt makes itself, as the one with Copy and Paste: it gets the keys now.
            popup: QWidget | None = QApplication.activePopupWidget()
            if event.lostFocus() and popup is not None:
                popup.installEventFilter(self)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F9:
            self.hide_pressed.emit()
            return True
        return False


class LiveEdit(QPlainTextEdit):
    """Several lines of text. Ctrl+Z is the meeting's, so what was typed is taken back with Alt+Backspace."""

    given_up = Signal()
    """Escape was pressed."""
    pictures = Signal(object)
    """Pictures were pasted or dropped: a reader each."""

    def __init__(self, guard: KeyGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("capture", "true")
        self.setTabChangesFocus(True)
        self.installEventFilter(guard)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Backspace and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.undo()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """In a selection too a press begins a new one: while text is dragged, no key is heard, the hide key neither."""
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 (Qt's name)
        return bool(pictures_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (Qt's name)
        pictures = pictures_in(source)
        if pictures:
            self.pictures.emit(pictures)
        else:
            super().insertFromMimeData(source)


class NamesField(QLineEdit):
    """One or several names, with commas or "og" between; the first letters of each are enough."""

    def __init__(self, guard: KeyGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.installEventFilter(guard)
        self._names = QStringListModel(self)
        completer = _LastName(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        if (popup := completer.popup()) is not None:
            popup.installEventFilter(guard)

    def offer(self, names: Sequence[str]) -> None:
        """The names that are completed to."""
        self._names.setStringList(list(names))


class _LastName(QCompleter):
    """Completes the name that is being written."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 (Qt's name)
        return [path[last_begun(path) :]]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 (Qt's name)
        name = super().pathFromIndex(index)
        field = self.widget()
        written = field.text() if isinstance(field, QLineEdit) else ""
        return written[: last_begun(written)] + name
