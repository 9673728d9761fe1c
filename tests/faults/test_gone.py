"""A store that is deleted, replaced or held by another program while it is open."""

from contextlib import closing

import pytest
from sqlcipher3 import dbapi2 as driver

from facilitator.model.trouble import Trouble
from facilitator.store import check, networks, outcomes
from facilitator.store.database import open_store
from tests.store.builders import a_network
from tests.ui.live.builders import wait_until

GONE = "The file with your data is gone from its folder. What you see can be copied. Put the file back, and try again."


def test_a_run_whose_store_was_deleted_promises_nothing_more_and_goes_on_when_it_is_back(facilitator, session):
    talk = facilitator.begin(session)
    talk.say("start")
    kept = talk.say("note", text="Før filen blev slettet")
    trash = facilitator.folder / "papirkurv"
    facilitator.store.rename(trash)

    refused = talk.say("note", text="Efter filen blev slettet")

    assert refused == {"ok": False, "error": GONE}
    trash.rename(facilitator.store)
    back = talk.say("note", text="Da den kom tilbage")
    assert (back["ok"], back["seq"]) == (True, kept["seq"] + 1)
    talk.end()
    with closing(open_store(facilitator.store)) as database:
        kept = [each.text for each in outcomes.outcomes_of(database, session)]
        assert kept == ["Før filen blev slettet", "Da den kom tilbage"]
        assert check.check(database) == ()


def test_what_was_saved_is_still_on_the_screen_when_the_store_is_deleted(facilitator, network, window):
    app = window()
    facilitator.store.unlink()

    app.workspace.new_network("Rektorer", field="", municipality="", language="da", done=None)

    wait_until(lambda: app.window.foot.words == GONE)
    assert app.window.foot.isVisible()
    assert [each.network.name for each in app.workspace.overviews()] == ["Skoleledere i Vesterå"]


def test_a_folder_that_is_gone_is_told(facilitator, network, window):
    app = window()
    elsewhere = facilitator.folder.rename(facilitator.folder.with_name("flyttet"))

    app.workspace.new_network("Rektorer", field="", municipality="", language="da", done=None)

    wait_until(lambda: app.window.foot.words == GONE)
    elsewhere.rename(facilitator.folder)


def test_nothing_is_written_into_a_file_that_another_took_the_place_of(store, path):
    a_network(store, "Skoleledere")
    store.settle()
    other = open_store(path.with_name("anden.facilitator"))
    a_network(other, "Rektorer")
    other.close()
    other.path.replace(path)

    with pytest.raises(Trouble) as trouble:
        a_network(store, "Dagplejeledere")

    assert trouble.value.name == "store_gone"
    store.close()
    other = open_store(path)
    assert [each.name for each in networks.list_networks(other)] == ["Rektorer"]
    assert check.check(other) == ()
    other.close()


def test_a_window_whose_store_another_program_keeps_says_so_and_writes_when_it_is_let_go(facilitator, network, window):
    app = window()
    app.workspace._writer.submit(lambda database: database.connection.execute("PRAGMA busy_timeout = 50").fetchall())
    other = driver.connect(str(facilitator.store), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    app.workspace.new_network("Rektorer", field="", municipality="", language="da", done=None)

    wait_until(lambda: app.window.foot.words.startswith("Your data is in use by another program. Nothing has changed."))
    other.close()
    made = []
    app.workspace.new_network("Rektorer", field="", municipality="", language="da", done=made.append)
    wait_until(lambda: bool(made))
