"""The end: one look, then the minutes; or nothing ever counted."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.desk.planning import plan_meeting
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.session import Session, SessionState
from facilitator.store import drafts, networks, outcomes, sessions
from tests.ui.live.builders import Room, plain, wait_until
from ui.live.ending import FinishPanel
from ui.live_run import commands
from ui.page import ToLive, ToMinutes, ToNetwork
from ui.told import told

K = Qt.Key
SECRET = "Det bliver her"
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


# Read aloud, one by one


def written_at_the_end(room: Room) -> FinishPanel:
    """Two decisions, one of them for the network alone; an action of Claus'; a private note; and the one look."""
    page = room.open(start=True)
    claus = room.ids["Claus Friis"]
    for command in (
        commands.WriteDecision(text="Én sag på hvert møde"),
        commands.WriteDecision(text="Kun vi ved det her", audience=Audience.network),
        commands.WriteAction(text="Sender mødeplanen", owners=(claus,), due=date(2026, 12, 11)),
        commands.WriteNote(text=SECRET, audience=Audience.private),
    ):
        page.do(command)
        room.settled()
    room.press(K.Key_F12, CTRL)
    panel = page.beside.panel
    assert isinstance(panel, FinishPanel)
    return panel


def on_the_wall(room: Room) -> str:
    """What the room sees, when it has been painted."""
    page = room.page
    QApplication.processEvents()
    page.activateWindow()  # without a window manager the wall takes the keyboard when it is shown
    wait_until(page.isActiveWindow)
    return page.wall.view.accessibleName()


def test_decisions_and_actions_stand_together_in_full_and_nothing_private(room: Room) -> None:
    panel = written_at_the_end(room)

    rows = [panel.aloud.rows.row(place) for place in range(panel.aloud.rows.rowCount())]

    assert [row.text for row in rows] == ["Én sag på hvert møde", "Kun vi ved det her", "Sender mødeplanen"]
    assert plain(rows[2].meta) == "Claus · inden 11. dec."


def test_one_is_put_right_where_it_stands_and_taken_back_again(room: Room) -> None:
    panel = written_at_the_end(room)
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    room.type("Én sag på hvert møde til marts")
    room.press(K.Key_Return, CTRL)

    assert panel.aloud.rows.row(0).text == "Én sag på hvert møde til marts"
    room.press(K.Key_Z, CTRL)
    assert panel.aloud.rows.row(0).text == "Én sag på hvert møde"
    assert room.page.live.state.live


def test_one_that_was_not_meant_is_removed(room: Room) -> None:
    panel = written_at_the_end(room)
    room.press(K.Key_Down)
    room.press(K.Key_Delete)

    assert [panel.aloud.rows.row(place).text for place in (0, 1)] == ["Kun vi ved det her", "Sender mødeplanen"]


def test_by_a_key_the_room_reads_along_but_only_what_is_for_the_minutes(room: Room) -> None:
    panel = written_at_the_end(room)
    room.press(K.Key_Y, CTRL)
    assert "Én sag" not in on_the_wall(room)

    room.press(K.Key_F, CTRL | SHIFT)
    assert "Beslutning. Én sag på hvert møde" in on_the_wall(room)
    panel.aloud.setFocus()
    room.press(K.Key_Down)
    assert "Kun vi ved" not in on_the_wall(room)
    room.press(K.Key_Down)
    seen = plain(on_the_wall(room))
    assert "Aftale. Sender mødeplanen" in seen
    assert "Claus · inden 11. dec." in seen

    room.press(K.Key_F9)
    assert "Sender" not in on_the_wall(room)
    room.press(K.Key_F9)
    room.press(K.Key_Escape)
    assert "Sender" not in on_the_wall(room)


def test_where_the_wall_does_not_show_it_that_is_said(room: Room) -> None:
    panel = written_at_the_end(room)
    told = panel.findChild(QLabel, "wall_told_of_read")
    room.press(K.Key_F, CTRL | SHIFT)
    wait_until(told.isVisible)
    assert told.text() == "Fællesskærmen vises ikke. Ctrl+Y viser den."

    panel.aloud.go_to(panel.aloud.rows.row(1).id)
    wait_until(lambda: "Kun netværket" in told.text())
    room.press(K.Key_F, CTRL | SHIFT)
    wait_until(lambda: not told.isVisible())


def test_what_ends_the_meeting_is_in_sight_however_much_is_read_aloud(room: Room) -> None:
    panel = written_at_the_end(room)
    for number in range(6):
        room.page.do(commands.WriteDecision(text=f"Beslutning {number}, som fylder mere end én linje i panelet"))
        room.settled()

    wait_until(lambda: panel.main.visibleRegion().boundingRect().size() == panel.main.size())
    assert panel._scroll.verticalScrollBar().maximum() > 0


def test_the_key_opens_the_one_look_where_it_is_not_open(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F, CTRL | SHIFT)
    assert isinstance(page.beside.panel, FinishPanel)


# The wrong meeting


def january(room: Room) -> Session:
    """Another meeting that is planned."""
    return plan_meeting(
        room.database,
        room.library,
        networks.get_network(room.database, room.session.network),
        template="ordinary",
        starts_at=datetime(2027, 1, 26, 9),
        place="",
        host="",
    )


def texts(room: Room, session: Session) -> list[str]:
    return [each.text for each in outcomes.outcomes_of(room.database, session.id)]


def test_what_was_written_in_the_wrong_meeting_goes_over_to_the_right_one_and_back_as_one(room: Room, qtbot) -> None:
    right = january(room)
    page = room.open(start=True)
    page.do(commands.WriteDecision(text="Én sag på hvert møde"))
    page.do(commands.WriteNote(text=SECRET, audience=Audience.private))
    room.settled()
    room.press(K.Key_F10)
    room.type("Halv sætning")
    room.press(K.Key_F12, CTRL | SHIFT)
    panel = page.beside.panel
    panel.to.choose(right.id)
    panel._show()
    assert plain(panel.to.currentText()) == "møde 5 · tirsdag den 26. januar 2027"

    with qtbot.waitSignal(page.go) as went:
        qtbot.mouseClick(panel.main, Qt.MouseButton.LeftButton)

    assert went.args == [ToLive(right.id)]
    assert sorted(texts(room, right)) == sorted(["Én sag på hvert møde", SECRET])
    assert [draft.text for draft in drafts.drafts_of(room.database, right.id)] == ["Halv sætning"]
    assert sessions.get_session(room.database, room.session.id).state is SessionState.planned
    history = room.workspace.history
    assert told(history.latest(right.id), room.workspace, room.language) == "Det skrevne ligger nu i møde 5."

    with qtbot.waitSignal(history.taken_back):
        history.undo(room.session.id)
    assert texts(room, right) == []
    assert sorted(texts(room, room.session)) == sorted(["Én sag på hvert møde", SECRET])
    assert sessions.get_session(room.database, room.session.id).state is SessionState.planned


def test_in_the_right_meeting_one_key_takes_it_back_until_it_begins(room: Room, qtbot) -> None:
    right = january(room)
    page = room.open(start=True)
    page.do(commands.WriteDecision(text="Én sag på hvert møde"))
    room.settled()
    with qtbot.waitSignals([page.go, page.said]):
        page.acts._over.carry_over(right.id)
    page.close()
    room.session = right
    page = room.open()
    assert [each.text for each in page.outcomes()] == ["Én sag på hvert møde"]

    with qtbot.waitSignal(room.workspace.history.taken_back):
        room.press(K.Key_Z, CTRL)

    wait_until(lambda: page.outcomes() == ())
    assert texts(room, right) == []


def test_where_nothing_was_written_nothing_is_asked_of_it(room: Room) -> None:
    january(room)
    page = room.open(start=True)
    room.press(K.Key_F12, CTRL | SHIFT)
    assert not page.beside.panel.to.isVisible()
