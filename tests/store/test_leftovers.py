"""What killed programs leave beside a store is no store, is cleared away a day later, and takes nothing with it."""

import os
from datetime import date

import pytest

from facilitator.model.trouble import Trouble
from facilitator.store import networks
from facilitator.store.backup import backup, daily_backup, restore
from facilitator.store.database import open_store
from facilitator.store.leftovers import clear
from tests.store.builders import NOW, PASSPHRASE, a_network, contents

A_DAY = 24 * 60 * 60
LEFT = (
    ".netværk.facilitator.4711.new",
    ".netværk.facilitator.4711.new-wal",
    ".netværk.facilitator.4711.part",
    ".netværk.facilitator.4711.part-journal",
    ".netværk 2026-12-08.facilitator.4711.part",
    ".netværk.facilitator.key.0a1b2c3d",
)
NOT_OURS = (
    ".anden.facilitator.4711.part",
    ".netværk.facilitator.part",
    "netværk.facilitator.4711.part",
    ".netværk.txt.4711.part",
    "netværk (replaced 2026-12-08 09.00).facilitator",
)


def aged(path, now):
    os.utime(path, (now - A_DAY - 1, now - A_DAY - 1))
    return path


def names(path, passphrase=None):
    database = open_store(path, passphrase)
    found = [each.name for each in networks.list_networks(database)]
    database.close()
    return found


def made(path, name, passphrase=None):
    database = open_store(path, passphrase)
    a_network(database, name)
    database.close()
    return path


@pytest.mark.parametrize("name", LEFT)
def test_what_was_left_half_made_goes_after_a_day_and_not_before(path, name):
    path.parent.mkdir()
    left = path.parent / name
    left.write_bytes(b"halv")
    now = left.stat().st_mtime

    clear(path.parent, path, now + 60)
    assert left.exists()
    clear(path.parent, path, now + A_DAY + 60)
    assert not left.exists()


@pytest.mark.parametrize("name", NOT_OURS)
def test_nothing_else_is_touched(path, name):
    path.parent.mkdir()
    (path.parent / name).write_bytes(b"mit")

    clear(path.parent, path, (path.parent / name).stat().st_mtime + 9 * A_DAY)

    assert contents(path.parent) == {name: b"mit"}


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_copy_that_was_moved_aside_comes_back_where_the_new_one_never_came(path, passphrase):
    made(path, "Skoleledere", passphrase)
    old = path.with_name(f".{path.name}.4711.old")
    path.rename(old)
    if passphrase:
        path.with_name(path.name + ".key").rename(old.with_name(old.name + ".key"))
    path.with_name(path.name + ".key").write_bytes(b"den nye, som aldrig kom")

    clear(path.parent, path, old.stat().st_mtime + A_DAY + 1)

    assert names(path, passphrase) == ["Skoleledere"]
    assert not old.exists()


def test_a_copy_keeps_its_only_key_where_moving_it_aside_had_only_begun(path):
    made(path, "Skoleledere", PASSPHRASE)
    key = path.with_name(path.name + ".key")
    key.rename(path.with_name(f".{path.name}.4711.old.key"))

    clear(path.parent, path, path.stat().st_mtime + A_DAY + 1)

    assert names(path, PASSPHRASE) == ["Skoleledere"]


def test_a_copy_keeps_its_only_key_where_coming_back_had_begun(path):
    made(path, "Skoleledere", PASSPHRASE)
    old = path.with_name(f".{path.name}.4711.old")
    path.rename(old)  # its key is home already

    clear(path.parent, path, old.stat().st_mtime + A_DAY + 1)

    assert names(path, PASSPHRASE) == ["Skoleledere"]


def test_and_goes_where_it_did(path):
    made(path, "Skoleledere")
    old = made(path.with_name(f".{path.name}.4711.old"), "Rektorer")
    old.with_name(old.name + ".key").write_bytes(b"")

    clear(path.parent, path, old.stat().st_mtime + A_DAY + 1)

    assert sorted(each.name for each in path.parent.iterdir()) == [path.name]
    assert names(path) == ["Skoleledere"]


def test_the_daily_copy_clears_what_the_days_before_left(store, path):
    left = [path.with_name(name) for name in LEFT]
    for each in left:
        each.write_bytes(b"halv")
        aged(each, each.stat().st_mtime)

    daily_backup(store, date(2026, 12, 8))

    assert not [each for each in left if each.exists()]


def test_a_copy_takes_the_place_of_an_older_one_in_one_step(store, path, tmp_path):
    to = tmp_path / "ud" / "kopi.facilitator"
    backup(store, to, plain=True)
    before = to.stat().st_ino
    a_network(store, "Rektorer")

    backup(store, to, plain=True)

    assert to.stat().st_ino != before
    assert names(to) == ["Rektorer"]
    assert list(to.parent.iterdir()) == [to]


def test_a_copy_with_another_key_takes_the_place_of_an_older_one_with_its_own(store, tmp_path):
    to = tmp_path / "ud" / "kopi.facilitator"
    backup(store, to, "den første")
    backup(store, to, PASSPHRASE)

    assert names(to, PASSPHRASE) == []
    backup(store, to, plain=True)
    assert [each.name for each in to.parent.iterdir()] == [to.name]


@pytest.mark.parametrize("log", ["-wal", "-journal"])
def test_a_log_left_without_its_store_gets_into_no_other(path, log):
    path.parent.mkdir()
    path.with_name(path.name + log).write_bytes(b"what was written last")

    with pytest.raises(Trouble) as trouble:
        open_store(path)

    assert trouble.value.name == "store_damaged"
    assert contents(path.parent) == {path.name + log: b"what was written last"}


def test_a_log_left_without_its_store_is_kept_when_a_backup_takes_the_place(path, tmp_path):
    copy = made(tmp_path / "kopi.facilitator", "Skoleledere")
    path.parent.mkdir()
    path.with_name(path.name + "-wal").write_bytes(b"what was written last")

    assert restore(path, copy, now=NOW) is None

    assert names(path) == ["Skoleledere"]
    kept = [each.read_bytes() for each in path.parent.glob("*(replaced*-wal")]
    assert kept == [b"what was written last"]


def test_a_journal_goes_with_the_store_that_a_backup_replaces(path, tmp_path):
    copy = made(tmp_path / "kopi.facilitator", "Skoleledere")
    made(path, "Rektorer")
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"not a whole journal")

    kept = restore(path, copy, now=NOW)

    assert names(path) == ["Skoleledere"]
    assert not journal.exists()
    assert names(kept) == ["Rektorer"]
