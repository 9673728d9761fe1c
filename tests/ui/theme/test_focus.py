"""The outline shows where the keyboard is, and follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme.focus import REACH, FocusOutline, wants_outline
from ui.widgets.buttons import Button


@pytest.fixture
def window(qtbot, theme):
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in (Button(theme, "Annullér"), QLineEdit(), Button(theme, "Hent ind")):
        column.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def shown(window):
    return [outline for outline in window.findChildren(FocusOutline) if outline.isVisible()]


def test_tab_puts_the_outline_two_px_outside_the_button(qtbot, window):
    first = window.findChildren(Button)[0]

    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: bool(shown(window)))

    assert shown(window)[0].geometry() == first.geometry().adjusted(-REACH, -REACH, REACH, REACH)


def test_the_outline_goes_on_to_the_next_button_and_leaves_fields_to_themselves(qtbot, window):
    first, last = window.findChildren(Button)
    first.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert shown(window) == []

    qtbot.keyClick(window.findChild(QLineEdit), Qt.Key.Key_Tab)
    assert shown(window)[0].geometry().center() == last.geometry().center()


def test_the_outline_goes_away_with_its_button(qtbot, window):
    first = window.findChildren(Button)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)

    first.hide()

    assert not any(outline.geometry().intersects(first.geometry()) for outline in shown(window))


def test_a_widget_may_decline_the_outline(theme, qtbot):
    button = Button(theme, "x")
    qtbot.addWidget(button)

    button.setProperty("focusOutline", False)

    assert not wants_outline(button)
