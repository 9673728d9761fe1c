"""What the network's own meetings took is said beside the length of a step, and used by one press."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from facilitator.desk.meetings import lead
from facilitator.desk.planning import plan_meeting
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live import commands
from facilitator.live.clock import ManualClock
from facilitator.model.network import Network
from facilitator.model.session import Session, begins
from facilitator.places import resources_folder
from facilitator.store import sessions
from facilitator.store.database import Database
from tests.ui.live.builders import plain
from ui.page import Surroundings
from ui.planner.page import PlannerPage

CTRL = Qt.KeyboardModifier.ControlModifier


def held(database: Database, network: Network, day: datetime, minutes: float, language: Language) -> None:
    """A meeting in which every step took that long."""
    library = Library(resources_folder())
    session = plan_meeting(database, library, network, template="ordinary", starts_at=day, place="", host="")
    clock = ManualClock(wall=round(begins(session).timestamp() * 1000))
    runner = lead(database, session.id, clock, library, language).runner
    runner.do(commands.Start())
    for _ in sessions.agenda(database, session.id)[1:]:
        clock.wait(minutes * 60)
        runner.do(commands.Next())
    clock.wait(minutes * 60)
    runner.do(commands.Finish())


@pytest.fixture
def page(around: Surroundings, database: Database, network: Network, planned_session: Session, shown):
    for month, minutes in ((9, 14), (10, 16), (11, 31)):
        held(database, network, datetime(2026, month, 8, 9), minutes, around.language)
    made = shown(PlannerPage(around, planned_session.id))
    yield made
    made.leaving(remade=False)


def test_it_is_said_and_used_by_one_press_that_can_be_taken_back(page: PlannerPage, qtbot) -> None:
    check_in = page.steps[1]
    page._select(check_in.id)
    told = page.inspector.findChild(QLabel, "usual_length")
    use = page.inspector.findChild(QPushButton, "use_usual_length")
    qtbot.waitUntil(told.isVisible)

    assert plain(told.text()) == "Hos jer tager tjek ind 16 min. (3 møder)"
    assert use.text() == "Brug 16 min."
    assert check_in.minutes != 16
    qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    assert page.steps[1].minutes == 16
    assert not use.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert page.steps[1] == check_in
    assert use.isVisible()


def test_nothing_is_said_of_a_step_without_a_method(page: PlannerPage, qtbot) -> None:
    told = page.inspector.findChild(QLabel, "usual_length")
    page._select(page.steps[1].id)
    qtbot.waitUntil(told.isVisible)

    page.add_free()

    assert not told.isVisible()
    assert not page.inspector.findChild(QPushButton, "use_usual_length").isVisible()
