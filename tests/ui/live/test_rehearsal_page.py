"""A rehearsal is marked as one, runs at the pace one likes, and leaves no trace."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator.model.session import SessionState
from facilitator.store import drafts, outcomes, runs, sessions
from tests.ui.live.builders import Room, plain, wait_until
from tests.ui.live.test_offered import put_away
from ui.live.page import LivePage
from ui.main_window import MainWindow
from ui.page import Surroundings, ToLive, ToPlanner

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


def test_it_is_named_a_rehearsal_in_the_title_and_on_every_face_of_the_wall(room: Room) -> None:
    page = room.open(rehearsal=True, start=True)
    room.press(K.Key_Y, CTRL)
    assert page.title() == "Prøvekørsel: Skoleledere i Vesterå, møde 4"
    assert page.wall.windowTitle() == "Prøvekørsel: Skoleledere i Vesterå"
    assert page.wall.view.accessibleName().startswith("Prøvekørsel: Skoleledere i Vesterå.")
    room.press(K.Key_F9)
    assert page.title().startswith("Prøvekørsel: ")
    assert page.wall.view.accessibleName().startswith("Prøvekørsel: ")


def rows_of(room: Room) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the store, but for what the user has chosen at this computer."""
    database = room.database
    tables = [name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: database.rows(f"SELECT * FROM [{table}]") for table in tables if table != "settings"}


def test_a_whole_rehearsal_with_everything_in_it_leaves_the_store_as_it_was(room: Room) -> None:
    before = rows_of(room)
    assert before["sessions"]
    room.page = page = room.open(rehearsal=True)
    page.acts.mark(room.ids["Ib Juul"], "excused")
    page.cockpit.by_chance.click()
    room.press(K.Key_F12)
    for key in (K.Key_2, K.Key_3, K.Key_4):
        room.press(key, CTRL)
        room.type("Noget, vi øver")
        page.capture.keep_now()
        room.press(K.Key_Return, CTRL)
    page.acts.mark(room.ids["Lone Bech"], "here")
    for _ in range(9):
        room.clock.wait(25 * 60)
        page.look()
        room.press(K.Key_F4)
    room.press(K.Key_F12, CTRL)
    page.beside.panel.agree()
    room.settled()
    assert page.incidents.talk.view.isVisible()
    page.incidents.talk.view.keep.setText("Pausen holdt")
    page.incidents.talk.view.closed.emit()
    wait_until(lambda: room.workspace._writer.idle)
    assert rows_of(room) == before


def test_the_next_meeting_is_rehearsed_by_two_presses_from_home(room: Room) -> None:
    room.clock.set_wall(room.clock.wall() - 2 * 24 * 3600 * 1000)
    window = MainWindow(Surroundings(room.workspace, room.language, room.theme))
    window.show()
    window.begin()
    window.findChild(QPushButton, "asked_0").click()
    assert window.here == ToPlanner(room.session.id)
    rehearse = window.page.findChild(QPushButton, "rehearse")
    wait_until(rehearse.isVisible)
    rehearse.click()
    assert window.here == ToLive(room.session.id, rehearsal=True)
    wait_until(lambda: window.page.live is not None)
    assert window.windowTitle().startswith("Prøvekørsel: Skoleledere i Vesterå")
    put_away(room, window)


def finished(room: Room) -> LivePage:
    page = room.open(rehearsal=True, start=True)
    room.press(K.Key_F12, CTRL)
    page.beside.panel.agree()
    return room.settled()


def test_what_it_came_to_is_hidden_by_the_same_key_and_comes_back(room: Room) -> None:
    page = finished(room)
    view = page.incidents.talk.view
    room.press(K.Key_F9)
    assert page.hidden
    assert not view.isVisible()
    room.press(K.Key_F9)
    assert view.isVisible()
    assert not page.cockpit.isVisible()


def test_an_end_that_is_taken_back_goes_on_rehearsing(room: Room) -> None:
    page = finished(room)
    room.press(K.Key_Z, CTRL)
    assert page.incidents.talk.view is None
    assert page.cockpit.isVisible()
    assert page.sight().live


def test_nothing_of_it_is_kept(room: Room, qtbot) -> None:
    page = room.open(rehearsal=True, start=True)
    room.press(K.Key_2, CTRL)
    room.type("Noget, vi øver")
    page.capture.keep_now()
    room.press(K.Key_Return, CTRL)
    assert [each.text for each in page.outcomes()] == ["Noget, vi øver"]
    room.press(K.Key_F12, CTRL)
    page.beside.panel.agree()
    room.settled()
    with qtbot.waitSignal(page.go):
        page.findChild(QPushButton, "close_debrief").click()
    session = room.session.id
    assert outcomes.outcomes_of(room.database, session) == ()
    assert drafts.drafts_of(room.database, session) == ()
    assert runs.load_run(room.database, session) is None
    assert sessions.get_session(room.database, session).state is SessionState.planned


def test_waiting_is_for_rehearsals_alone(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_W)
    assert page.sight().view.run_elapsed == 0
