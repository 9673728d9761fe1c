"""A computer whose clock stands in 1970 or 2099: everything works, and nothing is lost or goes before its time."""

from datetime import UTC, datetime
from random import Random
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from facilitator.live import commands
from facilitator.live.clock import ManualClock
from facilitator.model.ids import repeatable_ids, uuid7
from facilitator.model.network import Network
from facilitator.store import check, networks, outcomes, runs
from facilitator.store.backup import daily_backup
from facilitator.store.database import open_store
from tests.store.builders import Meeting, a_network, a_session
from tests.ui.live.builders import Room, wait_until
from ui.main_window import MainWindow
from ui.none import keep_none
from ui.page import Surroundings, ToNetwork, ToPlanner, ToSettings
from ui.theme.theme import apply, light

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WRONG = [datetime(1970, 1, 1, 0, 0, 5, tzinfo=UTC), datetime(2099, 12, 8, 9, tzinfo=UTC)]
NOW = datetime(2026, 12, 8, 9, tzinfo=UTC)
years = pytest.mark.parametrize("wrong", WRONG, ids=lambda moment: str(moment.year))


def milliseconds(moment):
    return round(moment.timestamp() * 1000)


@pytest.fixture
def room(tmp_path, qapp):
    """The meeting of 8 December and its window."""
    keep_none()
    theme = light()
    apply(qapp, theme)
    rooms = [Room(tmp_path / "stue", theme)]

    def again():
        rooms.append(rooms[-1].cut_off())
        return rooms[-1]

    rooms[0].again = again
    yield rooms[0]
    rooms[-1].close()


def add(room, qtbot, text):
    room.press(K.Key_F10)
    room.page.capture.editor.setPlainText(text)
    qtbot.keyClick(room.page.capture.editor, K.Key_Return, CTRL)
    room.settled()


@years
def test_ids_made_then_are_ids_and_sort_by_their_moment(wrong):
    moment = milliseconds(wrong)
    make = repeatable_ids(Random(8), moment)

    made = [make() for _ in range(50)]

    assert {UUID(each).version for each in made} == {7}
    assert made == sorted(set(made))
    assert (uuid7(moment, 0) < uuid7(milliseconds(NOW), 0)) is (wrong < NOW)


@years
def test_every_page_opens_then_and_the_days_copy_is_made(room, wrong, qtbot):
    room.clock.set_wall(milliseconds(wrong))
    window = MainWindow(Surroundings(room.workspace, room.language, room.theme))
    qtbot.addWidget(window)
    window.show()

    for place in (ToNetwork(room.session.network), ToPlanner(room.session.id), ToSettings()):
        window.go(place)
        assert window.here == place
        window.grab()
    window.begin()

    copies = room.folder / "backups"
    wait_until(lambda: [each.name for each in copies.glob("*.facilitator")] == [f"s {wrong:%Y-%m-%d}.facilitator"])
    wait_until(lambda: "Sikkerhedskopi" in window.nav.accessibleDescription())
    window.shut()


@years
def test_a_meeting_goes_on_across_a_clock_that_is_set_and_set_back(room, wrong, qtbot):
    page = room.open(start=True)
    room.clock.wait(600)
    add(room, qtbot, "Før uret blev stillet")
    elapsed = page.sight().view.run_elapsed

    room.clock.set_wall(milliseconds(wrong))
    add(room, qtbot, "Mens det stod forkert")
    assert page.sight().view.run_elapsed == elapsed
    room.press(K.Key_F4)
    room.clock.wait(60)

    after = room.again()
    page = after.open()
    assert page.sight().live
    after.clock.set_wall(milliseconds(NOW))
    add(after, qtbot, "Da det var stillet tilbage")
    page.live.do(commands.Finish())
    wait_until(lambda: page.live.state.status == "finished")

    texts = [each.text for each in outcomes.outcomes_of(after.database, after.session.id)]
    assert set(texts) == {"Før uret blev stillet", "Mens det stod forkert", "Da det var stillet tilbage"}
    assert check.check(after.database) == ()


@years
def test_what_was_written_then_is_found_and_changed_when_the_clock_is_right_again(path, wrong):
    clock = ManualClock(milliseconds(wrong))
    database = open_store(path, wall=clock.wall)
    network = a_network(database)
    session = a_session(database, network)
    meeting = Meeting(database, session, runs.load_run(database, session.id))
    meeting.clock.set_wall(clock.wall())
    meeting.do(commands.Start())
    note = meeting.do(commands.WriteNote(text="Skrevet i et forkert år")).record
    assert daily_backup(database, wrong.date()) is not None
    clock.set_wall(milliseconds(NOW))

    networks.save_network(database, Network(id=network.id, name="Skoleledere i dag"))
    meeting.do(commands.Edit(id=note, text="Rettet i dag"))

    assert [each.name for each in networks.list_networks(database)] == ["Skoleledere i dag"]
    assert [each.text for each in outcomes.outcomes_of(database, session.id)] == ["Rettet i dag"]
    assert daily_backup(database, NOW.date()) is not None
    assert check.check(database) == ()
    database.close()
