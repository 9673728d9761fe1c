"""The actions of a network: ticked at once, taken back, corrected, and folded away when they are over."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton

from facilitator.model.ids import new_id
from facilitator.model.member import Guest
from facilitator.model.outcome import ActionState
from facilitator.store import sessions
from tests.ui.network.looking import place_of, press, ready, rows_of, trouble, write

TEMPLATE = "Skabelon til trivselssamtaler"
HEAD = "Spørg chefen om vikardækning"


@pytest.fixture
def page(make_page, actions):
    return make_page("actions")


def state_of(workspace, network, text):
    return next(action.state for action in workspace.actions(network.id) if action.text == text)


def plain(rows):
    return [row.replace("\N{NO-BREAK SPACE}", " ") for row in rows]


def test_open_actions_are_listed_by_date_and_late_ones_say_so(page):
    assert plain(rows_of(page.actions_tab.list)) == [
        f"{TEMPLATE}, Jonas Kjær, skulle være sket, 1. dec.",
        f"{HEAD}, Mette Sørensen, 8. dec.",
        "Del vagtplan for ledelsen, Mette Sørensen og Jonas Kjær",
    ]
    assert "1 skulle være sket" in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_an_action_is_ticked_by_space_and_undone_by_its_key(qtbot, page, workspace, network):
    view = page.actions_tab.list
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(rows_of(view)) == 2)
    assert state_of(workspace, network, TEMPLATE) is ActionState.done
    assert page.undo_line.text() == "Aftalen er gjort."

    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: len(rows_of(view)) == 3)
    assert state_of(workspace, network, TEMPLATE) is ActionState.open


def test_an_action_is_ticked_by_its_box_on_the_overview(qtbot, make_page, actions, workspace, network):
    page = make_page("overview")
    view = page.overview_tab._action_list
    box = place_of(view, actions[HEAD].id).topLeft() + QPoint(30, 26)

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)

    qtbot.waitUntil(lambda: state_of(workspace, network, HEAD) is ActionState.done)
    qtbot.waitUntil(lambda: len(rows_of(view)) == 2)
    press(qtbot, page, "undo")
    qtbot.waitUntil(lambda: len(rows_of(view)) == 3)


def test_a_row_of_the_overview_leads_to_the_actions(qtbot, make_page, actions):
    page = make_page("overview")
    view = page.overview_tab._action_list

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, actions[HEAD].id).center())

    assert page.tabs.chosen_id() == "actions"


def test_an_action_is_corrected_in_its_dialog(qtbot, page, workspace, network, actions):
    qtbot.keyClick(page.actions_tab.list, Qt.Key.Key_Return)
    dialog = ready(qtbot, page.actions_tab.dialog)
    dialog.findChild(QPlainTextEdit).selectAll()
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit), "Skabelon til samtaler")
    next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Åse Aaberg").click()
    write(qtbot, dialog, "due", "2026-12-18")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: page.undo_line.text() == "Aftalen er rettet.")
    kept = next(action for action in workspace.actions(network.id) if action.id == actions[TEMPLATE].id)
    names = {member.id: member.name for member in workspace.members(network.id)}
    assert kept.text == "Skabelon til samtaler"
    assert kept.due == date(2026, 12, 18)
    assert {names[owner] for owner in kept.owners} == {"Jonas Kjær", "Åse Aaberg"}


def test_a_guest_who_promised_something_is_not_forgotten_by_an_edit(qtbot, page, workspace, network, actions):
    guest = Guest(id=new_id(), session=actions[TEMPLATE].session, name="Pia Ravn")
    sessions.save_guest(workspace._database, guest)
    with_guest = replace(actions[TEMPLATE], owners=(guest.id, *actions[TEMPLATE].owners))
    workspace.save_outcome(with_guest)
    qtbot.waitUntil(lambda: "Pia Ravn og Jonas Kjær" in rows_of(page.actions_tab.list)[0])
    qtbot.keyClick(page.actions_tab.list, Qt.Key.Key_Return)
    dialog = page.actions_tab.dialog

    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog, "save")

    kept = next(action for action in workspace.actions(network.id) if action.id == with_guest.id)
    assert kept.owners == with_guest.owners


def test_a_due_date_may_be_none_and_rubbish_is_told(qtbot, page, workspace, network, actions):
    qtbot.keyClick(page.actions_tab.list, Qt.Key.Key_Return)
    dialog = ready(qtbot, page.actions_tab.dialog)
    write(qtbot, dialog, "due", "når jeg gider")
    press(qtbot, dialog, "save")
    assert "når jeg gider" in trouble(dialog, "due")

    dialog.places["due"].field.clear()
    press(qtbot, dialog, "save")

    def due():
        return next(action.due for action in workspace.actions(network.id) if action.id == actions[TEMPLATE].id)

    qtbot.waitUntil(lambda: due() is None)


def test_an_action_without_words_is_not_kept(qtbot, page, workspace, network):
    qtbot.keyClick(page.actions_tab.list, Qt.Key.Key_Return)
    dialog = ready(qtbot, page.actions_tab.dialog)
    dialog.findChild(QPlainTextEdit).setPlainText("   ")

    press(qtbot, dialog, "save")

    assert trouble(dialog, "text") != ""
    assert state_of(workspace, network, TEMPLATE) is ActionState.open
    dialog.reject()


def test_what_is_done_or_dropped_is_folded_away_and_can_be_opened_again(qtbot, page, workspace, network):
    view = page.actions_tab.list
    qtbot.keyClick(view, Qt.Key.Key_Return)
    segments = page.actions_tab.dialog.places["state"].field
    segments.choose("dropped")
    press(qtbot, page.actions_tab.dialog, "save")
    qtbot.waitUntil(lambda: len(rows_of(view)) == 2)
    fold = page.findChild(QPushButton, "fold_over")
    assert fold.text() == "1 gjort eller faldt bort"

    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert plain(rows_of(view))[-1] == f"{TEMPLATE}, Jonas Kjær, Faldt bort, 1. dec."
    view.go_to(next(action.id for action in workspace.actions(network.id) if action.text == TEMPLATE))
    qtbot.keyClick(view, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: state_of(workspace, network, TEMPLATE) is ActionState.open)


def test_one_member_s_actions_can_be_looked_at_alone(qtbot, page):
    page.actions_tab.filter.setFocus()
    qtbot.keyClicks(page.actions_tab.filter, "Jonas")

    qtbot.waitUntil(lambda: len(rows_of(page.actions_tab.list)) == 2)
    assert all("Jonas Kjær" in row for row in rows_of(page.actions_tab.list))
