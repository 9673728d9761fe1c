"""The workspace whole: the store read and written, work in the background, and the one meeting that is led here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from facilitator.language import Language
from facilitator.live.clock import Clock, FastClock
from facilitator.places import Places
from facilitator.store.database import Database
from ui.garbage import Sweeper
from ui.jobs import Failed
from ui.workspace.files import Files

if TYPE_CHECKING:
    from facilitator.library.library import Library
    from facilitator.model.session import Session
    from facilitator.store.runs import LiveRun as StoredRun
    from ui.live_run import LiveRun, Parts

Done = Callable[[Any], None]


class Workspace(Files):
    """What the pages work with. Reading methods answer at once; writing ones return at once and say when it is done."""

    def __init__(
        self, database: Database, library: Library | None, places: Places, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(database, library, places, clock, parent)
        self._live: LiveRun | None = None
        self._parts: Parts | None = None  # the writer's: what it has taken up
        self._sweeper = Sweeper(self)

    def interrupted(self) -> StoredRun | None:
        """A run that goes on in the store and is not led here: after a crash, or in another window."""
        from facilitator.store import runs

        return runs.live_run(self._database) if self._live is None else None

    @property
    def live(self) -> LiveRun | None:
        """The meeting that is being led (or rehearsed) here."""
        return self._live

    @property
    def leading(self) -> bool:
        """Whether a real meeting is under way here: started, not finished, and no rehearsal."""
        live = self._live
        return live is not None and not live.rehearsal and live.state.live

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

    def carry_over(self, to: Session, done: Done | None = None, failed: Failed | None = None) -> None:
        """The meeting that is led here was the wrong one: it never counted, and what was written goes over to `to`.

        What was written goes back when that is taken back; the run stays discarded.
        """
        live = self._live
        if live is None:
            return
        wrong = live.meeting.session

        def told() -> None:
            self._session_changed(wrong)
            self._session_changed(to)

        about = (wrong.network, wrong.id, to.network, to.id)
        self._write(lambda _: live.discard(to.id), told, done, failed, about=about, content_only=True)

    def leave_live(self) -> None:
        """Stop leading here. A run that isn't finished goes on in the store, to be taken up again."""
        live, self._live = self._live, None
        if live is not None:
            # It goes when the writer has done what was asked of it: what was half written may still be on its way.
            self._writer.submit(self._forget, lambda _: live.deleteLater())
            live.release()
            self.live_changed.emit()
            self._session_changed(live.meeting.session)

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
