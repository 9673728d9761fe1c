"""Opening the store: its passphrase asked for until it fits, and what keeps it closed said in words."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from facilitator.language import Language
from facilitator.model.trouble import Trouble
from facilitator.places import resources_folder
from facilitator.store.backup import backup
from facilitator.store.database import open_store
from ui.opening import ClosedDialog, UnlockDialog

DANISH = Language.load("da", resources_folder() / "locale")


def words_of(dialog) -> str:
    return dialog.findChild(QLabel, "trouble").text()


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(theme, qtbot, tmp_path):
    path = tmp_path / "låst.facilitator"
    open_store(path, "rød grød").close()
    dialog = UnlockDialog(path, DANISH, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(QLineEdit, "passphrase")
    qtbot.keyClicks(field, "forkert")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Adgangssætningen passer ikke" in words_of(dialog)
    assert dialog.database is None
    field.clear()
    qtbot.keyClicks(field, "rød grød")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.database is not None
    dialog.database.close()


def test_a_store_that_is_damaged_is_told_and_tried_again_when_it_is_mended(theme, qtbot, tmp_path):
    path = tmp_path / "netværk.facilitator"
    path.write_bytes(b"ingen database" * 100)
    dialog = ClosedDialog(path, Trouble("store_foreign"), DANISH, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    again = dialog.findChild(QWidget, "try_again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert words_of(dialog)
    path.unlink()
    open_store(path).close()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert dialog.database is not None
    dialog.database.close()


@pytest.mark.parametrize("passphrase", [None, "rød grød"])
def test_a_damaged_store_is_mended_by_a_backup_and_kept_beside_it(theme, qtbot, tmp_path, monkeypatch, passphrase):
    path = tmp_path / "netværk.facilitator"
    sound = open_store(path, passphrase)
    copy = backup(sound, tmp_path / "kopi.facilitator", plain=passphrase is None)
    sound.close()
    path.write_bytes(b"\0" * 8192)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(copy), ""))
    dialog = ClosedDialog(path, Trouble("store_damaged"), DANISH, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    if passphrase:
        QTimer.singleShot(0, lambda: unlock_by_keys(dialog, passphrase))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.findChild(QWidget, "restore"), Qt.MouseButton.LeftButton)
    assert dialog.database is not None
    assert dialog.database.keyed == (passphrase is not None)
    assert [each for each in tmp_path.iterdir() if "replaced" in each.name and each.suffix == ".facilitator"]
    dialog.database.close()


def unlock_by_keys(parent: QWidget, passphrase: str) -> None:
    field = parent.findChild(UnlockDialog).findChild(QLineEdit, "passphrase")
    QTest.keyClicks(field, passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_backup_that_is_none_is_told_and_changes_nothing(theme, qtbot, tmp_path):
    path = tmp_path / "netværk.facilitator"
    path.write_bytes(b"\0" * 8192)
    rubbish = tmp_path / "kopi.facilitator"
    rubbish.write_bytes(b"ingen database" * 100)
    dialog = ClosedDialog(path, Trouble("store_damaged"), DANISH, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.bring_back(rubbish)
    assert dialog.isVisible()
    assert "ikke hel" in words_of(dialog)
    assert path.read_bytes() == b"\0" * 8192


def test_a_store_of_a_newer_version_needs_no_backup(theme, qtbot, tmp_path):
    dialog = ClosedDialog(tmp_path / "x.facilitator", Trouble("store_newer"), DANISH, theme)
    qtbot.addWidget(dialog)
    assert dialog.findChild(QWidget, "restore") is None


def test_leaving_opens_nothing(theme, qtbot, tmp_path):
    dialog = ClosedDialog(tmp_path / "x.facilitator", Trouble("store_newer"), DANISH, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.database is None


def test_where_nothing_can_be_made_another_place_can_be_chosen(theme, qtbot, tmp_path, monkeypatch):
    (tmp_path / "optaget").write_text("en fil, hvor mappen skulle være")
    path = tmp_path / "optaget" / "netværk.facilitator"
    with pytest.raises(Trouble) as trouble:
        open_store(path)
    dialog = ClosedDialog(path, trouble.value, DANISH, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert f"Mappen {path.parent} kan ikke laves" in words_of(dialog)
    place = tmp_path / "stik" / "mine netværk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(place), ""))

    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.findChild(QWidget, "other_place"), Qt.MouseButton.LeftButton)

    assert dialog.database.path == place.with_name("mine netværk.facilitator")
    dialog.database.close()
