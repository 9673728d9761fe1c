"""The meeting on paper by one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.desktop import Desktop, opening
from tests.ui.live.builders import Room, wait_until

K = Qt.Key


@pytest.fixture
def viewer(qapp) -> Iterator[Desktop]:
    """What opens files, in place of another program."""
    with opening() as desktop:
        yield desktop


@pytest.mark.parametrize("started", [False, True])
def test_it_is_opened_where_it_can_be_printed(room: Room, viewer: Desktop, started: bool) -> None:
    page = room.open(start=started)
    room.press(K.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: bool(viewer.opened))
    (file,) = map(str, viewer.opened)
    assert file.endswith(".pdf")
    assert Path(file).read_bytes().startswith(b"%PDF")
    wait_until(page.cockpit.notice.isVisible)
    assert page.cockpit.notice.words.text() == "Papiret er åbnet i et andet program; udskriv det dér."


def test_a_debrief_is_printed_with_what_was_typed_in_it_and_is_kept_nowhere_else(room: Room, viewer: Desktop) -> None:
    page = room.open(rehearsal=True, start=True)
    room.press(K.Key_F12, Qt.KeyboardModifier.ControlModifier)
    page.beside.panel.agree()
    room.settled()
    view = page.incidents.talk.view
    view.keep.setText("Pausen holdt")
    assert view.debrief().keep == "Pausen holdt"
    view.print_asked.emit()
    wait_until(lambda: bool(viewer.opened))
    assert str(viewer.opened[0]).endswith("Efter prøvekørslen.pdf")
    wait_until(lambda: bool(view.told.text()))
