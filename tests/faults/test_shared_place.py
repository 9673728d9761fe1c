"""A store in a folder that another program copies: each front door says so once, in its own place, and works."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QLabel

from facilitator.store.database import open_store
from tests.store.builders import a_network, a_session
from tests.ui.live.builders import wait_until
from ui.page import ToSettings

WARNING = "Your data lies in a folder that OneDrive copies. What is saved is safe. Use it on one computer at a time."


@pytest.fixture
def copied(facilitator):
    """The command on a store in OneDrive."""
    folder = facilitator.folder / "OneDrive - Vesterå Kommune"
    folder.mkdir()
    facilitator.store = folder / "netværk.facilitator"
    return facilitator


def test_a_command_notes_it_on_standard_error_and_answers_as_ever(copied):
    made = copied("network", "new", "Skoleledere i Vesterå", "--json")

    assert (made.code, made.err) == (0, f"Note: {WARNING}\n")
    assert copied.do("network", "show", made.json["id"])["name"] == "Skoleledere i Vesterå"
    danish = copied("networks", FACILITATOR_LANGUAGE="da")
    assert danish.err == (
        "Bemærk: Dine data ligger i en mappe, som OneDrive kopierer. Det gemte er sikkert. "
        "Brug dem på én computer ad gangen.\n"
    )


def test_a_command_that_fails_says_its_one_line_and_no_more(copied):
    result = copied("network", "show", "Findes ikke")

    assert (result.code, len(result.err.splitlines())) == (1, 1)
    assert "OneDrive" not in result.err


def test_a_meeting_that_is_led_there_is_kept_and_answers_as_ever(copied):
    with closing(open_store(copied.store)) as database:
        session = a_session(database, a_network(database)).id
    talk = copied.begin(session)
    assert [talk.say(do)["ok"] for do in ("start", "pause", "resume")] == [True] * 3
    kept = talk.say("note", text="Det sidste før strømmen gik")
    talk.kill()

    (answer,) = copied.commands(session, {"do": "state"})

    assert answer["seq"] == kept["seq"]
    assert {each.name for each in copied.store.parent.iterdir()} == {copied.store.name, copied.store.name + ".live"}


def test_the_window_says_so_when_it_is_painted_and_in_the_settings(copied, window):
    app = window()
    wait_until(lambda: app.window.foot.words == WARNING)
    assert app.window.foot.isVisible()

    app.window.go(ToSettings())

    told = app.window.page.findChild(QLabel, "place_warning")
    assert told.text() == WARNING


def test_a_store_on_a_disk_of_our_own_is_not_spoken_of(facilitator, window):
    assert facilitator("networks").err == ""
    app = window()

    app.window.go(ToSettings())

    assert app.window.foot.words == ""
    assert app.window.page.findChild(QLabel, "place_warning") is None
