"""The open store behind typed methods: reads at once on the window's own connection, writes on the writer's thread.

With jobs.py and live_run.py it is the only door of the windows to the store and the live engine. Each write says what
changed by one typed signal a subject; whoever shows that subject reads again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from facilitator.desk import today
from facilitator.language import Code, Language
from facilitator.live.clock import Clock, FastClock, SystemClock
from facilitator.model.agenda import Step
from facilitator.model.attendance import Attendance, Status
from facilitator.model.attention import Attention
from facilitator.model.ids import new_id
from facilitator.model.member import Guest, Member
from facilitator.model.network import Network, Profile, checked_zone
from facilitator.model.outcome import Action, ActionState, AnyOutcome, table_of
from facilitator.model.session import Session
from facilitator.places import Places
from facilitator.store import networks, outcomes, sessions, settings
from facilitator.store.database import Database, open_store
from facilitator.store.networks import NetworkOverview
from facilitator.store.settings import Settings
from ui.garbage import Sweeper
from ui.jobs import Failed, Job, Progress, Writer

if TYPE_CHECKING:
    from facilitator.desk.importing import Preview
    from facilitator.desk.meetings import Meeting
    from facilitator.desk.papers import DocumentKind
    from facilitator.intake import Choices, Plan, Skipped
    from facilitator.library.library import Library
    from facilitator.library.words import WordedStep
    from facilitator.model.share import Shares
    from facilitator.store.runs import LiveRun as StoredRun
    from ui.live_run import LiveRun, Parts
else:
    # Papers, intake and the live engine are loaded by the first who needs them: the networks are painted before.
    _LATER = {
        "DocumentKind": "facilitator.desk.papers",
        "LiveRun": "ui.live_run",
        "Meeting": "facilitator.desk.meetings",
        "Preview": "facilitator.desk.importing",
    }

    def __getattr__(name):
        if name not in _LATER:
            raise AttributeError(name)
        return getattr(import_module(_LATER[name]), name)


Done = Callable[[Any], None]

__all__ = [
    "Database",
    "DocumentKind",
    "Job",
    "LiveRun",
    "Meeting",
    "NetworkOverview",
    "Preview",
    "Settings",
    "StoredRun",
    "SystemClock",
    "Workspace",
]


def open_database(path: Path, passphrase: str | None = None) -> Database:
    """The store at `path`, made when missing. Raises the Troubles of opening one, with the file untouched."""
    return open_store(path, passphrase)


def bring_back(path: Path, file: Path, passphrase: str | None, clock: Clock) -> Path | None:
    """Make a backup the store at `path`, which nobody has open; where the one that it replaces lies now."""
    from facilitator.store import backup

    return backup.restore(path, file, passphrase, now=today.now_here(clock))


class Workspace(QObject):
    """What the pages work with. Reading methods answer at once; writing ones return at once and say when it is done."""

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
        self._live: LiveRun | None = None
        self._parts: Parts | None = None  # the writer's: what it has taken up
        self._jobs: set[Job[Any]] = set()
        self._sweeper = Sweeper(self)
        self._writer = Writer(database.second, self)
        self._writer.slow_changed.connect(self.saving_slow)
        self._writer.went_wrong.connect(self.went_wrong)

    # Reading

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

    def now(self) -> datetime:
        """The moment, in the computer's own zone."""
        return today.now_here(self.clock)

    def settings(self) -> Settings:
        """What the user has chosen at this computer."""
        return settings.load_settings(self._database)

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

    def members(self, network_id: str) -> tuple[Member, ...]:
        """All who are or were in the network."""
        return networks.members_of(self._database, network_id)

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

    def worded(self, step: Step, language: Language) -> WordedStep:
        """A step in the reader's words."""
        return self.library.worded(step, language)

    def language(self, code: Code) -> Language:
        """A language, with its catalogue."""
        return Language.load(code, self.places.locale)

    def interrupted(self) -> StoredRun | None:
        """A run that goes on in the store and is not led here: after a crash, or in another window."""
        from facilitator.store import runs

        return runs.live_run(self._database) if self._live is None else None

    # Writing: each returns at once, and tells `done` when it is on disk

    def new_network(
        self,
        name: str,
        *,
        field: str,
        municipality: str,
        language: Code,
        done: Done | None,
        failed: Failed | None = None,
    ) -> None:
        """Make a network; `done` gets it, `failed` the Trouble of a name that is taken, say."""
        from facilitator.desk import planning

        def work(database: Database) -> Network:
            return planning.new_network(database, name, field=field, municipality=municipality, language=language)

        self._write(work, self.networks_changed.emit, done, failed)

    def save_network(self, network: Network, done: Done | None = None, failed: Failed | None = None) -> None:
        """Keep the network as it is now; `failed` gets the Trouble of a name that is taken, say."""

        def told() -> None:
            self.networks_changed.emit()
            self.network_changed.emit(network.id)

        self._write(lambda database: networks.save_network(database, network), told, done, failed)

    def save_member(self, member: Member, done: Done | None = None) -> None:
        """Keep a member, new or changed."""
        self._write(
            lambda database: networks.save_member(database, member),
            lambda: self._members_changed(member.network),
            done,
        )

    def save_members(self, network_id: str, members: Sequence[Member], done: Done | None = None) -> None:
        """Keep several members of a network, all or none, as when a role goes from one to another."""
        kept = tuple(members)
        self._write(
            lambda database: networks.save_members(database, kept), lambda: self._members_changed(network_id), done
        )

    def remove_member(self, member: Member, done: Done | None = None) -> None:
        """Put somebody who was entered by mistake in the bin."""
        self._write(
            lambda database: networks.remove_member(database, member.id),
            lambda: self._members_changed(member.network),
            done,
        )

    def restore_member(self, member: Member, done: Done | None = None) -> None:
        """Bring a removed member back."""
        self._write(
            lambda database: networks.restore_member(database, member.id),
            lambda: self._members_changed(member.network),
            done,
        )

    def import_members(self, network: Network, plan: Plan, joined: date | None, done: Done | None = None) -> None:
        """Bring in what a file's plan says, all at once."""
        from facilitator.desk import importing

        self._write(
            lambda database: importing.import_members(database, network, plan, today=joined),
            lambda: self._members_changed(network.id),
            done,
        )

    def plan_meeting(
        self,
        network: Network,
        *,
        template: str,
        starts_at: datetime,
        place: str,
        host: str,
        theme: str = "",
        done: Done | None,
    ) -> None:
        """Plan a meeting from a template; `done` gets the session."""
        from facilitator.desk import planning

        def work(database: Database) -> Session:
            return planning.plan_meeting(
                database,
                self.library,
                network,
                template=template,
                starts_at=starts_at,
                place=place,
                host=host,
                theme=theme,
            )

        self._write(work, lambda: self._sessions_changed(network.id), done)

    def save_session(self, session: Session, done: Done | None = None) -> None:
        """Keep a meeting: its date, place, host, theme and length."""
        self._write(
            lambda database: sessions.save_session(database, session),
            lambda: self._session_changed(session),
            done,
        )

    def cancel_session(self, session: Session, done: Done | None = None) -> None:
        """The planned meeting won't be held."""
        self._write(
            lambda database: sessions.cancel_session(database, session.id),
            lambda: self._session_changed(session),
            done,
        )

    def uncancel_session(self, session: Session, done: Done | None = None) -> None:
        """The cancelled meeting will be held after all."""
        self._write(
            lambda database: sessions.uncancel_session(database, session.id),
            lambda: self._session_changed(session),
            done,
        )

    def copy_session(self, session: Session, starts_at: datetime, done: Done | None = None) -> None:
        """A new meeting with the same agenda; `done` gets it."""
        self._write(
            lambda database: sessions.copy_session(database, session.id, starts_at),
            lambda: self._sessions_changed(session.network),
            done,
        )

    def save_agenda(self, session_id: str, steps: Sequence[Step], done: Done | None = None) -> None:
        """Make the meeting's agenda these steps in this order."""
        kept = tuple(steps)
        self._write(
            lambda database: sessions.save_agenda(database, session_id, kept),
            lambda: self.session_changed.emit(session_id),
            done,
        )

    def expect(self, session_id: str, member: str, status: Status, done: Done | None = None) -> None:
        """Mark somebody before the meeting begins, or correct it afterwards."""
        self._write(
            lambda database: sessions.expect(database, session_id, member, status),
            lambda: self.session_changed.emit(session_id),
            done,
        )

    def add_guest(self, session_id: str, name: str, workplace: str, done: Done | None = None) -> None:
        """Somebody who is at that meeting only; `done` gets them."""
        guest = Guest(id=new_id(), session=session_id, name=name, workplace=workplace)
        self._write(
            lambda database: sessions.save_guest(database, guest), lambda: self.session_changed.emit(session_id), done
        )

    def save_outcome(self, outcome: AnyOutcome, done: Done | None = None) -> None:
        """Keep a note, decision, action, parked item or case, new or changed."""
        self._write(
            lambda database: outcomes.save_outcome(database, outcome),
            lambda: self.session_changed.emit(outcome.session),
            done,
        )

    def remove_outcome(self, outcome: AnyOutcome, done: Done | None = None) -> None:
        """Put it in the bin."""
        self._write(
            lambda database: outcomes.remove_outcome(database, outcome.id),
            lambda: self.session_changed.emit(outcome.session),
            done,
        )

    def restore_outcome(self, outcome: AnyOutcome, done: Done | None = None) -> None:
        """Bring something deleted back."""
        self._write(
            lambda database: outcomes.restore_outcome(database, table_of(outcome), outcome.id),
            lambda: self.session_changed.emit(outcome.session),
            done,
        )

    def set_action_state(self, action: Action, state: ActionState, done: Done | None = None) -> None:
        """Mark an action open, done or dropped."""
        self._write(
            lambda database: outcomes.set_action_state(database, action.id, state),
            lambda: self.session_changed.emit(action.session),
            done,
        )

    def save_settings(self, chosen: Settings, done: Done | None = None) -> None:
        """Keep what the user has chosen."""
        self._write(lambda database: settings.save_settings(database, chosen), self.settings_changed.emit, done)

    def keep_profile(self, profile: Profile) -> None:
        """Keep who the facilitator at this computer is. Nothing on the screen changes by it."""

        def work(database: Database) -> None:
            settings.save_settings(database, replace(settings.load_settings(database), profile=profile))

        self._write(work, self.saved.emit, None)

    def keep_geometry(self, geometry: str) -> None:
        """Remember where the window stood."""

        def work(database: Database) -> None:
            settings.save_settings(database, replace(settings.load_settings(database), window=geometry))

        self._write(work, self.saved.emit, None)

    # Copies of the store

    def daily_backup(self) -> Job[Path | None]:
        """The day's copy of the store; `finished` has its path, or None where today's is made already."""
        from facilitator.store import backup

        day = self.now().date()
        return self._reading_job(lambda database: backup.daily_backup(database, day))

    def back_up(self, to: Path, passphrase: str | None, *, plain: bool) -> Job[Path]:
        """A copy of the store at `to`, opened again and checked before it counts."""
        from facilitator.store import backup

        return self._reading_job(lambda database: backup.backup(database, to, passphrase, plain=plain))

    def check_store(self) -> Job[tuple[str, ...]]:
        """Look through the store; `finished` has what is not as it should be."""
        from facilitator.store import check

        return self._reading_job(check.check)

    # Files: work in the background, with progress and a way out

    def preview_file(self, network_id: str, file: Path, choices: Choices | None) -> Job[Preview]:
        """How a file of members is understood and what it would do. Start the job; `finished` has the Preview."""
        from facilitator.desk import importing

        members = self.members(network_id)
        return self._job(lambda progress: importing.preview_of(importing.contents(file), file.name, members, choices))

    def document(self, session_id: str, kind: DocumentKind) -> Job[bytes]:
        """A paper about a meeting as PDF, in its network's language."""
        from facilitator.desk import papers

        return self._reading_job(
            lambda database: papers.document_bytes(database, session_id, kind, self.library, self.places.locale)
        )

    def export(self, session_id: str, kind: DocumentKind, to: Path) -> Job[Path]:
        """Write a paper about a meeting to a file; an existing one is replaced only when the new one is whole."""
        from facilitator.desk import papers

        return self._reading_job(
            lambda database: papers.export(
                database, session_id, kind, to=to, library=self.library, locale=self.places.locale
            )
        )

    def file_name(self, session_id: str, kind: DocumentKind) -> str:
        """What a paper's file is called."""
        from facilitator.desk import papers

        return papers.file_name(self._database, session_id, kind, self.library, self.places.locale)

    def approve(self, session_id: str, done: Done | None = None) -> None:
        """The minutes are approved: their bytes are archived, and talk time goes."""
        from facilitator.desk import papers

        self._write(
            lambda database: papers.approve(database, session_id, self.clock, self.library, self.places.locale),
            lambda: self._session_changed(self.session(session_id)),
            done,
        )

    def make_example(self, language: Code) -> Job[str]:
        """An invented network with held meetings and one to come; `finished` has its id."""
        from facilitator.desk import example

        today_ = self.now().date()
        spoken = Language.load(language, self.places.locale)

        def work(progress: Progress) -> str:
            database = self._database.second()
            try:
                return example.make_example(
                    database, self.library, spoken, self.places.locale, today=today_, tell=progress.report
                )
            finally:
                database.close()

        job: Job[str] = self._job(work)
        job.finished.connect(lambda _: self.networks_changed.emit())
        return job

    # Live

    @property
    def live(self) -> LiveRun | None:
        """The meeting that is being led (or rehearsed) here."""
        return self._live

    def take_up(
        self,
        session_id: str,
        language: Language,
        *,
        rehearsal: bool = False,
        speed: float = 1.0,
        done: Done,
        failed: Failed | None = None,
    ) -> None:
        """Get ready to lead a meeting, or go on with it where it was left; `done` gets the LiveRun."""
        from ui.live_run import LiveRun, taken_up

        clock = self.clock if speed == 1 else FastClock(speed, self.clock)

        def work(database: Database) -> Parts:
            # Asked for twice in a row (a page that was remade at once), the second goes on with what the first took.
            held = self._parts
            if held is None or (held.session, held.rehearsal) != (session_id, rehearsal):
                held = taken_up(database, session_id, clock, self.library, language, rehearsal=rehearsal)
                self._parts = held
            return held

        def ready(parts: Parts) -> None:
            if self._live is None or not self._live.leads(parts):
                self._live = LiveRun(parts, self._writer, self._database, self.library, language, parent=self)
                if not rehearsal:
                    self._live.changed.connect(self._run_changed)
            done(self._live)
            self.live_changed.emit()

        self._writer.submit(work, ready, failed)

    def leave_live(self) -> None:
        """Stop leading here. A run that isn't finished goes on in the store, to be taken up again."""
        live, self._live = self._live, None
        if live is not None:
            self._writer.submit(self._forget)
            live.release()
            self.live_changed.emit()
            self._session_changed(live.meeting.session)
            live.deleteLater()

    def _forget(self, _: Database) -> None:
        self._parts = None

    def close(self) -> None:
        """Finish what was asked for, and let the store go."""
        self.leave_live()
        for job in tuple(self._jobs):
            job.cancel()
            job.wait()
        self._writer.close()
        self._sweeper.stop()
        self._database.close()

    def _run_changed(self) -> None:
        self.saved.emit()
        if self._live is not None:
            self.session_changed.emit(self._live.meeting.session.id)

    def _write(
        self,
        work: Callable[[Database], Any],
        told: Callable[[], None],
        done: Done | None,
        failed: Failed | None = None,
    ) -> None:
        def came(outcome: Any) -> None:
            if done is not None:
                done(outcome)
            told()
            self.saved.emit()

        self._writer.submit(work, came, failed)

    def _members_changed(self, network_id: str) -> None:
        self.members_changed.emit(network_id)
        self.networks_changed.emit()

    def _sessions_changed(self, network_id: str) -> None:
        self.sessions_changed.emit(network_id)
        self.networks_changed.emit()

    def _session_changed(self, session: Session) -> None:
        self.session_changed.emit(session.id)
        self._sessions_changed(session.network)

    def _reading_job(self, work: Callable[[Database], Any]) -> Job[Any]:
        def with_database(_: object) -> Any:
            database = self._database.second()
            try:
                return work(database)
            finally:
                database.close()

        return self._job(with_database)

    def _job(self, work: Callable[[Any], Any]) -> Job[Any]:
        job: Job[Any] = Job(work, self)
        self._jobs.add(job)
        for over in (job.finished, job.failed, job.cancelled):
            over.connect(lambda *_: self._jobs.discard(job))
        return job
