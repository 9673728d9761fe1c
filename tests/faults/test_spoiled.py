"""A file that is no store any more, or never was one: what each front door says, and that the file stays as it was."""

import shutil

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from sqlcipher3 import dbapi2 as driver

from facilitator.desk.papers import write_whole
from facilitator.model.trouble import Trouble
from facilitator.places import find_places
from facilitator.store.database import open_store
from tests.store.builders import a_network, contents
from ui.application import Application

DAMAGED = "The file with your data is damaged. It was left as it is. Restore the latest backup."
FOREIGN = "The file belongs to another program. It is untouched. Choose another file."
FOLDER = "There is a folder where the file with your data should be. It is untouched. Choose another file."
NEWER = "Your data is from a newer version. Nothing is wrong with it. Update the app, and try again."
KEY_MISSING = "The key file is missing. Your data is untouched. Put the key file back, or restore a backup."
KEY_DAMAGED = "The key file is damaged. Your data is untouched. Restore the key file from a backup."
KEY_OTHER = (
    "The key file and your data don't fit together. Both are untouched. "
    "Put the right key file back, or restore a backup."
)
WRONG = "The passphrase doesn't match. Your data is untouched. Try again; look for capitals and æ, ø, å."
NEEDED = "A passphrase is needed. Nothing has changed. Type it, or set FACILITATOR_PASSPHRASE."
HEAD = 100  # bytes, in which SQLite counts who has opened the file
PASSPHRASE = {"FACILITATOR_PASSPHRASE": "Åse går på grød 7"}


def key_of(store):
    return store.with_name(store.name + ".key")


def cut_short(store):
    store.write_bytes(store.read_bytes()[:40_000])


def emptied(store):
    store.write_bytes(b"")


def zeroed(store):
    store.write_bytes(bytes(store.stat().st_size))


def of_another_program(store):
    store.unlink()
    other = driver.connect(str(store))
    other.execute("CREATE TABLE bogmærker (adresse)")
    other.close()


def a_text(store):
    store.write_text("Kære alle\n" * 900, encoding="utf-8")


def a_folder(store):
    store.unlink()
    store.mkdir()


def of_a_newer_version(store):
    database = open_store(store)
    database.connection.execute("PRAGMA user_version = 999")
    database.close()


def its_log_alone(store):
    store.rename(store.with_name(store.name + "-wal"))


def key_gone(store):
    key_of(store).unlink()


def key_spoiled(store):
    key_of(store).write_bytes(key_of(store).read_bytes()[:60])


def key_of_another(store):
    other = store.with_name("anden.facilitator")
    open_store(other, PASSPHRASE["FACILITATOR_PASSPHRASE"]).close()
    other.unlink()
    key_of(other).replace(key_of(store))


@pytest.fixture
def lager(facilitator):
    """A store with a network in it."""
    database = open_store(facilitator.store)
    a_network(database)
    database.close()
    return facilitator.store


@pytest.fixture
def locked(facilitator):
    """The same with a passphrase."""
    database = open_store(facilitator.store, PASSPHRASE["FACILITATOR_PASSPHRASE"])
    a_network(database)
    database.close()
    return facilitator.store


def complaints(facilitator, **environment):
    """What commands that read and lead say, having changed no byte."""
    before = contents(facilitator.folder)
    told = set()
    for command in (("networks",), ("run", "0")):
        result = facilitator(*command, **environment)
        assert (result.code, result.out) == (1, "")
        told.add(result.err)
    assert contents(facilitator.folder) == before
    return told


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut_short, DAMAGED),
        (emptied, DAMAGED),
        (zeroed, DAMAGED),
        (its_log_alone, DAMAGED),
        (of_another_program, FOREIGN),
        (a_text, FOREIGN),
        (a_folder, FOLDER),
        (of_a_newer_version, NEWER),
    ],
)
def test_a_spoiled_store_is_told_in_one_line_and_left_as_it_is(facilitator, lager, spoil, sentence):
    spoil(lager)

    assert complaints(facilitator) == {sentence + "\n"}


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(cut_short, DAMAGED), (key_gone, KEY_MISSING), (key_spoiled, KEY_DAMAGED), (key_of_another, KEY_OTHER)],
)
def test_a_locked_store_is_told_and_left_too(facilitator, locked, spoil, sentence):
    spoil(locked)

    assert complaints(facilitator, **PASSPHRASE) == {sentence + "\n"}


def test_a_wrong_passphrase_and_none_are_told_apart(facilitator, locked):
    assert complaints(facilitator, FACILITATOR_PASSPHRASE="Åse gik på grød 7") == {WRONG + "\n"}
    assert complaints(facilitator) == {NEEDED + "\n"}


def answered(press):
    """Press that button of the dialog that says why the store is closed; what the dialog says."""
    said = []

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(10, look)
            return
        said.append(dialog.findChild(QLabel, "trouble").text())
        dialog.findChild(QWidget, press).click()
        if dialog.isVisible():  # it says why it could not
            said.append(dialog.findChild(QLabel, "trouble").text())
            dialog.reject()

    QTimer.singleShot(10, look)
    return said


def torn(store):
    """A page in the middle overwritten with zeros: met when the first networks are read."""
    database = open_store(store)
    first = (database.value("SELECT rootpage FROM sqlite_master WHERE name = 'networks'") - 1) * 4096
    database.close()
    whole = store.read_bytes()
    store.write_bytes(whole[:first] + bytes(4096) + whole[first + 4096 :])


@pytest.mark.parametrize("spoil", [cut_short, zeroed, torn])
def test_the_window_says_that_the_store_is_damaged_and_brings_back_a_backup(lager, spoil, qapp, monkeypatch):
    copy = lager.with_name("kopi.facilitator")
    shutil.copyfile(lager, copy)
    spoil(lager)
    damaged = lager.read_bytes()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(copy), ""))
    app = Application(qapp, find_places(lager), "en")
    said = answered("restore")

    assert app.start()

    assert said == [DAMAGED]
    assert [each.network.name for each in app.workspace.overviews()] == ["Skoleledere i Vesterå"]
    app.close()
    app.errors.deleteLater()
    kept = list(lager.parent.glob("*(replaced*).facilitator"))
    assert [each.read_bytes()[HEAD:] for each in kept] == [damaged[HEAD:]]


def test_whoever_would_rather_leave_leaves_the_damaged_store_as_it_is(lager, qapp):
    torn(lager)
    damaged = lager.read_bytes()
    app = Application(qapp, find_places(lager), "en")
    said = answered("leave")

    assert not app.start()

    assert said == [DAMAGED]
    assert lager.read_bytes() == damaged
    app.close()
    app.errors.deleteLater()


@pytest.mark.parametrize("name", ["møde på øen.pdf", " slut..pdf", "æ" * 125 + ".pdf"])
def test_a_paper_gets_the_name_it_is_given(tmp_path, name):
    assert write_whole(tmp_path / name, b"%PDF").read_bytes() == b"%PDF"


@pytest.mark.parametrize("name", ["CON/møde.pdf", "æ" * 126 + ".pdf"])
def test_or_it_is_said_that_no_file_can_be_called_so(tmp_path, name):
    with pytest.raises(Trouble) as trouble:
        write_whole(tmp_path / name, b"%PDF")

    assert trouble.value.name == "file_not_writable"
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_the_disk_is_told_in_one_line(facilitator, lager):
    too_long = lager.with_name(f"{'ø' * 200}.facilitator")

    for command in (("backup", "--plain", "--to", too_long), ("restore", too_long)):
        result = facilitator(*command)
        assert (result.code, result.out, len(result.err.splitlines())) == (1, "", 1)
        assert "Traceback" not in result.err
