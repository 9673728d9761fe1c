"""A meeting of 60 steps and 500 notes led by keys: run by benchmarks.live in a process of its own."""

import gc
import json
import os
import sys
import time
import tracemalloc
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import ui  # noqa: F401
from benchmarks.durable import Floor
from benchmarks.figure import timed
from benchmarks.heartbeat import Heartbeat
from facilitator.desk.meetings import lead
from facilitator.desk.planning import new_network, plan_meeting
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live import commands
from facilitator.live.clock import Clock, ManualClock, SystemClock
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.member import Member
from facilitator.model.outcome import Note
from facilitator.model.session import begins, local_time
from facilitator.places import find_places
from facilitator.store import networks, outcomes, sessions
from facilitator.store.database import Database, open_store
from ui.live.page import LivePage
from ui.page import Surroundings, ToLive
from ui.theme import theme as themes
from ui.workspace import Workspace

STEPS, NOTES, PEOPLE = 60, 500, 12
NOWHERE = 0.5  # seconds without a paint: the key did nothing that can be seen
DAY = 8 * 3600
SLOW = 0.5  # seconds that the disk takes
BETWEEN = 150  # milliseconds between two presses on a slow disk
K = Qt.Key
CTRL, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
ROUND = ((K.Key_F2, NO), (K.Key_F2, NO), (K.Key_F3, NO), (K.Key_F4, NO), (K.Key_PageDown, NO), (K.Key_B, CTRL))


class Cockpit:
    """Both windows on a store of their own, with a meeting that has just begun."""

    def __init__(self, folder: Path, qt: QApplication, clock: Clock) -> None:
        self.qt = qt
        for old in folder.glob("live.facilitator*"):
            old.unlink()
        self.places = find_places(folder / "live.facilitator")
        self.library = Library(self.places.resources)
        self.database = open_store(self.places.store, wall=clock.wall)
        self.session = planned(self.database, self.library)
        if isinstance(clock, ManualClock):
            clock.set_wall(round(begins(sessions.get_session(self.database, self.session)).timestamp() * 1000))
        self.workspace = Workspace(self.database, self.library, self.places, clock)
        theme = themes.light()
        themes.apply(qt, theme)
        around = Surroundings(self.workspace, Language.load("da", self.places.locale), theme)
        self.workspace.went_wrong.connect(failed)
        self.page = LivePage(around, ToLive(self.session, start=True), keep_awake=False)
        self.page.resize(1366, 768)
        self.page.show()
        self.page.toggle_wall()
        self.page.activateWindow()
        self.painted = Painted(qt)
        self.until(lambda: self.page.live is not None and self.page.live.state.live and self.page.presses.idle)
        assert self.page.live is not None
        self.page.live.changed.connect(self.painted.begin)
        self.settle()

    def until(self, over) -> None:  # type: ignore[no-untyped-def]
        """Let events come until it is so."""
        while not over():
            self.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def settle(self) -> None:
        """Let whatever is to be shown be shown."""
        end = time.perf_counter() + 0.3
        self.until(lambda: time.perf_counter() > end)

    def press(self, key: K, modifiers: Qt.KeyboardModifier = NO) -> float:
        """Seconds from the key until what it did is on disk and painted."""
        self.painted.begin()
        began = time.perf_counter()
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)
        self.until(lambda: self.page.presses.idle and (self.painted.seen or time.perf_counter() - began > NOWHERE))
        return time.perf_counter() - began


def failed(error: Exception) -> None:
    """Something that is measured went wrong: there is nothing to tell."""
    sys.stderr.write(f"{error!r}\n")
    os._exit(1)


class Painted(QObject):
    """Whether anything has been painted since `begin`. All that is due is painted in one go."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self.seen = False
        qt.installEventFilter(self)

    def begin(self) -> None:
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        del watched
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


def planned(database: Database, library: Library) -> str:
    """A meeting with a long agenda, of which much is written down already."""
    network = new_network(database, "Skoleledere i Vesterå")
    people = [Member(id=new_id(), network=network.id, name=f"Åse {number} Aaberg") for number in range(PEOPLE)]
    networks.save_members(database, people)
    session = plan_meeting(
        database, library, network, template="ordinary", starts_at=local_time("2026-12-08T09:00"), make_id=new_id
    )
    short = sessions.agenda(database, session.id)
    steps = [replace(short[place % len(short)], id=new_id()) for place in range(STEPS)]
    sessions.save_agenda(database, session.id, steps)
    notes = [
        Note(id=new_id(), session=session.id, text=f"Note {number} om en sag", audience=Audience.minutes)
        for number in range(NOTES)
    ]
    outcomes.save_outcomes(database, notes)
    return session.id


def pressed(cockpit: Cockpit, folder: Path, presses: int) -> dict[str, object]:
    """The seconds of every press, of a bare commit in turn with each, and of letters."""
    for old in folder.glob("live-floor.facilitator*"):
        old.unlink()
    bare = open_store(folder / "live-floor.facilitator")
    session = planned(bare, cockpit.library)
    led = lead(bare, session, SystemClock(), cockpit.library, Language.load("en", Path()), make_id=new_id)
    led.runner.do(commands.Start())
    floor = Floor(bare, led.runner.state.run, session, written=False)
    keys: list[float] = []
    bares: list[float] = []
    for number in range(presses):
        keys.append(cockpit.press(*ROUND[number % len(ROUND)]))
        bares.append(timed(floor.commit))
    cockpit.press(K.Key_F10)
    letters = [cockpit.press(K.Key_A) for _ in range(presses)]
    bare.close()
    return {"keys": keys, "bare": bares, "letters": letters}


def slow(cockpit: Cockpit, presses: int) -> dict[str, object]:
    """The longest stall while keys come in faster than the disk takes them."""
    heart = Heartbeat()
    writer = cockpit.workspace._writer

    def asleep(database: Database) -> None:
        with database.atomic():
            time.sleep(SLOW)

    left = list(range(presses))

    def press() -> None:
        key, modifiers = ROUND[left.pop() % len(ROUND)]
        writer.submit(asleep)
        QTest.keyClick(QApplication.focusWidget() or cockpit.page, key, modifiers)
        if left:
            QTimer.singleShot(BETWEEN, press)

    heart.settle()
    began = time.perf_counter()
    press()
    heart.until(lambda: not left and cockpit.page.presses.idle)
    return {"stall": heart.longest(began, time.perf_counter())}


def day(cockpit: Cockpit, clock: ManualClock, presses: int) -> dict[str, object]:
    """By how many bytes what is held has grown after eight hours of presses."""
    for each in ROUND:
        cockpit.press(*each)
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for number in range(presses):
        clock.wait(DAY / presses)
        cockpit.press(*ROUND[number % len(ROUND)])
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {"grown": after - before, "presses": presses}


def main(folder: Path, what: str, presses: int) -> None:
    """Do it and print what was measured."""
    qt = QApplication([])
    moved = ManualClock()
    cockpit = Cockpit(folder, qt, moved if what == "day" else SystemClock())
    match what:
        case "press":
            told = pressed(cockpit, folder, presses)
        case "slow":
            told = slow(cockpit, presses)
        case _:
            told = day(cockpit, moved, presses)
    cockpit.page.leaving(remade=False)
    cockpit.workspace.close()
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)  # nothing is left to tidy, and the measuring process has what it wanted


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
