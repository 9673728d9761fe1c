"""The members of a network: listed, written, given a role, removed, and told goodbye."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from facilitator.model.member import Role
from tests.ui.network.looking import heard, names_in, press, ready, trouble, write


@pytest.fixture
def page(make_page):
    return make_page("members")


def roles(workspace, network):
    return {member.name: member.role for member in workspace.members(network.id)}


def open_member(qtbot, page, name):
    table = page.members_tab.table
    index = table.model().index(names_in(table).index(name), 0)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    return ready(qtbot, page.members_tab.dialog)


def test_members_are_listed_as_danish_sorts(page):
    assert names_in(page.members_tab.table) == [
        "Birgitte Østergaard",
        "Jonas Kjær",
        "Mette Sørensen",
        "Åse Aaberg",
    ]


def test_a_new_member_is_written_by_keys_alone(qtbot, page, workspace, network):
    qtbot.keyClick(page.members_tab.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.members_tab.dialog is not None)
    dialog = ready(qtbot, page.members_tab.dialog)
    for text in ("Ib  Juul", "Lundskolen", "skoleleder", "ib@vesteraa.example", "12 34 56 08"):
        qtbot.keyClicks(dialog.focusWidget(), text)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)

    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Ib Juul" in names_in(page.members_tab.table))
    ib = workspace.members(network.id)[-1]
    assert (ib.workplace, ib.title, ib.email, ib.phone) == (
        "Lundskolen",
        "skoleleder",
        "ib@vesteraa.example",
        "12 34 56 08",
    )
    assert ib.joined == date(2026, 12, 5)
    assert page.undo_line.text() == "Ib Juul er tilføjet."


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", " ", "Navnet mangler"),
        ("email", "ib vesteraa.example", "E-mail mangler @"),
        ("workplace", "x" * 301, "Arbejdspladsen er længere end 300 tegn"),
        ("joined", "i går måske", "i går måske"),
        ("left", "1.1.2020", "Intet er ændret"),
    ],
)
def test_rubbish_in_a_field_is_told_beside_it_and_keeps_the_dialog(qtbot, page, field, text, said):
    before = page.workspace.members(page.network_id)
    press(qtbot, page, "new_member")
    dialog = ready(qtbot, page.members_tab.dialog)
    write(qtbot, dialog, "name", "Ib Juul")
    write(qtbot, dialog, "joined", "1.8.2026")

    dialog.places[field].field.setText(text)
    press(qtbot, dialog, "save")

    assert said in trouble(dialog, field)
    assert dialog.isVisible()
    assert page.workspace.members(page.network_id) == before
    dialog.reject()


def test_giving_somebody_the_chair_takes_it_from_the_one_before_and_says_so(qtbot, page, workspace, network):
    told = heard(page.said)
    dialog = open_member(qtbot, page, "Åse Aaberg")
    role = dialog.places["role"].field

    role.setFocus()
    qtbot.keyClick(role, Qt.Key.Key_Down)
    said_before = dialog._reassurance.text()
    press(qtbot, dialog, "save")

    qtbot.waitUntil(lambda: roles(workspace, network)["Åse Aaberg"] is Role.chair)
    assert roles(workspace, network)["Mette Sørensen"] is Role.member
    assert said_before == "Åse Aaberg er nu tovholder; Mette Sørensen er medlem."
    qtbot.waitUntil(lambda: told == [said_before])


def test_enter_opens_the_member_that_the_keyboard_is_at(qtbot, page):
    table = page.members_tab.table
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert page.members_tab.dialog.places["name"].field.text() == "Jonas Kjær"
    qtbot.keyClick(page.members_tab.dialog, Qt.Key.Key_Escape)
    assert not page.members_tab.dialog.isVisible()


def test_somebody_entered_by_mistake_is_removed_and_brought_back(qtbot, page, workspace, network):
    dialog = open_member(qtbot, page, "Åse Aaberg")
    press(qtbot, dialog, "remove_member")
    qtbot.waitUntil(lambda: "Åse Aaberg" not in names_in(page.members_tab.table))
    assert page.undo_line.text() == "Åse Aaberg er fjernet fra listen."

    press(qtbot, page, "undo")

    qtbot.waitUntil(lambda: "Åse Aaberg" in names_in(page.members_tab.table))
    told = "Fortrudt: Åse Aaberg er fjernet fra listen. Ctrl+Y gør det igen."
    qtbot.waitUntil(lambda: page.undo_line.text() == told)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.members_tab.table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Åse Aaberg" not in names_in(page.members_tab.table))


def test_delete_removes_the_member_that_the_keyboard_is_at(qtbot, page):
    table = page.members_tab.table
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Birgitte Østergaard" not in names_in(table))

    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Birgitte Østergaard" in names_in(table))


def test_who_has_left_is_folded_away_under_a_line(qtbot, page):
    dialog = open_member(qtbot, page, "Jonas Kjær")
    write(qtbot, dialog, "left", "1.12.2026")
    press(qtbot, dialog, "save")
    table = page.members_tab.table
    qtbot.waitUntil(lambda: "Jonas Kjær" not in names_in(table))
    fold = page.findChild(QPushButton, "fold_left")
    assert fold.text() == "1 har forladt netværket"

    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))

    assert names_in(table)[-1] == "Jonas Kjær"
    assert table.model().index(3, 7).data() == "1.12.2026"


def test_seats_are_arranged_by_keys_kept_in_one_act_and_taken_back(qtbot, page, workspace, network):
    press(qtbot, page.members_tab, "seating")
    dialog = ready(qtbot, page.members_tab.dialog)
    seats = dialog.seats
    assert dialog.focusWidget() is seats.list
    for _ in range(2):
        qtbot.keyClick(seats.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(seats.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: workspace.network(network.id).seating == seats.order())
    names = {member.id: member.name for member in workspace.members(network.id)}
    assert [names[each] for each in seats.order()] == [
        "Jonas Kjær",
        "Mette Sørensen",
        "Birgitte Østergaard",
        "Åse Aaberg",
    ]
    assert page.undo_line.text() == "Bordplanen er ændret."
    page.undo_line.undo()
    qtbot.waitUntil(lambda: workspace.network(network.id).seating == ())


def test_whoever_has_left_has_no_seat_any_more(qtbot, page, workspace, network):
    members = workspace.members(network.id)
    workspace.save_network(replace(network, seating=tuple(member.id for member in members)))
    workspace.save_member(replace(members[0], left=date(2026, 12, 1)))
    qtbot.waitUntil(lambda: names_in(page.members_tab.table) == ["Birgitte Østergaard", "Jonas Kjær", "Åse Aaberg"])

    press(qtbot, page.members_tab, "seating")
    dialog = ready(qtbot, page.members_tab.dialog)
    assert dialog.seats.order() == tuple(member.id for member in members[1:])
    press(qtbot, dialog, "save")

    qtbot.waitUntil(lambda: members[0].id not in workspace.network(network.id).seating)
