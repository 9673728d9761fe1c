"""The whole app in a process of its own: `write` leads a meeting until it is killed, `resume` goes on with it."""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.library.library import Library
from facilitator.places import find_places
from facilitator.store.database import open_store
from tests.ui.live.builders import december, wait_until
from ui.application import Application
from ui.live.page import LivePage
from ui.page import ToLive
from ui.widgets.buttons import Button

HALF = "Spørg i januar, hvordan"


def main(folder: Path, act: str) -> None:
    """Says on standard output what the other process waits for."""
    places = find_places(folder / "mine netværk.facilitator")
    session = ""
    if act == "write":
        database = open_store(places.store)
        session = december(database, Library(places.resources)).id
        database.close()
    app = Application(QApplication([]), places, "da")
    if not app.start() or app.window is None:
        sys.exit("the app did not open")
    window = app.window
    if session:
        window.go(ToLive(session, start=True))
    wait_until(lambda: isinstance(window.page, LivePage) and window.page.live is not None, 60_000)
    page = window.page
    assert isinstance(page, LivePage)
    (_lead_on if session else _go_on)(page)


def _lead_on(page: LivePage) -> None:
    """To the case, with half a note typed that nobody adds."""
    assert page.live is not None
    wait_until(lambda: page.live.state.live)
    for step in range(2, 6):
        page.acts.perform("next")
        wait_until(lambda step=step: page.presses.idle and page.sight().number == step)
    page.acts.perform("write")
    QTest.keyClicks(page.capture.editor, HALF)
    wait_until(lambda: any(draft.text == HALF for draft in page.live.drafts()))
    _say("written")
    while True:
        QApplication.processEvents()
        time.sleep(0.01)


def _go_on(page: LivePage) -> None:
    """One key, and it is where it was."""
    wait_until(page.cockpit.notice.isVisible)
    _say(page.cockpit.notice.kind)
    QTest.keyClick(page.cockpit.notice.findChild(Button, "notice_0"), Qt.Key.Key_Space)
    _say(page.sight().number)
    _say(page.capture.half.text if page.capture.half is not None else "")
    os._exit(0)  # what is tidied on closing is not what is asked here


def _say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
