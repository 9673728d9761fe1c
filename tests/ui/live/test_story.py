"""The meeting of 8 December by keys alone, as practice tells it, up to the picture at 9.33."""

from PySide6.QtCore import Qt

from facilitator.model.attendance import Status
from tests.ui.live.builders import Room, plain
from ui.live.awake import Awake
from ui.live.rail import rail_rows, standing
from ui.live.turns import listed
from ui.live_run import commands
from ui.widgets.agenda_rail import RailState
from ui.widgets.turn_list import TurnState

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def until_the_picture(room: Room) -> None:
    """8.55 to 9.33."""
    room.open()
    room.type("i")  # the list of who is coming has the keyboard from the first
    room.press(K.Key_Delete)
    room.press(K.Key_F12)
    room.till("9.06")
    room.press(K.Key_F4)
    room.press(K.Key_PageDown)  # the first turn
    room.till("9.07")
    room.press(K.Key_F11)
    room.type("lo")
    room.press(K.Key_Return)
    room.press(K.Key_Escape)
    room.till("9.27")
    room.press(K.Key_F4)
    for minute in ("9.28", "9.30", "9.32"):
        room.press(K.Key_PageDown)
        room.till(minute)
    room.press(K.Key_PageDown)
    room.till("9.33.47")


def test_the_cockpit_tells_what_the_picture_tells(room: Room) -> None:
    until_the_picture(room)
    page = room.settled()
    sight = page.sight()
    rows = rail_rows(sight)
    assert [row.forecast for row in rows] == [
        *("9.00", "9.06", "9.27", "9.43", "9.48", "10.48", "11.03", "11.11", "11.51", "12.01", "12.09")
    ]
    assert [row.planned for row in rows[2:]] == [
        *("9.18", "9.34", "9.39", "10.39", "10.54", "11.02", "11.42", "11.52", "12.00")
    ]
    assert plain(rows[1].slip) == "+9 min."
    assert rows[2].state is RailState.CURRENT
    assert plain(rows[2].detail) == "runde · Lone leder · 16 min."
    assert plain(rows[7].detail) == "40 min. · mindst 25"
    assert (rows[5].locked, plain(rows[6].detail)) == ("fredet", "8 min. · kan udgå")
    assert plain(standing(sight)[1]) == "Bagud 9 min. · slut 12.09"
    assert plain(page.cockpit.ring.accessibleName()) == "9:13 tilbage af 16 min."
    assert page.cockpit.people.text() == "8 af 9"
    assert page.cockpit.clock.text() == "9.33"
    shown = listed(sight)
    assert shown.title == "Taletur 4 af 8"
    assert [row.state for row in shown.rows].count(TurnState.DONE) == 3


def test_an_arrival_after_five_minutes_comes_later_and_moves_nobody(room: Room) -> None:
    until_the_picture(room)
    page = room.settled()
    assert page.live is not None
    assert page.live.attendance[room.ids["Lone Bech"]] is Status.late
    assert page.live.attendance[room.ids["Ib Juul"]] is Status.excused
    names = [row.name for row in listed(page.sight()).rows]
    assert "Ib Juul" not in names


def test_whoever_comes_during_a_round_comes_last_in_it(room: Room) -> None:
    page = room.open(start=True)
    room.till("9.06")
    room.press(K.Key_F4)
    room.press(K.Key_PageDown)
    page.acts.mark(room.ids["Jonas Kjær"], "here")
    room.settled()
    assert listed(page.sight()).rows[-1].name != "Mette Sørensen"
    room.till("9.20")
    page.acts.mark(room.ids["Hassan Demir"], "here")
    room.settled()
    assert listed(page.sight()).rows[-1].name == "Hassan Demir"


def test_the_remote_walks_through_turns_parts_and_steps(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_PageDown)  # the welcome has one part, so on to the check-in
    assert page.sight().number == 2
    for _ in range(9):
        room.press(K.Key_PageDown)
    assert page.sight().number == 2
    room.press(K.Key_PageUp)  # the last press is taken back
    speaking = page.sight().speakers.speaking
    room.press(K.Key_PageDown)
    assert page.sight().speakers.speaking != speaking
    room.press(K.Key_PageDown)
    assert page.sight().number == 3


def test_keys_work_while_text_is_being_written(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Spørg i januar, hvordan det gik")
    room.press(K.Key_F2)
    assert page.sight().state.status == "paused"
    room.press(K.Key_F2)
    room.press(K.Key_F3)
    room.press(K.Key_F4)
    assert page.sight().number == 2
    room.press(K.Key_B, CTRL)
    assert page.sight().number == 1
    room.press(K.Key_Z, CTRL)
    assert page.sight().number == 2
    assert page.capture.editor.toPlainText() == "Spørg i januar, hvordan det gik"
    assert page.capture.editor.hasFocus()


def test_a_press_too_many_is_told_in_one_line_and_changes_nothing(room: Room) -> None:
    page = room.open(start=True)
    before = page.sight().state.seq
    room.press(K.Key_B, CTRL)
    assert page.sight().state.seq == before
    assert page.cockpit.notice.isVisible()
    assert "første punkt" in page.cockpit.notice.words.text()
    room.press(K.Key_F3)
    assert not page.cockpit.notice.isVisible()


def test_who_led_is_one_key(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_L)
    assert page.sight().lead_of(page.sight().step).by == "together"
    room.press(K.Key_L, CTRL)
    assert page.sight().lead_of(page.sight().step).by == "network"


def test_steps_come_in_move_and_go_by_keys(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_N, CTRL)
    room.type("Tak til Åse")
    room.press(K.Key_Return)
    titles = [page.sight().words[step.id].title for step in page.sight().steps]
    assert titles[1] == "Tak til Åse"
    page.setFocus()
    room.press(K.Key_G)
    room.press(K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.sight().words[page.sight().steps[2].id].title == "Tak til Åse"
    room.press(K.Key_Delete)
    assert len(page.sight().steps) == 10
    room.press(K.Key_Z, CTRL)
    assert len(page.sight().steps) == 11


def test_we_began_earlier_and_a_turn_is_corrected(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_V)
    room.press(K.Key_Return)
    assert page.sight().view.run_elapsed == 300
    room.press(K.Key_F4)
    room.press(K.Key_PageDown)
    room.clock.wait(90)
    room.press(K.Key_K, CTRL)
    panel = page.beside.panel
    assert panel is not None
    panel.minutes.setValue(0)
    panel.seconds.setValue(30)
    panel.agree()
    room.settled()
    assert page.sight().view.turn_elapsed == 30


def test_both_languages_say_the_same(rooms) -> None:
    room = rooms("en")
    until_the_picture(room)
    page = room.settled()
    assert plain(standing(page.sight())[1]) == "9 min. behind · ends at 12:09"
    assert plain(page.cockpit.ring.accessibleName()) == "9:13 left of 16 min."


def test_a_run_that_was_discarded_can_be_started_anew(room: Room, qtbot) -> None:
    page = room.open(start=True)
    page.do(commands.Discard())
    room.settled()
    assert not page.sight().live
    assert page.cockpit.start.isVisible()
    room.press(K.Key_F12)
    assert page.sight().live


def test_the_screen_is_kept_awake_until_it_need_not_be() -> None:
    awake = Awake()
    awake.end()
    awake._thread.join(10)
    assert not awake._thread.is_alive()
