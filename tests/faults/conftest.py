"""What the journeys across the rooms start from: a command line, and a window on the same store."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.places import find_places
from tests.cli.conftest import Facilitator, facilitator, network, session  # noqa: F401 (fixtures)
from tests.store.conftest import path, store  # noqa: F401 (fixtures)
from tests.ui.live.builders import wait_until
from ui.application import Application


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
