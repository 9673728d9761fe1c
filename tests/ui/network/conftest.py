"""Skoleledere i Vesterå in a real store, and its page in a window that has the keyboard."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live.clock import ManualClock
from facilitator.model.ids import new_id
from facilitator.model.member import Member, Role
from facilitator.model.network import Contact, Network, Phase
from facilitator.model.outcome import Action
from facilitator.model.session import Session
from facilitator.places import Places, resources_folder
from facilitator.store import networks, outcomes
from facilitator.store.database import open_store
from ui.network.page import NetworkPage
from ui.page import NetworkTab, Surroundings
from ui.theme.theme import Theme, apply, light
from ui.workspace import Workspace

NOW = datetime(2026, 12, 5, 8, tzinfo=UTC)
CAST = (
    ("Mette Sørensen", "Højvang Skole", Role.chair),
    ("Jonas Kjær", "Søndre Skole", Role.deputy),
    ("Åse Aaberg", "Østre Skole", Role.member),
    ("Birgitte Østergaard", "Vestre Skole", Role.member),
)

MakePage = Callable[..., NetworkPage]


@pytest.fixture
def theme(qapp) -> Theme:
    made = light()
    apply(qapp, made)
    return made


@pytest.fixture
def workspace(qapp, tmp_path) -> Iterator[Workspace]:
    """An open store that is empty, on 5 December 2026."""
    path: Path = tmp_path / "netværk.facilitator"
    places = Places(store=path, data=tmp_path, logs=tmp_path, resources=resources_folder())
    made = Workspace(open_store(path), Library(places.resources), places, ManualClock(round(NOW.timestamp() * 1000)))
    yield made
    made.close()


@pytest.fixture
def network(workspace) -> Network:
    """Skoleledere i Vesterå, with four members and nothing planned."""
    made = Network(
        id=new_id(),
        name="Skoleledere i Vesterå",
        field="skoler",
        municipality="Vesterå Kommune",
        phase=Phase.running,
        consultant=Contact("Karen Holm"),
    )
    database = workspace._database
    networks.save_network(database, made)
    networks.save_members(
        database,
        [
            Member(id=new_id(), network=made.id, name=name, workplace=workplace, role=role)
            for name, workplace, role in CAST
        ],
    )
    return made


@pytest.fixture
def meeting(workspace, network, qtbot) -> Session:
    """Meeting 1, planned for 8 December at nine."""
    came: list[Session] = []
    workspace.plan_meeting(
        network,
        template="ordinary",
        starts_at=datetime(2026, 12, 8, 9),
        place="Højvang Skole, lokale 2",
        host="",
        done=came.append,
    )
    qtbot.waitUntil(lambda: bool(came))
    return came[0]


@pytest.fixture
def actions(workspace, network, meeting) -> dict[str, Action]:
    """Three open actions by their texts: one late, one to come, one without a date."""
    mette, jonas, *_ = workspace.members(network.id)
    made = (
        Action(
            id=new_id(),
            session=meeting.id,
            text="Skabelon til trivselssamtaler",
            owners=(jonas.id,),
            due=date(2026, 12, 1),
        ),
        Action(
            id=new_id(),
            session=meeting.id,
            text="Spørg chefen om vikardækning",
            owners=(mette.id,),
            due=date(2026, 12, 8),
        ),
        Action(id=new_id(), session=meeting.id, text="Del vagtplan for ledelsen", owners=(mette.id, jonas.id)),
    )
    outcomes.save_outcomes(workspace._database, made)
    return {action.text: action for action in made}


@pytest.fixture
def danish(workspace) -> Language:
    return workspace.language("da")


@pytest.fixture
def make_page(workspace, network, danish, theme, qtbot: QtBot) -> MakePage:
    """Makes the page on a tab, in a window of its own, and waits until it has the keyboard."""

    def made(tab: NetworkTab = "overview", of: Network = network) -> NetworkPage:
        page = NetworkPage(Surroundings(workspace, danish, theme), of.id, tab)
        qtbot.addWidget(page)
        page.resize(1072, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return made
