"""Home: what asks for the facilitator comes first, each with the one button that does something about it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.model.ids import new_id
from facilitator.model.network import Network
from facilitator.model.outcome import Action
from facilitator.store import networks, outcomes
from ui.home.page import HomePage
from ui.page import ToNetwork, ToPlanner


@pytest.fixture
def page(around, network, planned_session, database, shown):
    outcomes.save_outcome(
        database, Action(id=new_id(), session=planned_session.id, text="Sender datoer", due=date(2026, 12, 1))
    )
    networks.save_network(database, Network(id=new_id(), name="Ålborg-ledere"))
    networks.save_network(database, Network(id=new_id(), name="Zoo-ledere"))
    return shown(HomePage(around))


def told(page) -> str:
    return " | ".join(
        f"{child.accessibleName()} {child.accessibleDescription()}" for child in page.findChildren(QWidget)
    )


def test_the_meeting_of_tomorrow_and_what_is_late_are_told_with_their_buttons(page, qtbot, planned_session, network):
    assert "møde 1" in told(page)
    assert "1 aftale skulle være sket" in told(page)
    with qtbot.waitSignal(page.go) as went:
        qtbot.mouseClick(page.findChild(QWidget, "asked_0"), Qt.MouseButton.LeftButton)
    assert went.args == [ToPlanner(planned_session.id)]
    with qtbot.waitSignal(page.go) as went:
        qtbot.mouseClick(page.findChild(QWidget, "asked_1"), Qt.MouseButton.LeftButton)
    assert went.args == [ToNetwork(network.id, "actions")]


def test_whoever_meets_next_comes_first_the_others_in_danish_order_and_enter_opens(page, qtbot, network):
    rows = [page.networks.rows.row(place) for place in range(page.networks.rows.rowCount())]
    assert [row.name for row in rows] == ["Skoleledere i Vesterå", "Zoo-ledere", "Ålborg-ledere"]
    assert "9 medlemmer" in rows[0].words()
    assert rows[1].coming == "Ikke aftalt"
    page.networks.go_to(network.id)
    with qtbot.waitSignal(page.go) as went:
        qtbot.keyClick(page.networks, Qt.Key.Key_Return)
    assert went.args == [ToNetwork(network.id)]


def test_a_new_network_comes_by_its_key(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(QWidget, "new_network_dialog") is not None)
    qtbot.keyClick(page.findChild(QWidget, "new_network_dialog"), Qt.Key.Key_Escape)


def test_a_change_is_shown_at_once(page, qtbot, network, around):
    around.workspace.save_network(around.workspace.network(network.id).__class__(id=network.id, name="Skoleledere"))
    qtbot.waitUntil(lambda: page.networks.rows.row(0).name == "Skoleledere")


def test_a_week_in_which_nothing_asks_says_so(around, network, shown):
    page = shown(HomePage(around))
    assert page.networks.rows.rowCount() == 1
    assert "Intet kræver dig" in " ".join(
        label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")
    )
