"""What was deleted stands under Slettet, says what it was, and comes back by its button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.network import Network
from facilitator.model.outcome import Note
from facilitator.model.session import Session
from facilitator.store import deleted, networks, outcomes, sessions
from facilitator.store.database import Database
from ui.deleted.page import DeletedPage
from ui.page import Surroundings
from ui.widgets.labels import ElidedLabel

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def gone(database: Database, network: Network, planned_session: Session) -> Session:
    """Ib, two steps of the agenda and a private note are deleted, in that order."""
    networks.remove_member(database, networks.members_of(database, network.id)[-2].id)
    sessions.save_agenda(database, planned_session.id, sessions.agenda(database, planned_session.id)[:-2])
    note = Note(id=new_id(), session=planned_session.id, text="Dorthe er presset", audience=Audience.private)
    outcomes.save_outcome(database, note)
    outcomes.remove_outcome(database, note.id)
    return planned_session


@pytest.fixture
def page(around: Surroundings, gone: Session, shown) -> DeletedPage:
    return shown(DeletedPage(around))


def told(page: DeletedPage) -> list[str]:
    return [label.whole() for label in page.findChildren(ElidedLabel) if label.isVisible()]


def test_each_says_what_it_was_where_it_belonged_and_until_when(page: DeletedPage) -> None:
    titles, details = told(page)[::2], told(page)[1::2]

    assert titles == ["Kun på denne computer", "Aftaler og næste møde og 1 mere", "Ib Juul"]
    assert details[0] == "Note · Skoleledere i Vesterå · møde 1 · kan fås igen til 6.\N{NO-BREAK SPACE}jan."
    assert details[2] == "Medlem · Skoleledere i Vesterå · kan fås igen til 6.\N{NO-BREAK SPACE}jan."


def test_what_was_private_is_told_nowhere_on_the_page(page: DeletedPage) -> None:
    assert not any("presset" in label.text() for label in page.findChildren(QLabel))
    assert not any("presset" in button.accessibleName() for button in page.findChildren(QPushButton))


def test_each_comes_back_by_enter_and_the_keyboard_goes_to_the_next(
    page: DeletedPage, database: Database, network: Network, gone: Session, qtbot: QtBot
) -> None:
    for left in (2, 1, 0):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Space)
        qtbot.waitUntil(lambda left=left: len(told(page)) == 2 * left)

    assert "Ib Juul" in [member.name for member in networks.members_of(database, network.id)]
    assert [note.text for note in outcomes.outcomes_of(database, gone.id)] == ["Dorthe er presset"]
    assert deleted.deletions(database) == ()
    assert "Intet er slettet. Det, du sletter, ligger her i 30 dage." in [
        label.text() for label in page.findChildren(QLabel) if label.isVisible()
    ]


def test_having_back_is_itself_taken_back(page: DeletedPage, database: Database, qtbot: QtBot) -> None:
    before = told(page)
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Space)
    qtbot.waitUntil(lambda: len(told(page)) == 4)

    qtbot.keyClick(QApplication.focusWidget(), K.Key_Z, CTRL)

    qtbot.waitUntil(lambda: told(page) == before)


def test_what_can_t_come_back_says_why_and_stays(
    page: DeletedPage, database: Database, network: Network, qtbot: QtBot
) -> None:
    deleted.remove_network(database, network.id)
    button = next(each for each in page.findChildren(QPushButton) if "Ib Juul" in each.accessibleName())

    with qtbot.waitSignal(page.said) as said:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert said.args == ["Det, det hørte til, er også slettet. Intet er ændret. Hent det tilbage først."]
    assert button.isVisible()
