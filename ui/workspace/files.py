"""What takes its time: papers, lists, copies and the example, made in the background with a way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from facilitator.language import Code, Language
from facilitator.live.clock import Clock
from facilitator.model.outcome import Photo
from facilitator.places import Places
from facilitator.store.database import Database
from ui.jobs import Job, Progress
from ui.workspace.writing import Writing

if TYPE_CHECKING:
    from facilitator.desk.importing import Preview
    from facilitator.desk.lengths import Lengths
    from facilitator.desk.papers import DocumentKind
    from facilitator.documents.debrief import Debrief
    from facilitator.intake import Choices
    from facilitator.library.library import Library
    from facilitator.model.lengths import Learned
    from facilitator.power import Power

Done = Callable[[Any], None]


@dataclass(frozen=True)
class LaidOut:
    """An e-mail draft as a file, and the names of those who have no address."""

    path: Path
    without: tuple[str, ...]


class Files(Writing):
    """Each method gives a job that is not yet started: connect to it, then start it."""

    def __init__(
        self, database: Database, library: Library | None, places: Places, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(database, library, places, clock, parent)
        self._jobs: set[Job[Any]] = set()

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

    def power(self) -> Job[Power | None]:
        """How much is left in the computer's battery."""
        from facilitator.power import read_power

        return self._job(lambda _: read_power())

    def can_open_packs(self) -> bool:
        """Whether the app itself can see to it that packs open in it."""
        from facilitator.desk import registering

        return registering.can_register()

    def opens_packs(self, language: Language) -> bool:
        """Whether a pack that is double-clicked opens in this very program."""
        from facilitator.desk import registering

        places = self.places
        return registering.registered(registering.program(), places.resources, registering.desktop_data(), language)

    def open_packs(self, language: Language, *, here: bool) -> Job[None]:
        """Have packs open in this program, or no longer; for this user alone."""
        from facilitator.desk import registering

        act = registering.register if here else registering.unregister
        places = self.places
        return self._job(lambda _: act(registering.program(), places.resources, registering.desktop_data(), language))

    # Files: work in the background, with progress and a way out

    def preview_file(self, network_id: str, file: Path, choices: Choices | None) -> Job[Preview]:
        """How a file of members is understood and what it would do. Start the job; `finished` has the Preview."""

        def work(database: Database, progress: Progress) -> Preview:
            from facilitator.desk import importing

            return importing.preview(database, network_id, file, choices, progress.report)

        return self._told_job(work)

    def learned(self, network_id: str) -> Job[Mapping[str, Learned]]:
        """What the network's own meetings took, by method: read in the background, each meeting once."""
        return self._reading_job(lambda database: self._lengths.learned(database, network_id))

    def photo(self, read: Callable[[], bytes]) -> Job[bytes]:
        """What `read` gives, made as a photo may be kept. Start the job; `finished` has the JPEG."""
        from facilitator.intake import photo

        return self._job(lambda progress: photo.photo(read(), progress.report))

    def add_photo(self, photo: Photo, picture: bytes, done: Done | None = None) -> None:
        """Keep a photo of a meeting that is over."""
        from facilitator.store import photos

        self._write(
            lambda database: photos.add_photo(database, photo, picture),
            lambda: self.session_changed.emit(photo.session),
            done,
            about=self._about(photo.session),
        )

    @cached_property
    def _lengths(self) -> Lengths:
        from facilitator.desk.lengths import Lengths

        return Lengths()

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

    def lay_out_mail(self, session_id: str, kind: DocumentKind) -> Job[LaidOut]:
        """The minutes in an e-mail draft that a mail program can open; nothing is sent."""
        from facilitator.desk import outbox, papers

        def work(database: Database) -> LaidOut:
            post = papers.mail_draft(database, session_id, kind, self.library, self.places.locale)
            return LaidOut(outbox.lay(self.places, post), post.without)

        return self._reading_job(work)

    def on_paper(self, session_id: str) -> Job[Path]:
        """Run sheet and capture form in one PDF, laid where another program can open it."""

        def work(database: Database) -> Path:
            from facilitator.desk import outbox, papers

            name, content = papers.on_paper(database, session_id, self.library, self.places.locale)
            return outbox.lay_paper(self.places, name, content)

        return self._reading_job(work)

    def debrief(self, debrief: Debrief, language: Language, to: Path | None) -> Job[Path]:
        """What a rehearsal came to, as PDF: at `to`, or laid where another program can open it. Kept nowhere else."""

        def work(_: object) -> Path:
            from facilitator.desk import outbox, papers
            from facilitator.documents.debrief import debrief_paper
            from facilitator.documents.pdf.write import write

            content = write(debrief_paper(debrief, language))
            if to is not None:
                return papers.write_whole(to, content)
            return outbox.lay_paper(self.places, self.debrief_name(language), content)

        return self._job(work)

    def debrief_name(self, language: Language) -> str:
        """What the file of a debrief is called."""
        return f"{language.text('After the rehearsal')}.pdf"

    def mail_name(self, session_id: str, kind: DocumentKind) -> str:
        """What the file of a draft is called."""
        return str(Path(self.file_name(session_id, kind)).with_suffix(".eml"))

    def clear_outbox(self) -> Job[None]:
        """Let go of what was laid out for another program the last time."""

        def work(_: object) -> None:
            from facilitator.desk import outbox  # all that papers are made of, which a start does not wait for

            outbox.clear(self.places)

        return self._job(work)

    def save_text(self, text: str, to: Path) -> Job[Path]:
        """Write a plain text to a file; an existing one is replaced only when the new one is whole."""
        from facilitator.desk import papers

        return self._job(lambda _: papers.write_whole(to, text.encode()))

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

        def work(database: Database, progress: Progress) -> str:
            return example.make_example(
                database, self.library, spoken, self.places.locale, today=today_, tell=progress.report
            )

        job: Job[str] = self._told_job(work)
        job.finished.connect(lambda _: self.networks_changed.emit())
        return job

    def _reading_job(self, work: Callable[[Database], Any]) -> Job[Any]:
        return self._told_job(lambda database, _: work(database))

    def _told_job(self, work: Callable[[Database, Progress], Any]) -> Job[Any]:
        """Work with a connection of its own that tells how far it is."""

        def with_database(progress: Progress) -> Any:
            database = self._database.second()
            try:
                return work(database, progress)
            finally:
                database.close()

        return self._job(with_database)

    def _job(self, work: Callable[[Any], Any]) -> Job[Any]:
        job: Job[Any] = Job(work, self)
        self._jobs.add(job)
        for over in (job.finished, job.failed, job.cancelled):
            over.connect(lambda *_: self._jobs.discard(job))
        return job
