"""Settings: kept as soon as they are chosen; copies made, checked and brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from facilitator.store.database import open_store
from ui.settings.page import SettingsPage


@pytest.fixture
def page(around, network, shown):
    return shown(SettingsPage(around))


def find(parent, name, kind=QWidget):
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def click(qtbot, parent, name):
    qtbot.mouseClick(find(parent, name), Qt.MouseButton.LeftButton)


def test_language_colours_and_size_of_text_are_kept_at_once(page, around, qtbot):
    for name, key in (("language", Qt.Key.Key_Right), ("theme", Qt.Key.Key_Right), ("text_size", Qt.Key.Key_Left)):
        find(page, name).setFocus()
        with qtbot.waitSignal(around.workspace.settings_changed):
            qtbot.keyClick(QApplication.focusWidget(), key)
    settings = around.workspace.settings()
    assert (settings.language, settings.theme, settings.text_size) == ("da", "light", "largest")


def test_who_one_is_is_kept_when_the_field_is_left_and_when_the_page_is(page, around, qtbot):
    field = find(page, "profile_name", QLineEdit)
    qtbot.keyClicks(field, "  Karen   Holm ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: around.workspace.settings().profile.name == "Karen Holm")
    qtbot.keyClicks(find(page, "profile_phone", QLineEdit), "12 34 56 78")
    page.leaving(remade=False)
    qtbot.waitUntil(lambda: around.workspace.settings().profile.phone == "12 34 56 78")


def copy_dialog(page, qtbot, monkeypatch, to):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    click(qtbot, page, "back_up")
    dialog = find(page, "copy_dialog")
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_a_copy_with_a_passphrase_opens_with_it_alone(page, qtbot, monkeypatch, tmp_path):
    to = tmp_path / "kopi.facilitator"
    dialog = copy_dialog(page, qtbot, monkeypatch, to)
    qtbot.keyClicks(find(dialog, "passphrase", QLineEdit), "sæt i båd")
    qtbot.keyClicks(find(dialog, "again", QLineEdit), "sæt i vand")
    click(qtbot, dialog, "save")
    assert find(dialog, "again_trouble", QLabel).text()
    assert not to.exists()
    find(dialog, "again", QLineEdit).setText("sæt i båd")
    with qtbot.waitSignal(page.said, timeout=10_000):
        click(qtbot, dialog, "save")
    database = open_store(to, "sæt i båd")
    assert database.value("SELECT name FROM networks") == "Skoleledere i Vesterå"
    database.close()


def test_a_copy_without_one_says_who_can_read_it(page, qtbot, monkeypatch, tmp_path):
    to = tmp_path / "kopi.facilitator"
    dialog = copy_dialog(page, qtbot, monkeypatch, to)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    find(dialog, "locked").setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert not find(dialog, "passphrase").isVisible()
    with qtbot.waitSignal(page.said, timeout=10_000):
        click(qtbot, dialog, "save")
    open_store(to).close()


def test_bringing_a_copy_back_is_agreed_to_first(page, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "kopi.facilitator"), ""))
    click(qtbot, page, "restore")
    dialog = find(page, "restore_dialog")
    qtbot.keyClicks(find(dialog, "passphrase", QLineEdit), "sæt i båd")
    with qtbot.waitSignal(page.restore_asked) as asked:
        click(qtbot, dialog, "save")
    assert asked.args == [tmp_path / "kopi.facilitator", "sæt i båd"]


def test_the_data_is_looked_through_in_the_background(page, qtbot):
    with qtbot.waitSignals([page.said, page.said], timeout=10_000):
        click(qtbot, page, "check_store")
    qtbot.waitUntil(find(page, "check_store").isEnabled)


def test_where_the_data_lies_and_who_can_read_it_stands_in_words(page, around):
    assert find(page, "store_path", QLabel).text() == str(around.workspace.store_path)
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "ingen adgangssætning" in told


def test_packs_open_in_this_app_for_this_user_alone(around, shown, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    page = shown(SettingsPage(around))
    for words in ("Overdragelsespakker åbner i denne app.", "Overdragelsespakker åbner ikke længere i denne app."):
        with qtbot.waitSignal(page.said) as said:
            qtbot.keyClick(find(page, "opens_packs"), Qt.Key.Key_Space)
        assert said.args == [words]
        there = (tmp_path / "share" / "applications" / "facilitator.desktop").exists()
        assert find(page, "opens_packs").isChecked() == there == around.workspace.opens_packs(around.language)
