"""What stands on the screens at the very moment after the hide key, whatever stood there before: network and clock."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolTip, QVBoxLayout, QWidget
from shiboken6 import delete

from tests.ui.live.builders import NAME, Room, wait_until
from ui.live.page import LivePage
from ui.main_window import MainWindow
from ui.page import Surroundings, ToLive
from ui.theme.theme import dark
from ui.widgets.wall_face import FaceKind, WallView

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
FAR = QSize(340, 192)  # a quarter, in lines of whole words
SHADE = 16  # of 255; the smallest words, from there, stand out from their ground by more than twice that


class Table:
    """A meeting led in the whole window, with the wall in a window beside it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.window = MainWindow(Surroundings(room.workspace, room.language, room.theme))
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)
        self.window.go(ToLive(room.session.id))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the page before it goes now
        page = self.window.page
        assert isinstance(page, LivePage)
        self.page = room.page = page
        wait_until(lambda: page.live is not None)
        page.toggle_wall()
        self.take_up()

    def take_up(self) -> None:
        """The keyboard goes to the window that leads; this platform gives it to whatever was shown last."""
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)

    def start(self) -> None:
        self.room.press(K.Key_F12)
        page = self.page
        wait_until(lambda: page.live is not None and page.live.state.live)

    def hide(self) -> None:
        """The key, where the keyboard is; nothing else is seen to before what stands on the screen is looked at."""
        QTest.keyClick(QGuiApplication.focusWindow(), K.Key_F9)

    def on_screen(self, window: QWidget) -> QImage:
        return window.screen().grabWindow(window.winId()).toImage()

    def only_network_and_clock(self, window: QWidget, view: WallView) -> bool:
        """Whether the window shows its hidden face from edge to edge."""
        alone = WallView(self.room.theme)
        alone.resize(window.size())
        alone.show_wall(view._face)
        return view._face.kind is FaceKind.HIDDEN and alike(self.on_screen(window), alone.grab().toImage())


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures show the same, seen from a little further away: letters drawn again differ by a shade."""
    smooth, grey = Qt.TransformationMode.SmoothTransformation, QImage.Format.Format_Grayscale8
    far = [each.scaled(FAR, mode=smooth).convertToFormat(grey) for each in (one, other)]
    greys = [bytes(each.constBits()) for each in far]
    return one.size() == other.size() and all(abs(a - b) <= SHADE for a, b in zip(*greys, strict=True))


@pytest.fixture
def table(room: Room) -> Iterator[Table]:
    made = Table(room)
    yield made
    made.window.shut()
    made.window.deleteLater()


def before(table: Table) -> None:
    pass


def running(table: Table) -> None:
    table.start()


def writing(table: Table) -> None:
    table.start()
    table.room.press(K.Key_F10)
    table.room.type("Dorthe siger, at")


def paused(table: Table) -> None:
    table.start()
    table.room.press(K.Key_F2)


def at_a_break(table: Table) -> None:
    table.start()
    for _ in range(5):
        table.room.press(K.Key_F4)


def in_a_form(table: Table) -> None:
    table.start()
    table.room.press(K.Key_F11)


def at_the_end(table: Table) -> None:
    table.start()
    table.room.press(K.Key_F12, CTRL)


def in_the_menu(table: Table) -> None:
    table.start()
    table.page.acts.menu()


def in_a_menu_of_qts(table: Table) -> None:
    writing(table)
    viewport = table.page.capture.editor.viewport()
    place = QPoint(8, 8)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, asked)
    assert QApplication.activePopupWidget() is not None


def in_a_dialog(table: Table) -> None:
    table.start()
    dialog = QDialog(table.window)
    QVBoxLayout(dialog).addWidget(QLabel("Dorthe"))
    dialog.show()
    dialog.activateWindow()
    wait_until(dialog.isActiveWindow)


def asked_before_closing(table: Table) -> None:
    table.start()
    table.window.close()
    sheet = table.window.findChild(QDialog, "closing_sheet")
    sheet.activateWindow()
    wait_until(sheet.isActiveWindow)


def over_a_tool_tip(table: Table) -> None:
    table.start()
    QToolTip.showText(table.window.mapToGlobal(QPoint(300, 300)), "Dorthe", table.page.cockpit.title)
    assert QToolTip.isVisible()


def over_the_line_at_the_foot(table: Table) -> None:
    table.start()
    table.page.said.emit("Dorthe")
    assert table.window.foot.isVisible()


STATES = (
    before, running, writing, paused, at_a_break, in_a_form, at_the_end, in_the_menu, in_a_menu_of_qts, in_a_dialog,
    asked_before_closing, over_a_tool_tip, over_the_line_at_the_foot,
)  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_hide_key_leaves_network_and_clock_before_anything_else_is_drawn(
    table: Table, state: Callable[[Table], None]
) -> None:
    state(table)
    page, window = table.page, table.window
    table.hide()
    assert page.hidden
    assert table.only_network_and_clock(window, page._hidden_view)
    assert table.only_network_and_clock(page.wall, page.wall.view)
    assert not QToolTip.isVisible() or not QToolTip.text()
    assert {
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each.windowType() != Qt.WindowType.ToolTip
    } == {
        window,
        page.wall,
    }
    assert window.windowTitle().startswith(f"{NAME} ")
    assert window.windowTitle().removeprefix(f"{NAME} ").removesuffix(" – Facilitator").replace(".", "").isdigit()
    assert page.wall.windowTitle() == NAME
    assert page.wall.windowIcon().cacheKey() == window.windowIcon().cacheKey()
    table.take_up()
    table.hide()
    assert (page.hidden, page.cockpit.isVisible()) == (False, True)
    assert page.wall.view._face.kind is not FaceKind.HIDDEN


def test_what_is_said_while_hidden_is_shown_when_all_is(table: Table) -> None:
    table.start()
    table.hide()
    table.page.said.emit("Dorthe")
    table.window.foot.say("Disken er fuld.", late=True)
    table.room.till("9.05")
    assert not table.window.foot.isVisible()
    wait_until(lambda: table.only_network_and_clock(table.window, table.page._hidden_view))
    table.hide()
    assert (table.window.foot.isVisible(), table.window.foot.words) == (True, "Disken er fuld.")


def test_what_was_open_is_open_again_and_the_half_sentence_goes_on(table: Table) -> None:
    in_a_dialog(table)
    dialog = next(each for each in table.window.findChildren(QDialog) if each.isVisible())
    table.hide()
    assert not dialog.isVisible()
    table.take_up()
    table.hide()
    assert dialog.isVisible()
    dialog.close()
    table.take_up()
    table.room.press(K.Key_F10)
    table.room.type("Dorthe siger")
    table.hide()
    table.hide()
    table.room.type(", at")
    assert table.page.capture.editor.toPlainText() == "Dorthe siger, at"


def test_a_dialog_that_came_to_its_end_meanwhile_does_not_come_back(table: Table) -> None:
    in_a_dialog(table)
    dialog = next(each for each in table.window.findChildren(QDialog) if each.isVisible())
    table.hide()
    delete(dialog)
    table.take_up()
    table.hide()
    assert not table.page.hidden


def test_a_wall_that_is_asked_for_before_hiding_comes_hidden_when_its_screen_does(table: Table) -> None:
    table.start()
    table.page.toggle_wall()
    table.hide()
    table.page.projector.toggle()  # as when a screen is plugged in
    wait_until(lambda: table.only_network_and_clock(table.page.wall, table.page.wall.view))


def test_what_is_hidden_stays_so_when_the_computer_changes_its_colours(table: Table) -> None:
    writing(table)
    table.hide()
    around = Surroundings(table.room.workspace, table.room.language, dark())
    table.window.surround(around)
    page = table.window.page
    assert isinstance(page, LivePage)
    assert (page.hidden, table.window.windowTitle()) == (True, f"{NAME} 9.00 – Facilitator")
    page.said.emit("Dorthe")
    assert not table.window.foot.isVisible()
    wait_until(page._hidden_view.isVisible)
    table.hide()
    assert (page.hidden, page.cockpit.isVisible()) == (False, True)
    table.page = table.room.page = page


def test_a_key_held_down_hides_once(table: Table) -> None:
    table.start()
    window: Any = QGuiApplication.focusWindow()
    QTest.keyPress(window, K.Key_F9)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, K.Key_F9, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(window, held)
    QTest.keyRelease(window, K.Key_F9)
    assert table.page.hidden


def test_text_is_not_dragged_so_that_the_key_is_always_heard(table: Table) -> None:
    writing(table)
    editor = table.page.capture.editor
    editor.selectAll()
    at = editor.cursorRect().center() - QPoint(20, 0)
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert not editor.textCursor().hasSelection()
    QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
