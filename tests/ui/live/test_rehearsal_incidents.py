"""What comes in between in a rehearsal: shown in one line, watched, and told afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.live.builders import Room, plain
from ui.live.page import LivePage
from ui.live.wall import WallState
from ui.live_run import IncidentKind

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def told(page: LivePage) -> str:
    return plain(page.cockpit.notice.words.text()) if page.cockpit.notice.isVisible() else ""


def rehearsing(room: Room, **more: object) -> LivePage:
    page = room.open(rehearsal=True, start=True, **more)  # type: ignore[arg-type]
    assert page.incidents is not None
    return page


def bring(room: Room, page: LivePage, kind: IncidentKind) -> None:
    """By the key and its menu."""
    room.press(K.Key_H, CTRL | SHIFT)
    menu = next(each for each in page.findChildren(type(page.beside.menu("x"))) if each.objectName() == "incident_menu")
    next(entry for entry in menu.actions() if entry.objectName() == kind).trigger()
    menu.close()
    page.look()


def test_somebody_comes_late_and_is_marked_in_so_many_seconds(room: Room) -> None:
    page = rehearsing(room)
    bring(room, page, IncidentKind.late)
    assert page.incidents is not None
    open_ = page.incidents.watch.open
    assert open_ is not None
    assert told(page) == f"{page.sight().called(open_.incident.member)} kommer nu."
    room.clock.wait(9)
    page.acts.mark(open_.incident.member, "here")
    room.settled()
    assert told(page) == ""
    assert [(each.answer, each.after) for each in page.incidents.watch.happened] == [("here", 9000)]


def test_the_wall_really_goes_dark_and_comes_back_when_the_meeting_goes_on(room: Room, qapp) -> None:
    laptop = qapp.primaryScreen()
    page = rehearsing(room, screens=lambda: [laptop])
    room.press(K.Key_Y, CTRL)
    assert page.wall.isVisible()
    bring(room, page, IncidentKind.projector)
    assert not page.wall.isVisible()
    assert page.projector.state is WallState.GONE
    room.press(K.Key_Y, CTRL)
    assert page.wall.isVisible()
    assert page.incidents is not None
    assert [each.answer for each in page.incidents.watch.happened] == ["wall"]


def test_hiding_while_somebody_cries_is_noted_and_nothing_beeps_at_it(room: Room) -> None:
    page = rehearsing(room)
    bring(room, page, IncidentKind.tears)
    room.clock.wait(4)
    room.press(K.Key_F9)
    assert page.hidden
    assert page.incidents is not None
    assert [(each.answer, each.after) for each in page.incidents.watch.happened] == [("hide", 4000)]


def test_time_falls_to_that_of_the_room_and_goes_on_as_before(room: Room) -> None:
    page = rehearsing(room)
    page.set_pace(10)
    bring(room, page, IncidentKind.overrun)
    assert page.cockpit.pace.currentData() == 1
    room.press(K.Key_F4)
    assert page.cockpit.pace.currentData() == 10


def test_advice_is_given_to_whoever_asks_and_that_is_told_afterwards(room: Room) -> None:
    page = rehearsing(room)
    bring(room, page, IncidentKind.tears)
    page.cockpit.notice.findChild(object, "notice_0").click()
    assert "Skjul fællesskærmen (F9)" in told(page)
    page.cockpit.notice.findChild(object, "notice_0").click()
    assert told(page) == ""
    assert page.incidents is not None
    assert [(each.answer, each.advised) for each in page.incidents.watch.happened] == [("", True)]


def test_chance_brings_them_where_that_was_asked_for_before_the_start(room: Room) -> None:
    room.page = page = room.open(rehearsal=True)
    assert page.cockpit.by_chance.isVisible()
    page.cockpit.by_chance.click()
    room.press(K.Key_F12)
    room.clock.wait(16 * 60)
    page.look()
    page.look()
    assert page.incidents is not None
    assert page.incidents.watch.open is not None


def test_a_meeting_that_is_held_knows_nothing_of_all_this(room: Room) -> None:
    page = room.open()
    assert page.incidents is None
    assert not page.cockpit.by_chance.isVisible()
    room.press(K.Key_F12)
    room.press(K.Key_H, CTRL | SHIFT)
    assert told(page) == "Kun en prøvekørsel lader noget ske med en tast."
