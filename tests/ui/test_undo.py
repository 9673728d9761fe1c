"""What is done is told in a sentence, taken back by Ctrl+Z and done again by Ctrl+Y, wherever the page has gone."""

from datetime import datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.member import Member
from facilitator.model.network import Network, Phase
from facilitator.model.outcome import Action, ActionState, Decision
from facilitator.model.session import Session
from facilitator.store import deleted, networks, outcomes, sessions
from facilitator.store.acts import recorded
from facilitator.store.database import Database
from ui.home.page import HomePage
from ui.network.page import NetworkPage
from ui.page import Surroundings, ToHome
from ui.planner.page import PlannerPage
from ui.told import told
from ui.workspace import Workspace

K, CTRL, LEFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


def changes(database: Database, network: Network, session: Session):
    """Every kind of act, and its sentence."""
    mette, jonas, *_ = networks.members_of(database, network.id)
    vitalising = replace(network, phase=Phase.vitalising)
    action = Action(id=new_id(), session=session.id, text="Ring til Pia", owners=(mette.id,))
    decision = Decision(id=new_id(), session=session.id, text="Vi prøver", audience=Audience.minutes)
    new = Member(id=new_id(), network=network.id, name="Yusuf")
    steps = sessions.agenda(database, session.id)
    return (
        (
            lambda: networks.save_network(database, vitalising),
            "Fasen er nu: Vitalisering.",
        ),
        (lambda: networks.save_network(database, replace(network, field="sfo")), "Skoleledere i Vesterå er rettet."),
        (lambda: networks.save_network(database, Network(id=new_id(), name="Ny")), "Ny er tilføjet."),
        (lambda: networks.save_member(database, new), "Yusuf er tilføjet."),
        (lambda: networks.save_member(database, replace(new, title="Leder")), "Yusuf er rettet."),
        (lambda: networks.remove_member(database, new.id), "Yusuf er fjernet fra listen."),
        (
            lambda: networks.save_members(database, [replace(mette, phone="1"), replace(jonas, phone="2")]),
            "2 medlemmer er rettet.",
        ),
        (
            lambda: networks.save_members(database, [replace(mette, phone="3"), replace(new, id=new_id(), name="Pia")]),
            "2 medlemmer er hentet.",
        ),
        (
            lambda: sessions.save_session(database, replace(session, starts_at=datetime(2026, 12, 9, 9))),
            "Møde 1 er flyttet til onsdag den 9. december 2026 kl. 9.00.",
        ),
        (lambda: sessions.cancel_session(database, session.id), "Møde 1 er aflyst."),
        (lambda: sessions.uncancel_session(database, session.id), "Møde 1 bliver holdt alligevel."),
        (lambda: sessions.expect(database, session.id, mette.id, Status.excused), "Fremmødet til møde 1 er rettet."),
        (lambda: sessions.save_agenda(database, session.id, steps[:3]), "Dagsordenen for møde 1 er rettet."),
        (lambda: outcomes.save_outcome(database, action), "Aftalen er tilføjet."),
        (lambda: outcomes.set_action_state(database, action.id, ActionState.done), "Aftalen er gjort."),
        (lambda: outcomes.save_outcome(database, decision), "Beslutningen er tilføjet."),
        (lambda: outcomes.save_outcome(database, replace(decision, text="Vi prøver det")), "Teksten er rettet."),
        (lambda: outcomes.remove_outcome(database, decision.id), "Beslutningen er slettet."),
        (lambda: deleted.remove_session(database, session.id), "Møde 1 er slettet."),
        (lambda: deleted.remove_network(database, network.id), "Skoleledere i Vesterå er slettet."),
    )


def test_every_kind_of_act_has_its_sentence(
    database: Database, network: Network, planned_session: Session, workspace: Workspace, danish: Language
) -> None:
    said, wanted = [], []
    for act, sentence in changes(database, network, planned_session):
        with recorded(database) as record:
            act()
        said.append(told(record.act(), workspace, danish).replace("\N{NO-BREAK SPACE}", " "))
        wanted.append(sentence)

    assert said == wanted


def test_a_meeting_is_deleted_from_its_menu_and_had_back_by_a_key(
    around: Surroundings, planned_session: Session, database: Database, shown, qtbot: QtBot
) -> None:
    page = shown(NetworkPage(around, planned_session.network, "meetings"))
    menu = page.meetings_tab.menu_of(planned_session)
    next(each for each in menu.findChildren(QAction) if each.text() == "Slet mødet").trigger()
    qtbot.waitUntil(lambda: page.undo_line.text() == "Møde 1 er slettet.")
    assert sessions.sessions_of(database, planned_session.network) == ()

    qtbot.keyClick(page, K.Key_Z, CTRL)

    qtbot.waitUntil(lambda: sessions.sessions_of(database, planned_session.network) == (planned_session,))
    assert len(sessions.agenda(database, planned_session.id)) > 0


def test_a_network_is_deleted_in_its_dialog_and_had_back_from_home(
    around: Surroundings, network: Network, database: Database, shown, qtbot: QtBot
) -> None:
    page = shown(NetworkPage(around, network.id))
    qtbot.mouseClick(page.findChild(QPushButton, "network_settings"), LEFT)
    qtbot.waitUntil(lambda: page.dialog is not None and page.dialog.isVisible())
    with qtbot.waitSignal(page.go) as gone:
        qtbot.mouseClick(page.dialog.findChild(QPushButton, "remove_network"), LEFT)
    assert gone.args == [ToHome()]
    page.hide()
    home = shown(HomePage(around))
    assert networks.list_networks(database) == ()

    qtbot.keyClick(home, K.Key_Z, CTRL)

    qtbot.waitUntil(lambda: home.painted_names() == ("Skoleledere i Vesterå",))
    assert len(networks.members_of(database, network.id)) == 9


def test_an_agenda_is_taken_back_after_the_planner_was_left_and_opened_again(
    around: Surroundings, planned_session: Session, database: Database, shown, qtbot: QtBot
) -> None:
    first = shown(PlannerPage(around, planned_session.id))
    before = first.steps
    first.remove(before[1].id)
    first.remove(before[0].id)
    qtbot.waitUntil(lambda: sessions.agenda(database, planned_session.id) == before[2:])
    first.leaving(remade=False)
    first.hide()
    page = shown(PlannerPage(around, planned_session.id))

    qtbot.keyClick(page.timeline, K.Key_Z, CTRL)
    qtbot.keyClick(page.timeline, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: sessions.agenda(database, planned_session.id) == before)
    assert page.steps == before
    qtbot.keyClick(page.timeline, K.Key_Y, CTRL)

    qtbot.waitUntil(lambda: sessions.agenda(database, planned_session.id) == (before[0], *before[2:]))
    page.leaving(remade=False)


def test_what_is_done_to_the_meeting_stands_in_one_row_with_its_agenda(
    around: Surroundings, planned_session: Session, database: Database, shown, qtbot: QtBot
) -> None:
    page = shown(PlannerPage(around, planned_session.id))
    before = page.steps
    page.remove(before[0].id)
    around.workspace.save_session(replace(planned_session, place="Rådhuset"))
    qtbot.waitUntil(lambda: page.undo_stack.count() == 2)

    qtbot.keyClick(page.timeline, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: sessions.get_session(database, planned_session.id).place == planned_session.place)
    assert page.steps == before[1:]
    qtbot.keyClick(page.timeline, K.Key_Z, CTRL)

    assert page.steps == before
    page.leaving(remade=False)


def test_what_was_changed_again_elsewhere_is_told_and_left(
    around: Surroundings, network: Network, database: Database, shown, qtbot: QtBot
) -> None:
    page = shown(NetworkPage(around, network.id))
    around.workspace.save_network(replace(network, field="sfo"))
    qtbot.waitUntil(page.undo_line.isVisible)
    networks.save_network(database, replace(networks.get_network(database, network.id), field="dagtilbud"))

    with qtbot.waitSignal(around.workspace.went_wrong) as wrong:
        qtbot.keyClick(page, K.Key_Z, CTRL)

    assert wrong.args[0].name == "changed_meanwhile"
    assert networks.get_network(database, network.id).field == "dagtilbud"


def test_what_is_pressed_at_once_takes_back_what_is_on_its_way(
    around: Surroundings, network: Network, database: Database, qtbot: QtBot
) -> None:
    mette, jonas, *_ = networks.members_of(database, network.id)
    for member in (mette, jonas):
        around.workspace.save_member(replace(member, phone="12 34 56 78"))
    around.workspace.history.undo(network.id)
    qtbot.waitUntil(lambda: around.workspace._writer.idle)

    assert networks.get_member(database, mette.id).phone == "12 34 56 78"
    assert networks.get_member(database, jonas.id).phone == ""


@pytest.mark.parametrize("keys", [1, 2])
def test_what_changes_nothing_is_no_act(around: Surroundings, network: Network, keys: int, qtbot: QtBot) -> None:
    for _ in range(keys):
        around.workspace.save_network(network)
    qtbot.waitUntil(lambda: around.workspace._writer.idle)

    assert around.workspace.history.latest() is None
