"""What was promised last stands ready, and is settled with one key each."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Action, ActionState, Case
from facilitator.model.session import Session, SessionState
from facilitator.store import outcomes, sessions
from tests.ui.live.builders import Room, plain, wait_until
from ui.live.page import LivePage
from ui.live.ready import ReadyPanel

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PROMISED = (("Ring til PPR", "Jonas Kjær", 1), ("Send skabelonen", "Ib Juul", 5), ("Spørg teamet", "Åse Aaberg", 6))


@pytest.fixture
def promised(room: Room) -> Room:
    """The room, with three promises and a case from a meeting that was held in October."""
    before = Session(
        id=new_id(), network=room.session.network, number=3, starts_at=datetime(2026, 10, 27, 9), minutes=180
    )
    sessions.plan_session(room.database, before, ())
    with room.database.atomic():
        room.database.run("UPDATE sessions SET state = ? WHERE id = ?", (SessionState.held, before.id))
    for text, name, day in PROMISED:
        action = Action(id=new_id(), session=before.id, text=text, owners=(room.ids[name],), due=date(2026, 12, day))
        outcomes.save_outcome(room.database, action)
    case = Case(
        id=new_id(),
        session=before.id,
        text="Hvordan siger jeg det?",
        owner=room.ids["Dorthe Lund"],
        audience=Audience.private,
    )
    outcomes.save_outcome(room.database, case)
    return room


def panel_of(page: LivePage) -> ReadyPanel:
    panel = page.beside.panel
    assert isinstance(panel, ReadyPanel)
    return panel


def rows(page: LivePage) -> list[str]:
    listed = panel_of(page).list.rows
    return [plain(listed.row(place).words()) for place in range(listed.rowCount())]


def states(room: Room) -> dict[str, ActionState]:
    return {each.text: each.state for each in outcomes.actions_of(room.database, room.session.network)}


def test_it_stands_ready_before_the_start_and_opens_by_one_key(promised: Room) -> None:
    page = promised.open()
    assert page.cockpit.ready.text() == "3 åbne aftaler"
    promised.press(K.Key_A, CTRL | SHIFT)
    assert rows(page) == [
        "Ring til PPR, Jonas · inden 1. dec.",
        "Send skabelonen, Ib · inden 5. dec.",
        "Spørg teamet, Åse · inden 6. dec.",
    ]


def test_in_a_step_that_looks_back_it_is_offered_and_in_others_not(promised: Room) -> None:
    page = promised.open(start=True)
    assert not page.cockpit.ready_now.isVisible()
    promised.press(K.Key_F4)
    promised.press(K.Key_F4)
    assert page.sight().step.method == "since-last"
    assert page.cockpit.ready_now.isVisible()
    page.cockpit.ready_now.click()
    assert page.cockpit.right.currentWidget().findChild(ReadyPanel) is panel_of(page)


def test_one_key_each_and_whoever_is_away_is_passed_over_and_stays_open(promised: Room) -> None:
    page = promised.open(start=True)
    page.acts.mark(promised.ids["Ib Juul"], "excused")
    promised.settled()
    promised.press(K.Key_A, CTRL | SHIFT)
    assert rows(page)[1].endswith("væk i dag: bliver stående")
    promised.press(K.Key_Return)
    promised.press(K.Key_Delete)
    wait_until(lambda: states(promised)["Spørg teamet"] is ActionState.dropped)
    assert states(promised) == {
        "Ring til PPR": ActionState.done,
        "Send skabelonen": ActionState.open,
        "Spørg teamet": ActionState.dropped,
    }
    assert rows(page)[0] == "Ring til PPR, Jonas · inden 1. dec., gjort"


def test_a_mark_is_put_right_by_another_key(promised: Room) -> None:
    page = promised.open(start=True)
    promised.press(K.Key_A, CTRL | SHIFT)
    promised.press(K.Key_Return)
    panel_of(page).list.go_to(panel_of(page).list.rows.row(0).id)
    promised.press(K.Key_Backspace)
    wait_until(lambda: promised.workspace._writer.idle)
    assert states(promised)["Ring til PPR"] is ActionState.open


def test_a_case_is_come_back_to_by_its_owner_and_not_by_its_words(promised: Room) -> None:
    page = promised.open(start=True)
    promised.press(K.Key_A, CTRL | SHIFT)
    said = " ".join(label.text() for label in panel_of(page).findChildren(type(page.cockpit.title)))
    assert "Hvordan siger jeg det?" not in said
    assert page.since_last._cases() == "Sag sidst: Dorthe. Hvordan gik det?"


def test_a_rehearsal_only_seems_to_do_it(promised: Room) -> None:
    page = promised.open(rehearsal=True, start=True)
    promised.press(K.Key_A, CTRL | SHIFT)
    promised.press(K.Key_Return)
    assert rows(page)[0].endswith("gjort")
    wait_until(lambda: promised.workspace._writer.idle)
    assert set(states(promised).values()) == {ActionState.open}


def test_where_nothing_waits_there_is_nothing_to_open(room: Room) -> None:
    page = room.open()
    assert not page.cockpit.ready.isVisible()
    room.press(K.Key_A, CTRL | SHIFT)
    assert page.cockpit.notice.words.text() == "Intet fra tidligere møder venter."
