"""What a slip of the hand must not cost: words half written, a file that stood there, a private note deleted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from facilitator.model.audience import Audience
from facilitator.model.outcome import Decision, Note
from tests.ui.minutes.test_review import CTRL, Desk, K, desk, held

__all__ = ["desk", "held"]  # fixtures


def written(desk: Desk, words: str) -> QLineEdit:
    """A note of the minutes with these words in its field, not kept yet."""
    note = next(each for each in desk.kept(Note) if each.audience is Audience.minutes)
    field = desk.find(f"text_{note.id}")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    desk.qtbot.keyClicks(field, words)
    return field


def test_a_private_note_deleted_while_it_is_asked_about_stays_deleted(desk: Desk) -> None:
    desk.paper()
    desk.click("unfold_note")
    desk.paper()
    private = next(each for each in desk.kept(Note) if each.audience is Audience.private)
    desk.tick(private)
    yes = desk.find("answer_yes")
    desk.click(f"remove_{private.id}")
    assert not yes.isVisible()
    desk.paper()
    assert private.id not in [each.id for each in desk.kept(Note)]


def test_the_menu_of_a_field_takes_nothing_of_what_is_being_written(desk: Desk) -> None:
    field = written(desk, "Halvt skrevet")
    menu = field.createStandardContextMenu()
    menu.popup(field.mapToGlobal(field.rect().center()))
    desk.qtbot.waitUntil(menu.isVisible)
    desk.qtbot.keyClick(menu, K.Key_Escape)
    desk.qtbot.waitUntil(lambda: not menu.isVisible())
    assert field.text() == "Halvt skrevet"


def test_ctrl_z_in_a_field_takes_back_what_was_kept(desk: Desk) -> None:
    field = written(desk, "Nyt")
    desk.qtbot.keyClick(field, K.Key_Return)
    desk.qtbot.waitUntil(lambda: "Nyt" in [each.text for each in desk.kept(Note)])
    desk.paper()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    desk.qtbot.keyClick(focused, K.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: "Nyt" not in [each.text for each in desk.kept(Note)])


def test_the_keyboard_stays_on_the_line_that_was_ticked(desk: Desk) -> None:
    desk.paper()
    decision = desk.kept(Decision)[0]
    desk.tick(decision)
    desk.qtbot.waitUntil(lambda: desk.kept(Decision)[0].audience is Audience.network)
    desk.paper()
    assert QApplication.focusWidget() is desk.find(f"in_{decision.id}")


def test_a_name_without_its_ending_replaces_no_file_unasked(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "referat.pdf"
    old.write_text("det gamle")
    proposed: list[str] = []

    def answer(_parent: object, _title: str, name: str, _form: str) -> tuple[str, str]:
        proposed.append(name)
        return (str(tmp_path / "referat"), "") if len(proposed) == 1 else ("", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    desk.page.outgoing.export("minutes")
    assert proposed[1:] == [str(old)]
    assert old.read_text() == "det gamle"


def test_a_name_without_its_ending_gets_it(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nyt referat"), ""))
    with desk.qtbot.waitSignal(desk.page.said):
        desk.page.outgoing.export("minutes")
    assert (tmp_path / "nyt referat.pdf").read_bytes().startswith(b"%PDF")
