"""What is written about a step is never lost, and it is always told who can read its notes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.model.attendance import Status
from facilitator.model.session import Session
from facilitator.store import sessions
from facilitator.store.database import Database
from ui.page import Surroundings, ToLive
from ui.planner.page import PlannerPage


@pytest.fixture
def page(around: Surroundings, planned_session: Session, qtbot: QtBot) -> Iterator[PlannerPage]:
    made = PlannerPage(around, planned_session.id)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.leaving(remade=False)
    made.hide()


def test_words_being_written_are_not_shown_over_when_something_else_is_kept(
    page: PlannerPage, planned_session: Session, qtbot: QtBot
) -> None:
    title, say = page.findChild(QLineEdit, "step_title"), page.findChild(QPlainTextEdit, "prompt_say")
    title.setFocus()
    qtbot.keyClicks(title, "God mor")
    member = page.workspace.attendance(planned_session.id)[0].member
    page.workspace.expect(planned_session.id, member, Status.excused)
    qtbot.waitUntil(lambda: page.head.people.text() == "8 af 9 kommer")
    assert title.text() == "God mor"
    say.setFocus()
    say.selectAll()
    qtbot.keyClicks(say, "Velkommen")
    page.workspace.expect(planned_session.id, member, Status.expected)
    qtbot.waitUntil(lambda: page.head.people.text() == "9 af 9 kommer")
    assert say.toPlainText() == "Velkommen"


def test_what_was_being_written_counts_when_the_page_is_left(
    page: PlannerPage, planned_session: Session, database: Database, qtbot: QtBot
) -> None:
    say = page.findChild(QPlainTextEdit, "prompt_say")
    say.setFocus()
    say.selectAll()
    qtbot.keyClicks(say, "Godt at se jer")
    page.leaving(remade=False)
    qtbot.waitUntil(
        lambda: sessions.agenda(database, planned_session.id)[0].words == {"say": "Godt at se jer"}, timeout=5000
    )


def test_another_step_is_shown_though_words_were_being_written(page: PlannerPage, qtbot: QtBot) -> None:
    title = page.findChild(QLineEdit, "step_title")
    title.setFocus()
    qtbot.keyClicks(title, "Halvt")
    qtbot.mouseClick(page.timeline.viewport(), Qt.MouseButton.LeftButton, pos=page.timeline.viewport().rect().center())
    assert page.steps[0].title == "Halvt"
    assert page.timeline.selected_id() != page.steps[0].id
    assert title.text() == ""


def test_it_is_told_who_can_read_the_notes(page: PlannerPage, qtbot: QtBot) -> None:
    case = next(step for step in page.steps if step.method == "reflecting-team")
    page.timeline.setFocus()
    while page.timeline.selected_id() != case.id:
        qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    readers = page.findChild(QLabel, "readers")
    private = readers.text()
    audience = page.inspector.findChild(type(page.inspector._audience), "audience")
    audience.setFocus()
    qtbot.keyClick(audience, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: readers.text() != private)
    assert "referatet" in readers.text()


def test_a_narrow_window_has_room_for_either_the_methods_or_the_step(page: PlannerPage, qtbot: QtBot) -> None:
    page.resize(960, 636)
    qtbot.waitUntil(lambda: not page.drawer.isVisible())
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 960)
    qtbot.mouseClick(page.head.methods, Qt.MouseButton.LeftButton)
    assert page.drawer.isVisible()
    assert not page.inspector.isVisible()
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 960)
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    qtbot.waitUntil(page.inspector.isVisible)
    assert not page.drawer.isVisible()


def test_what_a_narrow_head_has_no_room_for_is_in_its_menu(
    page: PlannerPage, planned_session: Session, qtbot: QtBot
) -> None:
    page.resize(960, 636)
    qtbot.waitUntil(lambda: not page.head.rehearse.isVisible())
    page.refresh()
    assert not page.head.rehearse.isVisible()
    qtbot.mouseClick(page.head.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.head.findChild(QMenu, "planner_menu").isVisible())
    menu = page.head.findChild(QMenu, "planner_menu")
    rehearse = next(action for action in menu.actions() if action.objectName() == "menu_rehearse")
    with qtbot.waitSignal(page.go) as went:
        rehearse.trigger()
    menu.close()
    assert went.args == [ToLive(planned_session.id, rehearsal=True)]
