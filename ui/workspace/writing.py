"""What a page can change: each method returns at once, and tells `done` when it is on disk.

What names a network or a meeting as what it is `about` is an act, and can be taken back (history.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject

from facilitator.language import Code
from facilitator.live.clock import Clock
from facilitator.model.agenda import Step
from facilitator.model.attendance import Status
from facilitator.model.ids import new_id
from facilitator.model.member import Guest, Member
from facilitator.model.network import Network, Profile
from facilitator.model.outcome import Action, ActionState, AnyOutcome
from facilitator.model.session import Session
from facilitator.places import Places
from facilitator.store import networks, outcomes, sessions, settings
from facilitator.store.database import Database
from facilitator.store.settings import GongChoices, Settings, WallChoices
from ui.jobs import Failed, Writer
from ui.workspace.history import History
from ui.workspace.reading import Reading

if TYPE_CHECKING:
    from facilitator.intake import Plan
    from facilitator.library.library import Library
    from facilitator.store.deleted import Deletion
    from ui.workspace.agenda_history import AgendaHistory

Done = Callable[[Any], None]
EVERY_NETWORK = "networks"
"""What an act is about that makes, deletes or brings back a whole network."""


class Writing(Reading):
    """Changes go to the writer's thread, in the order they were asked for; then the subject's signal is given."""

    def __init__(
        self, database: Database, library: Library | None, places: Places, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(database, library, places, clock, parent)
        self._writer = Writer(database.second, self)
        self._writer.slow_changed.connect(self.saving_slow)
        self._writer.went_wrong.connect(self.went_wrong)
        self.history = History(self._writer, self)
        self._agendas: dict[str, AgendaHistory] = {}
        self.history.failed.connect(self.went_wrong)

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

        self._write(work, self.networks_changed.emit, done, failed, about=(EVERY_NETWORK,))

    def save_network(self, network: Network, done: Done | None = None, failed: Failed | None = None) -> None:
        """Keep the network as it is now; `failed` gets the Trouble of a name that is taken, say."""

        def told() -> None:
            self.networks_changed.emit()
            self.network_changed.emit(network.id)

        self._write(lambda database: networks.save_network(database, network), told, done, failed, about=(network.id,))

    def remove_network(self, network: Network, done: Done | None = None, failed: Failed | None = None) -> None:
        """Put a network that never met in the bin; `failed` gets the Trouble of one that has."""
        from facilitator.store import deleted

        self._write(
            lambda database: deleted.remove_network(database, network.id),
            self.networks_changed.emit,
            done,
            failed,
            about=(EVERY_NETWORK, network.id),
        )

    def save_member(self, member: Member, done: Done | None = None) -> None:
        """Keep a member, new or changed."""
        self._write(
            lambda database: networks.save_member(database, member),
            lambda: self._members_changed(member.network),
            done,
            about=(member.network,),
        )

    def save_members(self, network_id: str, members: Sequence[Member], done: Done | None = None) -> None:
        """Keep several members of a network, all or none, as when a role goes from one to another."""
        kept = tuple(members)
        self._write(
            lambda database: networks.save_members(database, kept),
            lambda: self._members_changed(network_id),
            done,
            about=(network_id,),
        )

    def remove_member(self, member: Member, done: Done | None = None) -> None:
        """Put somebody who was entered by mistake in the bin."""
        self._write(
            lambda database: networks.remove_member(database, member.id),
            lambda: self._members_changed(member.network),
            done,
            about=(member.network,),
        )

    def import_members(
        self,
        network: Network,
        plan: Plan,
        joined: date | None,
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Bring in what a file's plan says, all at once."""
        from facilitator.desk import importing

        self._write(
            lambda database: importing.import_members(database, network, plan, today=joined),
            lambda: self._members_changed(network.id),
            done,
            failed,
            about=(network.id,),
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

        self._write(work, lambda: self._sessions_changed(network.id), done, about=(network.id,))

    def save_session(self, session: Session, done: Done | None = None) -> None:
        """Keep a meeting: its date, place, host, theme and length."""
        self._write(
            lambda database: sessions.save_session(database, session),
            lambda: self._session_changed(session),
            done,
            about=(session.network, session.id),
        )

    def cancel_session(self, session: Session, done: Done | None = None) -> None:
        """The planned meeting won't be held."""
        self._write(
            lambda database: sessions.cancel_session(database, session.id),
            lambda: self._session_changed(session),
            done,
            about=(session.network, session.id),
        )

    def uncancel_session(self, session: Session, done: Done | None = None) -> None:
        """The cancelled meeting will be held after all."""
        self._write(
            lambda database: sessions.uncancel_session(database, session.id),
            lambda: self._session_changed(session),
            done,
            about=(session.network, session.id),
        )

    def copy_session(self, session: Session, starts_at: datetime, done: Done | None = None) -> None:
        """A new meeting with the same agenda; `done` gets it."""
        self._write(
            lambda database: sessions.copy_session(database, session.id, starts_at),
            lambda: self._sessions_changed(session.network),
            done,
            about=(session.network,),
        )

    def remove_session(self, session: Session, done: Done | None = None) -> None:
        """Put a meeting that never began in the bin."""
        from facilitator.store import deleted

        self._write(
            lambda database: deleted.remove_session(database, session.id),
            lambda: self._sessions_changed(session.network),
            done,
            about=(session.network, session.id),
        )

    def agenda_history(self, session_id: str) -> AgendaHistory:
        """The way back through what was changed in that meeting's agenda since the app was opened."""
        from ui.workspace.agenda_history import AgendaHistory

        if session_id not in self._agendas:
            self._agendas[session_id] = AgendaHistory(self)
        return self._agendas[session_id]

    def save_agenda(self, session_id: str, steps: Sequence[Step], done: Done | None = None) -> None:
        """Make the meeting's agenda these steps in this order."""
        kept = tuple(steps)
        self._write(
            lambda database: sessions.save_agenda(database, session_id, kept),
            lambda: self.session_changed.emit(session_id),
            done,
        )

    def refit_session(self, session: Session, steps: Sequence[Step], done: Done | None = None) -> None:
        """A planned meeting gets another length and the agenda that fits it, both at once."""
        kept = tuple(steps)

        def work(database: Database) -> None:
            with database.atomic():
                sessions.save_session(database, session)
                sessions.save_agenda(database, session.id, kept)

        self._write(work, lambda: self._session_changed(session), done, about=(session.network, session.id))

    def expect(self, session_id: str, member: str, status: Status, done: Done | None = None) -> None:
        """Mark somebody before the meeting begins, or correct it afterwards."""
        self._write(
            lambda database: sessions.expect(database, session_id, member, status),
            lambda: self.session_changed.emit(session_id),
            done,
            about=self._about(session_id),
        )

    def save_who_was_there(
        self, session: Session, marks: Mapping[str, Status], guest: str, done: Done | None = None
    ) -> None:
        """Keep who led and wrote, how each was marked, and a guest who was there (""; for none), all at once."""

        def work(database: Database) -> None:
            with database.atomic():
                sessions.save_session(database, session)
                for member, status in marks.items():
                    sessions.expect(database, session.id, member, status)
                if guest:
                    came = sessions.save_guest(database, Guest(id=new_id(), session=session.id, name=guest))
                    sessions.expect(database, session.id, came.id, Status.present)

        self._write(work, lambda: self._session_changed(session), done, about=(session.network, session.id))

    def save_outcome(self, outcome: AnyOutcome, done: Done | None = None) -> None:
        """Keep a note, decision, action, parked item or case, new or changed."""
        self._write(
            lambda database: outcomes.save_outcome(database, outcome),
            lambda: self.session_changed.emit(outcome.session),
            done,
            about=self._about(outcome.session),
        )

    def remove_outcome(self, outcome: AnyOutcome, done: Done | None = None) -> None:
        """Put it in the bin."""
        self._write(
            lambda database: outcomes.remove_outcome(database, outcome.id),
            lambda: self.session_changed.emit(outcome.session),
            done,
            about=self._about(outcome.session),
        )

    def set_action_state(self, action: Action, state: ActionState, done: Done | None = None) -> None:
        """Mark an action open, done or dropped."""
        self._write(
            lambda database: outcomes.set_action_state(database, action.id, state),
            lambda: self.session_changed.emit(action.session),
            done,
            about=self._about(action.session),
        )

    def bring_back(self, deletion: Deletion, done: Done | None = None, failed: Failed | None = None) -> None:
        """Have back what was deleted, with all that went with it; `failed` gets the Trouble where that can't be."""
        from facilitator.store import deleted

        def told() -> None:
            self.networks_changed.emit()
            if deletion.network:
                self.network_changed.emit(deletion.network)
                self.members_changed.emit(deletion.network)
                self.sessions_changed.emit(deletion.network)
            if deletion.session:
                self.session_changed.emit(deletion.session)

        about = tuple(each for each in (EVERY_NETWORK, deletion.network, deletion.session) if each)
        self._write(lambda database: deleted.bring_back(database, deletion.act), told, done, failed, about=about)

    def empty_bin(self) -> None:
        """Let go of what was deleted thirty days ago."""
        from facilitator.store import rows

        self._writer.submit(rows.empty_bin)

    def save_settings(self, chosen: Settings, done: Done | None = None) -> None:
        """Keep what the user has chosen."""
        self._write(lambda database: settings.save_settings(database, chosen), self.settings_changed.emit, done)

    def keep_profile(self, profile: Profile) -> None:
        """Keep who the facilitator at this computer is. Nothing on the screen changes by it."""
        self._keep(profile=profile)

    def show_addresses(self, network: Network, seen: bool, done: Done | None = None) -> None:
        """In mails to the network all see all addresses, since they know each other; or nobody sees another's."""

        def work(database: Database) -> None:
            kept = settings.load_settings(database)
            chosen = {**kept.addresses_seen, network.id: seen}
            settings.save_settings(database, replace(kept, addresses_seen=chosen))

        self._write(work, self.saved.emit, done)

    def keep_geometry(self, geometry: str) -> None:
        """Remember where the window stood."""
        self._keep(window=geometry)

    def keep_wall(self, wall: WallChoices) -> None:
        """Remember where the room sees the meeting."""
        self._keep(wall=wall)

    def keep_gong(self, gong: GongChoices) -> None:
        """Remember when a gong sounds, and how."""
        self._keep(gong=gong)

    def _keep(self, **chosen: object) -> None:
        """Keep a choice by which nothing that is shown has to be made anew."""

        def work(database: Database) -> None:
            settings.save_settings(database, replace(settings.load_settings(database), **chosen))

        self._write(work, self.saved.emit, None)

    def _write(
        self,
        work: Callable[[Database], Any],
        told: Callable[[], None],
        done: Done | None,
        failed: Failed | None = None,
        *,
        about: tuple[str, ...] = (),
        content_only: bool = False,
    ) -> None:
        """`content_only`: taking it back leaves all but what was written as it is then."""
        if not about:
            self._writer.submit(work, partial(self._came, told, done), failed)
            return
        entry = self.history.begin(about, told)

        def act(database: Database) -> Any:
            from facilitator.store import acts
            from facilitator.store.codec import OUTCOMES, TABLES

            with acts.recorded(database) as record:
                outcome = work(database)
            entry.act = record.act(OUTCOMES if content_only else TABLES)
            return outcome

        def came(outcome: Any) -> None:
            self.history.settle(entry)
            self._came(told, done, outcome)

        def came_to_nothing(error: Exception) -> None:
            self.history.drop(entry)
            (failed or self.went_wrong.emit)(error)

        self._writer.submit(act, came, came_to_nothing)

    def _came(self, told: Callable[[], None], done: Done | None, outcome: Any) -> None:
        if done is not None:
            done(outcome)
        told()
        self.saved.emit()

    def _about(self, session_id: str) -> tuple[str, ...]:
        return (self.session(session_id).network, session_id)

    def _members_changed(self, network_id: str) -> None:
        self.members_changed.emit(network_id)
        self.networks_changed.emit()

    def _sessions_changed(self, network_id: str) -> None:
        self.sessions_changed.emit(network_id)
        self.networks_changed.emit()

    def _session_changed(self, session: Session) -> None:
        self.session_changed.emit(session.id)
        self._sessions_changed(session.network)
