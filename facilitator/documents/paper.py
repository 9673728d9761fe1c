"""What the papers of one meeting are made from, and what their files are called."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from facilitator.documents.document import Fact, Facts, paragraph
from facilitator.language import Language
from facilitator.library.words import WordedStep
from facilitator.model.agenda import LeadBy, Step
from facilitator.model.attendance import Attendance
from facilitator.model.audience import Audience
from facilitator.model.member import Guest, Member, Role, given_name
from facilitator.model.network import Network
from facilitator.model.outcome import Action, Decision, Note, Parked, Photo
from facilitator.model.session import Session, begins, ends

PaperKind = Literal["minutes", "decisions", "agenda", "runsheet"]

DAYS_FOR_CORRECTIONS = 5  # working days (practice.md 1, meeting 2)
LONGEST_NAME = 120  # characters of a network in a file's name: folder and name together must suit Windows
MOST_BYTES = 255  # of a file's name, in UTF-8: what most file systems take


class PaperStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step, its words in the paper's language, and when it begins or began (with its zone).

    `left_out` tells of a step that was dropped or not reached.
    """

    step: Step
    words: WordedStep
    starts: datetime
    left_out: bool = False


class PaperPhoto(msgspec.Struct, frozen=True):
    """A photo and its JPEG."""

    photo: Photo
    jpeg: bytes

    @property
    def audience(self) -> Audience:
        """Who may see it."""
        return self.photo.audience


class SessionPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting as its papers need it. What may be printed is decided by the papers, through the one filter.

    Cases have no place here: their words are in no paper. `members` are all whom a step, an action or a mark of
    attendance may name, also those who have left; `attendance` is the roster of the day. `open_actions` are promises
    from earlier meetings. Minutes can be corrected until `corrections_by`, by default five working days. Where nobody
    has said whether the consultant came, she did unless the network led every step.
    """

    network: Network
    session: Session
    steps: tuple[PaperStep, ...] = ()
    members: tuple[Member, ...] = ()
    guests: tuple[Guest, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    notes: tuple[Note, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    parked: tuple[Parked, ...] = ()
    photos: tuple[PaperPhoto, ...] = ()
    open_actions: tuple[Action, ...] = ()
    next_session: Session | None = None
    consultant_came: bool | None = None
    corrections_by: date | None = None
    corrected_on: date | None = None


def title_of(kind: PaperKind, language: Language) -> str:
    """What the paper is called."""
    match kind:
        case "minutes":
            return language.choice("paper", "Minutes")
        case "decisions":
            return language.choice("paper", "Minutes of decisions")
        case "agenda":
            return language.choice("paper", "Agenda")
        case "runsheet":
            return language.choice("paper", "Run sheet")


def file_name(paper: SessionPaper, kind: PaperKind, language: Language, ending: str = "pdf") -> str:
    """The name that a paper's file is given: 2026-12-08 Skoleledere i Vesterå - beslutningsreferat (kladde).pdf."""
    network = re.sub(r'[\\/:*?"<>|\x00-\x1f\x7f]+', " ", paper.network.name)
    before = f"{paper.session.starts_at:%Y-%m-%d} "
    state = _state(paper, language) if kind in {"minutes", "decisions"} else ""
    after = f" - {title_of(kind, language).lower()}{f' ({state})' if state else ''}.{ending}"
    room = MOST_BYTES - len(f"{before}{after}".encode())
    return before + _cut(" ".join(network.split()), room) + after


def _cut(name: str, room: int) -> str:
    """The beginning of a name that fits in `room` bytes, cut between characters."""
    return name[:LONGEST_NAME].encode("utf-8", "replace")[:room].decode("utf-8", "ignore").rstrip(". ")


def _state(paper: SessionPaper, language: Language) -> str:
    if paper.session.approved_on is None:
        return language.choice("paper", "draft")
    if paper.corrected_on is not None:
        return language.choice("paper", "corrected {date}", date=language.date(paper.corrected_on))
    return ""


def status_line(paper: SessionPaper, language: Language) -> str:
    """What the minutes say of themselves at the foot of every page."""
    if paper.session.approved_on is None:
        by = paper.corrections_by or corrections_by(paper.session.starts_at.date())
        return language.text("Draft, corrections by {date}", date=language.date_written(by))
    approved = language.date_written(paper.session.approved_on)
    if paper.corrected_on is None:
        return language.text("Approved on {date}", date=approved)
    corrected = language.date_written(paper.corrected_on)
    return language.text("Approved on {date}, corrected on {corrected}", date=approved, corrected=corrected)


def corrections_by(meeting: date) -> date:
    """The last day for corrections: five working days after the meeting, public holidays not counted."""
    day, left = meeting, DAYS_FOR_CORRECTIONS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5  # noqa: PLR2004 (Saturday)
    return day


def consultant_came(paper: SessionPaper) -> bool:
    """Whether the consultant was there, as far as can be told."""
    if paper.consultant_came is not None or not paper.steps:
        return paper.consultant_came is not False
    return any((one.step.led or one.step.lead).by is not LeadBy.network for one in paper.steps if not one.left_out)


class Names:
    """Who somebody is, as a paper names them."""

    def __init__(self, paper: SessionPaper, language: Language) -> None:
        self.language = language
        self.consultant = paper.network.consultant.name
        self.chair = next((one.name for one in paper.members if one.role is Role.chair and one.left is None), "")
        self._full = {one.id: one.name for one in paper.members} | {one.id: one.name for one in paper.guests}
        given = [given_name(name) for name in self._full.values()]
        self._given = {
            key: given_name(name) if given.count(given_name(name)) == 1 else name for key, name in self._full.items()
        }

    def full(self, person: str) -> str:
        """The whole name; whoever has been erased is a former member."""
        return self._full.get(person) or self.language.choice("paper", "former member")

    def called(self, person: str) -> str:
        """What the room calls them; the whole name where two are called the same."""
        return self._given.get(person) or self.full(person)

    def in_order(self, people: Iterable[str]) -> list[str]:
        """Whole names, each once, as the language sorts them."""
        return sorted(dict.fromkeys(self.full(person) for person in people), key=self.language.sort_key)

    def leading(self, step: Step) -> str:
        """Who leads a step as planned: named members, the consultant, both, or the network."""
        members = [self.called(person) for person in step.lead.members]
        consultant = given_name(self.consultant) or self.language.choice("paper", "The consultant")
        match step.lead.by:
            case LeadBy.consultant:
                return self.language.join([consultant, *members])
            case LeadBy.together:
                return self.language.join([consultant, *(members or [self.language.choice("paper", "the network")])])
            case LeadBy.network:
                return self.language.join(members or [self.language.choice("paper", "The network")])


def in_charge(paper: SessionPaper, language: Language) -> str:
    """Who leads and writes when the meeting names nobody: the consultant, or the chair of those who are alone."""
    known = Names(paper, language)
    names = (known.consultant, known.chair)
    in_order = names if consultant_came(paper) else names[::-1]
    return next((name for name in in_order if name), language.choice("paper", "None"))


def when_and_where(session: Session, language: Language) -> list[tuple[str, str]]:
    """What every paper of a meeting begins with, label and words; more facts may follow."""
    return [
        (language.choice("paper", "Time"), language.period(begins(session), ends(session))),
        (language.choice("paper", "Place"), session.place or language.choice("paper", "Not given")),
    ]


def facts(pairs: Iterable[tuple[str, str]]) -> Facts:
    """Labels and words as the lines under a paper's title."""
    return Facts(tuple(Fact(label, paragraph(value)) for label, value in pairs))


def above_title(network: Network) -> str:
    """The line over the title: whose paper it is."""
    return " · ".join(part for part in (network.name, network.municipality or network.body.name) if part)


def page_of(language: Language) -> str:
    """How pages are counted in the footer, with {page} and {pages} still to be filled in."""
    return language.text("Page {page} of {pages}", page="{page}", pages="{pages}")
