"""Two copies of the app on one store: both read and write what is ordinary, and only one leads a meeting."""

from PySide6.QtWidgets import QWidget

from facilitator.store import check, runs
from facilitator.store.database import open_store
from tests.ui.live.builders import plain, wait_until
from ui.page import ToHome, ToLive, ToNetwork

ELSEWHERE = (
    "Meeting 1 of Skoleledere i Vesterå is running in another window. You can read here, not write. Go to that window."
)


def notice(app):
    """What the live page says, once it says something."""
    wait_until(lambda: app.window.page.cockpit.notice.kind == "taken")
    return plain(app.window.page.cockpit.notice.words.text())


def test_a_window_beside_a_running_meeting_is_told_reads_it_and_writes_what_is_ordinary(
    facilitator, network, session, window
):
    talk = facilitator.begin(session)
    assert talk.say("start")["ok"]
    assert talk.say("note", text="Skrevet i det andet vindue")["ok"]

    app = window()

    assert app.window.here == ToLive(session)
    assert notice(app) == ELSEWHERE
    assert app.workspace.live is None
    assert [each.text for each in app.workspace.outcomes(session)] == ["Skrevet i det andet vindue"]
    app.window.page.cockpit.notice.findChild(QWidget, "notice_0").click()
    assert app.window.here == ToNetwork(network, "meetings")
    made = []
    app.workspace.new_network("Rektorer", field="", municipality="", language="da", done=made.append)
    wait_until(lambda: bool(made))
    assert talk.say("note", text="Og igen")["ok"]
    assert talk.end() == 0
    assert {each["name"] for each in facilitator.do("networks")} == {"Rektorer", "Skoleledere i Vesterå"}
    assert facilitator.do("check")["ok"]


def test_when_the_other_is_killed_the_window_goes_on_where_it_stopped(facilitator, session, window):
    talk = facilitator.begin(session)
    talk.say("start")
    kept = talk.say("note", text="Det sidste før strømmen gik")
    app = window()
    assert notice(app) == ELSEWHERE
    talk.kill()

    app.window.go(ToHome())
    app.window.go(ToLive(session))

    wait_until(lambda: app.workspace.live is not None)
    assert app.workspace.leading
    assert app.workspace.live.state.seq >= kept["seq"]
    result = facilitator("run", session)
    assert (result.code, result.out, result.err) == (1, "", ELSEWHERE + "\n")


def test_a_second_command_line_never_leads_the_same_store(facilitator, network, session):
    talk = facilitator.begin(session)
    talk.say("start")
    other = facilitator.do("session", "new", network, "--template", "ordinary", "--at", "2027-01-12T09:00")["id"]

    for meeting in (session, other):
        result = facilitator("run", meeting, input='{"do": "start"}\n')
        assert (result.code, result.out, result.err) == (1, "", ELSEWHERE + "\n")

    assert facilitator("run", other, "--rehearsal", input='{"do": "start"}\n').code == 0
    talk.end()
    database = open_store(facilitator.store)
    assert runs.live_run(database).session == session
    assert check.check(database) == ()
    database.close()


def test_no_backup_is_brought_back_under_a_running_meeting_or_an_open_window(facilitator, session, window, tmp_path):
    copy = tmp_path / "kopi.facilitator"
    assert facilitator("backup", "--plain", "--to", copy).code == 0
    talk = facilitator.begin(session)
    talk.say("start")
    result = facilitator("restore", copy)
    assert (result.code, result.err) == (1, "A meeting is running. Nothing was restored. Finish the meeting first.\n")
    assert talk.say("finish")["ok"]
    talk.end()

    window()
    result = facilitator("restore", copy)

    assert (result.code, result.err) == (
        1,
        "Your data is in use by another program. Nothing has changed. Close it there, and try again.\n",
    )
