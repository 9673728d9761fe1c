"""Where a file is to go: no file is replaced that nobody was asked about."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.saving import ask_where_to


@pytest.fixture
def answers(monkeypatch):
    """What the user types into the dialog, one answer a question."""
    given, asked = [], []

    def ask(_parent, _title, name, _form):
        asked.append(name)
        return given.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return given, asked


def where(qtbot) -> Path | None:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ask_where_to(parent, "Eksportér", "referat.pdf", "PDF (*.pdf)", ".pdf")


def test_a_name_without_its_ending_gets_it(answers, tmp_path, qtbot):
    answers[0].append(str(tmp_path / "referat"))

    assert where(qtbot) == tmp_path / "referat.pdf"
    assert len(answers[1]) == 1


def test_a_name_with_a_full_stop_in_it_is_left_as_it_was_typed(answers, tmp_path, qtbot):
    answers[0].append(str(tmp_path / "Prøve 3.12.pdf"))

    assert where(qtbot) == tmp_path / "Prøve 3.12.pdf"


def test_where_the_ending_makes_it_a_file_that_is_there_it_is_asked_again(answers, tmp_path, qtbot):
    (tmp_path / "referat.pdf").write_bytes(b"det gamle")
    answers[0].extend([str(tmp_path / "referat"), str(tmp_path / "andet.pdf")])

    assert where(qtbot) == tmp_path / "andet.pdf"
    assert answers[1][1] == str(tmp_path / "referat.pdf")


def test_leaving_the_dialog_names_nothing(answers, qtbot):
    answers[0].append("")

    assert where(qtbot) is None
