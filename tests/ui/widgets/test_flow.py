"""A row that goes on in a second one."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.widgets.flow import Flow


@pytest.fixture
def row(qtbot):
    """Four things of 100 by 30, ten px apart."""
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = Flow(widget, gap=10)
    for _ in range(4):
        thing = QWidget()
        thing.setFixedSize(100, 30)
        flow.addWidget(thing)
    return widget


def places(row):
    return [(each.x(), each.y()) for each in row.findChildren(QWidget)]


def test_what_has_room_stands_in_one_row(row):
    row.resize(430, 30)
    row.show()
    assert places(row) == [(0, 0), (110, 0), (220, 0), (330, 0)]


def test_what_has_none_goes_on_in_the_next(row):
    row.resize(320, 70)
    row.show()
    assert places(row) == [(0, 0), (110, 0), (220, 0), (0, 40)]
    assert row.heightForWidth(320) == 70
    assert row.heightForWidth(430) == 30
    assert row.minimumSizeHint().width() == 100


def test_what_is_hidden_takes_no_room(row):
    row.findChildren(QWidget)[1].hide()
    row.resize(320, 70)
    row.show()
    assert row.heightForWidth(320) == 30
    assert places(row)[2:] == [(110, 0), (220, 0)]
