"""What pages and the shell are tried in: a real store with the network of the examples, on Monday 7 December 2026."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from facilitator.desk.planning import plan_meeting
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live.clock import ManualClock
from facilitator.model.ids import new_id
from facilitator.model.member import Member, Role
from facilitator.model.network import Contact, Network, Phase
from facilitator.model.session import Session
from facilitator.places import Places, resources_folder
from facilitator.store import networks
from facilitator.store.database import Database, open_store
from tests.ui.every_page import stored  # noqa: F401 (a fixture)
from ui.garbage import sweep
from ui.none import keep_none
from ui.page import Surroundings
from ui.theme.theme import Theme, apply, light
from ui.workspace import Workspace

NOW = datetime(2026, 12, 7, 8, tzinfo=UTC)  # nine o'clock in Vesterå, the day before the meeting
CAST = (
    ("Mette Sørensen", "Højvang Skole", Role.chair),
    ("Jonas Kjær", "Søndre Skole", Role.deputy),
    ("Åse Aaberg", "Østre Skole", Role.member),
    ("Birgitte Østergaard", "Vestre Skole", Role.member),
    ("Claus Friis", "Fjordskolen", Role.member),
    ("Dorthe Lund", "Nørre Skole", Role.member),
    ("Hassan Demir", "Bakkeskolen", Role.member),
    ("Ib Juul", "Lundskolen", Role.member),
    ("Lone Bech", "Engskolen", Role.member),
)


@pytest.fixture(autouse=True)
def garbage_found_here(qapp) -> Iterator[None]:
    """A page that a test let go is taken down on this thread, as in the app, never on the writer's."""
    gc.disable()
    yield
    # What was let go with deleteLater waits for an event loop, and no test has one left.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sweep()
    gc.enable()


@pytest.fixture
def theme(qapp) -> Theme:
    keep_none()
    made = light()
    apply(qapp, made)
    return made


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(round(NOW.timestamp() * 1000))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Where the test's own store lies."""
    return Places(
        store=tmp_path / "netværk.facilitator", data=tmp_path, logs=tmp_path / "logs", resources=resources_folder()
    )


@pytest.fixture
def database(places: Places, clock: ManualClock) -> Iterator[Database]:
    """The store for a test to fill; the workspace has connections of its own."""
    made = open_store(places.store, wall=clock.wall)
    yield made
    made.close()


@pytest.fixture
def workspace(qapp, database: Database, places: Places, clock: ManualClock) -> Iterator[Workspace]:
    made = Workspace(database.second(), None, places, clock)
    yield made
    made.close()


@pytest.fixture
def around(workspace: Workspace, theme: Theme) -> Surroundings:
    """What a page is made with, in Danish."""
    return Surroundings(workspace, workspace.language("da"), theme)


@pytest.fixture
def danish(workspace: Workspace) -> Language:
    return workspace.language("da")


@pytest.fixture
def network(database: Database) -> Network:
    """Skoleledere i Vesterå with its nine members."""
    made = networks.save_network(
        database,
        Network(
            id=new_id(),
            name="Skoleledere i Vesterå",
            field="skoler",
            municipality="Vesterå Kommune",
            phase=Phase.running,
            consultant=Contact("Karen Holm"),
        ),
    )
    networks.save_members(
        database,
        [
            Member(id=new_id(), network=made.id, name=name, workplace=workplace, role=role)
            for name, workplace, role in CAST
        ],
    )
    return made


@pytest.fixture
def planned_session(database: Database, network: Network) -> Session:
    """Tomorrow's meeting, with the ordinary agenda."""
    return plan_meeting(
        database,
        Library(resources_folder()),
        network,
        template="ordinary",
        starts_at=datetime(2026, 12, 8, 9),
        place="Højvang Skole, lokale 2",
        host="",
    )


@pytest.fixture
def shown(qtbot: QtBot):
    """Shows a widget and waits until it has the keyboard."""

    def show(widget, width: int = 1280, height: int = 800):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
