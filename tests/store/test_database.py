"""Opening a store, and what each fault does: one plain trouble, and the files as they were."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from facilitator.model.trouble import Trouble
from facilitator.store import database as databases
from facilitator.store import migrations, networks
from facilitator.store.backup import backup, daily_backup
from facilitator.store.database import open_store
from tests.store.builders import PASSPHRASE, a_network, contents, only_readable, open_folder


def refused(path: Path, passphrase: str | None = None) -> str:
    """The name of the trouble that opening comes to, having changed no byte in the folder."""
    before = contents(path.parent)
    with pytest.raises(Trouble) as trouble:
        open_store(path, passphrase, patience=0)
    assert contents(path.parent) == before
    return trouble.value.name


def made(path: Path, passphrase: str | None = None) -> Path:
    """A closed store with a network in it."""
    database = open_store(path, passphrase)
    a_network(database)
    database.close()
    return path


def test_a_store_is_made_with_its_folder_and_is_one_file_when_closed(path):
    made(path)

    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert b"Sk" in path.read_bytes()


def test_a_store_made_with_a_passphrase_shows_nothing_and_opens_with_it(path):
    made(path, PASSPHRASE)

    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, path.name + ".key"]
    assert b"Skoleledere" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite")
    assert (path.parent / (path.name + ".key")).stat().st_mode & 0o077 == 0
    reopened = open_store(path, PASSPHRASE)
    assert [each.name for each in networks.list_networks(reopened)] == ["Skoleledere i Vesterå"]
    reopened.close()


def test_nobody_but_the_user_may_read_a_store_its_log_or_its_copies(path, tmp_path):
    database = open_store(path)
    a_network(database)
    backup(database, tmp_path / "ud" / "plain.facilitator", plain=True)
    backup(database, tmp_path / "ud" / "locked.facilitator", PASSPHRASE)
    daily_backup(database, date(2026, 12, 8))

    for folder in (path.parent, tmp_path / "ud"):
        found = {each.name: each.stat().st_mode & 0o077 for each in folder.rglob("*") if each.is_file()}
        assert len(found) >= 3
        assert set(found.values()) == {0}, found
    database.close()


def test_a_passphrase_is_the_same_however_its_letters_are_composed(path):
    made(path, "på grød")

    open_store(path, "pa\u030a grød").close()


def test_a_passphrase_for_a_plain_store_is_not_looked_at(path):
    made(path)

    reopened = open_store(path, PASSPHRASE)

    assert not reopened.keyed
    reopened.close()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_the_store_is_kept_as_safely_as_the_driver_can(path, passphrase):
    database = open_store(path, passphrase)

    found = {
        name: database.value(f"PRAGMA {name}")
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "user_version")
    }

    full = 2
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "secure_delete": 1,
        "user_version": migrations.VERSION,
    }
    database.close()


def test_every_table_is_strict(store):
    loose = store.rows(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE '%sqlite_%'"
    )

    assert loose == []


def test_opening_and_reading_a_store_imports_nothing_for_writing(path):
    made(path)
    code = (
        "import sys; from pathlib import Path; from facilitator.store.database import open_store\n"
        "from facilitator.store import networks\n"
        f"print([each.name for each in networks.list_networks(open_store(Path({str(path)!r})))])\n"
        "print([name for name in ('sqlite_utils', 'cryptography', 'filelock', 'sqlite3') if name in sys.modules])"
    )

    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert told.stdout.splitlines() == ["['Skoleledere i Vesterå']", "[]"]


def test_a_wrong_passphrase_is_told_from_a_missing_one(path):
    made(path, PASSPHRASE)

    assert refused(path, "noget andet") == "passphrase_wrong"
    assert refused(path) == "passphrase_needed"


def test_a_wrong_passphrase_writes_nothing_on_standard_error(path, capfd):
    made(path, PASSPHRASE)

    refused(path, "noget andet")

    assert capfd.readouterr().err == ""


def test_a_store_without_its_key_file_says_so(path):
    made(path, PASSPHRASE)
    path.with_name(path.name + ".key").unlink()

    assert refused(path, PASSPHRASE) == "store_key_missing"


@pytest.mark.parametrize("text", ["", "{", '{"format": 1, "wrappings": [{"kind": "passphrase"}]}', "\x00" * 40])
def test_a_spoiled_key_file_says_so(path, text):
    made(path, PASSPHRASE)
    path.with_name(path.name + ".key").write_text(text)

    assert refused(path, PASSPHRASE) == "store_key_damaged"


def test_a_key_of_another_store_opens_nothing(path):
    made(path, PASSPHRASE)
    other = made(path.with_name("anden.facilitator"), PASSPHRASE)
    other.with_name(other.name + ".key").replace(path.with_name(path.name + ".key"))

    assert refused(path, PASSPHRASE) == "store_key_other"


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
@pytest.mark.parametrize("kept", [0, 50, 5000, 40_000])
def test_a_store_cut_short_is_damaged(path, passphrase, kept):
    made(path, passphrase)
    path.write_bytes(path.read_bytes()[:kept])

    assert refused(path, passphrase) == "store_damaged"


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_store_overwritten_with_zeros_is_damaged(path, passphrase):
    made(path, passphrase)
    path.write_bytes(bytes(path.stat().st_size))

    assert refused(path, passphrase) == "store_damaged"


def test_damage_that_is_met_only_while_reading_is_told_as_such(path):
    made(path)
    database = open_store(path)
    page = 4096
    first = (database.value("SELECT rootpage FROM sqlite_master WHERE name = 'networks'") - 1) * page
    database.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:first] + bytes(page) + whole[first + page :])
    database = open_store(path)

    with pytest.raises(Trouble) as trouble:
        networks.list_networks(database)

    assert trouble.value.name == "store_damaged"
    database.close()


def test_another_programs_database_is_foreign_and_gets_no_log_beside_it(path):
    path.parent.mkdir()
    other = driver.connect(str(path))
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE t (a)")
    other.close()

    assert refused(path) == "store_foreign"


@pytest.mark.parametrize("content", [b"Kaere alle\n" * 900, b"%PDF-1.7", b"x"], ids=["text", "pdf", "one byte"])
def test_any_other_file_is_foreign(path, content):
    path.parent.mkdir()
    path.write_bytes(content)

    assert refused(path) == "store_foreign"


def test_a_folder_is_no_store(path):
    path.mkdir(parents=True)

    assert refused(path) == "store_is_folder"


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_newer_store_is_left_alone(path, passphrase):
    database = open_store(path, passphrase)
    database.connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    database.close()

    assert refused(path, passphrase) == "store_newer"


def test_a_store_that_another_program_keeps_to_itself_is_locked(path):
    made(path)
    other = driver.connect(str(path), isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(Trouble) as trouble:
        open_store(path, patience=0)

    assert trouble.value.name == "store_locked"
    other.close()


def test_writing_while_another_program_writes_is_refused_and_works_afterwards(store, network):
    other = driver.connect(str(store.path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(Trouble) as trouble:
        a_network(store, "Rektorer")

    assert trouble.value.name == "store_locked"
    assert [each.name for each in networks.list_networks(store)] == [network.name]
    other.close()
    a_network(store, "Rektorer")
    assert len(networks.list_networks(store)) == 2


def test_a_store_in_a_folder_that_can_only_be_read_is_refused_for_writing_and_opens_for_reading():
    with open_folder() as folder:
        path = made(folder / "a.facilitator")
        path.chmod(0o666)
        with only_readable(folder):
            assert refused(path) == "store_read_only"
            database = open_store(path, read_only=True)
            assert len(networks.list_networks(database)) == 1
            database.close()


def test_a_file_that_can_only_be_read_is_refused_for_writing():
    with open_folder() as folder:
        path = made(folder / "a.facilitator")
        with only_readable(path):
            assert refused(path) == "store_read_only"


def test_a_file_that_may_not_be_read_is_named():
    with open_folder() as folder:
        path = made(folder / "a.facilitator")
        with only_readable(path, allowed=0), pytest.raises(Trouble) as trouble:
            open_store(path)
    assert (trouble.value.name, trouble.value.facts) == ("file_unreadable", {"name": "a.facilitator"})


def test_no_store_is_made_where_nothing_may_be_written():
    with open_folder() as folder, only_readable(folder):
        assert refused(folder / "a.facilitator") == "store_read_only"


def test_a_store_opened_for_reading_is_never_written(path):
    made(path)
    database = open_store(path, read_only=True)

    with pytest.raises(Trouble) as trouble:
        a_network(database, "Rektorer")

    assert trouble.value.name == "store_read_only"
    database.close()


def test_on_a_full_disk_nothing_is_half_written(store, network):
    store.connection.execute(f"PRAGMA max_page_count = {store.value('PRAGMA page_count') + 2}")
    long = "x" * 190

    def fill():
        with store.atomic():
            for number in range(200):
                a_network(store, f"{number} {long}")

    with pytest.raises(Trouble) as trouble:
        fill()

    assert trouble.value.name == "disk_full"
    assert networks.list_networks(store) == (network,)
    assert store.value("PRAGMA integrity_check") == "ok"


class MindChangedError(Exception):
    """What goes wrong inside a transaction."""


def a_network_and_a_failure(database, name="Rektorer"):
    with database.atomic():
        a_network(database, name)
        raise MindChangedError


def test_what_fails_inside_a_transaction_takes_all_of_it_back(store):
    with pytest.raises(MindChangedError):
        a_network_and_a_failure(store)

    assert networks.list_networks(store) == ()
    assert store.value("SELECT counter FROM store_info") == 0


def test_an_inner_transaction_can_fail_alone(store):
    with store.atomic():
        a_network(store, "Skoleledere")
        with pytest.raises(MindChangedError):
            a_network_and_a_failure(store)

    assert [each.name for each in networks.list_networks(store)] == ["Skoleledere"]


def test_the_librarys_own_transaction_rolls_back_over_this_driver(store):
    def write_and_fail():
        with store.utils.atomic():
            store.utils.table("settings").insert({"key": "theme", "value": '"dark"'})
            raise MindChangedError

    with pytest.raises(MindChangedError):
        write_and_fail()

    assert store.rows("SELECT * FROM settings") == []


def test_changes_outside_a_transaction_are_a_mistake_of_ours(store):
    with pytest.raises(RuntimeError):
        store.run("DELETE FROM settings")


def test_another_connection_sees_what_was_written_and_waits_its_turn(store, network):
    second = store.second()

    with store.atomic():
        a_network(store, "Rektorer")
        assert networks.list_networks(second) == (network,)
        with pytest.raises(Trouble):
            a_network(second, "Dagplejeledere")

    assert len(networks.list_networks(second)) == 2
    second.close()


def test_what_is_read_together_is_of_one_moment(store, network):
    second = store.second()

    with second.reading():
        assert len(networks.list_networks(second)) == 1
        a_network(store, "Rektorer")
        assert len(networks.list_networks(second)) == 1

    assert len(networks.list_networks(second)) == 2
    second.close()


def test_a_log_without_its_store_is_never_given_to_a_new_one(path):
    path.parent.mkdir()
    path.with_name(path.name + "-wal").write_bytes(b"what was written last")

    assert refused(path) == "store_damaged"


def test_a_key_that_lies_ready_is_used_and_not_replaced(path):
    made(path, PASSPHRASE)
    key = path.with_name(path.name + ".key").read_bytes()
    path.unlink()

    assert refused(path, "noget andet") == "passphrase_wrong"
    open_store(path, PASSPHRASE).close()

    assert path.with_name(path.name + ".key").read_bytes() == key


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["plain", "keyed"])
def test_programs_that_make_the_same_store_at_the_same_time_share_it(path, passphrase):
    code = (
        "import sys; from pathlib import Path; from facilitator.store.database import open_store\n"
        "from tests.store.builders import a_network\n"
        "sys.stdin.readline(); a_network(open_store(Path(sys.argv[1]), sys.argv[2] or None), sys.argv[3])"
    )
    makers = [
        subprocess.Popen([sys.executable, "-c", code, str(path), passphrase, str(number)], stdin=subprocess.PIPE)
        for number in range(4)
    ]
    for maker in makers:
        maker.stdin.write(b"go\n")
        maker.stdin.flush()
    for maker in makers:
        maker.communicate()

    assert [maker.returncode for maker in makers] == [0] * 4
    database = open_store(path, passphrase)
    assert sorted(each.name for each in networks.list_networks(database)) == ["0", "1", "2", "3"]
    database.close()
    assert not [each for each in path.parent.iterdir() if each.name.startswith(".")]


def test_a_store_made_by_another_program_meanwhile_is_left_as_it_is(path, monkeypatch):
    made(path)
    before = path.read_bytes()

    databases.make_store(path, None)

    assert path.read_bytes() == before
