"""Where there is little room for large text the agenda folds away, and comes by its button or by going to it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.live.builders import Room
from ui.theme.theme import apply, light


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path):
    """A meeting under way in the largest text in a small window."""
    theme = light(1.5)
    apply(qapp, theme)
    room = Room(tmp_path / "room", theme)
    page = room.open(start=True)
    page.resize(1024, 700)
    yield page
    room.close()
    apply(qapp, light())


def test_the_agenda_is_behind_a_button_and_what_is_written_down_stands_there(page):
    assert page.capture.isVisible()
    assert not page.cockpit.rail.isVisible()

    QTest.mouseClick(page.cockpit.agenda, Qt.MouseButton.LeftButton)
    assert page.cockpit.rail.isVisible()
    assert not page.capture.isVisible()

    QTest.mouseClick(page.cockpit.agenda, Qt.MouseButton.LeftButton)
    assert page.capture.isVisible()


def test_going_to_the_agenda_shows_it_and_writing_takes_its_place(page):
    page.acts.perform("rail")
    assert page.cockpit.rail.isVisible()

    page.acts.perform("write")
    assert page.capture.editor.isVisible()
    assert not page.cockpit.rail.isVisible()


def test_a_form_beside_the_meeting_takes_the_place_of_the_agenda(page):
    page.acts.perform("rail")
    page.acts.perform("keys")
    assert page.beside.panel.isVisible()


def test_in_a_wide_window_both_stand_side_by_side_without_the_button(page):
    page.resize(1920, 1080)
    assert page.cockpit.rail.isVisible()
    assert page.capture.isVisible()
    assert not page.cockpit.agenda.isVisible()


def test_the_buttons_come_before_the_prompts_where_the_middle_scrolls(page):
    cockpit = page.cockpit
    QApplication.processEvents()
    assert cockpit.forward.mapTo(cockpit, cockpit.forward.rect().topLeft()).y() < prompts_top(cockpit)

    page.resize(1920, 1080)
    QApplication.processEvents()
    assert cockpit.forward.mapTo(cockpit, cockpit.forward.rect().topLeft()).y() > prompts_top(cockpit)


def prompts_top(cockpit):
    return cockpit.prompts.mapTo(cockpit, cockpit.prompts.rect().topLeft()).y()
