"""Opening the store: its passphrase asked for until it fits, and what keeps it closed said in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from facilitator.language import Language
from facilitator.model.trouble import Trouble
from facilitator.places import resources_folder
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


def test_leaving_opens_nothing(theme, qtbot, tmp_path):
    dialog = ClosedDialog(tmp_path / "x.facilitator", Trouble("store_newer"), DANISH, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.database is None
