"""Copies that open again, and the way back from them."""

import shutil
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.model.trouble import Trouble
from facilitator.store import networks, outcomes
from facilitator.store.backup import backup, daily_backup, kept_days, restore
from facilitator.store.check import check
from facilitator.store.database import open_store
from facilitator.store.lock import take_live
from tests.store.builders import NOW, PASSPHRASE, Meeting, a_network, a_session, contents

OTHER = "en anden sætning"


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "keyed"])
def used(request, path):
    """A store in use, plain and keyed: a meeting is running."""
    database = open_store(path, request.param, patience=0)
    network = a_network(database)
    meeting = Meeting(database, a_session(database, network))
    meeting.do(commands.Start())
    meeting.do(commands.WriteNote(text="Vi prøver rollerne på tur"))
    yield database
    database.close()


def names(database):
    return [network.name for network in networks.list_networks(database)]


def trouble_of(function, *arguments, **named):
    with pytest.raises(Trouble) as trouble:
        function(*arguments, **named)
    return trouble.value.name


def test_a_copy_opens_on_its_own_and_holds_everything(used, tmp_path):
    to = backup(used, tmp_path / "ud" / "kopi.facilitator", OTHER)

    copy = open_store(to, PASSPHRASE if used.keyed else OTHER)

    assert copy.keyed
    assert b"Skoleledere" not in to.read_bytes()
    assert names(copy) == names(used)
    assert check(copy) == ()
    assert copy.rows("SELECT * FROM notes") == used.rows("SELECT * FROM notes")
    assert copy.rows("SELECT * FROM events") == used.rows("SELECT * FROM events")
    assert copy.value("PRAGMA journal_mode") == "wal"
    copy.close()
    assert sorted(contents(to.parent)) == ["kopi.facilitator", "kopi.facilitator.key"]


def test_a_plain_copy_is_made_only_when_it_is_asked_for(store, network, tmp_path):
    to = tmp_path / "kopi.facilitator"

    assert trouble_of(backup, store, to) == "passphrase_needed"
    assert not to.exists()
    backup(store, to, plain=True)

    copy = open_store(to)
    assert names(copy) == [network.name]
    assert sorted(each.name for each in tmp_path.glob("kopi*"))[:1] == ["kopi.facilitator"]
    copy.close()


def test_a_new_copy_replaces_an_old_one_with_its_key(store, network, tmp_path):
    to = backup(store, tmp_path / "kopi.facilitator", PASSPHRASE)
    a_network(store, "Rektorer")

    backup(store, to, OTHER)

    assert trouble_of(open_store, to, PASSPHRASE) == "passphrase_wrong"
    copy = open_store(to, OTHER)
    assert len(names(copy)) == 2
    copy.close()
    backup(store, to, plain=True)
    assert not to.with_name(to.name + ".key").exists()


def test_what_was_there_stays_where_the_copy_fails(store, network, tmp_path):
    folder = tmp_path / "ud"
    to = backup(store, folder / "kopi.facilitator", PASSPHRASE)
    before = contents(folder)
    page = 4096
    root = store.value("SELECT rootpage FROM sqlite_master WHERE name = 'members'")
    store.close()
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: (root - 1) * page] + b"\xff" * page + whole[root * page :])
    damaged = open_store(store.path)

    assert trouble_of(backup, damaged, to, OTHER) in {"store_damaged", "backup_not_whole"}
    assert trouble_of(backup, damaged, to, plain=True) in {"store_damaged", "backup_not_whole"}

    damaged.close()
    assert contents(folder) == before


def test_a_store_is_never_copied_over_itself(used):
    assert trouble_of(backup, used, used.path, OTHER) == "file_exists"


def test_restoring_brings_back_what_was_and_keeps_what_it_replaces(used, tmp_path):
    to = backup(used, tmp_path / "ud" / "kopi.facilitator", OTHER)
    phrase = PASSPHRASE if used.keyed else OTHER
    a_network(used, "Rektorer")
    store_id = used.value("SELECT store FROM store_info")
    used.close()

    replaced = restore(used.path, to, phrase, now=NOW)

    assert replaced.name == "netværk (replaced 2026-12-01 12.00).facilitator"
    back, old = open_store(used.path, phrase), open_store(replaced, PASSPHRASE)
    assert names(back) == ["Skoleledere i Vesterå"]
    assert len(names(old)) == 2
    assert check(back) == ()
    assert back.value("SELECT store FROM store_info") != store_id
    back.close()
    old.close()


def test_restoring_where_nothing_was_just_brings_it(store, network, tmp_path):
    to = backup(store, tmp_path / "kopi.facilitator", PASSPHRASE)

    assert restore(tmp_path / "ny computer" / "a.facilitator", to, PASSPHRASE, now=NOW) is None

    back = open_store(tmp_path / "ny computer" / "a.facilitator", PASSPHRASE)
    assert names(back) == [network.name]
    back.close()


def test_restoring_twice_in_a_minute_keeps_both(store, network, tmp_path):
    to = backup(store, tmp_path / "kopi.facilitator", plain=True)
    store.close()

    first = restore(store.path, to, now=NOW)
    second = restore(store.path, to, now=NOW)

    assert first != second
    assert first.exists()
    assert second.exists()


@pytest.mark.parametrize("spoil", ["cut", "zeroed", "no key", "text", "missing"])
def test_a_backup_that_is_not_whole_is_refused_and_the_store_untouched(used, tmp_path, spoil):
    to = backup(used, tmp_path / "ud" / "kopi.facilitator", OTHER)
    whole = to.read_bytes()
    match spoil:
        case "cut":
            to.write_bytes(whole[: len(whole) // 2])
        case "zeroed":
            to.write_bytes(whole[:8192] + bytes(4096) + whole[12288:])
        case "no key":
            to.with_name(to.name + ".key").unlink()
        case "text":
            to.write_text("Kære alle\n" * 999)
            to.with_name(to.name + ".key").unlink()
        case "missing":
            to.unlink()
    used.close()
    before = {name: content for name, content in contents(used.path.parent).items() if not name.endswith(".live")}

    name = trouble_of(restore, used.path, to, PASSPHRASE if used.keyed else OTHER, now=NOW)

    assert name == ("file_unreadable" if spoil == "missing" else "backup_not_whole")
    after = {name: content for name, content in contents(used.path.parent).items() if not name.endswith(".live")}
    assert after == before


def test_a_backup_needs_its_passphrase(store, network, tmp_path):
    to = backup(store, tmp_path / "kopi.facilitator", PASSPHRASE)
    store.close()

    assert trouble_of(restore, store.path, to, OTHER, now=NOW) == "passphrase_wrong"
    assert trouble_of(restore, store.path, to, now=NOW) == "passphrase_needed"


def test_nothing_is_restored_while_a_meeting_is_led(store, session, tmp_path):
    to = backup(store, tmp_path / "kopi.facilitator", plain=True)
    lock = take_live(store, session.id)

    assert trouble_of(restore, store.path, to, now=NOW) == "restore_while_live"

    lock.release()


def test_nothing_is_restored_under_a_program_that_has_the_store_open(used, tmp_path):
    to = backup(used, tmp_path / "kopi.facilitator", OTHER)
    phrase = PASSPHRASE if used.keyed else OTHER

    assert trouble_of(restore, used.path, to, phrase, now=NOW) == "store_locked"

    assert names(used) == ["Skoleledere i Vesterå"]


def test_a_store_copied_by_hand_while_it_was_open_can_be_restored(store, network, tmp_path):
    session = a_session(store, network)
    by_hand = tmp_path / "stick" / "a.facilitator"
    by_hand.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{store.path}{ending}", f"{by_hand}{ending}")

    restore(tmp_path / "b.facilitator", by_hand, now=NOW)

    back = open_store(tmp_path / "b.facilitator")
    assert back.value("SELECT id FROM sessions") == session.id
    assert outcomes.outcomes_of(back, session.id) == ()
    back.close()


def test_a_copy_a_day_and_only_the_latest_stay(used):
    day = date(2026, 12, 8)

    assert daily_backup(used, day).parent == used.path.parent / "backups"
    assert daily_backup(used, day) is None
    for days in range(1, 20):
        daily_backup(used, day + timedelta(days=days))

    copies = [each for each in (used.path.parent / "backups").iterdir() if each.suffix == ".facilitator"]
    assert len(copies) == 9
    for copy in copies:
        opened = open_store(copy, PASSPHRASE)
        assert opened.keyed == used.keyed
        assert names(opened) == names(used)
        opened.close()


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=60))
def test_seven_days_and_four_weeks_are_kept(days):
    kept = kept_days(tuple(days), date(2026, 12, 31))

    latest = sorted(days, reverse=True)
    weeks = sorted({day.isocalendar()[:2] for day in days}, reverse=True)
    assert set(latest[:7]) <= kept <= days
    assert {day.isocalendar()[:2] for day in kept} >= set(weeks[:4])
    assert len(kept) <= 11


@given(
    st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=30),
    st.sets(st.dates(date(2099, 1, 1), date(2099, 12, 31)), max_size=30),
)
def test_copies_made_while_the_clock_was_in_2099_push_no_good_one_out(days, wrong):
    today = date(2026, 12, 31)

    kept = kept_days((*days, *wrong, today), today)

    assert kept >= kept_days((*days, today), today)
    assert len(kept) <= 22


def test_a_copy_of_a_day_to_come_blocks_none_of_today(used):
    for days in range(8):
        daily_backup(used, date(2099, 12, 1 + days))

    made = daily_backup(used, date(2026, 12, 8))

    assert made.exists()
    for days in range(1, 8):
        daily_backup(used, date(1970, 1, days))
    assert made.exists()
