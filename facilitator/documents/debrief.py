"""What a rehearsal came to, on paper: for the talk afterwards between the one who led it and whoever looked on.

It is about minutes, choices and what was done, and marks nobody. It is made from what is on the screen and is kept
nowhere.
"""

import msgspec

from facilitator.documents.document import Block, Column, Document, Facts, Heading, Rule, Table, paragraph, quiet
from facilitator.documents.document import List as Listed
from facilitator.documents.document import item as listed
from facilitator.documents.paper import facts, page_of
from facilitator.language import Language


class StepTold(msgspec.Struct, frozen=True, kw_only=True):
    """A step in words: what it was to take, what it took, and how far the one is from the other."""

    title: str
    planned: str
    actual: str
    apart: str = ""


class Debrief(msgspec.Struct, frozen=True, kw_only=True):
    """A rehearsal in words, as the screen shows it. `keep` and `try_next` are the reader's own, and never kept."""

    network: str
    meeting: str
    end: str
    steps: tuple[StepTold, ...]
    choices: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    keep: str = ""
    try_next: str = ""


def debrief_paper(debrief: Debrief, language: Language) -> Document:
    """The paper."""
    text = language.text
    title = text("After the rehearsal")
    blocks: list[Block] = [
        paragraph(debrief.network, small=True),
        Heading(1, title),
        _about(debrief, language),
        Rule(),
        Heading(2, text("Planned and actual")),
        _steps(debrief, language),
        *_lines(text("Choices on the way"), debrief.choices),
        *_lines(text("What came in between"), debrief.incidents),
        *_own(text("One thing to keep"), debrief.keep),
        *_own(text("One thing to try"), debrief.try_next),
    ]
    return Document(
        title=title,
        language=language.code,
        subject=debrief.network,
        footer=text("A rehearsal. Nothing of it is kept in the app."),
        page_of=page_of(language),
        blocks=tuple(blocks),
    )


def _about(debrief: Debrief, language: Language) -> Facts:
    return facts(
        ((language.text("Rehearsed"), debrief.meeting), (language.text("How it ended"), debrief.end)),
    )


def _steps(debrief: Debrief, language: Language) -> Table:
    columns = (
        Column(language.text("Step"), 5),
        Column(language.text("Planned"), 2, "right"),
        Column(language.text("Actual"), 2, "right"),
        Column(language.text("Difference"), 2, "right"),
    )
    rows = ((one.title, one.planned, one.actual, one.apart) for one in debrief.steps)
    return Table(columns, tuple(tuple(paragraph(cell) for cell in row) for row in rows))


def _lines(title: str, lines: tuple[str, ...]) -> list[Block]:
    return [Heading(2, title), Listed(tuple(listed(line) for line in lines))] if lines else []


def _own(title: str, words: str) -> list[Block]:
    """What was written, else room for it."""
    return [Heading(2, title), paragraph(words.strip()) if words.strip() else paragraph(quiet("." * 90))]
