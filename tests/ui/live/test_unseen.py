"""Time that passed while everything was hidden counts, unless one key says that it was a break."""

from PySide6.QtCore import Qt

from tests.ui.live.builders import Room

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def hidden_for_four_minutes(room: Room) -> Room:
    """In the welcome, from 9.01 to 9.05."""
    room.open(start=True)
    room.till("9.01")
    room.press(K.Key_F9)
    room.till("9.05")
    room.press(K.Key_F9)
    return room


def left(room: Room) -> int:
    view = room.settled().sight().view
    assert view is not None
    return view.remaining


def test_it_counts_and_nobody_is_asked_and_nothing_is_written(room: Room) -> None:
    page = hidden_for_four_minutes(room).settled()
    assert left(room) == 60
    assert page.sight().state.seq == 1
    assert not page.cockpit.notice.isVisible()


def test_later_too_one_key_gives_it_to_the_step_and_takes_it_again(room: Room) -> None:
    hidden_for_four_minutes(room)
    room.till("9.05.30")
    room.press(K.Key_F3)
    room.press(K.Key_P, CTRL)
    assert left(room) == 30 + 60 + 240
    room.press(K.Key_P, CTRL)
    assert left(room) == 30 + 60
    room.press(K.Key_Z, CTRL)
    assert left(room) == 30 + 60 + 240


def test_in_the_next_step_there_is_nothing_to_give_back(room: Room) -> None:
    page = hidden_for_four_minutes(room).settled()
    room.press(K.Key_F4)
    before = left(room)
    room.press(K.Key_P, CTRL)
    assert left(room) == before
    assert page.cockpit.notice.isVisible()


def test_a_sleep_while_it_was_hidden_is_ruled_as_a_sleep(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F9)
    room.clock.wait(30)
    room.clock.sleep(120)
    page.look()
    room.clock.wait(30)
    room.press(K.Key_F9)
    assert left(room) == 360 - 180
    room.press(K.Key_P, CTRL)
    assert left(room) == 360 - 60
    room.press(K.Key_P, CTRL)
    assert left(room) == 360 - 180
