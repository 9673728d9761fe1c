"""A rehearsal is marked as one, runs at the pace one likes, and leaves no trace."""

from PySide6.QtCore import Qt

from facilitator.model.session import SessionState
from facilitator.store import drafts, outcomes, runs, sessions
from tests.ui.live.builders import Room, plain

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_is_marked_and_begins_on_the_day_itself(room: Room) -> None:
    room.clock.set_wall(room.clock.wall() - 9 * 24 * 3600 * 1000)
    page = room.open(rehearsal=True, start=True)
    assert page.cockpit.rehearsal.isVisible()
    assert page.cockpit.rehearsal.text() == "Prøvekørsel"
    assert page.cockpit.clock.text() == "9.00"
    assert plain(page.cockpit.pill.accessibleName()) == "Følger planen · slut 12.00"


def test_time_passes_as_fast_as_was_chosen_and_a_minute_can_be_skipped(room: Room) -> None:
    page = room.open(rehearsal=True, start=True)
    page.cockpit.pace.setCurrentIndex(page.cockpit.pace.findData(10))
    page.cockpit.pace.activated.emit(0)
    room.clock.wait(30)
    page.look()
    assert page.cockpit.clock.text() == "9.05"
    room.press(K.Key_W)
    assert page.cockpit.clock.text() == "9.06"


def test_nothing_of_it_is_kept(room: Room, qtbot) -> None:
    page = room.open(rehearsal=True, start=True)
    room.press(K.Key_2, CTRL)
    room.type("Noget, vi øver")
    page.capture.keep_now()
    room.press(K.Key_Return, CTRL)
    assert [each.text for each in page.outcomes()] == ["Noget, vi øver"]
    room.press(K.Key_F12, CTRL)
    with qtbot.waitSignal(page.go):
        page.beside.panel.agree()
    session = room.session.id
    assert outcomes.outcomes_of(room.database, session) == ()
    assert drafts.drafts_of(room.database, session) == ()
    assert runs.load_run(room.database, session) is None
    assert sessions.get_session(room.database, session).state is SessionState.planned


def test_waiting_is_for_rehearsals_alone(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_W)
    assert page.sight().view.run_elapsed == 0
