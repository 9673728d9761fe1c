"""The review by keys and clicks: what is ticked comes into the paper, what is private never does."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desk.example import play_demo
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.outcome import Action, AnyOutcome, Decision, Note
from facilitator.model.session import Session
from facilitator.places import Places, resources_folder
from facilitator.store import documents, outcomes, sessions
from facilitator.store.database import Database
from ui.minutes.page import MinutesPage
from ui.page import Surroundings, ToPlanner

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = "Åses mødeplan"


class Desk:
    """The page in a window that has the keyboard, and the store under it."""

    def __init__(self, page: MinutesPage, database: Database, session: Session, qtbot: QtBot) -> None:
        self.page, self.database, self.session, self.qtbot = page, database, session, qtbot

    def kept(self, kind: type[AnyOutcome]) -> list[AnyOutcome]:
        return [each for each in outcomes.outcomes_of(self.database, self.session.id) if isinstance(each, kind)]

    def paper(self) -> str:
        """What the paper that is shown says; waits until it is the latest."""
        self.qtbot.waitUntil(self._still, timeout=10_000)
        pages = PdfReader(BytesIO(self.page.preview.content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def find(self, name: str) -> QWidget:
        self.qtbot.waitUntil(lambda: self._named(name) is not None)
        found = self._named(name)
        assert found is not None
        return found

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def tick(self, outcome: AnyOutcome) -> None:
        box = self.find(f"in_{outcome.id}")
        box.setFocus()
        self.qtbot.keyClick(box, K.Key_Space)

    def _named(self, name: str) -> QWidget | None:
        every = [each for each in self.page.findChildren(QWidget, name) if each.isVisible()]
        return every[-1] if every else None

    def _still(self) -> bool:
        page = self.page
        busy = page._job is not None or page._anew.isActive() or page._again.isActive()
        return not busy and page.workspace._writer.idle and bool(page.preview.content)


@pytest.fixture
def held(database: Database, places: Places) -> Session:
    """The December meeting, played through the engine."""
    language = Language.load("da", resources_folder() / "locale")
    return play_demo(database, Library(places.resources), language)


@pytest.fixture
def desk(around: Surroundings, database: Database, held: Session, qtbot: QtBot) -> Desk:
    page = MinutesPage(around, held.id)
    made = Desk(page, database, held, qtbot)
    # Nothing is on its way any more when the store is closed.
    qtbot.addWidget(page, before_close_func=lambda _: made.paper())
    page.resize(1280, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return made


def test_what_is_unticked_goes_out_of_the_paper_and_comes_back_by_undo(desk: Desk) -> None:
    decision = desk.kept(Decision)[0]
    assert decision.text.rstrip(".") in desk.paper()
    desk.tick(decision)
    desk.qtbot.waitUntil(lambda: desk.kept(Decision)[0].audience is Audience.network)
    assert decision.text.rstrip(".") not in desk.paper()
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.page, K.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.kept(Decision)[0].audience is Audience.minutes)
    assert decision.text.rstrip(".") in desk.paper()


def test_what_is_private_is_folded_and_never_in_either_paper(desk: Desk) -> None:
    assert SECRET not in desk.paper()
    shown = " ".join(each.text() for each in desk.page.findChildren(QLineEdit) if each.isVisible())
    assert SECRET not in shown
    desk.page._choose_kind("minutes")
    assert SECRET not in desk.paper()
    desk.click("unfold_note")
    desk.qtbot.waitUntil(lambda: secret_is_shown(desk))


def secret_is_shown(desk: Desk) -> bool:
    return any(SECRET in each.text() for each in desk.page.findChildren(QLineEdit) if each.isVisible())


def test_what_is_private_is_folded_again_by_the_key_that_unfolded_it(desk: Desk) -> None:
    desk.paper()
    fold = desk.find("unfold_note")
    fold.setFocus()
    desk.qtbot.keyClick(fold, K.Key_Return)
    desk.qtbot.waitUntil(lambda: secret_is_shown(desk))

    desk.qtbot.keyClick(QApplication.focusWidget(), K.Key_Return)
    assert not secret_is_shown(desk)
    assert QApplication.focusWidget() is desk.find("unfold_note")


def test_what_is_private_is_shown_while_alt_is_held(desk: Desk) -> None:
    desk.paper()
    desk.find("unfold_note").setFocus()
    desk.qtbot.keyPress(QApplication.focusWidget(), K.Key_Alt)
    desk.qtbot.waitUntil(lambda: secret_is_shown(desk))

    desk.qtbot.keyRelease(QApplication.focusWidget(), K.Key_Alt)
    assert not secret_is_shown(desk)


def test_alt_takes_nothing_from_what_is_being_written(desk: Desk) -> None:
    desk.paper()
    note = next(each for each in desk.kept(Note) if each.audience is Audience.minutes)
    field = desk.find(f"text_{note.id}")
    field.setFocus()
    desk.qtbot.keyClicks(field, "Halvt skrevet")
    desk.qtbot.keyClick(field, K.Key_Alt)

    assert field.hasFocus()
    assert "Halvt skrevet" in field.text()  # type: ignore[attr-defined]
    assert not secret_is_shown(desk)
    desk.qtbot.keyClick(field, K.Key_Escape)


def test_a_text_is_edited_where_it_stands(desk: Desk) -> None:
    note = next(each for each in desk.kept(Note) if each.audience is Audience.minutes)
    field = desk.find(f"text_{note.id}")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    desk.qtbot.keyClicks(field, "Tema: vikarer")
    desk.qtbot.keyClick(field, K.Key_Return)
    desk.qtbot.waitUntil(lambda: "Tema: vikarer" in [each.text for each in desk.kept(Note)])
    assert "Tema: vikarer" in desk.paper()


def test_an_emptied_text_stays_what_it_was(desk: Desk) -> None:
    note = next(each for each in desk.kept(Note) if each.audience is Audience.minutes)
    field = desk.find(f"text_{note.id}")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    desk.qtbot.keyClick(field, K.Key_Backspace)
    desk.qtbot.keyClick(field, K.Key_Return)
    assert field.text() == note.text  # type: ignore[attr-defined]
    assert note in desk.kept(Note)


def test_something_deleted_is_had_back(desk: Desk) -> None:
    decision = desk.kept(Decision)[0]
    desk.click(f"remove_{decision.id}")
    desk.qtbot.waitUntil(lambda: decision not in desk.kept(Decision))
    desk.click("undo")
    desk.qtbot.waitUntil(lambda: decision in desk.kept(Decision))


def test_something_forgotten_is_added(desk: Desk) -> None:
    menu = desk.page.findChild(QMenu, "add_menu")
    assert menu is not None
    next(each for each in menu.actions() if each.objectName() == "add_decision").trigger()
    dialog = desk.find("text_dialog")
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    desk.qtbot.keyClicks(field, "Vi begynder kl. 8.45")
    desk.qtbot.mouseClick(dialog.findChild(QWidget, "save"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: "Vi begynder kl. 8.45" in [each.text for each in desk.kept(Decision)])
    assert "Vi begynder kl. 8.45" in desk.paper()


def test_nothing_at_all_is_not_added(desk: Desk) -> None:
    before = desk.kept(Decision)
    menu = desk.page.findChild(QMenu, "add_menu")
    assert menu is not None
    next(each for each in menu.actions() if each.objectName() == "add_decision").trigger()
    dialog = desk.find("text_dialog")
    save = dialog.findChild(QWidget, "save")
    desk.qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    desk.qtbot.keyClick(dialog, K.Key_Escape)
    assert desk.kept(Decision) == before


def test_who_was_there_is_put_right(desk: Desk) -> None:
    desk.click("who_was_there")
    dialog = desk.find("facts_dialog")
    names = desk.page.workspace.meeting(desk.session.id).people
    ib = next(member for member, name in names.items() if name == "Ib Juul")
    status = dialog.findChild(QWidget, f"status_{ib}")
    status.choose(Status.present.value)  # type: ignore[union-attr]
    desk.qtbot.keyClicks(dialog.findChild(QLineEdit, "guest"), "Pia Ravn")
    desk.qtbot.keyClicks(dialog.findChild(QLineEdit, "leader"), "Mette S.")
    desk.qtbot.mouseClick(dialog.findChild(QWidget, "save"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    paper = desk.paper()
    assert "Pia Ravn" in paper
    assert "Mette S." in paper
    marks = {each.member: each.status for each in sessions.attendance_of(desk.database, desk.session.id)}
    assert marks[ib] is Status.present


def test_approving_keeps_the_very_bytes_and_locks_the_page(desk: Desk) -> None:
    desk.paper()
    desk.click("approve")
    dialog = desk.find("approve_dialog")
    desk.qtbot.mouseClick(dialog.findChild(QWidget, "save"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.page.locked, timeout=10_000)
    assert "Godkendt den 7. december 2026" in desk.paper()
    archived = documents.documents_of(desk.database, desk.session.id)
    assert documents.content_of(desk.database, archived[-1].id) == desk.page.preview.content
    decision = desk.kept(Decision)[0]
    assert not desk.find(f"in_{decision.id}").isEnabled()
    assert sessions.get_session(desk.database, desk.session.id).approved_on == date(2026, 12, 7)


def test_the_file_is_the_paper_that_was_shown(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = tmp_path / "ud" / "referat på dansk.pdf"
    to.parent.mkdir()
    desk.paper()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    with desk.qtbot.waitSignal(desk.page.said):
        desk.qtbot.keyClick(desk.page, K.Key_E, CTRL)
    assert to.read_bytes() == desk.page.preview.content


def test_a_folder_that_is_gone_is_told_and_nothing_is_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "væk" / "referat.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    with desk.qtbot.waitSignal(desk.page.said) as told:
        desk.page.outgoing.export("minutes")
    assert "referat.pdf" in told.args[0]
    assert not to.exists()


def test_a_civil_registration_number_is_told(desk: Desk) -> None:
    note = next(each for each in desk.kept(Note) if each.audience is Audience.minutes)
    field = desk.find(f"text_{note.id}")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    desk.qtbot.keyClicks(field, "Ring til 010203-1234")
    desk.qtbot.keyClick(field, K.Key_Return)
    told = desk.find("civil_number")
    assert isinstance(told, QLabel)
    assert told.text() == ("Teksten ligner et CPR-nummer. Den er kun på denne computer. Fjern nummeret, før du deler.")
    desk.qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))


def test_actions_show_when_they_are_due_and_open_where_they_can_be_changed(desk: Desk) -> None:
    action = desk.kept(Action)[0]
    words = desk.find(f"text_{action.id}")
    words.setFocus()
    desk.qtbot.keyClick(words, K.Key_Return)
    assert desk.find("action_dialog").isVisible()
    desk.qtbot.keyClick(desk.find("action_dialog"), K.Key_Escape)


def test_a_meeting_that_is_not_held_has_no_minutes_yet(
    around: Surroundings, planned_session: Session, qtbot: QtBot
) -> None:
    page = MinutesPage(around, planned_session.id)
    qtbot.addWidget(page)
    page.show()
    button = page.findChild(QWidget, "go_on")
    with qtbot.waitSignal(page.go) as went:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert went.args == [ToPlanner(planned_session.id)]


def private_note(desk: Desk) -> AnyOutcome:
    return next(each for each in desk.kept(Note) if each.audience is Audience.private)


def unfold_and_tick(desk: Desk, outcome: AnyOutcome) -> None:
    desk.paper()
    desk.click("unfold_note")
    desk.tick(outcome)


def test_what_is_private_comes_in_only_by_a_yes(desk: Desk) -> None:
    secret = private_note(desk)
    unfold_and_tick(desk, secret)
    assert QApplication.focusWidget().objectName() == "answer_no"
    desk.qtbot.keyClick(QApplication.focusWidget(), K.Key_Space)  # a second press by mistake says no
    assert secret.text not in desk.paper()
    assert next(each for each in desk.kept(Note) if each.id == secret.id).audience is Audience.private
    assert not desk.find(f"in_{secret.id}").isChecked()

    desk.tick(secret)
    yes = desk.find("answer_yes")
    assert yes.accessibleName() == "Tag den med i referatet"
    desk.qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
    desk.qtbot.keyClick(yes, K.Key_Space)
    desk.qtbot.waitUntil(
        lambda: next(each for each in desk.kept(Note) if each.id == secret.id).audience is Audience.minutes
    )


def test_escape_leaves_what_is_private_where_it_is(desk: Desk) -> None:
    secret = private_note(desk)
    unfold_and_tick(desk, secret)
    desk.qtbot.keyClick(QApplication.focusWidget(), K.Key_Escape)
    assert not desk.page.findChild(QWidget, "question").isVisible()
    desk.paper()
    assert next(each for each in desk.kept(Note) if each.id == secret.id).audience is Audience.private


def test_every_change_is_taken_back_the_latest_first(desk: Desk) -> None:
    first, second = desk.kept(Decision)[:2]
    for number, one in enumerate((first, second)):
        desk.paper()
        desk.tick(one)
        desk.qtbot.waitUntil(lambda which=number: desk.kept(Decision)[which].audience is Audience.network)
    desk.paper()
    for number in (1, 0):
        desk.qtbot.keyClick(QApplication.focusWidget() or desk.page, K.Key_Z, CTRL)
        desk.qtbot.waitUntil(lambda which=number: desk.kept(Decision)[which].audience is Audience.minutes)
    assert not desk.page.undo_line.button.isVisible()


def test_nothing_is_taken_back_in_minutes_that_are_approved(desk: Desk) -> None:
    desk.paper()
    desk.tick(desk.kept(Decision)[0])
    desk.qtbot.waitUntil(lambda: desk.kept(Decision)[0].audience is Audience.network)
    desk.paper()
    desk.click("approve")
    desk.qtbot.mouseClick(desk.find("approve_dialog").findChild(QWidget, "save"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.page.locked, timeout=10_000)
    desk.paper()
    assert not desk.page.undo_line.button.isVisible()
    desk.page.undo_line.undo()
    desk.paper()
    assert desk.kept(Decision)[0].audience is Audience.network


def test_where_there_is_no_room_for_both_the_paper_takes_the_place_of_the_words(desk: Desk) -> None:
    words, paper = desk.find("paper_kind"), desk.page.preview
    assert paper.isVisible()

    desk.page.resize(780, 600)
    assert not paper.isVisible()
    desk.click("see_paper")
    assert paper.isVisible()
    assert not words.isVisible()

    desk.click("back_to_words")
    assert words.isVisible()
    assert not paper.isVisible()
