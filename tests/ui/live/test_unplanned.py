"""A meeting without a plan is begun with one key, makes its steps as it goes, and its minutes come out right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from facilitator.desk.papers import paper_of
from facilitator.model.session import SessionState
from facilitator.store import sessions
from tests.ui.live.builders import Room, plain
from ui.live import keys
from ui.live.page import LivePage
from ui.live.parts import LiveMenu
from ui.live_run import commands

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bare(room: Room) -> Room:
    """The room, its meeting without an agenda."""
    sessions.save_agenda(room.database, room.session.id, ())
    return room


def begin_step(room: Room, title: str, minutes: str = "") -> None:
    room.press(K.Key_N, CTRL)
    room.type(title)
    if minutes:
        room.press(K.Key_Tab)
        room.keyboard.selectAll()
        room.type(minutes)
    room.press(K.Key_Return)


def rail(page: LivePage) -> list[tuple[str, str]]:
    rows = page.cockpit.rail.rows
    return [(rows.row(place).forecast, rows.row(place).title) for place in range(rows.rowCount())]


def test_before_the_start_it_says_what_will_happen_and_asks_nothing(bare: Room) -> None:
    page = bare.open()
    assert plain(page.cockpit.notice.words.text()) == (
        "Mødet har ingen dagsorden. Det begynder med ét åbent punkt, og F4 begynder det næste, når du vil."
    )
    assert rail(page) == [("9.00", "Åbent punkt"), ("12.00", "Slut")]
    bare.press(K.Key_F12)
    assert page.sight().live
    assert not page.cockpit.notice.isVisible()


def test_steps_are_begun_by_one_key_with_a_title_and_minutes_if_one_likes(bare: Room) -> None:
    page = bare.open(start=True)
    bare.till("9.12")
    begin_step(bare, "Vikarer", "20")
    assert page.cockpit.title.text() == "Vikarer"
    assert rail(page) == [("9.00", "Åbent punkt"), ("9.12", "Vikarer"), ("12.00", "Slut")]
    assert plain(page.cockpit.pill.accessibleName()) == "Slutter 12.00"
    bare.till("9.40")
    begin_step(bare, "Næste møde")
    assert page.sight().view.remaining == 140 * 60
    bare.press(K.Key_Z, CTRL)
    assert page.cockpit.title.text() == "Vikarer"


def test_the_key_for_the_next_step_asks_for_one_where_there_is_none(bare: Room) -> None:
    page = bare.open(start=True)
    assert page.cockpit.next.isVisible()
    bare.press(K.Key_F4)
    bare.type("Vikarer")
    bare.press(K.Key_Return)
    assert page.cockpit.title.text() == "Vikarer"


def test_its_minutes_have_the_steps_as_they_were_with_what_was_written_in_each(bare: Room) -> None:
    page = bare.open(start=True)
    bare.till("9.12")
    begin_step(bare, "Vikarer", "20")
    bare.press(K.Key_2, CTRL)
    bare.type("Vi deler to vikarer")
    bare.press(K.Key_Return, CTRL)
    bare.till("9.40")
    begin_step(bare, "Næste møde")
    bare.till("10.00")
    bare.press(K.Key_F12, CTRL)
    page.beside.panel.agree()
    bare.settled()
    paper = paper_of(bare.database, bare.session.id, bare.library, bare.language)
    told = [(one.words.title, f"{one.starts:%H.%M}", one.step.minutes, one.left_out) for one in paper.steps]
    assert told == [
        ("Åbent punkt", "09.00", 12, False),
        ("Vikarer", "09.12", 20, False),
        ("Næste møde", "09.40", 140, False),
    ]
    decision = paper.decisions[0]
    assert decision.step == paper.steps[1].step.id


def test_it_goes_on_after_it_was_cut_off(bare: Room) -> None:
    bare.open(start=True)
    bare.till("9.12")
    begin_step(bare, "Vikarer", "20")
    again = bare.cut_off()
    page = again.open()
    assert page.sight().unplanned
    assert rail(page) == [("9.00", "Åbent punkt"), ("9.12", "Vikarer"), ("12.00", "Slut")]
    again.close()


def test_its_plan_is_still_empty_when_the_run_never_counted(bare: Room) -> None:
    page = bare.open(start=True)
    begin_step(bare, "Vikarer", "20")
    page.do(commands.Discard())
    bare.settled()
    assert sessions.agenda(bare.database, bare.session.id) == ()
    assert sessions.get_session(bare.database, bare.session.id).state is SessionState.planned
    assert rail(page) == [("9.00", "Åbent punkt"), ("12.00", "Slut")]


@pytest.mark.parametrize("started", [False, True])
def test_any_act_may_be_pressed_at_any_time(bare: Room, started: bool) -> None:
    page = bare.open(start=started)
    for act in keys.ACTS:
        if act.id not in {"hide", "discard", "photo"}:
            page.acts.perform(act.id)
            bare.settled()
            for menu in page.findChildren(LiveMenu):
                menu.close()
    assert page.live is not None
