"""Words for when it is hard: said only to the facilitator, and only when asked for."""

from PySide6.QtCore import Qt

from tests.ui.live.builders import Room, plain, wait_until
from ui.widgets.buttons import Button

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "Tag den tid, det tager. Vil du holde pause, fortsætte eller stoppe her?"


def asked_for(room: Room) -> None:
    """The wall is shown, somebody writes, and asks for the words."""
    page = room.open(start=True)
    room.press(K.Key_Y, CTRL)
    page.activateWindow()
    wait_until(page.isActiveWindow)
    room.press(K.Key_F10)
    room.type("Halv")
    room.press(K.Key_O, CTRL | SHIFT)


def test_they_stand_over_the_step_and_nowhere_else_and_nothing_is_written(room: Room) -> None:
    asked_for(room)
    page = room.settled()
    assert plain(page.cockpit.notice.words.text()) == WORDS
    assert "Tag den tid" not in page.wall.view.accessibleName()
    assert page.sight().state.seq == 1
    room.type("t")
    assert page.capture.editor.toPlainText() == "Halvt"


def test_a_pause_is_one_press_and_the_words_are_gone(room: Room) -> None:
    asked_for(room)
    page = room.settled()
    room.press(K.Key_F2)
    assert page.sight().state.status == "paused"
    assert not page.cockpit.notice.isVisible()


def test_going_on_changes_nothing(room: Room) -> None:
    asked_for(room)
    page = room.settled()
    page.cockpit.notice.findChild(Button, "notice_1").click()
    assert not page.cockpit.notice.isVisible()
    assert page.sight().state.seq == 1
