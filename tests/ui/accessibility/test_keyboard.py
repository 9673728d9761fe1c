"""Every page and dialog worked by the keyboard alone: Tab comes everywhere and away again, Escape leaves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from facilitator.language import Code
from tests.ui.accessibility.walking import is_qts_own, path
from tests.ui.every_page import Shown, every_page, settle
from ui.main_window import MainWindow
from ui.page import Surroundings
from ui.theme.theme import Theme

K = Qt.Key
SECTIONS = 3  # day, month and year: Tab goes through them before it leaves a date
ORDERS = {
    "home": ["nav_home", "asked_0", "asked_1", "asked_2", "new_network", "networks"],
    "network.meetings": [
        "nav_network", "phase", "network_settings", "open_meeting", "tabs", "new_meeting", "meetings",
    ],
    "network.new_meeting": ["close_sheet", "template", "date", "time", "host", "place", "theme", "cancel", "save"],
    "cockpit.writing_action": [
        "menu", "hide", "agenda_rail", "back", "undo", "more_time", "turns", "pause", "add_time", "next", "forward",
        "segment_action", "editor", "owners", "due", "segment_private", "add", "written",
        "replan_take", "replan_push", "replan_skip", "replan_compress",
    ],
}  # fmt: skip


def worked(window: QWidget) -> list[QWidget]:
    """What the keyboard should come to."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_qts_own(widget)
        and not (isinstance(widget, QAbstractItemView) and widget.model().rowCount() == 0)
    ]


def passed(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where the keyboard comes by pressing a key until it is where it was first."""
    places: list[QWidget] = []
    stayed = 0
    while stayed <= SECTIONS:
        here = window.focusWidget()
        QTest.keyClick(here or window, key)
        there = window.focusWidget()
        stayed = stayed + 1 if there is here else 0
        if there is None or there in places[:-1] or (places and there is places[-1] and not stayed):
            break
        if not stayed:
            places.append(there)
    return places


def begun(shown: Shown) -> QWidget:
    """The window with the keyboard, as the user finds it."""
    window = shown.widget
    window.activateWindow()
    settle()
    return window


def test_every_page_and_dialog_is_worked_by_the_keyboard_in_the_order_of_reading(
    stored: Callable[[Code], Path], tmp_path: Path, theme: Theme
) -> None:
    missed: dict[str, list[str]] = {}
    orders: dict[str, list[str]] = {}
    for shown in every_page(stored("da"), tmp_path, "da", theme):
        if shown.name.startswith("wall") or QApplication.activePopupWidget() is not None:
            continue
        window = begun(shown)
        first = window.focusWidget()
        places = passed(window, K.Key_Tab)
        if not_reached := [path(widget) for widget in worked(window) if widget not in places]:
            missed[shown.name] = not_reached
        if shown.name in ORDERS:
            orders[shown.name] = from_the(ORDERS[shown.name][0], places)
            QTest.keyClick(window.focusWidget(), K.Key_Backtab)
            assert window.focusWidget() is places[-1], shown.name
        if isinstance(window, QDialog):
            assert first is not None, shown.name
            assert first.objectName() not in {"close_sheet", ""}, shown.name
            QTest.keyClick(window.focusWidget(), K.Key_Escape)
            assert not window.isVisible(), shown.name

    assert missed == {}
    assert orders == ORDERS


def from_the(first: str, places: list[QWidget]) -> list[str]:
    """The names of the places, begun at one of them."""
    names = [place.objectName() for place in places]
    return [*names[names.index(first) :], *names[: names.index(first)]]


@pytest.mark.parametrize("leave", [K.Key_Escape, None])
def test_after_a_dialog_the_keyboard_is_where_it_was(qtbot, around: Surroundings, network, shown, leave) -> None:
    window = shown(MainWindow(around))
    button = window.findChild(QWidget, "new_network")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, K.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None

    if leave is None:
        qtbot.keyClick(dialog.findChild(QWidget, "cancel"), K.Key_Return)
    else:
        qtbot.keyClick(dialog.focusWidget(), leave)

    assert window.focusWidget() is button


def test_the_arrows_go_through_the_navigation_and_enter_goes_there(qtbot, around: Surroundings, network, shown) -> None:
    window = shown(MainWindow(around))
    window.findChild(QWidget, "nav_home").setFocus(Qt.FocusReason.TabFocusReason)

    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), K.Key_Down)
    assert window.focusWidget().objectName() == "nav_settings"

    qtbot.keyClick(window.focusWidget(), K.Key_Return)
    assert window.page.objectName() == "settings_page"
