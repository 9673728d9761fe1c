"""What comes in between in a rehearsal, as the cockpit shows it: one line, with advice for whoever asks for it.

Time falls to that of the room while something is going on, so that there is time to act; then it goes on as before.
The rules are the engine's (live/incidents.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.language import later
from ui.live import keys
from ui.live.parts import Action
from ui.live.rehearsal_talk import Talk
from ui.live.sight import Sight
from ui.live_run import Incident, IncidentKind, Watch

if TYPE_CHECKING:
    from ui.live.page import LivePage

NAMES: Mapping[IncidentKind, str] = {
    IncidentKind.late: later("Somebody comes late"),
    IncidentKind.overrun: later("Somebody talks on"),
    IncidentKind.projector: later("The projector goes off"),
    IncidentKind.tears: later("Somebody cries"),
}
HAPPENS: Mapping[IncidentKind, str] = {
    IncidentKind.late: later("{name} comes in now."),
    IncidentKind.overrun: later("{name} talks on, and the others look at the clock."),
    IncidentKind.projector: later("The projector goes off. The room sees nothing."),
    IncidentKind.tears: later("Somebody begins to cry. All are quiet."),
}
ADVICE: Mapping[IncidentKind, str] = {
    IncidentKind.late: later("Nod, and mark {name} as here ({key}). The round goes on; nobody's turn moves."),
    IncidentKind.overrun: later(
        'Say warmly: "I\'ll stop you here, because I want to hear the others too." {key} gives the word to the next.'
    ),
    IncidentKind.projector: later("Let the meeting go on, and say the time aloud. {key} shows the wall in a window."),
    IncidentKind.tears: later(
        'Hide the wall ({key}), and be quiet a while. Say: "A break, go on, or stop here?" That person decides.'
    ),
}
KEYS: Mapping[IncidentKind, str] = {
    IncidentKind.late: "attend",
    IncidentKind.overrun: "forward",
    IncidentKind.projector: "wall",
    IncidentKind.tears: "hide",
}
AT_ROOM_SPEED = 1


class Incidents(QObject):
    """Belongs to a page that rehearses."""

    def __init__(self, page: LivePage, chance: Random) -> None:
        super().__init__(page)
        self._page = page
        self._pace: int | None = None  # to go back to
        self.watch = Watch(chance)
        self.talk = Talk(page, self.watch)
        page.cockpit.by_chance.toggled.connect(self.set_by_chance)

    def set_by_chance(self, on: bool) -> None:
        """Whether things come in between by themselves."""
        self.watch.by_chance = on

    def look(self) -> None:
        """Brings what chance has in store, and lets go of what is over."""
        live = self._page.live
        if live is None or not live.state.run:
            return
        fresh = self.watch.look(live.state, live.at())
        if fresh is not None:
            self._begin(fresh)
        self._settle()

    def heard(self) -> None:
        """The run has come further: perhaps that was the answer."""
        live = self._page.live
        if live is None:
            return
        if self.watch.saw(live.rehearsed):
            self._settle()
        if not live.state.live:
            self.end()
        self.talk.look()

    def did(self, act: str) -> None:
        """A key was pressed that is no event of the run."""
        page = self._page
        was_done = page.hidden if act == "hide" else page.wall.isVisible()
        if was_done and page.live is not None and self.watch.did(act, page.live.at()):
            self._settle()

    def ask(self) -> None:
        """Opens the menu: what is to happen now, and whether it happens by itself."""
        page, text = self._page, self._page.language.text
        menu = page.beside.menu("incident_menu")
        for kind, words in NAMES.items():
            entry = menu.addAction(text(words))
            entry.setObjectName(kind)
            entry.setEnabled(page.sight().live)
            entry.triggered.connect(lambda _=False, kind=kind: self.bring(kind))
        menu.addSeparator()
        by_itself = menu.addAction(text("Let things happen on the way"))
        by_itself.setObjectName("by_chance")
        by_itself.setCheckable(True)
        by_itself.setChecked(self.watch.by_chance)
        by_itself.triggered.connect(page.cockpit.by_chance.setChecked)
        page.beside.pop_up(menu, page.cockpit.menu if page.cockpit.narrow else page.cockpit.incident)

    def bring(self, kind: IncidentKind) -> None:
        """It happens now."""
        live = self._page.live
        if live is None or not live.state.live:
            return
        fresh = self.watch.bring(kind, live.state, live.at())
        if fresh is not None:
            self._begin(fresh)
        else:
            self._page.tell("refused", self._page.language.text("Nobody is left to whom that could happen."))

    def end(self) -> None:
        """The rehearsal is over: what was open stays without an answer."""
        self.watch.let_be()
        self._settle()

    def _begin(self, incident: Incident) -> None:
        page, text = self._page, self._page.language.text
        if incident.kind is IncidentKind.projector:
            page.projector.pull()
        if self._pace is None:
            self._pace = page.cockpit.pace.currentData()
            page.set_pace(AT_ROOM_SPEED)
        advise = (text("Advice"), "", self._advise)
        page.tell("incident", self._worded(HAPPENS, incident), (advise, self._let_be()))

    def _let_be(self) -> Action:
        return self._page.language.text("Go on"), "", self.end

    def _advise(self) -> None:
        if self.watch.open is not None:
            self.watch.advise()
            self._page.tell("incident", self._worded(ADVICE, self.watch.open.incident), (self._let_be(),))

    def _worded(self, words: Mapping[IncidentKind, str], incident: Incident) -> str:
        page = self._page
        key = keys.twin_of(KEYS[incident.kind], page.language)
        sight: Sight = page.sight()
        return page.language.text(
            words[incident.kind], name=sight.called(incident.member) if incident.member else "", key=key
        )

    def _settle(self) -> None:
        """Where nothing is open any more, all is as it was before."""
        if self.watch.open is not None or self._pace is None:
            return
        page, pace, self._pace = self._page, self._pace, None
        page.cockpit.notice.take_back("incident")
        page.projector.plug_in()
        page.set_pace(pace)
