"""What the journeys across the rooms start from: a command line, and a window on the same store."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.places import find_places
from facilitator.store import networks
from facilitator.store.database import open_store
from tests.cli.conftest import Facilitator, facilitator  # noqa: F401 (a fixture)
from tests.store import builders
from tests.store.conftest import path, store  # noqa: F401 (fixtures)
from tests.ui.live.builders import wait_until
from ui.application import Application


@pytest.fixture
def network(facilitator: Facilitator) -> str:  # noqa: F811
    """The id of Skoleledere i Vesterå, in the command line's store."""
    with closing(open_store(facilitator.store)) as database:
        return builders.a_network(database).id


@pytest.fixture
def session(facilitator: Facilitator, network: str) -> str:  # noqa: F811
    """The id of its planned meeting."""
    with closing(open_store(facilitator.store)) as database:
        return builders.a_session(database, networks.get_network(database, network)).id


@pytest.fixture
def window(qapp: QApplication, facilitator: Facilitator) -> Iterator[Callable[[], Application]]:  # noqa: F811
    """Opens the app on the command line's store, in English, painted and with the day's backup made."""
    opened: list[Application] = []

    def open_it() -> Application:
        app = Application(qapp, find_places(facilitator.store), "en")
        opened.append(app)
        app.errors.take_over()
        assert app.start()
        main = app.window
        assert main is not None
        wait_until(lambda: "Backup" in main.nav.accessibleDescription())
        return app

    yield open_it
    for app in opened:
        app.close()
        app.errors.deleteLater()
    for top in qapp.topLevelWidgets():
        top.hide()
