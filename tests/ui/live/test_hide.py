"""One key hides everything but network and clock, and brings all of it back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.live.builders import NAME, Room, wait_until
from ui.widgets.wall_face import FaceKind

K = Qt.Key


def test_while_writing_one_key_leaves_network_and_clock_and_the_same_key_brings_the_half_sentence_back(
    room: Room, qtbot
) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Dorthe siger, at")
    with qtbot.waitSignal(page.retitled):
        room.press(K.Key_F9)
    assert page.title() == f"{NAME} 9.00"
    assert not page.cockpit.isVisible()
    assert page._hidden_view.accessibleName() == f"{NAME}. Vis igen"
    assert page.wall.view._face.kind is FaceKind.HIDDEN
    assert page.wall.windowTitle() == NAME
    room.type("xyz")
    room.press(K.Key_F4)
    room.press(K.Key_PageDown)
    room.press(K.Key_F9)
    assert page.cockpit.isVisible()
    assert page.capture.editor.toPlainText() == "Dorthe siger, at"
    assert page.capture.editor.hasFocus()
    room.type(" hun")
    assert page.capture.editor.toPlainText() == "Dorthe siger, at hun"
    assert page.sight().number == 1
    assert page.title() == f"{NAME}, møde 4"


def test_nothing_of_the_meeting_can_be_seen_while_hidden(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F9)
    room.till("9.10")
    seen = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert seen == []
    assert "Velkommen" not in page._hidden_view.accessibleName()
    assert page.title() == f"{NAME} 9.10"


def test_the_hide_key_reaches_an_open_menu_and_an_open_form(room: Room) -> None:
    page = room.open(start=True)
    page.acts.menu()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, K.Key_F9)
    assert page.hidden
    assert QApplication.activePopupWidget() is None
    room.press(K.Key_F9)
    page.activateWindow()  # the test platform takes the window's turn away with the menu
    wait_until(page.isActiveWindow)
    room.press(K.Key_F11)
    room.press(K.Key_F9)
    assert page.hidden
    room.press(K.Key_F9)
    assert page.beside.panel is not None


def test_time_goes_on_unseen(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F9)
    room.till("9.04")
    room.press(K.Key_F9)
    assert page.cockpit.ring.accessibleName().startswith("2:00")


def test_hidden_before_the_start_and_while_hidden_nothing_is_pressed(room: Room) -> None:
    page = room.open()
    room.press(K.Key_F9)
    assert page.hidden
    room.press(K.Key_F12)
    assert page.live is not None
    assert page.live.state.status == "none"
