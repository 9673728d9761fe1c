"""The papers about a meeting: gathered from the store, written in the network's language, and put in a file whole."""

import os
import re
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from facilitator.desk.meetings import Meeting, counts, meeting_of
from facilitator.desk.today import today_there
from facilitator.documents.paper import PaperKind, PaperPhoto, PaperStep, SessionPaper
from facilitator.documents.paper import file_name as paper_name
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live.clock import Clock
from facilitator.live.state import RunState
from facilitator.model.agenda import Step, clock_times
from facilitator.model.audience import WayOut, allowed
from facilitator.model.ids import new_id
from facilitator.model.outcome import Action, Decision, Note, Outcome, Parked, Photo
from facilitator.model.session import SessionState, begins
from facilitator.model.trouble import Trouble
from facilitator.store import documents, networks, outcomes, photos, sessions, settings
from facilitator.store.database import Database

if TYPE_CHECKING:
    from facilitator.documents.minutes import MinutesKind

Kind = TypeVar("Kind", bound=Outcome)
DocumentKind = PaperKind
_LEFT = re.compile(r"\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part")
_SURELY_LEFT = 24 * 60 * 60  # seconds; whoever made it a day ago is not at it any more
BEFORE_THE_MEETING: frozenset[DocumentKind] = frozenset({"agenda", "runsheet"})


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A mail with minutes, ready as a file: its name and content, and who has no address."""

    name: str
    content: bytes
    without: tuple[str, ...]


def paper_of(
    database: Database,
    session_id: str,
    library: Library,
    language: Language,
    *,
    as_planned: bool = False,
    pictured: bool = False,
) -> SessionPaper:
    """Everything that a meeting's papers are made from. What may be printed is for the papers' filter to say.

    `as_planned` gives the agenda as it was before the meeting, whatever became of it; `pictured` reads photos too.
    """
    meeting = meeting_of(database, session_id)
    session = meeting.session
    return SessionPaper(
        network=meeting.network,
        session=session,
        steps=_planned(database, meeting, library, language)
        if as_planned
        else _as_it_was(database, meeting, library, language),
        members=networks.members_of(database, session.network),
        guests=sessions.guests_of(database, session_id),
        attendance=meeting.attendance,
        notes=_of_kind(meeting, Note),
        decisions=_of_kind(meeting, Decision),
        actions=_of_kind(meeting, Action),
        parked=_of_kind(meeting, Parked),
        photos=_photos(database, meeting) if pictured else (),
        open_actions=outcomes.open_before(database, session),
        next_session=sessions.next_after(database, session),
    )


def paper_language(database: Database, session_id: str, locale: Path) -> Language:
    """The language of the network's papers."""
    network = networks.get_network(database, sessions.get_session(database, session_id).network)
    return Language.load(network.language, locale)


def document_bytes(
    database: Database, session_id: str, kind: DocumentKind, library: Library, locale: Path, *, approved: str = ""
) -> bytes:
    """The paper as PDF. Minutes that were approved are the bytes that were archived then."""
    if kind == "decisions" and not approved and (archived := _archived(database, session_id)) is not None:
        return archived
    from facilitator.documents.agenda import agenda
    from facilitator.documents.minutes import minutes
    from facilitator.documents.pdf.write import write
    from facilitator.documents.runsheet import run_sheet

    language = paper_language(database, session_id, locale)
    before = kind in BEFORE_THE_MEETING
    paper = paper_of(database, session_id, library, language, as_planned=before, pictured=not before)
    if approved:
        approved_on = datetime.fromisoformat(approved).date()
        paper = replace(paper, session=replace(paper.session, approved_on=approved_on))
    match kind:
        case "agenda":
            return write(agenda(paper, language))
        case "runsheet":
            return write(run_sheet(paper, language))
        case _:
            return write(minutes(paper, kind, language))


def on_paper(database: Database, session_id: str, library: Library, locale: Path) -> tuple[str, bytes]:
    """The meeting as planned on paper, run sheet and capture form in one PDF: what it is called, and its bytes."""
    from facilitator.documents.capture_form import on_paper as sheet_and_form
    from facilitator.documents.pdf.write import write

    language = paper_language(database, session_id, locale)
    paper = paper_of(database, session_id, library, language, as_planned=True)
    return paper_name(paper, "runsheet", language), write(sheet_and_form(paper, language))


def mail_draft(database: Database, session_id: str, kind: DocumentKind, library: Library, locale: Path) -> Post:
    """The mail with the minutes in it, as a draft (documents/mail.py). Raises unknown_form for another paper."""
    if kind not in ("decisions", "minutes"):
        raise Trouble("unknown_form", ending=".eml")
    from facilitator.documents import mail

    language = paper_language(database, session_id, locale)
    paper = paper_of(database, session_id, library, language)
    chosen = settings.load_settings(database)
    draft = mail.mail(
        paper,
        language,
        sender=chosen.profile.name,
        seen=settings.addresses_seen_by_all(chosen, paper.network),
        actions_on=_actions_on(paper, kind, language),
    )
    content = document_bytes(database, session_id, kind, library, locale)
    return Post(
        name=paper_name(paper, kind, language, "eml"),
        content=mail.written(draft, paper_name(paper, kind, language), content),
        without=draft.without,
    )


def export(
    database: Database, session_id: str, kind: DocumentKind, *, to: Path, library: Library, locale: Path
) -> Path:
    """Write the paper to a file, whole or not at all. Raises unknown_form, file_not_writable or disk_full."""
    match to.suffix.lower():
        case ".pdf":
            content = document_bytes(database, session_id, kind, library, locale)
        case ".eml":
            content = mail_draft(database, session_id, kind, library, locale).content
        case _:
            raise Trouble("unknown_form", ending=to.suffix or to.name)
    return write_whole(to, content)


def file_name(database: Database, session_id: str, kind: DocumentKind, library: Library, locale: Path) -> str:
    """What the paper's file is called."""
    language = paper_language(database, session_id, locale)
    return paper_name(paper_of(database, session_id, library, language), kind, language)


def approve(database: Database, session_id: str, clock: Clock, library: Library, locale: Path) -> None:
    """The minutes are approved today: written so, their bytes archived, talk time deleted; all of it or nothing."""
    session = sessions.get_session(database, session_id)
    if session.state is not SessionState.held:
        raise Trouble("not_held")
    today = today_there(clock, ZoneInfo(session.zone))
    content = document_bytes(database, session_id, "decisions", library, locale, approved=today.isoformat())
    language = paper_language(database, session_id, locale)
    documents.archive(database, session_id, content, language=language.code, approved_on=today, kind="decisions")


def write_whole(to: Path, content: bytes) -> Path:
    """Put the bytes in a file beside and rename it: an existing file is replaced only by a whole one."""
    # Its name is its own: a long name has no room for more, and two exports at once must not share a file.
    beside = to.with_name(f".{new_id()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(to)
    except OSError as error:
        # Where nothing could be written there is nothing to clear away, and that must not hide why.
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _file_trouble(error, to) from None
    _clear_left(to.parent)
    return to


def _clear_left(folder: Path) -> None:
    """Remove what exports into that folder left half written when they were killed, a day ago or more."""
    with suppress(OSError):
        for left in folder.glob(".*.part"):
            if _LEFT.fullmatch(left.name) and time.time() - left.stat().st_mtime > _SURELY_LEFT:
                left.unlink()


def _file_trouble(error: OSError, to: Path) -> Trouble:
    import errno

    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble("disk_full")
    return Trouble("file_not_writable", name=to.name)


def _actions_on(paper: SessionPaper, kind: "MinutesKind", language: Language) -> tuple[int, bool] | None:
    """The page on which the promises begin, and whether all of them stand there; None where nobody has promised."""
    from facilitator.documents.minutes import minutes, promised
    from facilitator.documents.pdf.write import heading_pages

    if not promised(paper):
        return None
    pages = heading_pages(minutes(paper, kind, language))
    page = pages[language.choice("paper", "Actions")]
    return page, pages[language.choice("paper", "Parked")] == page


def _archived(database: Database, session_id: str) -> bytes | None:
    kept = [each for each in documents.documents_of(database, session_id) if each.kind == "decisions"]
    return documents.content_of(database, kept[-1].id) if kept else None


def _of_kind(meeting: Meeting, kind: type[Kind]) -> tuple[Kind, ...]:
    return tuple(outcome for outcome in meeting.outcomes if isinstance(outcome, kind))


def _photos(database: Database, meeting: Meeting) -> tuple[PaperPhoto, ...]:
    """Only those that any paper may show are read at all."""
    may_be_shown = allowed(_of_kind(meeting, Photo), WayOut.minutes)
    return tuple(PaperPhoto(photo, photos.picture_of(database, photo.id)) for photo in may_be_shown)


def _planned(database: Database, meeting: Meeting, library: Library, language: Language) -> tuple[PaperStep, ...]:
    steps = sessions.agenda(database, meeting.session.id)
    times = clock_times(steps, begins(meeting.session))
    return tuple(_worded(step, library, language, at) for step, at in zip(steps, times, strict=False))


def _as_it_was(database: Database, meeting: Meeting, library: Library, language: Language) -> tuple[PaperStep, ...]:
    """The steps with when they began; those that were dropped or not reached say so."""
    state, zone = meeting.state, ZoneInfo(meeting.session.zone)
    if not counts(state):
        return _planned(database, meeting, library, language)
    known = {step.id: step for step in (*sessions.agenda(database, meeting.session.id, state.run), *meeting.steps)}
    shown, at = [], moment_of(state, 0, zone)
    for index, run_step in enumerate(state.steps):
        step = known.get(run_step.id)
        if step is None:
            continue
        if run_step.entered_at is not None and index:
            at = moment_of(state, run_step.entered_at + state.earlier, zone)
        left_out = run_step.dropped or (run_step.entered_at is None and state.status == "finished")
        led = state.led.get(step.id)
        shown.append(_worded(replace(step, led=led) if led else step, library, language, at, left_out=left_out))
    return tuple(shown)


def moment_of(state: RunState, elapsed: int, zone: ZoneInfo) -> datetime:
    """The clock time at so many milliseconds of a run."""
    return datetime.fromtimestamp((state.wall - state.earlier + elapsed) / 1000, UTC).astimezone(zone)


def _worded(step: Step, library: Library, language: Language, at: datetime, *, left_out: bool = False) -> PaperStep:
    return PaperStep(step=step, words=library.worded(step, language), starts=at, left_out=left_out)
