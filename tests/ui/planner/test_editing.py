"""Carrying, stretching, taking back to the very beginning, and what is replaced as a whole."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desk.planning import plan_meeting
from facilitator.library.library import Library
from facilitator.model.agenda import Step, total_minutes
from facilitator.model.audience import Audience
from facilitator.model.network import Network
from facilitator.model.session import Session
from facilitator.places import resources_folder
from facilitator.store import sessions
from facilitator.store.database import Database
from ui.page import Surroundings
from ui.planner.page import PlannerPage
from ui.widgets.agenda_timeline import METHOD
from ui.widgets.fields import ChoiceField

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(around: Surroundings, planned_session: Session, shown) -> Iterator[PlannerPage]:
    made = shown(PlannerPage(around, planned_session.id))
    yield made
    made.leaving(remade=False)
    made.hide()


@pytest.fixture
def kept(page: PlannerPage, planned_session: Session, database: Database, qtbot: QtBot):
    """The agenda on disk, once it is what is shown."""

    def read() -> tuple[Step, ...]:
        qtbot.waitUntil(lambda: sessions.agenda(database, planned_session.id) == page.steps, timeout=5000)
        return page.steps

    return read


def choose(page: PlannerPage, qtbot: QtBot, place: int) -> Step:
    """Chooses a step by keys."""
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, K.Key_Home)
    for _ in range(place):
        qtbot.keyClick(page.timeline, K.Key_Down)
    return page.steps[place]


def drag(page: PlannerPage, qtbot: QtBot, start: QPointF, end: QPointF) -> None:
    """Presses, carries and lets go, as a hand does."""
    view = page.timeline.viewport()
    qtbot.mousePress(view, LEFT, NOTHING, start.toPoint())
    half = (start + end) / 2
    qtbot.mouseMove(view, half.toPoint())
    qtbot.mouseMove(view, end.toPoint())
    qtbot.mouseRelease(view, LEFT, NOTHING, end.toPoint())


def test_a_step_is_carried_to_another_place(page: PlannerPage, kept, qtbot: QtBot) -> None:
    before = [step.id for step in page.steps]
    first, third = page.timeline._places[0], page.timeline._places[2]
    drag(page, qtbot, first.center(), QPointF(first.center().x(), third.bottom() - 3))
    assert [step.id for step in kept()] == [before[1], before[2], before[0], *before[3:]]


def test_a_step_is_stretched_by_its_lower_edge(page: PlannerPage, kept, qtbot: QtBot) -> None:
    third = page.timeline._places[2]
    edge = QPointF(third.center().x(), third.bottom())
    drag(page, qtbot, edge, edge + QPointF(0, 10 * page.timeline._px))
    assert kept()[2].minutes == 26


def test_everything_is_taken_back_to_the_very_beginning_and_done_again(page: PlannerPage, kept, qtbot: QtBot) -> None:
    beginning = page.steps
    choose(page, qtbot, 2)
    for key, modifier in ((K.Key_Plus, NOTHING), (K.Key_Down, ALT), (K.Key_Delete, NOTHING), (K.Key_D, CTRL)):
        qtbot.keyClick(page.timeline, key, modifier)
    qtbot.mouseClick(page.findChild(QPushButton, "add_break"), LEFT)
    title = page.findChild(QLineEdit, "step_title")
    title.setFocus()
    qtbot.keyClicks(title, "Kaffe")
    qtbot.keyClick(title, K.Key_Return)
    end = kept()
    assert page.undo_stack.count() == 6
    for _ in range(9):
        qtbot.keyClick(page.timeline, K.Key_Z, CTRL)
    assert kept() == beginning
    for _ in range(9):
        qtbot.keyClick(page.timeline, K.Key_Y, CTRL)
    assert kept() == end


def test_ctrl_z_in_a_field_is_the_agenda_s_once_nothing_is_being_written_there(
    page: PlannerPage, kept, qtbot: QtBot
) -> None:
    before = page.steps
    minutes = page.findChild(QSpinBox, "minutes")
    minutes.setFocus()
    qtbot.keyClick(minutes, K.Key_Up)
    assert kept()[0].minutes == before[0].minutes + 1
    qtbot.keyClick(minutes, K.Key_Z, CTRL)
    assert kept() == before
    assert minutes.value() == before[0].minutes
    title = page.findChild(QLineEdit, "step_title")
    title.setFocus()
    qtbot.keyClicks(title, "Godmorgen")
    qtbot.keyClick(title, K.Key_Z, CTRL)
    assert title.text() == ""
    assert page.steps == before


def test_an_agenda_that_is_too_long_says_by_how_much_and_one_that_is_short_is_calm(
    page: PlannerPage, qtbot: QtBot
) -> None:
    over = page.findChild(QLabel, "too_long")
    assert not over.isVisible()
    for _ in range(2):
        qtbot.mouseClick(page.findChild(QPushButton, "add_free"), LEFT)
    assert over.isVisible()
    words = "Dagsordenen er 20 minutter for lang. De fredede punkter er ikke rørt. Vælg, hvad der skal udgå."
    assert over.text() == words
    choose(page, qtbot, 5)
    qtbot.keyClick(page.timeline, K.Key_Delete)
    qtbot.keyClick(page.timeline, K.Key_Delete)
    assert total_minutes(page.steps) < 180
    assert not over.isVisible()


def test_a_part_is_called_something_else_and_is_the_method_s_again(page: PlannerPage, kept, qtbot: QtBot) -> None:
    case = next(place for place, step in enumerate(page.steps) if step.method == "reflecting-team")
    choose(page, qtbot, case)
    part = page.findChild(ChoiceField, "part")
    part.setFocus()
    qtbot.keyClick(part, K.Key_Down)
    title = page.findChild(QLineEdit, "part_title")
    method_s = title.text()
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Hvad er svært?")
    qtbot.keyClick(title, K.Key_Return)
    assert [each.title for each in kept()[case].parts if each.title] == ["Hvad er svært?"]
    assert part.currentText() == "Hvad er svært?"
    qtbot.mouseClick(page.findChild(QPushButton, "use_method"), LEFT)
    assert not any(each.title for each in kept()[case].parts)
    assert title.text() == method_s


def test_words_changed_in_a_part_are_kept_under_the_part_alone(page: PlannerPage, kept, qtbot: QtBot) -> None:
    case = next(place for place, step in enumerate(page.steps) if step.method == "reflecting-team")
    choose(page, qtbot, case)
    part = page.findChild(ChoiceField, "part")
    part.setFocus()
    qtbot.keyClick(part, K.Key_Down)
    watch = page.findChild(QWidget, "prompt_watch")
    method_s = watch.toPlainText()
    watch.setFocus()
    watch.selectAll()
    qtbot.keyClicks(watch, "Uret")
    qtbot.keyClick(watch, K.Key_Return, CTRL)
    assert kept()[case].words == {f"{page.steps[case].parts[0].key}.watch": "Uret"}
    watch.selectAll()
    qtbot.keyClick(watch, K.Key_Delete)
    qtbot.keyClick(watch, K.Key_Return, CTRL)
    assert kept()[case].words == {}
    assert watch.toPlainText() == method_s


def test_another_template_is_said_before_it_is_done_and_taken_back(page: PlannerPage, kept, qtbot: QtBot) -> None:
    before = page.steps
    for button, changes in (("cancel", False), ("save", True)):
        page.head.templates_asked.emit()
        dialog = page.findChild(QDialog, "template_dialog")
        qtbot.waitUntil(dialog.isVisible)
        choice = dialog.findChild(ChoiceField, "template")
        qtbot.keyClick(choice, K.Key_Down)
        with qtbot.waitSignal(dialog.destroyed):
            qtbot.mouseClick(dialog.findChild(QPushButton, button), LEFT)
        assert (kept() != before) is changes
    assert not {step.id for step in page.steps} & {step.id for step in before}
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, K.Key_Z, CTRL)
    assert kept() == before


def test_a_method_dropped_on_an_empty_agenda_is_its_first_step(page: PlannerPage, kept) -> None:
    page.edit(())
    data = QMimeData()
    data.setData(METHOD, b"quick-case")
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, NOTHING)
    page.findChild(QWidget, "empty_state").dropEvent(drop)
    assert [step.method for step in kept()] == ["quick-case"]
    assert page.timeline.isVisible()


def test_the_last_meeting_s_agenda_is_copied_with_new_ids(
    page: PlannerPage, kept, network: Network, database: Database
) -> None:
    earlier = plan_meeting(
        database,
        Library(resources_folder()),
        network,
        template="founding",
        starts_at=datetime(2026, 10, 27, 9),
        place="",
        host="",
    )
    copied = sessions.agenda(database, earlier.id)
    page.head.copy_asked.emit()
    assert [step.method for step in kept()] == [step.method for step in copied]
    assert not {step.id for step in page.steps} & {step.id for step in copied}


def test_what_was_planned_is_there_again_in_either_language(
    page: PlannerPage, kept, around: Surroundings, shown, qtbot: QtBot
) -> None:
    choose(page, qtbot, 1)
    qtbot.keyClick(page.timeline, K.Key_Plus)
    qtbot.mouseClick(page.findChild(QPushButton, "add_break"), LEFT)
    steps = kept()
    english = replace(around, language=around.workspace.language("en"))
    again = shown(PlannerPage(english, page.workspace.sessions(page.workspace.overviews()[0].network.id)[0].id))
    assert again.steps == steps
    assert again.findChild(QLabel, "total").text() == "196 of 180 min."
    assert again.timeline.selected_id() == steps[0].id
    again.timeline.setFocus()
    qtbot.keyClick(again.timeline, K.Key_Down)
    assert again.timeline.accessibleDescription().startswith("9:06, Check-in round, 13 min.")
    again.leaving(remade=False)
    again.hide()


def test_rubbish_in_every_field_is_kept_as_written_and_breaks_nothing(page: PlannerPage, kept, qtbot: QtBot) -> None:
    rubbish = "<b>%s\u202e{0} \U0001f9ea" + "x" * 200
    for name in ("step_title", "working_title"):
        field = page.findChild(QLineEdit, name)
        field.setFocus()
        field.setText("")
        field.insert(rubbish[: field.maxLength()])
        field.setModified(True)
        qtbot.keyClick(field, K.Key_Return)
    assert kept()[0].title.startswith("<b>%s")
    assert kept()[0].working_title.startswith("<b>%s")


def test_the_wheel_over_a_field_never_changes_who_may_read(page: PlannerPage, kept) -> None:
    audience = page.findChild(ChoiceField, "audience")
    audience.setFocus()
    where = QPointF(audience.rect().center())
    for down in (-120, 120, -240):
        turn = QWheelEvent(
            where,
            QPointF(audience.mapToGlobal(where.toPoint())),
            QPoint(),
            QPoint(0, down),
            Qt.MouseButton.NoButton,
            NOTHING,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(audience, turn)
    assert audience.chosen_id() == Audience.minutes.value
    assert kept()[0].audience is Audience.minutes


def test_the_run_sheet_and_the_agenda_are_written_where_the_user_wants_them(
    page: PlannerPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked, name in ((page.head.run_sheet_asked, "drejebog"), (page.head.agenda_asked, "dagsorden.pdf")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, to=name: (str(tmp_path / to), ""))
        with qtbot.waitSignal(page.said, timeout=20000) as told:
            asked.emit()
        file = (tmp_path / name).with_suffix(".pdf")
        assert file.read_bytes().startswith(b"%PDF")
        assert file.name in told.args[0]


def test_a_cancelled_meeting_can_be_held_after_all(
    around: Surroundings, planned_session: Session, database: Database, shown, qtbot: QtBot
) -> None:
    sessions.cancel_session(database, planned_session.id)
    page = shown(PlannerPage(around, planned_session.id))
    assert page.findChild(QPushButton, "start_meeting").text() == "Hold det alligevel"
    assert not page.findChild(QPushButton, "rehearse").isVisible()
    qtbot.mouseClick(page.findChild(QPushButton, "start_meeting"), LEFT)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "start_meeting").text() == "Start mødet")
    page.leaving(remade=False)
    page.hide()
