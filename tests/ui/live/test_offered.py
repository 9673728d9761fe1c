"""An interrupted meeting is the first thing that the app offers, with one question and the half sentence back."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from tests.ui.live.builders import Room, plain, wait_until
from tests.ui.live.test_resume import cut_off_while_writing
from ui.live.page import LivePage
from ui.live_run import commands
from ui.main_window import MainWindow
from ui.page import Surroundings, ToHome, ToLive

K = Qt.Key


def begun(room: Room) -> tuple[MainWindow, LivePage]:
    """The window as it is after its first picture, with the meeting that it offers."""
    window = MainWindow(Surroundings(room.workspace, room.language, room.theme))
    window.resize(1366, 768)
    window.show()
    window.begin()
    page = window.page
    assert isinstance(page, LivePage)
    page._keep_awake = False
    wait_until(page.cockpit.notice.isVisible)
    window.activateWindow()
    wait_until(window.isActiveWindow)
    room.page = page
    return window, page


def put_away(room: Room, window: MainWindow) -> None:
    wait_until(lambda: room.workspace._writer.idle and not room.workspace._jobs)
    window.shut()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pages that look again read no closed store
    room.page = None
    room.close()


def asked(page: LivePage) -> str:
    return plain(page.cockpit.notice.words.text())


def test_the_window_offers_the_meeting_that_was_cut_off_and_one_press_goes_on(room: Room) -> None:
    again = cut_off_while_writing(room)
    window, page = begun(again)

    assert window.here == ToLive(again.session.id)
    assert asked(page) == "Mødet blev afbrudt kl. 10.14. Alt til og med kl. 10.14 er gemt. Fortsæt, hvor I slap?"
    again.press(K.Key_Space)
    assert page.sight().number == 5
    assert page.capture.half is not None
    assert page.capture.half.text == "Spørg i januar, hvordan"
    assert asked(page) == "Appen var væk i 6 minutter. Tiden er talt med. Var det en pause, så tryk P."
    put_away(again, window)


def test_where_nothing_was_cut_off_the_window_stays_at_home(room: Room) -> None:
    window = MainWindow(Surroundings(room.workspace, room.language, room.theme))
    window.show()
    window.begin()
    assert window.here == ToHome()
    put_away(room, window)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (13, "Mødet blev afbrudt tirsdag den 8. december 2026 kl. 9.08. Alt til da er gemt, og mødet holder pause."),
        (-2, "Mødet blev afbrudt, og computerens ur er siden stillet tilbage. Alt er gemt, og mødet holder pause."),
    ],
    ids=["over twelve hours later", "the clock set back"],
)
def test_a_gap_that_cannot_be_believed_comes_back_paused_and_counts_nothing(room: Room, hours: int, said: str) -> None:
    room.open(start=True)
    room.till("9.07")
    room.press(K.Key_F4)
    room.clock.wait(60)
    before = room.page.sight().view
    room.page.do(commands.Look())
    room.settled()
    again = room.cut_off()
    again.clock.wait(60)
    again.clock.set_wall(again.clock.wall() + hours * 3_600_000)
    window, page = begun(again)

    assert asked(page) == f"{said} Fortsæt, hvor I slap?"
    assert page.sight().state.status == "paused"
    assert page.sight().view.elapsed <= before.elapsed
    again.press(K.Key_Space)
    assert page.sight().state.status == "running"
    again.clock.wait(30)
    assert page.sight().view.elapsed == before.elapsed + 30
    put_away(again, window)


def test_a_clock_set_forward_by_an_hour_is_a_gap_that_can_be_ruled_a_break(room: Room) -> None:
    again = cut_off_while_writing(room)
    again.clock.set_wall(again.clock.wall() + 3_600_000)
    window, page = begun(again)
    again.press(K.Key_Space)

    assert "Appen var væk i 66 minutter" in asked(page)
    elapsed = page.sight().view.elapsed
    again.press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.sight().view.elapsed == elapsed - 66 * 60
    put_away(again, window)


def test_a_process_that_was_killed_offers_its_meeting_when_it_is_started_again(tmp_path: Path) -> None:
    with _process(tmp_path, "write") as writing:
        assert writing.stdout is not None
        said = writing.stdout.readline()
        writing.kill()
    with _process(tmp_path, "resume") as resumed:
        offered, _ = resumed.communicate(timeout=60)

    assert said.strip() == "written"
    assert offered.splitlines() == ["resume", "5", "Spørg i januar, hvordan"]


def _process(folder: Path, act: str) -> subprocess.Popen[str]:
    child = [sys.executable, "-m", "tests.ui.live.killed_child", str(folder), act]
    return subprocess.Popen(child, stdout=subprocess.PIPE, text=True, encoding="utf-8")
