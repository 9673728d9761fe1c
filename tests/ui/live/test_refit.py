"""Only ninety minutes today: one act before the start, its price shown first, and taken back by one key."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.model.agenda import total_minutes
from facilitator.store import sessions
from tests.ui.live.builders import Room, plain, wait_until
from ui.live.page import LivePage
from ui.live.refit import RefitPanel

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(room: Room, minutes: int) -> RefitPanel:
    page = room.open()
    room.press(K.Key_M, CTRL | SHIFT)
    panel = page.beside.panel
    assert isinstance(panel, RefitPanel)
    panel.minutes.setValue(minutes)
    return panel


def agenda_minutes(room: Room) -> tuple[int, int]:
    session = sessions.get_session(room.database, room.session.id)
    return total_minutes(sessions.agenda(room.database, session.id)), session.minutes


def taken_up_with(room: Room, minutes: int) -> LivePage:
    """The page, once it has taken up the plan of that length."""
    page = room.page
    assert page is not None
    wait_until(lambda: page.live is not None and total_minutes(page.live.planned_steps()) == minutes)
    return page


def test_each_way_stands_with_its_price_before_it_is_chosen(room: Room) -> None:
    panel = opened(room, 165)
    said = {policy: plain(button.accessibleDescription()) for policy, button in panel.ways.items()}
    assert said["take"] == "Preskortet 40 → 25 min."
    assert said["furthest"].startswith("Pulsen på gruppen udgår, ")
    assert all(button.isEnabled() for policy, button in panel.ways.items() if policy != "skip")
    assert not panel.ways["skip"].isEnabled()
    assert said["skip"] == "Finder 8 af 15 min."
    assert agenda_minutes(room) == (180, 180)


def test_what_is_chosen_is_the_plan_and_the_meeting_begins_by_it(room: Room) -> None:
    panel = opened(room, 165)
    panel.ways["take"].click()
    page = taken_up_with(room, 165)
    assert agenda_minutes(room) == (165, 165)
    assert plain(page.cockpit.pill.accessibleName()) == "Slutter 11.45"
    room.press(K.Key_F12)
    assert page.sight().live
    assert page.sight().view.behind == 0
    assert plain(page.cockpit.pill.accessibleName()) == "Følger planen · slut 11.45"


def test_one_key_takes_it_back(room: Room) -> None:
    panel = opened(room, 165)
    before = sessions.agenda(room.database, room.session.id)
    panel.ways["compress"].click()
    taken_up_with(room, 165)
    assert agenda_minutes(room) == (165, 165)
    room.press(K.Key_Z, CTRL)
    taken_up_with(room, 180)
    assert agenda_minutes(room) == (180, 180)
    assert sessions.agenda(room.database, room.session.id) == before


def test_it_is_asked_of_no_rehearsal_and_no_meeting_that_has_begun(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_M, CTRL | SHIFT)
    assert page.beside.panel is None
    assert page.cockpit.notice.words.text() == "Dagsordenen tilpasses mindre tid, før mødet begynder."
