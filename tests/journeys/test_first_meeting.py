"""From a fresh computer to minutes in hand, by keys and clicks alone."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.conftest import User

MEMBERS = """Navn;E-mailadresse;Institution;Tlf.
Mette Sørensen;mette@vesteraa.dk;Højvang Skole;12 34 56 01
Jonas Kjær;jonas@vesteraa.dk;Søndre Skole;12 34 56 02
Åse Aaberg;aase@vesteraa.dk;Østre Skole;12 34 56 03
Claus Friis;claus vesteraa.dk;Fjordskolen;12 34 56 04
"""


def test_a_consultant_on_a_fresh_computer_has_minutes_before_leaving_the_room(user: User, tmp_path: Path) -> None:
    user.click("create_network")
    user.write("name", "Skoleledere i Vesterå")
    user.write("profile", "Karen Holm")
    user.press(Qt.Key.Key_Return)

    user.see("network_page")
    user.press(Qt.Key.Key_2, ctrl=True)
    file = tmp_path / "ledere-vesterå.csv"
    file.write_text(MEMBERS, encoding="cp1252")
    user.name_file(file, lambda: user.click("import_members"))
    user.see("import_dialog")
    user.click("import")
    workspace = user.app.workspace
    assert workspace is not None
    network = workspace.overviews()[0].network
    user.wait_for(lambda: len(workspace.members(network.id)) == 3)

    user.press(Qt.Key.Key_3, ctrl=True)
    user.click("new_meeting")
    user.see("new_meeting_dialog")
    user.press(Qt.Key.Key_Return)
    user.wait_for(lambda: len(workspace.sessions(network.id)) == 1)
