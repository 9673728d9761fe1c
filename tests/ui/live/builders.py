"""The meeting of 8 December in a store, a page that leads it by a clock moved by hand, and real keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QElapsedTimer, QEventLoop, QRect, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live.clock import ManualClock
from facilitator.model.agenda import Lead, LeadBy, Step, fitted
from facilitator.model.ids import new_id
from facilitator.model.member import Member, Role
from facilitator.model.network import Contact, Network
from facilitator.model.session import Session, begins
from facilitator.places import Places, resources_folder
from facilitator.store import networks, sessions
from facilitator.store.database import Database, open_store
from ui.live.page import LivePage
from ui.page import Surroundings, ToLive
from ui.theme.theme import Theme
from ui.workspace import Workspace

PEOPLE = (
    "Mette Sørensen",
    "Jonas Kjær",
    "Åse Aaberg",
    "Birgitte Østergaard",
    "Claus Friis",
    "Dorthe Lund",
    "Hassan Demir",
    "Ib Juul",
    "Lone Bech",
)
MINUTES = (6, 12, 16, 5, 60, 15, 8, 40, 10, 8)
LEASTS = {7: 25}
NAME = "Skoleledere i Vesterå"


class Room:
    """A store with the meeting, its workspace and clock; `page` opens the cockpit on it."""

    def __init__(self, folder: Path, theme: Theme, code: str = "da", clock: ManualClock | None = None) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.theme = theme
        self.places = Places(store=folder / "s.facilitator", data=folder, logs=folder, resources=resources_folder())
        self.language = Language.load("en" if code == "en" else "da", self.places.locale)
        self.clock = clock or ManualClock()
        fresh = not self.places.store.exists()
        self.database = open_store(self.places.store, wall=self.clock.wall)
        self.library = Library(self.places.resources)
        if fresh:
            self.session = december(self.database, self.library)
            self.clock.set_wall(round(begins(self.session).timestamp() * 1000))
        else:
            network = networks.list_networks(self.database)[0]
            self.session = sessions.sessions_of(self.database, network.id)[-1]
        self.workspace = Workspace(self.database, self.library, self.places, self.clock)
        self.ids = {each.name: each.id for each in networks.members_of(self.database, self.session.network)}
        self.page: LivePage | None = None
        self._gone = False

    def open(
        self, *, rehearsal: bool = False, start: bool = False, screens: Callable[[], Sequence[Any]] | None = None
    ) -> LivePage:
        """The cockpit, shown and ready for keys."""
        around = Surroundings(self.workspace, self.language, self.theme)
        more = {} if screens is None else {"screens": screens}
        page = LivePage(around, ToLive(self.session.id, rehearsal, start), keep_awake=False, **more)
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        wait_until(lambda: page.live is not None)
        self.page = page
        if start:
            wait_until(lambda: page.live is not None and page.live.state.live)
            self.settled()
        return page

    def settled(self) -> LivePage:
        """The page, when all that was pressed is on disk and shown."""
        page = self.page
        assert page is not None
        wait_until(lambda: page.live is None or page.presses.idle)
        page.look()
        return page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> LivePage:
        """A key, wherever the keyboard is; then wait for the disk."""
        assert self.page is not None
        QTest.keyClick(self.keyboard, key, modifiers)
        return self.settled()

    def type(self, words: str) -> None:
        """Words, letter by letter."""
        QTest.keyClicks(self.keyboard, words)

    @property
    def keyboard(self) -> QWidget:
        """The widget that has the keyboard."""
        assert self.page is not None
        return QApplication.focusWidget() or self.page

    def till(self, clock: str) -> LivePage:
        """Let pass what is left until that time of the day, and look."""
        hour, minute, *second = (int(part) for part in clock.split("."))
        then = begins(self.session).replace(hour=hour, minute=minute, second=second[0] if second else 0)
        self.clock.wait(then.timestamp() - self.clock.wall() / 1000)
        assert self.page is not None
        self.page.look()
        return self.page

    def cut_off(self) -> Room:
        """The program dies without a word; the same store is opened by the next."""
        self._gone = True
        if self.page is not None:
            self.page._timer.stop()
            self.page.wall.hide()
            self.page.hide()
        self.workspace._writer.close()  # what was acknowledged is on disk; nothing is finished or let go politely
        live = self.workspace.live
        if live is not None and live._lock is not None:
            live._lock.release()  # the system does this when a process dies
        self.database.close()
        return Room(self.folder, self.theme, self.language.code, self.clock)

    def close(self) -> None:
        """Everything away."""
        if self._gone:
            return
        self._gone = True
        if self.page is not None:
            for dialog in self.page.findChildren(QDialog):
                dialog.close()
            self.page._timer.stop()
            self.page.wall.close()
            self.page.close()
            self.page.deleteLater()
        self.workspace.close()


def december(database: Database, library: Library) -> Session:
    """The network of nine and its fourth meeting, as practice has it."""
    ids = {name: new_id() for name in PEOPLE}
    seating = tuple(ids.values())  # as they are named above
    network = Network(id=new_id(), name=NAME, consultant=Contact(name="Karen Holm"), seating=seating)
    networks.save_network(database, network)
    roles = {"Mette Sørensen": Role.chair, "Jonas Kjær": Role.deputy}
    members = [
        Member(id=ids[name], network=network.id, name=name, role=roles.get(name, Role.member)) for name in PEOPLE
    ]
    networks.save_members(database, members)
    steps = agenda(library, ids["Lone Bech"])
    session = Session(
        id=new_id(),
        network=network.id,
        number=4,
        starts_at=datetime(2026, 12, 8, 9),
        place="Højvang Skole, lokale 2",
        minutes=180,
    )
    return sessions.plan_session(database, session, steps)


def agenda(library: Library, lone: str) -> tuple[Step, ...]:
    """Ten steps whose minutes were set by hand."""
    steps = library.steps_of(library.template("ordinary"), len(PEOPLE), new_id)
    made = []
    for place, (step, minutes) in enumerate(zip(steps, MINUTES, strict=True)):
        lead = Lead(LeadBy.network, (lone,)) if place == 2 else step.lead
        made.append(
            msgspec.structs.replace(
                step, minutes=minutes, least=LEASTS.get(place, min(step.least, minutes)), lead=lead,
                parts=fitted(step.parts, minutes),
            )
        )  # fmt: skip
    return tuple(made)


def plain(words: str) -> str:
    """Words with ordinary spaces."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def wait_until(true: Callable[[], bool], patience: int = 20_000) -> None:
    """Let events come until it is true."""
    app = QApplication.instance()
    assert app is not None
    waited = QElapsedTimer()
    waited.start()
    while not true():
        assert waited.elapsed() < patience, "it did not come about"
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(1)


class FakeScreen:
    """A screen beside the laptop's."""

    def __init__(self, name: str, box: QRect, serial: str = "") -> None:
        self._name, self._box, self._serial = name, box, serial

    def name(self) -> str:
        return self._name

    def manufacturer(self) -> str:
        return "Epson" if self._serial else ""

    def model(self) -> str:
        return "EB-X41" if self._serial else ""

    def serialNumber(self) -> str:  # noqa: N802 (Qt's name)
        return self._serial

    def geometry(self) -> QRect:
        return self._box

    def availableGeometry(self) -> QRect:  # noqa: N802 (Qt's name)
        return self._box
