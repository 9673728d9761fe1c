"""The page of a network: its header, its tabs, and what an empty one says."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from facilitator.model.ids import new_id
from facilitator.model.network import Network, Phase
from facilitator.store import networks
from tests.ui.network.looking import heard, press, ready, rows_of, trouble, write
from ui.network.page import NetworkPage
from ui.page import Surroundings, ToPlanner
from ui.theme.theme import dark


def test_the_header_says_who_is_in_the_network_and_when_it_meets(make_page, meeting):
    page = make_page()

    said = [label.text() for label in page.header.findChildren(QLabel) if label.isVisible()]

    assert page.title() == "Skoleledere i Vesterå"
    assert page.header.phase.currentText() == "I gang"
    assert "4 medlemmer · skoler i Vesterå Kommune · tovholder Mette Sørensen · konsulent Karen Holm" in [
        label.accessibleName() for label in page.header.findChildren(QLabel)
    ]
    assert "Næste møde · møde 1" in said
    assert any(text.replace("\N{NO-BREAK SPACE}", " ") == "tirsdag den 8. december kl. 9.00–12.00" for text in said)


def test_the_primary_button_opens_the_next_meeting(qtbot, make_page, meeting):
    page = make_page()
    told = heard(page.go)

    press(qtbot, page, "open_meeting")

    assert told == [ToPlanner(meeting.id)]


def test_the_tabs_are_reached_by_keys(qtbot, make_page, actions):
    page = make_page()
    seen = []
    for key, held in (
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier),
    ):
        qtbot.keyClick(page.focusWidget() or page, key, held)
        seen.append(page.tabs.chosen_id())

    assert seen == ["members", "meetings", "actions", "overview"]


def test_the_phase_is_changed_from_its_menu_and_back_again(qtbot, make_page, workspace, network, meeting):
    page = make_page()

    page.header.phase.setFocus()
    qtbot.keyClick(page.header.phase, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: workspace.network(network.id).phase is Phase.vitalising)
    assert page.undo_line.text() == "Fasen er nu: Vitalisering."
    qtbot.keyClick(page.header.phase, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: workspace.network(network.id).phase is Phase.running)
    qtbot.waitUntil(lambda: page.header.phase.currentText() == "I gang")


@pytest.mark.parametrize(
    ("tab", "sentence"),
    [
        ("overview", "Netværket er nyt. Begynd med at planlægge det stiftende møde."),
        ("members", "Der er ingen medlemmer endnu. Hent dem ind fra en liste, eller skriv dem selv."),
        ("meetings", "Der er ingen møder i kalenderen. Aftal gerne et helt år ad gangen."),
        ("actions", "Ingen åbne aftaler. Dem, I laver på næste møde, kommer frem her."),
    ],
)
def test_an_empty_tab_says_what_it_is_for(make_page, workspace, tab, sentence):
    empty = networks.save_network(workspace._database, Network(id=new_id(), name="Nyt"))
    page = make_page(tab, empty)

    assert sentence in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_new_network_begins_with_its_founding_meeting(qtbot, make_page):
    page = make_page()

    press(qtbot, page, "plan_founding")

    dialog = ready(qtbot, page.meetings_tab.dialog)
    assert dialog is not None
    assert dialog.places["template"].field.chosen_id() == "founding"
    dialog.reject()


def test_the_network_is_changed_in_its_dialog(qtbot, make_page, workspace, network):
    page = make_page()
    retitled = []
    page.retitled.connect(lambda: retitled.append(page.title()))

    press(qtbot, page, "network_settings")
    ready(qtbot, page.dialog)
    write(qtbot, page.dialog, "name", "  Skoleledere   i Vesterå og omegn ")
    write(qtbot, page.dialog, "contact_email", "dpo@vesteraa.example")
    press(qtbot, page.dialog, "home")
    qtbot.keyClick(page.dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Skoleledere i Vesterå og omegn" in retitled)
    kept = workspace.network(network.id)
    assert (kept.home, kept.body.contact.email, kept.phase) == (False, "dpo@vesteraa.example", network.phase)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", "   ", "Navnet mangler. Intet er ændret. Skriv et navn."),
        ("name", "x" * 201, "Navnet er længere end 200 tegn. Intet er ændret. Gør teksten kortere."),
        ("consultant_email", "karen holm.example", "E-mail mangler @. Ret den, eller lad feltet stå tomt."),
    ],
)
def test_what_the_network_can_t_be_called_is_told_beside_the_field(qtbot, make_page, field, text, said):
    page = make_page()
    before = page.workspace.network(page.network_id)
    press(qtbot, page, "network_settings")
    ready(qtbot, page.dialog)

    page.dialog.findChild(QLineEdit, field).setText(text)
    press(qtbot, page.dialog, "save")

    assert trouble(page.dialog, field) == said
    assert page.workspace.network(page.network_id) == before
    page.dialog.reject()


def test_a_name_that_another_network_has_is_told_beside_the_field(qtbot, make_page, workspace, network):
    networks.save_network(workspace._database, replace(network, id=new_id(), name="Dagtilbud i Vesterå"))
    page = make_page()
    press(qtbot, page, "network_settings")
    ready(qtbot, page.dialog)

    write(qtbot, page.dialog, "name", "Dagtilbud i Vesterå")
    press(qtbot, page.dialog, "save")

    qtbot.waitUntil(lambda: trouble(page.dialog, "name") != "")
    assert "Dagtilbud i Vesterå" in trouble(page.dialog, "name")
    assert page.dialog.save_button.isEnabled()
    page.dialog.reject()


def test_a_zone_that_is_none_is_told_beside_the_field(qtbot, make_page):
    page = make_page()
    press(qtbot, page, "network_settings")
    ready(qtbot, page.dialog)

    page.dialog.places["zone"].field.setCurrentText("Vesterå/Rådhus")
    press(qtbot, page.dialog, "save")

    assert "Vesterå/Rådhus" in trouble(page.dialog, "zone")
    page.dialog.reject()


def test_the_page_speaks_english_in_the_dark_and_in_the_smallest_window(qtbot, workspace, network, actions):
    page = NetworkPage(Surroundings(workspace, workspace.language("en"), dark()), network.id)
    qtbot.addWidget(page)
    page.resize(1024 - 208, 700)
    page.show()
    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}

    assert {"8 Dec, 9:00–12:00", "Members", "Open actions", "The year 2026/27"} <= said
    assert [page.tabs.tabText(place) for place in range(4)] == ["Overview", "Members", "Meetings", "Actions"]
    for tab in ("members", "meetings", "actions"):
        page.show_tab(tab)
        assert page.minimumSizeHint().width() <= 1024 - 208
        assert page.minimumSizeHint().height() <= 700
    assert rows_of(page.actions_tab.list)[0].startswith(
        "Skabelon til trivselssamtaler, Jonas Kjær, should have been done"
    )


def test_everything_that_acts_has_a_name(make_page, actions):
    for tab in ("overview", "members", "meetings", "actions"):
        page = make_page(tab)
        buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]

        assert [button for button in buttons if not (button.accessibleName() or button.text())] == []
        assert [button.text() for button in buttons if not button.objectName()] == []
