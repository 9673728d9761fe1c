"""A meeting on real screens: an X server of its own, a window manager, screens that come and go, keys from outside.

Run by test_real_screens.py inside such a server; prints what it saw as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout

from tests.ui.live.builders import NAME, Room, wait_until
from ui.live.page import LivePage
from ui.live.wall import WallState, WallWindow
from ui.main_window import MainWindow
from ui.none import keep_none
from ui.page import Surroundings, ToLive, ToMinutes
from ui.theme.theme import apply, light

LAPTOP = QRect(0, 0, 1100, 800)
PATIENCE = 20_000


def screen(name: str, box: QRect, *, first: bool = False) -> None:
    """Plugs a screen in."""
    x, y, wide, high = box.getRect()
    place = f"{wide}/{wide // 4}x{high}/{high // 4}+{x}+{y}"
    subprocess.run(["xrandr", "--setmonitor", name, place, "screen" if first else "none"], check=True)


def pull(name: str) -> None:
    """Pulls it out."""
    subprocess.run(["xrandr", "--delmonitor", name], check=True)


def keys(*pressed: str) -> None:
    """Pressed on the keyboard, whoever has it."""
    subprocess.run(["xdotool", "key", *pressed], check=True)


class Watch(QObject):
    """Notes where a window was ever painted, and whether it ever had the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.places: set[tuple[int, int, int, int]] = set()
        self.activated = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() in {QEvent.Type.WindowActivate, QEvent.Type.FocusIn}:
            self.activated = True
        if event.type() == QEvent.Type.Paint:
            self.places.add(watched.geometry().getRect())
        return False


def seen() -> list[str]:
    """The texts of all windows of the app that can be seen, but those that are painted."""
    return [
        label.text() for window in QApplication.topLevelWidgets() if window.isVisible()
        for label in window.findChildren(QLabel) if label.isVisible() and label.text()
    ]  # fmt: skip


def meeting(app: QApplication) -> dict[str, Any]:
    """Leads a meeting while screens come and go; what was seen."""
    keep_none()
    theme = light()
    apply(app, theme)
    screen("LAPTOP", LAPTOP, first=True)
    wait_until(lambda: [each.name() for each in app.screens()] == ["LAPTOP"], PATIENCE)
    room = Room(Path(tempfile.mkdtemp()) / "room", theme)
    window = MainWindow(Surroundings(room.workspace, room.language, theme))
    window.resize(1024, 740)
    window.show()
    wait_until(window.isActiveWindow, PATIENCE)
    window.go(ToLive(room.session.id))
    page = window.page
    assert isinstance(page, LivePage)
    wait_until(lambda: page.live is not None, PATIENCE)
    saw: dict[str, Any] = {"alone": page.projector.state}
    watch = Watch()
    page.wall.installEventFilter(watch)
    editor = page.capture.editor

    def filled(box: QRect) -> bool:
        return page.wall.isVisible() and page.wall.isFullScreen() and page.wall.geometry() == box

    room_screen, other = QRect(1100, 0, 900, 600), QRect(1100, 0, 700, 500)
    screen("PROJECTOR", room_screen)
    wait_until(lambda: filled(room_screen), PATIENCE)
    keys("F12")
    wait_until(lambda: page.live is not None and page.live.state.live, PATIENCE)
    keys("F10", "h", "a", "l", "v")
    wait_until(lambda: editor.toPlainText() == "halv", PATIENCE)
    pull("PROJECTOR")
    wait_until(lambda: page.projector.state is WallState.GONE, PATIENCE)
    saw["gone"] = {"wall": page.wall.isVisible(), "active": window.isActiveWindow(), "told": window.foot.words}
    screen("PROJECTOR", room_screen)
    wait_until(lambda: filled(room_screen), PATIENCE)
    keys("t")
    wait_until(lambda: editor.toPlainText() == "halvt", PATIENCE)
    pull("PROJECTOR")
    wait_until(lambda: page.projector.state is WallState.GONE, PATIENCE)
    screen("ANOTHER", other)
    wait_until(lambda: filled(other), PATIENCE)
    saw["over the cockpit"] = [place for place in watch.places if QRect(*place).intersects(LAPTOP)]
    saw["hidden"] = hidden(window, page)
    pull("ANOTHER")
    screen("MIRROR", QRect(0, 0, 1024, 768))
    wait_until(lambda: page.projector.state is WallState.MIRRORED, PATIENCE)
    pull("MIRROR")
    keys("ctrl+y")
    wait_until(lambda: page.projector.state is WallState.SMALL and page.wall.isVisible(), PATIENCE)
    keys("e")
    wait_until(lambda: editor.toPlainText() == "halvte", PATIENCE)
    saw["window"] = {"full": page.wall.isFullScreen(), "frame": page.wall.frameGeometry() != page.wall.geometry()}
    screen("PROJECTOR", room_screen)
    wait_until(lambda: filled(room_screen), PATIENCE)
    saw["end"] = ended(window, page.wall)
    saw["wall had the keyboard"] = watch.activated
    window.shut()
    room.workspace.close()
    return saw


def hidden(window: MainWindow, page: LivePage) -> dict[str, Any]:
    """The hide key over a menu of the system's kind and over a dialog, and what came in the meantime."""
    saw: dict[str, Any] = {}
    keys("Menu")
    wait_until(lambda: QApplication.activePopupWidget() is not None, PATIENCE)
    keys("F9")
    wait_until(lambda: page.hidden, PATIENCE)
    saw["over a menu"] = [seen(), QApplication.activePopupWidget() is None, window.windowTitle(), NAME]
    keys("F9")
    wait_until(lambda: not page.hidden and page.capture.editor.hasFocus(), PATIENCE)
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    column.addWidget(QLabel("Dorthe"))
    dialog.show()
    wait_until(dialog.isActiveWindow, PATIENCE)
    keys("F9")
    wait_until(lambda: page.hidden, PATIENCE)
    window.foot.say("Dorthe")
    saw["over a dialog"] = [seen(), dialog.isVisible()]
    wait_until(window.isActiveWindow, PATIENCE)
    keys("F9")
    wait_until(lambda: not page.hidden, PATIENCE)
    saw["back"] = [dialog.isVisible(), window.foot.isVisible(), page.capture.editor.toPlainText()]
    dialog.close()
    window.activateWindow()
    wait_until(window.isActiveWindow, PATIENCE)
    page.capture.editor.setFocus()
    return saw


def ended(window: MainWindow, wall: WallWindow) -> dict[str, Any]:
    """The meeting is over, and the facilitator goes on to its minutes; then the projector goes."""
    keys("ctrl+F12", "Return")
    wait_until(lambda: isinstance(window.here, ToMinutes), PATIENCE)
    box = QRect(1100, 0, 900, 600)
    wait_until(lambda: wall.isVisible() and wall.isFullScreen() and wall.geometry() == box, PATIENCE)
    saw = {"wall": wall.view.accessibleName(), "active": window.isActiveWindow()}
    pull("PROJECTOR")
    wait_until(lambda: not wall.isVisible(), PATIENCE)
    return saw


if __name__ == "__main__":
    sys.stdout.write("\n" + json.dumps(meeting(QApplication(sys.argv))))
