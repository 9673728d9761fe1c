"""The whole app with somebody typing in it, until it is killed: run by benchmarks.soak.typed.

Says on standard output, a line each: what stood half written when it came, every key with its moment, and every text
that the window shows as added.
"""

import os
import sys
import time
from pathlib import Path
from random import Random
from string import ascii_lowercase

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.places import find_places
from ui.application import Application
from ui.live.page import LivePage
from ui.main_window import MainWindow
from ui.page import ToLive
from ui.widgets.buttons import Button

FASTEST, SLOWEST = 15, 90  # milliseconds between two keys
ADDS = 0.05  # of the keys, once something stands there
PATIENCE = 10  # milliseconds between two looks


class Typist(QObject):
    """Comes to the meeting, goes on where it was, and types."""

    def __init__(self, window: MainWindow, session: str, chance: Random) -> None:
        super().__init__()
        self._window = window
        self._chance = chance
        self._shown: set[str] = set()
        if not isinstance(window.page, LivePage):
            window.go(ToLive(session, start=True))
        QTimer.singleShot(0, self, self._come)

    def _come(self) -> None:
        """Once the meeting runs and nothing asks."""
        page = self._window.page
        assert isinstance(page, LivePage)
        if page.cockpit.notice.kind == "resume":
            QTest.keyClick(page.cockpit.notice.findChild(Button, "notice_0"), Qt.Key.Key_Space)
        if page.live is None or not page.live.state.live:
            QTimer.singleShot(PATIENCE, self, self._come)
            return
        self._page = page
        self._shown = {each.id for each in page.outcomes()}
        page.live.changed.connect(self._tell_added)
        _say("half", page.capture.editor.toPlainText())
        page.acts.perform("write")
        self._press()

    def _press(self) -> None:
        editor = self._page.capture.editor
        if editor.toPlainText() and self._chance.random() < ADDS:
            _say("add", "", time.monotonic_ns())
            QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            letter = self._chance.choice(ascii_lowercase)
            _say("key", letter, time.monotonic_ns())
            QTest.keyClick(editor, letter)
        QTimer.singleShot(self._chance.randint(FASTEST, SLOWEST), self, self._press)

    def _tell_added(self) -> None:
        for each in self._page.outcomes():
            if each.id not in self._shown:
                self._shown.add(each.id)
                _say("added", each.text)


def _say(*words: object) -> None:
    os.write(1, ("\t".join(map(str, words)) + "\n").encode())


def main(store: Path, session: str, seed: int) -> None:
    """Open the app and type."""
    qt = QApplication([])
    app = Application(qt, find_places(store), "da")
    if not app.start() or app.window is None:
        sys.exit("the app did not open")
    window = app.window
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: typists.append(Typist(window, session, Random(seed)))))
    typists: list[Typist] = []
    qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
