"""The planner by keys, clicks and drags: what is shown is in the store, and everything can be taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.agenda import LeadBy, total_minutes
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.session import Session
from facilitator.store import sessions
from facilitator.store.database import Database
from ui.page import Surroundings, ToLive
from ui.planner.page import PlannerPage
from ui.widgets.agenda_timeline import METHOD

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Desk:
    """The page in a window that has the keyboard, and the store under it."""

    def __init__(self, page: PlannerPage, database: Database, session: Session, qtbot: QtBot) -> None:
        self.page, self.database, self.session, self.qtbot = page, database, session, qtbot

    @property
    def kept(self) -> list[str]:
        """The methods of the agenda as it is on disk."""
        return [step.method for step in sessions.agenda(self.database, self.session.id)]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    def on_timeline(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.page.timeline.setFocus()
        self.qtbot.keyClick(self.page.timeline, key, modifier)

    def find(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def settled(self) -> None:
        """Until what is shown is on disk."""
        self.qtbot.waitUntil(lambda: sessions.agenda(self.database, self.session.id) == self.page.steps, timeout=5000)

    def menu(self, name: str) -> QMenu:
        """The menu that has just opened."""
        self.qtbot.waitUntil(lambda: any(menu.isVisible() for menu in self.page.findChildren(QMenu, name)))
        return next(menu for menu in self.page.findChildren(QMenu, name) if menu.isVisible())


@pytest.fixture
def desk(around: Surroundings, database: Database, planned_session: Session, qtbot: QtBot) -> Iterator[Desk]:
    page = PlannerPage(around, planned_session.id)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield Desk(page, database, planned_session, qtbot)
    page.hide()


def test_the_times_follow_and_the_length_is_told_against_what_there_is(desk: Desk) -> None:
    page = desk.page
    assert page.timeline.accessibleName() == "Dagsorden"
    assert "180 af 180" in page.findChild(QWidget, "total").text()  # type: ignore[union-attr]
    desk.on_timeline(K.Key_Plus)
    desk.settled()
    assert "181 af 180" in page.findChild(QWidget, "total").text()  # type: ignore[union-attr]
    assert "1 minut for lang" in page.findChild(QWidget, "too_long").text()  # type: ignore[union-attr]


def test_a_step_moves_by_keys_and_every_move_is_taken_back(desk: Desk) -> None:
    before = desk.page.steps
    for _ in range(3):
        desk.on_timeline(K.Key_Down, ALT)
    desk.settled()
    assert [step.id for step in desk.page.steps][3] == before[0].id
    for _ in range(3):
        desk.press(K.Key_Z, CTRL)
    desk.settled()
    assert desk.page.steps == before
    desk.press(K.Key_Y, CTRL)
    desk.settled()
    assert desk.page.steps[1].id == before[0].id


def test_a_step_is_removed_and_had_back(desk: Desk) -> None:
    before = desk.page.steps
    desk.on_timeline(K.Key_Delete)
    desk.settled()
    assert len(desk.page.steps) == len(before) - 1
    desk.press(K.Key_Z, CTRL)
    desk.settled()
    assert desk.page.steps == before


def test_a_step_is_doubled(desk: Desk) -> None:
    desk.on_timeline(K.Key_D, CTRL)
    desk.settled()
    first, second = desk.page.steps[:2]
    assert (first.method, first.minutes) == (second.method, second.minutes)
    assert first.id != second.id


def test_a_method_is_found_as_one_types_and_comes_in_after_the_chosen_step(desk: Desk) -> None:
    search = desk.find("search_methods")
    search.setFocus()
    desk.qtbot.keyClicks(search, "trekl")
    assert list(desk.page.drawer.rows()) == ["troika"]
    desk.press(K.Key_Return)
    desk.press(K.Key_Return)
    desk.settled()
    assert desk.kept[1] == "troika"


def test_what_matches_nothing_is_told_in_words(desk: Desk) -> None:
    search = desk.find("search_methods")
    search.setText("xyzzy <b>%s\x07\u202e")  # type: ignore[attr-defined]
    assert list(desk.page.drawer.rows()) == []


def test_methods_are_narrowed_by_phase_and_length(desk: Desk) -> None:
    every = len(desk.page.drawer.rows())
    desk.click("in_phase")
    assert 0 < len(desk.page.drawer.rows()) < every


def test_a_method_is_dragged_to_its_place(desk: Desk) -> None:
    data = QMimeData()
    data.setData(METHOD, b"quick-case")
    viewport = desk.page.timeline.viewport()
    end = QPointF(200, viewport.height() - 2)
    drop = QDropEvent(
        end,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.page.timeline.dropEvent(drop)
    desk.settled()
    assert "quick-case" in desk.kept


def test_a_break_and_a_free_step_need_no_method(desk: Desk) -> None:
    desk.click("add_break")
    desk.click("add_free")
    desk.settled()
    assert desk.kept[1:3] == ["break", ""]
    assert desk.page.steps[1].protected


def test_only_what_differs_from_the_method_is_kept(desk: Desk) -> None:
    title = desk.find("step_title")
    title.setFocus()
    desk.qtbot.keyClicks(title, "God morgen")
    desk.press(K.Key_Return)
    desk.settled()
    assert desk.page.steps[0].title == "God morgen"
    assert desk.page.steps[0].words == {}
    title.selectAll()  # type: ignore[attr-defined]
    desk.qtbot.keyClick(title, K.Key_Backspace)
    desk.press(K.Key_Return)
    desk.settled()
    assert desk.page.steps[0].title == ""


def test_a_prompt_is_rewritten_and_the_method_s_words_come_back(desk: Desk) -> None:
    say = desk.find("prompt_say")
    say.setFocus()
    say.selectAll()  # type: ignore[attr-defined]
    desk.qtbot.keyClicks(say, "Velkommen til")
    desk.find("step_title").setFocus()
    desk.settled()
    assert desk.page.steps[0].words == {"say": "Velkommen til"}
    desk.click("use_method")
    desk.settled()
    assert desk.page.steps[0].words == {}


def test_a_part_of_another_length_makes_the_step_another_length(desk: Desk) -> None:
    case = next(step for step in desk.page.steps if step.method == "reflecting-team")
    desk.page._select(case.id)
    part = desk.find("part")
    part.setFocus()
    desk.press(K.Key_Down)
    minutes = desk.find("part_minutes")
    minutes.setFocus()
    desk.press(K.Key_Up)
    desk.settled()
    changed = next(step for step in desk.page.steps if step.id == case.id)
    assert changed.minutes == case.minutes + 1 == sum(part.minutes for part in changed.parts)


def test_who_leads_and_who_may_read_are_chosen(desk: Desk) -> None:
    desk.find("led_by").setFocus()
    desk.press(K.Key_Right)
    desk.settled()
    assert desk.page.steps[0].lead.by is LeadBy.together
    audience = desk.find("audience")
    audience.setFocus()
    desk.press(K.Key_Down)
    desk.settled()
    assert desk.page.steps[0].audience is Audience.network
    desk.click("protected")
    desk.settled()
    assert desk.page.steps[0].protected


def test_an_empty_agenda_takes_a_template(desk: Desk) -> None:
    desk.page.edit(())
    desk.settled()
    assert desk.find("choose_template").isVisible()
    desk.click("choose_template")
    menu = desk.menu("templates_menu")
    menu.actions()[0].trigger()
    menu.close()
    desk.settled()
    assert total_minutes(desk.page.steps) == 180
    desk.page.activateWindow()
    desk.qtbot.waitUntil(desk.page.isActiveWindow)
    desk.on_timeline(K.Key_Z, CTRL)
    desk.settled()
    assert desk.page.steps == ()


def test_apologies_are_marked_before_the_meeting(desk: Desk) -> None:
    desk.click("expected")
    menu = desk.menu("expected_menu")
    action = next(each for each in menu.actions() if each.text() == "Ib Juul")
    action.trigger()
    menu.close()
    desk.qtbot.waitUntil(
        lambda: Status.excused in [each.status for each in sessions.attendance_of(desk.database, desk.session.id)]
    )
    desk.qtbot.waitUntil(lambda: desk.page.head.people.text() == "8 af 9 kommer")


def test_the_meeting_is_started_and_rehearsed_from_here(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.page.go) as went:
        desk.click("start_meeting")
    assert went.args == [ToLive(desk.session.id, start=True)]
    with desk.qtbot.waitSignal(desk.page.go) as went:
        desk.click("rehearse")
    assert went.args == [ToLive(desk.session.id, rehearsal=True)]


def test_somebody_else_s_change_is_shown_and_nothing_is_lost_of_it(desk: Desk) -> None:
    fewer = sessions.agenda(desk.database, desk.session.id)[1:]
    desk.page.workspace.save_agenda(desk.session.id, fewer)
    desk.qtbot.waitUntil(lambda: desk.page.steps == fewer)
    assert not desk.page.undo_stack.canUndo()


def test_the_drawer_folds_where_the_window_is_narrow_and_comes_by_a_key(desk: Desk) -> None:
    desk.page.resize(960, 700)
    desk.qtbot.waitUntil(lambda: not desk.page.drawer.isVisible())
    desk.press(K.Key_F, CTRL)
    desk.qtbot.waitUntil(desk.page.drawer.isVisible)
    assert desk.find("search_methods").hasFocus()
