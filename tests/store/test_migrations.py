"""Older stores come up to date whole, with a checked copy of what they were."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from facilitator.live.fold import fold
from facilitator.model.audience import Audience
from facilitator.model.outcome import Photo
from facilitator.model.trouble import Trouble
from facilitator.store import backup, check, deleted, migrations, networks, outcomes, photos, runs, sessions
from facilitator.store.database import connect, fill_new, folded, open_store, utils_of
from facilitator.store.look import APPLICATION_ID
from tests.store.builders import NOW, PASSPHRASE, a_picture, contents

OLDER = Path(__file__).parent / "older"


@pytest.fixture
def older(path):
    """A store as the first version wrote it."""
    path.parent.mkdir()
    shutil.copyfile(OLDER / "v1.facilitator", path)
    return path


def schema_of(database):
    return sorted(database.rows("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def version_in(path):
    return int.from_bytes(path.read_bytes()[60:64])


def test_a_store_of_the_first_version_opens_with_all_that_was_in_it(older):
    database = open_store(older)

    (network,) = networks.list_networks(database)
    (session,) = sessions.sessions_of(database, network.id)
    assert len(networks.members_of(database, network.id)) == 4
    assert [outcome.text for outcome in outcomes.outcomes_of(database, session.id)] == [
        "Vi prøver rollerne på tur",
        "Mette ringer til Pia",
    ]
    assert fold(runs.load_run(database, session.id).events).status == "finished"
    assert check.check(database) == ()
    database.close()


@pytest.mark.parametrize("version", range(1, migrations.VERSION))
def test_an_older_store_ends_with_the_same_tables_as_a_new_one(version, tmp_path):
    older = tmp_path / "older.facilitator"
    shutil.copyfile(OLDER / f"v{version}.facilitator", older)
    upgraded, new = open_store(older), open_store(tmp_path / "new.facilitator")

    assert schema_of(upgraded) == schema_of(new)
    assert check.check(upgraded) == ()
    upgraded.close()
    new.close()


def test_what_lay_in_the_bin_of_the_second_version_comes_back_by_itself(path):
    path.parent.mkdir()
    shutil.copyfile(OLDER / "v2.facilitator", path)
    database = open_store(path)

    (deletion,) = deleted.deletions(database)
    deleted.bring_back(database, deletion.act)

    (network,) = networks.list_networks(database)
    assert [member.name for member in networks.members_of(database, network.id)][-1] == deletion.value.name
    database.close()


def test_a_network_in_the_bin_of_the_third_version_comes_back_with_nobody_seated(path):
    path.parent.mkdir()
    shutil.copyfile(OLDER / "v3.facilitator", path)
    database = open_store(path)

    (deletion,) = (each for each in deleted.deletions(database) if each.table == "networks")
    deleted.bring_back(database, deletion.act)

    (network,) = (each for each in networks.list_networks(database) if each.id == deletion.value.id)
    assert network.seating == ()
    assert check.check(database) == ()
    database.close()


def test_a_store_of_the_fourth_version_takes_photos_and_keeps_how_people_sit(path):
    path.parent.mkdir()
    shutil.copyfile(OLDER / "v4.facilitator", path)
    database = open_store(path)

    network = networks.list_networks(database)[0]
    assert network.seating == tuple(member.id for member in reversed(networks.members_of(database, network.id)))
    session = sessions.sessions_of(database, network.id)[0]
    photo = Photo(id="photo", session=session.id, text="Tavlen", audience=Audience.private, width=64, height=48)
    photos.add_photo(database, photo, a_picture())

    assert photo in outcomes.outcomes_of(database, session.id)
    assert check.check(database) == ()
    database.close()


def test_nobody_is_seated_in_an_older_store_and_whoever_is_later_stays_so(older):
    database = open_store(older)
    (network,) = networks.list_networks(database)
    assert network.seating == ()

    seating = tuple(member.id for member in reversed(networks.members_of(database, network.id)))
    networks.save_network(database, replace(network, seating=seating))
    database.close()

    database = open_store(older)
    assert networks.get_network(database, network.id).seating == seating
    database.close()


def test_what_the_store_was_before_lies_beside_it_whole(older):
    before = older.read_bytes()

    open_store(older).close()

    (copy,) = (each for each in older.parent.iterdir() if "before-migration-2" in each.name)
    assert version_in(copy) == 1
    assert version_in(older) == migrations.VERSION
    assert len(copy.read_bytes()) == len(before)
    open_store(copy).close()


def test_a_store_up_to_date_gets_no_copy_and_no_change(older):
    open_store(older).close()
    before = contents(older.parent)

    open_store(older).close()

    assert contents(older.parent) == before


def test_an_older_store_is_not_changed_by_looking_at_it(older):
    before = older.read_bytes()

    with pytest.raises(Trouble) as trouble:
        open_store(older, read_only=True)

    assert trouble.value.name == "store_read_only"
    assert older.read_bytes() == before


def test_a_damaged_older_store_is_not_migrated(older):
    whole = older.read_bytes()
    page = 4096
    older.write_bytes(whole[: 9 * page] + b"\xff" * page + whole[10 * page :])

    with pytest.raises(Trouble) as trouble:
        open_store(older)

    assert trouble.value.name == "store_damaged"
    assert version_in(older) == 1


def test_a_keyed_older_store_is_copied_keyed(path, monkeypatch):
    with monkeypatch.context() as first_version:
        first_version.setattr(migrations, "STEPS", migrations.STEPS[:1])
        first_version.setattr(migrations, "VERSION", 1)
        open_store(path, PASSPHRASE).close()

    open_store(path, PASSPHRASE).close()

    (copy,) = (each for each in path.parent.iterdir() if "before-migration" in each.name and each.suffix != ".key")
    assert not copy.read_bytes().startswith(b"SQLite")
    assert open_store(copy, PASSPHRASE).keyed


def test_an_older_backup_is_restored_as_a_store_of_today(older, tmp_path):
    backup.restore(tmp_path / "new.facilitator", older, now=NOW)

    database = open_store(tmp_path / "new.facilitator")
    assert check.check(database) == ()
    assert version_in(older) == 1
    database.close()


def test_the_migrations_that_landed_are_those_that_are_applied(tmp_path):
    connection = connect(tmp_path / "a.facilitator", None, mode="rwc")
    fill_new(connection)

    applied = [each.name for each in migrations.migrations().applied(utils_of(connection))]

    assert applied == [f"{number} {name}" for number, (name, _) in enumerate(migrations.STEPS, start=1)]
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    folded(connection)
    connection.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from facilitator.store import migrations
from facilitator.store.database import open_store

number, at = int(sys.argv[2]), int(sys.argv[3])

class Statements(tuple):
    def __iter__(self):
        yield from self[:at]
        os.kill(os.getpid(), signal.SIGKILL)

name, statements = migrations.STEPS[number]
migrations.STEPS = (*migrations.STEPS[:number], (name, Statements(statements)), *migrations.STEPS[number + 1 :])
open_store(Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("number", "at"),
    [(number, at) for number in range(1, migrations.VERSION) for at in range(len(migrations.STEPS[number][1]) + 1)],
)
def test_a_migration_killed_at_any_statement_leaves_the_store_as_it_was(older, number, at):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(older), str(number), str(at)], check=False)
    assert killed.returncode == -signal.SIGKILL

    seen = connect(older, None, mode="ro")
    assert seen.execute("PRAGMA user_version").fetchone() == (1,)
    assert seen.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() == (0,)
    seen.close()
    database = open_store(older)
    assert check.check(database) == ()
    database.close()
