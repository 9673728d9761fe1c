"""What a page can read: at once, on the window's own connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.desk import today
from facilitator.language import Code, Language
from facilitator.live.clock import Clock
from facilitator.model.agenda import Step
from facilitator.model.attendance import Attendance
from facilitator.model.attention import Attention
from facilitator.model.member import Guest, Member
from facilitator.model.network import Network, checked_zone
from facilitator.model.outcome import Action, AnyOutcome
from facilitator.model.session import Session
from facilitator.model.trouble import Trouble
from facilitator.places import Places
from facilitator.store import networks, outcomes, sessions, settings
from facilitator.store.database import Database
from facilitator.store.networks import NetworkOverview
from facilitator.store.settings import Settings

if TYPE_CHECKING:
    from facilitator.desk.meetings import Meeting
    from facilitator.desk.ready import Ready
    from facilitator.intake import Skipped
    from facilitator.library.library import Library
    from facilitator.library.words import WordedStep
    from facilitator.model.share import Shares
    from facilitator.store.deleted import Deletion


class Reading(QObject):
    """The open store to look at, with one typed signal a subject for whoever has to look again."""

    networks_changed = Signal()
    network_changed = Signal(str)
    members_changed = Signal(str)
    """The members of the network of that id."""
    sessions_changed = Signal(str)
    """The meetings of the network of that id."""
    session_changed = Signal(str)
    """The meeting of that id: its agenda, attendance, or what it left behind."""
    settings_changed = Signal()
    live_changed = Signal()
    """A meeting is being led here from now on, or no longer."""
    saved = Signal()
    """Something is on disk."""
    saving_slow = Signal(bool)
    """The disk takes its time (or no longer): say "Saving …"."""
    went_wrong = Signal(object)
    """A Trouble, or our own bug, that nobody else has taken."""

    def __init__(
        self, database: Database, library: Library | None, places: Places, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._given_library = library
        self.places = places
        self.clock = clock

    @cached_property
    def library(self) -> Library:
        """The methods and templates: those it was given, else the program's own, from when somebody asks for them."""
        from facilitator.library.library import Library

        return self._given_library or Library(self.places.resources)

    @property
    def keyed(self) -> bool:
        """Whether the store is locked with a passphrase."""
        return self._database.keyed

    @property
    def store_path(self) -> Path:
        """Where the store lies."""
        return self._database.path

    def place_warning(self) -> Trouble | None:
        """What there is to know of where the store lies: on a network drive, or in a folder that is copied."""
        from facilitator.store.place import look_where

        return look_where(self.store_path).warning

    def store_megabytes(self) -> float:
        """How much room the store takes on disk."""
        return self._database.path.stat().st_size / 1_000_000 if self._database.path.exists() else 0.0

    def fault_report(self, facts: Mapping[str, str], *, went_wrong: str, nothing: str) -> str:
        """What has gone wrong in the app, with these facts about the computer; it names nobody."""
        from facilitator.desk import faults

        return faults.report(self.places.logs, facts, went_wrong=went_wrong, nothing=nothing)

    def now(self) -> datetime:
        """The moment, in the computer's own zone."""
        return today.now_here(self.clock)

    def settings(self) -> Settings:
        """What the user has chosen at this computer."""
        return settings.load_settings(self._database)

    def shows_addresses(self, network: Network) -> bool:
        """Whether all see all addresses in mails to the network."""
        return settings.addresses_seen_by_all(self.settings(), network)

    def overviews(self) -> tuple[NetworkOverview, ...]:
        """The networks with their counts and next meetings, the next to meet first."""
        return today.overviews(self._database, self.now())

    def has_networks(self) -> bool:
        """Whether there is a network at all."""
        return networks.any_network(self._database)

    def overview(self, network_id: str) -> NetworkOverview:
        """One network with its counts and next meeting."""
        return networks.overview(self._database, network_id, self.now())

    def attention(self, overviews: Sequence[NetworkOverview] | None = None) -> tuple[Attention, ...]:
        """What asks for the facilitator in the days to come, most urgent first; from `overviews` just read, if any."""
        return today.attention(self._database, self.now(), overviews)

    def network(self, network_id: str) -> Network:
        """The network of that id."""
        return networks.get_network(self._database, network_id)

    def has_network(self, network_id: str) -> bool:
        """Whether that network is (still) there."""
        return any(network.id == network_id for network in networks.list_networks(self._database))

    def members(self, network_id: str) -> tuple[Member, ...]:
        """All who are or were in the network."""
        return networks.members_of(self._database, network_id)

    def holders(self, network_id: str) -> tuple[Member, ...]:
        """Those of them who hold a role."""
        return networks.holders_of(self._database, network_id)

    def sessions(self, network_id: str) -> tuple[Session, ...]:
        """The network's meetings by date."""
        return sessions.sessions_of(self._database, network_id)

    def session(self, session_id: str) -> Session:
        """The meeting of that id."""
        return sessions.get_session(self._database, session_id)

    def meeting(self, session_id: str) -> Meeting:
        """Everything about a meeting: network, steps as run, attendance, people, outcomes, the state of its run."""
        from facilitator.desk import meetings

        return meetings.meeting_of(self._database, session_id)

    def agenda(self, session_id: str) -> tuple[Step, ...]:
        """The meeting's agenda as it is planned."""
        return sessions.agenda(self._database, session_id)

    def attendance(self, session_id: str) -> tuple[Attendance, ...]:
        """Who is expected, or came."""
        return sessions.attendance_of(self._database, session_id)

    def guests(self, session_id: str) -> tuple[Guest, ...]:
        """Who is at that meeting only."""
        return sessions.guests_of(self._database, session_id)

    def open_actions(self, network_id: str) -> tuple[Action, ...]:
        """The network's open actions, earliest first."""
        return outcomes.open_actions(self._database, network_id)

    def ready_for(self, session: Session) -> Ready:
        """What stands ready for a meeting from the ones before."""
        from facilitator.desk import ready

        return ready.ready_for(self._database, session)

    def actions(self, network_id: str) -> tuple[Action, ...]:
        """All of the network's actions, also those that were done or dropped, oldest first."""
        return outcomes.actions_of(self._database, network_id)

    def shares(self, session: Session) -> Shares:
        """Who leads how much of a meeting, as it was or as it is planned."""
        from facilitator.desk import meetings

        return meetings.shares_of(self._database, session)

    def today(self, network: Network) -> date:
        """What day it is where the network is."""
        return today.today_there(self.clock, checked_zone(network.zone))

    def reason(self, skipped: Skipped, language: Language) -> str:
        """Why a line of a file can't be used, in words."""
        from facilitator.desk import importing

        return importing.reason_of(skipped, language)

    def outcomes(self, session_id: str) -> tuple[AnyOutcome, ...]:
        """What a meeting left behind, oldest first."""
        return outcomes.outcomes_of(self._database, session_id)

    def picture(self, photo_id: str) -> bytes:
        """The JPEG of a photo. Raises Trouble("no_such_record")."""
        from facilitator.store import photos

        return photos.picture_of(self._database, photo_id)

    def deletions(self) -> tuple[Deletion, ...]:
        """What lies under Slettet, what went last first."""
        from facilitator.store import deleted

        return deleted.deletions(self._database)

    def worded(self, step: Step, language: Language) -> WordedStep:
        """A step in the reader's words."""
        return self.library.worded(step, language)

    def language(self, code: Code) -> Language:
        """A language, with its catalogue."""
        return Language.load(code, self.places.locale)
