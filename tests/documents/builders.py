"""The fourth meeting of the cast's network, as its papers are given it."""

import datetime as dt
from typing import Any

from msgspec.structs import replace

from facilitator.documents.document import Document, Heading, Item, List, Text
from facilitator.documents.paper import PaperStep, SessionPaper
from facilitator.language import Code, Language
from facilitator.library.words import WordedPart, WordedStep
from facilitator.model.agenda import Kind, Lead, LeadBy, Step, clock_times
from facilitator.model.attendance import Attendance, Status
from facilitator.model.audience import Audience
from facilitator.model.member import Member, Role
from facilitator.model.network import Contact, Network
from facilitator.model.outcome import Action, Decision, Note, Parked
from facilitator.model.session import Session, begins
from facilitator.places import resources_folder

NAMES = {
    "mette": "Mette Sørensen",
    "jonas": "Jonas Kjær",
    "ase": "Åse Aaberg",
    "birgitte": "Birgitte Østergaard",
    "claus": "Claus Friis",
    "dorthe": "Dorthe Lund",
    "hassan": "Hassan Demir",
    "ib": "Ib Juul",
    "lone": "Lone Bech",
}
ROLES = {"mette": Role.chair, "jonas": Role.deputy}
NETWORK = Network(
    id="net", name="Skoleledere i Vesterå", municipality="Vesterå Kommune", consultant=Contact("Karen Holm")
)
SESSION = Session(
    id="s4", network="net", number=4, starts_at=dt.datetime(2026, 12, 8, 9), place="Højvang Skole, lokale 2"
)
NEXT = Session(
    id="s5", network="net", number=5, starts_at=dt.datetime(2027, 1, 26, 9), host="jonas", theme="sag og puls"
)
MEMBERS = tuple(
    Member(
        id=key,
        network="net",
        name=name,
        role=ROLES.get(key, Role.member),
        workplace="Søndre Skole" if key == "jonas" else "",
    )
    for key, name in NAMES.items()
)
ATTENDANCE = tuple(
    Attendance(
        id=f"at-{key}",
        session="s4",
        member=key,
        role=ROLES.get(key, Role.member),
        status={"ib": Status.excused, "lone": Status.late, "hassan": Status.late}.get(key, Status.present),
    )
    for key in NAMES
)
PLAN = (
    ("welcome", "Velkommen", Kind.opening, 6),
    ("check-in", "Tjek ind", Kind.opening, 12),
    ("since-last", "Siden sidst", Kind.opening, 21),
    ("case", "Sag: kollegial supervision", Kind.case, 60),
    ("break", "Pause", Kind.break_, 15),
    ("pulse", "Pulsen", Kind.pressure, 8),
    ("pressure", "Preskortet", Kind.pressure, 40),
    ("end", "Aftaler og næste møde", Kind.network, 18),
)


def language(code: Code = "da") -> Language:
    """The papers' words, out of the real catalogue."""
    return Language.load(code, resources_folder() / "locale")


def steps() -> tuple[PaperStep, ...]:
    """The agenda, each step with its title as its only word."""
    agenda = [Step(id=key, kind=kind, method=key, minutes=minutes) for key, _, kind, minutes in PLAN]
    times = clock_times(agenda, begins(SESSION))
    words = [WordedStep(title=title) for _, title, _, _ in PLAN]
    return tuple(
        PaperStep(step=step, words=worded, starts=starts)
        for step, worded, starts in zip(agenda, words, times, strict=False)
    )


def with_step(step_id: str, *, words: dict[str, Any] | None = None, **changes: Any) -> tuple[PaperStep, ...]:
    """The agenda with one step changed; `left_out` goes to the paper's step, the rest to the step itself."""
    left_out = changes.pop("left_out", False)
    return tuple(
        replace(one, step=replace(one.step, **changes), words=replace(one.words, **(words or {})), left_out=left_out)
        if one.step.id == step_id
        else one
        for one in steps()
    )


def paper(**changes: Any) -> SessionPaper:
    """The meeting, with nothing written down yet."""
    return SessionPaper(
        **{
            "network": NETWORK,
            "session": SESSION,
            "steps": steps(),
            "members": MEMBERS,
            "attendance": ATTENDANCE,
            "next_session": NEXT,
            **changes,
        }
    )


def note(text: str, step: str = "", audience: Audience = Audience.minutes) -> Note:
    return Note(id=f"note-{text}", session="s4", text=text, step=step, audience=audience)


def decision(text: str, step: str = "", audience: Audience = Audience.minutes) -> Decision:
    return Decision(id=f"decision-{text}", session="s4", text=text, step=step, audience=audience)


def action(text: str, *owners: str, due: dt.date | None = None, **fields: Any) -> Action:
    return Action(id=f"action-{text}", session="s4", text=text, owners=owners, due=due, **fields)


def parked(text: str, audience: Audience = Audience.minutes) -> Parked:
    return Parked(id=f"parked-{text}", session="s4", text=text, audience=audience)


def by_network(*members: str) -> Lead:
    return Lead(LeadBy.network, members)


def part(title: str, minutes: int, **words: str) -> WordedPart:
    given = {"say": "", "do": "", "watch": "", "wall": "", **words}
    return WordedPart(key=title, title=title, minutes=minutes, speaks="round", round=True, **given)


# Looking into a document


def under(document: Document, heading: str) -> list[Any]:
    """The blocks that stand under a heading, up to the next of its level or above."""
    blocks = list(document.blocks)
    start = next(i for i, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading)
    level = blocks[start].level
    found = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            break
        found.append(block)
    return found


def headings(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Heading)]


def lines(block: Any) -> list[str]:
    """A list's entries, a table's rows or a paragraph, as plain text."""
    match block:
        case Text():
            return [block.plain]
        case List():
            return [" / ".join(one.plain for one in entry.paragraphs) for entry in block.items]
        case Item():
            return [one.plain for one in block.paragraphs]
        case _:
            return [" | ".join(cell.plain for cell in row) for row in block.rows]
