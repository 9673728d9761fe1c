"""A bug of ours in the window: one calm sentence, a report to be read under Help, and whatever runs goes on."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.model.event import kind_of
from facilitator.model.member import Member
from facilitator.model.session import Session
from facilitator.store import networks, runs
from facilitator.store.database import Database
from ui.errors import ErrorKeeper
from ui.live.page import LivePage
from ui.main_window import MainWindow
from ui.page import Surroundings, ToLive
from ui.report import ReportSheet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(around: Surroundings, shown, monkeypatch):
    """The window with its keeper of errors, as the app connects the two."""
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    made = shown(MainWindow(around))
    keeper = ErrorKeeper(around.workspace.places.logs, made)
    keeper.said.connect(made.complain)
    around.workspace.went_wrong.connect(keeper.keep)
    made.keeper = keeper
    yield made
    made.shut()


def a_bug(member: Member) -> None:
    raise ValueError(f"{member.name}, {member.email}")


def report_of(window: MainWindow, qtbot: QtBot) -> ReportSheet:
    """By the keys: F1, and the button there."""
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "show_report") is not None)
    qtbot.mouseClick(window.findChild(QPushButton, "show_report"), LEFT)
    qtbot.waitUntil(lambda: window.findChild(ReportSheet) is not None and window.findChild(ReportSheet).isVisible())
    return window.findChild(ReportSheet)


def test_a_bug_is_told_calmly_and_stands_in_the_report_without_a_name(
    window: MainWindow, database: Database, planned_session: Session, qtbot: QtBot
) -> None:
    member = networks.members_of(database, planned_session.network)[0]
    try:
        a_bug(member)
    except ValueError as error:
        window.keeper.keep(error)

    at = window.language.clock(window._around.workspace.now())
    assert window.foot.words.replace("\N{NO-BREAK SPACE}", " ") == (
        f"Noget gik galt i appen. Alt til og med kl. {at} er gemt. Fortsæt; rapporten ligger under Hjælp."
    )
    text = report_of(window, qtbot).findChild(QPlainTextEdit, "report").toPlainText()
    assert "ValueError" in text
    assert "test_report.py" in text
    assert "a_bug" in text
    for words in (member.name, "Skoleledere", str(window._around.workspace.store_path.parent)):
        assert words not in text


def test_the_report_is_copied_or_kept_where_the_user_wants_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch
) -> None:
    sheet = report_of(window, qtbot)
    qtbot.mouseClick(sheet.findChild(QPushButton, "copy_report"), LEFT)
    assert QApplication.clipboard().text() == sheet.text.toPlainText()
    assert sheet.text.toPlainText().endswith("Intet er gået galt.")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "rapport"), ""))
    qtbot.mouseClick(sheet.findChild(QPushButton, "save_report"), LEFT)
    qtbot.waitUntil((tmp_path / "rapport.txt").exists)

    assert (tmp_path / "rapport.txt").read_text(encoding="utf-8") == sheet.text.toPlainText()


def test_help_leaves_the_user_where_they_are(window: MainWindow, planned_session: Session, qtbot: QtBot) -> None:
    before = window.here
    help_button = next(each for each in window.nav.findChildren(QAbstractButton) if each.accessibleName() == "Hjælp")

    qtbot.mouseClick(help_button, LEFT)

    qtbot.waitUntil(lambda: window.findChild(QPushButton, "show_report") is not None)
    assert window.here == before


def test_a_bug_in_the_middle_of_a_meeting_stops_nothing(
    window: MainWindow, around: Surroundings, planned_session: Session, database: Database, qtbot: QtBot
) -> None:
    window.go(ToLive(planned_session.id, start=True))
    page = window.page
    assert isinstance(page, LivePage)
    qtbot.waitUntil(lambda: page.live is not None and page.live.state.live)
    member = networks.members_of(database, planned_session.network)[0]
    window.keeper.take_over()
    QTimer.singleShot(0, lambda: a_bug(member))
    qtbot.waitUntil(lambda: "Noget gik galt i appen" in window.foot.words)

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)

    qtbot.waitUntil(lambda: page.live.state.current == 1)
    assert kind_of(runs.load_run(database, planned_session.id).events[-1]) == "step_entered"
