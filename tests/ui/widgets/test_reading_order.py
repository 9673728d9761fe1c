"""Tab goes as one reads, whatever was made first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.reading_order import go_on, stops
from ui.widgets.scrolled import scrolled


def button(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setObjectName(name)
    return made


def names(widgets) -> list[str]:
    return [widget.objectName() for widget in widgets]


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_rows_and_columns_are_read_from_the_left_and_from_the_top(window):
    last, first, third, second = (button(name) for name in ("last", "first", "third", "second"))
    column, row, grid = QVBoxLayout(window), QHBoxLayout(), QGridLayout()
    grid.addWidget(third, 1, 0)
    grid.addWidget(second, 0, 1)
    row.addWidget(first)
    row.addLayout(grid)
    column.addLayout(row)
    column.addWidget(last)
    window.show()

    assert names(stops(window)) == ["first", "second", "third", "last"]


def test_what_can_not_be_worked_is_passed_over(window):
    off, hidden, plain, empty, number = button("off"), button("hidden"), QWidget(), QListWidget(), QSpinBox()
    number.setObjectName("number")
    row = QHBoxLayout(window)
    for widget in (off, hidden, plain, empty, number):
        row.addWidget(widget)
    off.setEnabled(False)
    hidden.hide()
    window.show()

    assert names(stops(window)) == ["number"]


def test_it_goes_round_both_ways(window):
    row = QHBoxLayout(window)
    for name in ("a", "b", "c"):
        row.addWidget(button(name))
    window.show()

    came = []
    for forward in (True, True, True, True, False):
        go_on(window, forward=forward)
        came.append(window.focusWidget().objectName())

    assert came == ["a", "b", "c", "a", "c"]


def test_a_window_with_nothing_to_work_keeps_the_keyboard_where_it_is(window):
    window.show()

    assert not go_on(window, forward=True)


def test_what_lies_below_the_edge_is_brought_into_view(window):
    inside = QWidget()
    column = QVBoxLayout(inside)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    area = scrolled(inside)
    QVBoxLayout(window).addWidget(area)
    window.resize(300, 200)
    window.show()
    fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    go_on(window, forward=False)

    assert window.focusWidget() is fields[-1]
    assert area.viewport().rect().contains(fields[-1].mapTo(area.viewport(), fields[-1].rect().center()))
