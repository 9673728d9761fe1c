"""The first start: a network is made, or the example; the language is switched at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from ui.home.network_dialog import NewNetworkDialog
from ui.home.welcome import WelcomePage
from ui.page import ToHome, ToNetwork, ToSettings


@pytest.fixture
def page(around, shown):
    return shown(WelcomePage(around))


def find(parent, name, kind=QWidget):
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def test_a_name_is_enough_for_a_network_and_it_is_opened(page, around, qtbot):
    qtbot.mouseClick(find(page, "create_network"), Qt.MouseButton.LeftButton)
    dialog = find(page, "new_network_dialog", NewNetworkDialog)
    qtbot.keyClicks(find(dialog, "name", QLineEdit), "  Skoleledere   i Vesterå ")
    qtbot.keyClicks(find(dialog, "profile", QLineEdit), "Karen Holm")
    with qtbot.waitSignal(page.go) as went:
        qtbot.keyClick(find(dialog, "name", QLineEdit), Qt.Key.Key_Return)
    [overview] = around.workspace.overviews()
    assert went.args == [ToNetwork(overview.network.id)]
    assert overview.network.name == "Skoleledere i Vesterå"
    assert overview.network.consultant.name == "Karen Holm"


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_name_that_is_none_is_told_beside_the_field(page, around, qtbot, name):
    page.create_network()
    dialog = find(page, "new_network_dialog", NewNetworkDialog)
    find(dialog, "name", QLineEdit).setText(name)
    qtbot.mouseClick(find(dialog, "save"), Qt.MouseButton.LeftButton)
    assert find(dialog, "name_trouble", QLabel).text()
    assert around.workspace.overviews() == ()
    dialog.reject()


def test_a_name_that_is_taken_is_told_and_the_dialog_stays(page, around, qtbot, network):
    page.create_network()
    dialog = find(page, "new_network_dialog", NewNetworkDialog)
    qtbot.keyClicks(find(dialog, "name", QLineEdit), network.name)
    qtbot.mouseClick(find(dialog, "save"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(find(dialog, "name_trouble", QLabel).text()))
    assert dialog.isVisible()
    assert find(dialog, "save").isEnabled()
    dialog.reject()


def test_the_example_is_made_in_the_background(page, around, qtbot):
    with qtbot.waitSignal(page.go, timeout=15_000) as went:
        qtbot.mouseClick(find(page, "open_example"), Qt.MouseButton.LeftButton)
    assert went.args == [ToHome()]
    assert [overview.members for overview in around.workspace.overviews()] == [9]


def test_the_example_is_called_off_by_the_button_that_asked_for_it(page, around, qtbot):
    button = find(page, "open_example")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Annullér (0\N{NO-BREAK SPACE}%)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.text() == "Åbn eksemplet", timeout=15_000)
    assert around.workspace.overviews() == ()
    assert find(page, "create_network").isEnabled()


def test_the_language_is_kept_when_it_is_chosen(page, around, qtbot):
    segments = find(page, "language")
    segments.setFocus()
    with qtbot.waitSignal(around.workspace.settings_changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert around.workspace.settings().language == "en"


def test_enter_presses_the_button_that_has_the_keyboard(page, qtbot):
    button = find(page, "create_network")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert find(page, "new_network_dialog", NewNetworkDialog).isVisible()


def test_settings_can_be_reached_before_there_is_a_network(page, qtbot):
    with qtbot.waitSignal(page.go) as went:
        qtbot.mouseClick(find(page, "to_settings"), Qt.MouseButton.LeftButton)
    assert went.args == [ToSettings()]
