"""The end: one look, then the minutes; or nothing ever counted."""

import pytest
from PySide6.QtCore import Qt

from facilitator.model.attendance import Status
from facilitator.model.session import SessionState
from facilitator.store import outcomes, sessions
from tests.ui.live.builders import Room, wait_until
from ui.live.ending import FinishPanel
from ui.page import ToMinutes, ToNetwork

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def statuses(room: Room) -> dict[str, Status]:
    """How it was with everybody, by name."""
    names = {member: name for name, member in room.ids.items()}
    return {names[each.member]: each.status for each in sessions.attendance_of(room.database, room.session.id)}


def test_finishing_asks_of_those_unmarked_and_goes_to_the_minutes(room: Room, qtbot) -> None:
    page = room.open(start=True)
    room.press(K.Key_2, CTRL)
    room.type("Én sag på hvert møde")
    room.press(K.Key_Return, CTRL)
    room.press(K.Key_F12, CTRL)
    panel = page.beside.panel
    assert isinstance(panel, FinishPanel)
    panel._came[room.ids["Ib Juul"]].choose("away")
    with qtbot.waitSignal(page.go) as went:
        room.press(K.Key_Return)
    assert went.args == [ToMinutes(room.session.id)]
    wait_until(lambda: sessions.get_session(room.database, room.session.id).state is SessionState.held)
    assert statuses(room)["Ib Juul"] is Status.absent
    assert statuses(room)["Mette Sørensen"] is Status.present
    assert [each.text for each in outcomes.outcomes_of(room.database, room.session.id)] == ["Én sag på hvert møde"]


@pytest.mark.parametrize(("choice", "written"), [("add", ["Husk næste møde"]), ("keep", [])])
def test_a_half_sentence_is_offered_at_the_end(room: Room, qtbot, choice: str, written: list[str]) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Husk næste møde")
    room.press(K.Key_F12, CTRL)
    panel = page.beside.panel
    assert isinstance(panel, FinishPanel)
    panel._half.choose(choice)
    with qtbot.waitSignal(page.go):
        panel.agree()
    assert [each.text for each in outcomes.outcomes_of(room.database, room.session.id)] == written


def test_escape_goes_on_with_the_meeting(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F12, CTRL)
    room.press(K.Key_Escape)
    assert page.beside.panel is None
    assert page.live.state.live


def test_discarding_is_asked_once_and_enter_alone_does_no_harm(room: Room, qtbot) -> None:
    page = room.open(start=True)
    room.press(K.Key_F12, CTRL | SHIFT)
    room.press(K.Key_Return)
    assert page.live.state.live
    room.press(K.Key_F12, CTRL | SHIFT)
    with qtbot.waitSignal(page.go) as went:
        qtbot.mouseClick(page.beside.panel.main, Qt.MouseButton.LeftButton)
    assert went.args == [ToNetwork(room.session.network, "meetings")]
    assert sessions.get_session(room.database, room.session.id).state is SessionState.planned
