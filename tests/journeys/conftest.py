"""The whole app on a store of its own, driven by nothing but keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.places import find_places
from ui.application import Application
from ui.main_window import MainWindow

LOOKS = 500  # at a dialog, 20 ms apart
PATIENCE = 10_000  # milliseconds; what is waited for comes in a few


class User:
    """Somebody at the keyboard: finds what has a name on the screen, clicks and types."""

    def __init__(self, app: Application, qtbot: QtBot) -> None:
        self.app = app
        self.qtbot = qtbot

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert self.app.window is not None
        return self.app.window

    def see(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The widget of that name that is on the screen; waits for it."""
        self.qtbot.waitUntil(lambda: self._found(name, kind) is not None, timeout=PATIENCE)
        found = self._found(name, kind)
        assert found is not None
        return found

    def click(self, name: str) -> None:
        """Press the mouse in the middle of it."""
        widget = self.see(name)
        self.qtbot.waitUntil(widget.isEnabled, timeout=PATIENCE)
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        """Type a text into a field, in place of what is there."""
        widget = self.see(name)
        widget.setFocus()
        if isinstance(widget, QLineEdit):
            widget.selectAll()
        self.qtbot.keyClicks(widget, text)

    def press(self, key: Qt.Key, *, ctrl: bool = False, alt: bool = False, on: QWidget | None = None) -> None:
        """Press a key where the keyboard is."""
        modifier = Qt.KeyboardModifier.NoModifier
        if ctrl:
            modifier |= Qt.KeyboardModifier.ControlModifier
        if alt:
            modifier |= Qt.KeyboardModifier.AltModifier
        # Without a window manager no window is ever the active one, so the keyboard's place is asked of the top one.
        top = QApplication.activeModalWidget() or self.window
        if not top.isActiveWindow():
            top.activateWindow()
            self.qtbot.waitUntil(top.isActiveWindow, timeout=PATIENCE)
        target = on or top.focusWidget() or top
        self.qtbot.keyClick(target, key, modifier)

    def name_file(self, path: Path, opening: Callable[[], None]) -> None:
        """Do what opens a dialog for a file, and type the file's name there."""
        problems: list[str] = []
        looks = iter(range(LOOKS))

        def answer() -> None:
            dialog = next((each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog)), None)
            if dialog is None or not dialog.isVisible():
                if next(looks, None) is not None:
                    QTimer.singleShot(20, answer)
                return
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            if field is None or next(looks, None) is None:
                problems.append("the dialog takes no name")
                dialog.reject()
                return
            # The list of suggestions comes when a thread of Qt's has read the folder, and would take Return for itself.
            field.setCompleter(None)
            field.setText("")
            self.qtbot.keyClicks(field, str(path))
            QTimer.singleShot(20, answer)  # whoever isn't answered asks again
            self.qtbot.keyClick(field, Qt.Key.Key_Return)

        QTimer.singleShot(20, answer)
        opening()
        looks = iter(())
        assert problems == []

    def wait_for(self, true: Callable[[], bool]) -> None:
        """Until something is so."""
        self.qtbot.waitUntil(true, timeout=PATIENCE)

    def _found(self, name: str, kind: type[QWidget]) -> QWidget | None:
        for top in (*reversed(QApplication.topLevelWidgets()),):
            if not top.isVisible():
                continue
            for each in (top, *top.findChildren(kind, name)):
                if each.objectName() == name and each.isVisible() and isinstance(each, kind):
                    return each
        return None


@pytest.fixture
def user(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    """The app just opened for the first time, in Danish, on a fresh computer."""
    monkeypatch.chdir(tmp_path)
    app = Application(qapp, find_places(tmp_path / "mine netværk.facilitator"), "da")
    assert app.open()
    app.show()
    assert app.window is not None
    qtbot.waitExposed(app.window)
    yield User(app, qtbot)
    app.close()
    for top in qapp.topLevelWidgets():
        top.hide()


def centre(widget: QWidget) -> QPoint:
    """Where a click in the middle goes."""
    return widget.rect().center()


def screens() -> int:
    """How many screens there are."""
    return len(QGuiApplication.screens())


def names(of: QObject) -> list[str]:
    """The names of everything in it, for looking about while a test is written."""
    return sorted({child.objectName() for child in of.findChildren(QWidget) if child.objectName()})
