"""The app from its front door: the store it opens, the language it speaks, a copy brought back."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton

from facilitator.model.ids import new_id
from facilitator.model.network import Network
from facilitator.store import networks
from facilitator.store.backup import backup
from facilitator.store.database import open_store
from ui.application import Application
from ui.page import ToHome
from ui.theme.tokens import SIZE


@pytest.fixture
def started(qapp, theme, places, qtbot):
    """Starts the app on the test's store."""
    made: list[Application] = []

    def start(language: str | None = None) -> Application:
        app = Application(qapp, places, language)
        assert app.open()
        app.show()
        made.append(app)
        return app

    yield start
    for app in made:
        app.close()
        app.errors.deleteLater()


def test_a_new_store_is_locked_with_the_passphrase_of_the_environment(started, places, monkeypatch):
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", "åben sesam")
    assert started().workspace.keyed
    assert not places.store.read_bytes().startswith(b"SQLite format 3")


def test_a_new_store_is_plain_without_one(started):
    assert not started().workspace.keyed


def test_a_language_chosen_in_the_window_wins_over_how_the_app_was_started(started, qtbot):
    app = started("da")
    assert app.window.language.code == "da"
    app.workspace.save_settings(replace(app.workspace.settings(), language="en"))
    qtbot.waitUntil(lambda: app.window.language.code == "en")
    app.workspace.save_settings(replace(app.workspace.settings(), theme="dark"))
    qtbot.waitUntil(lambda: app.theme(app.workspace.settings()).name == "dark")
    assert app.window.language.code == "en"
    assert app.window.here == ToHome()


def test_a_size_of_text_chosen_in_the_window_holds_at_once_in_all_of_it(started, qtbot):
    app = started("da")
    app.workspace.save_settings(replace(app.workspace.settings(), text_size="largest"))
    qtbot.waitUntil(lambda: height_of(app, "create_network") == round(1.5 * SIZE.button_large))
    app.workspace.save_settings(replace(app.workspace.settings(), text_size="normal"))
    qtbot.waitUntil(lambda: height_of(app, "create_network") == SIZE.button_large)


def height_of(app, name):
    return app.window.findChild(QAbstractButton, name).height()


def test_how_the_app_was_started_wins_over_what_was_chosen_before(started, places):
    first = started()
    first.workspace.save_settings(replace(first.workspace.settings(), language="en"))
    first.close()
    assert started("da").window.language.code == "da"


def test_the_window_bears_the_mark_once_it_is_painted(started, qtbot):
    app = started()
    qtbot.waitUntil(lambda: not app.qt.windowIcon().isNull())
    mark = app.window.windowIcon().pixmap(64, 64).toImage()
    assert mark.pixelColor(32, 32).name() == "#fffefb"


def test_a_copy_is_brought_back_and_what_it_replaces_is_named(started, places, tmp_path, qtbot):
    with_network = open_store(places.store)
    networks.save_network(with_network, Network(id=new_id(), name="Skoleledere i Vesterå"))
    copy = backup(with_network, tmp_path / "kopi.facilitator", plain=True)
    networks.save_network(with_network, Network(id=new_id(), name="SFO-ledere Syd"))
    with_network.close()
    app = started("da")

    app.restore(copy, None)

    assert app.window.page.painted_names() == ("Skoleledere i Vesterå",)
    assert "gemt som" in app.window.foot.words


def test_a_copy_that_is_none_leaves_everything_as_it_was(started, places, tmp_path):
    with_network = open_store(places.store)
    networks.save_network(with_network, Network(id=new_id(), name="Skoleledere i Vesterå"))
    with_network.close()
    rubbish = tmp_path / "kopi.facilitator"
    rubbish.write_bytes(b"\0" * 5000)
    app = started("da")

    app.restore(rubbish, None)

    assert app.window.page.painted_names() == ("Skoleledere i Vesterå",)
    assert app.window.foot.words
