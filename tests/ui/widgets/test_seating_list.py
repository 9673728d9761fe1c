"""The seats round the table: moved by a drag, by Alt with an arrow key, and by buttons."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from facilitator.language import Language
from facilitator.places import resources_folder
from ui.widgets.seating_list import Seats

PEOPLE = (("mette", "Mette Sørensen"), ("jonas", "Jonas Kjær"), ("aase", "Åse Aaberg"), ("claus", "Claus Friis"))
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def seats(qtbot, theme):
    made = Seats(theme, Language.load("da", resources_folder() / "locale"))
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show_people(PEOPLE)
    made.show()
    return made


@pytest.fixture
def told(seats):
    """Every order that was told."""
    orders = []
    seats.arranged.connect(orders.append)
    return orders


def middle(seats, person):
    return seats.list.visualRect(seats.list.rows.index(seats.list.rows.place(person))).center()


def drag(qtbot, seats, person, to: QPoint):
    viewport, start = seats.list.viewport(), middle(seats, person)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in (start + (to - start) / 2, to):
        qtbot.mouseMove(viewport, step)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=to)


def test_alt_with_an_arrow_key_moves_whoever_has_the_keyboard(qtbot, seats, told):
    qtbot.keyClick(seats.list, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(seats.list, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(seats.list, Qt.Key.Key_Up, ALT)

    assert told[-1] == seats.order() == ("jonas", "mette", "aase", "claus")
    assert seats.list.current_id() == "mette"
    assert len(told) == 3


def test_at_either_end_there_is_nothing_to_move(qtbot, seats, told):
    qtbot.keyClick(seats.list, Qt.Key.Key_Up, ALT)
    seats.list.go_to("claus")
    qtbot.keyClick(seats.list, Qt.Key.Key_Down, ALT)

    assert told == []


def test_the_arrow_keys_alone_move_nobody(qtbot, seats, told):
    qtbot.keyClick(seats.list, Qt.Key.Key_Down)

    assert seats.list.current_id() == "jonas"
    assert told == []


def test_the_first_letter_of_a_name_goes_to_it(qtbot, seats):
    qtbot.keyClick(seats.list, Qt.Key.Key_C)

    assert seats.list.current_id() == "claus"


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        (("mette", "aase", 12), ("jonas", "aase", "mette", "claus")),
        (("claus", "mette", -12), ("claus", "mette", "jonas", "aase")),
        (("jonas", "claus", 200), ("mette", "aase", "claus", "jonas")),
    ],
)
def test_a_drag_puts_somebody_between_two_others(qtbot, seats, told, move, expected):
    person, over, below = move
    drag(qtbot, seats, person, middle(seats, over) + QPoint(0, below))

    assert told == [expected]
    assert seats.order() == expected


def test_a_drag_that_ends_where_it_began_changes_nothing(qtbot, seats, told):
    drag(qtbot, seats, "jonas", middle(seats, "jonas") + QPoint(30, 2))

    assert told == []


def test_the_buttons_do_what_the_keys_do(qtbot, seats, told):
    qtbot.mouseClick(seats.findChild(QPushButton, "seat_down"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(seats.findChild(QPushButton, "seat_up"), Qt.MouseButton.LeftButton)

    assert told == [("jonas", "mette", "aase", "claus"), ("mette", "jonas", "aase", "claus")]


def test_a_seat_is_heard_with_its_name_and_its_number(seats):
    assert seats.list.rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Åse Aaberg, 3"
