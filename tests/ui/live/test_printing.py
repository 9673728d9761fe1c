"""The meeting on paper by one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.ui.live.builders import Room, wait_until

K = Qt.Key


class Viewer(QObject):
    """What opens files, in place of another program."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


@pytest.fixture
def viewer() -> Iterator[Viewer]:
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.mark.parametrize("started", [False, True])
def test_it_is_opened_where_it_can_be_printed(room: Room, viewer: Viewer, started: bool) -> None:
    page = room.open(start=started)
    room.press(K.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: bool(viewer.shown))
    (file,) = viewer.shown
    assert file.endswith(".pdf")
    assert Path(file).read_bytes().startswith(b"%PDF")
    wait_until(page.cockpit.notice.isVisible)
    assert page.cockpit.notice.words.text() == "Papiret er åbnet i et andet program; udskriv det dér."


def test_a_debrief_is_printed_with_what_was_typed_in_it_and_is_kept_nowhere_else(room: Room, viewer: Viewer) -> None:
    page = room.open(rehearsal=True, start=True)
    room.press(K.Key_F12, Qt.KeyboardModifier.ControlModifier)
    page.beside.panel.agree()
    room.settled()
    view = page.incidents.talk.view
    view.keep.setText("Pausen holdt")
    assert view.debrief().keep == "Pausen holdt"
    view.print_asked.emit()
    wait_until(lambda: bool(viewer.shown))
    assert viewer.shown[0].endswith("Efter prøvekørslen.pdf")
    wait_until(lambda: bool(view.told.text()))
