"""From a fresh computer to minutes in hand, by keys and clicks alone."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from facilitator.model.session import SessionState
from tests.journeys.conftest import User

MEMBERS = """Navn;E-mailadresse;Institution;Tlf.
Mette Sørensen;mette@vesteraa.dk;Højvang Skole;12 34 56 01
Jonas Kjær;jonas@vesteraa.dk;Søndre Skole;12 34 56 02
Åse Aaberg;aase@vesteraa.dk;Østre Skole;12 34 56 03
Claus Friis;claus vesteraa.dk;Fjordskolen;12 34 56 04
"""
DECISION = "Jonas leder sagen på møde 5."  # QTest can type æ, ø and å, but not é
PROMISE = "Sender to datoer for skolebesøg"
SECRET = "Dette er kun for mig selv"


def test_a_consultant_on_a_fresh_computer_has_minutes_before_leaving_the_room(user: User, tmp_path: Path) -> None:
    workspace = user.app.workspace
    assert workspace is not None

    # A network, with a name and nothing else.
    user.click("create_network")
    user.write("name", "Skoleledere i Vesterå")
    user.write("profile", "Karen Holm")
    user.press(Qt.Key.Key_Return)
    user.see("network_page")
    network = workspace.overviews()[0].network

    # Its members, out of the file that there is; one line can't be used.
    user.press(Qt.Key.Key_2, ctrl=True)
    file = tmp_path / "ledere-vesterå.csv"
    file.write_text(MEMBERS, encoding="cp1252")
    user.name_file(file, lambda: user.click("import_members"))
    user.see("import_dialog")
    user.click("import")
    user.wait_for(lambda: len(workspace.members(network.id)) == 3)

    # A meeting from a template, and the agenda opens.
    user.press(Qt.Key.Key_3, ctrl=True)
    user.click("new_meeting")
    user.see("new_meeting_dialog")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: len(workspace.sessions(network.id)) == 1)
    user.wait_for(lambda: QApplication.activeModalWidget() is None)
    user.press(Qt.Key.Key_Return, on=user.see("meetings"))
    user.see("planner_page")
    session = workspace.sessions(network.id)[0]
    timeline = user.see("agenda_timeline")
    steps = workspace.agenda(session.id)
    user.press(Qt.Key.Key_Down, on=timeline)
    user.press(Qt.Key.Key_Down, alt=True, on=timeline)
    user.wait_for(lambda: workspace.agenda(session.id)[2].id == steps[1].id)
    user.press(Qt.Key.Key_Z, ctrl=True)
    user.wait_for(lambda: workspace.agenda(session.id) == steps)

    # It runs, in front of people.
    user.click("start_meeting")
    user.see("live_page")
    user.wait_for(lambda: workspace.session(session.id).state is SessionState.running)
    _write_down(user, Qt.Key.Key_2, DECISION)
    _write_down(user, Qt.Key.Key_3, PROMISE)
    user.press(Qt.Key.Key_F4)
    _write_down(user, Qt.Key.Key_1, SECRET, private=True)
    user.wait_for(lambda: len(workspace.outcomes(session.id)) == 3)
    user.press(Qt.Key.Key_F12, ctrl=True)
    user.see("finish_panel")
    user.press(Qt.Key.Key_Return)

    # The minutes are there to be read through, and go to a file.
    user.see("minutes_page")
    user.wait_for(lambda: workspace.session(session.id).state is SessionState.held)
    preview = user.see("preview")
    user.wait_for(lambda: bool(preview.content))
    to = tmp_path / "referat.pdf"
    user.name_file(to, lambda: user.press(Qt.Key.Key_E, ctrl=True))
    user.wait_for(to.exists)
    user.wait_for(lambda: to.stat().st_size > 0)
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(to).pages).split())
    assert to.read_bytes() == preview.content
    for told in ("Skoleledere i Vesterå", DECISION, PROMISE, "Karen Holm", "Mette Sørensen", "Åse Aaberg", "Kladde"):
        assert told in words
    assert SECRET not in words


def _write_down(user: User, kind: Qt.Key, text: str, *, private: bool = False) -> None:
    """Write it down in the cockpit without leaving the keyboard."""
    user.press(kind, ctrl=True)
    editor = user.see("editor", QPlainTextEdit)
    user.qtbot.keyClicks(editor, text)
    if private:
        while "denne computer" not in user.see("audiences").accessibleDescription():
            user.press(Qt.Key.Key_H, ctrl=True)
    user.press(Qt.Key.Key_Return, ctrl=True)
