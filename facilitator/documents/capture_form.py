"""The capture form (skriveark): ruled space for each step, for a meeting led from paper; typed in afterwards.

It asks for what minutes may hold, who does what by when, and for nothing of a case. With the run sheet before it, it is
the whole meeting on paper.
"""

from msgspec.structs import replace

from facilitator.documents.document import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Keep,
    PageBreak,
    Rule,
    Table,
    Text,
    paragraph,
    quiet,
)
from facilitator.documents.paper import Names, PaperStep, SessionPaper, above_title, facts, page_of, when_and_where
from facilitator.documents.runsheet import run_sheet
from facilitator.language import Language
from facilitator.model.agenda import Kind
from facilitator.model.audience import Audience

LINE = "\n"  # an empty cell as high as a hand needs
LONG = 15  # minutes; a step as long as that gets more room
PROMISES = "commitments"  # the method in which everybody makes one
ROWS, ROWS_OF_LONG, ROWS_OF_PRIVATE = 2, 4, 1


def capture_form(paper: SessionPaper, language: Language) -> Document:
    """The form alone, in landscape as the run sheet is."""
    title = _title(paper, language)
    return Document(
        title=title,
        language=language.code,
        author=Names(paper, language).consultant,
        subject=paper.network.name,
        footer=language.text("For whoever leads the meeting"),
        page_of=page_of(language),
        blocks=_form(paper, language),
        landscape=True,
    )


def on_paper(paper: SessionPaper, language: Language) -> Document:
    """Run sheet and capture form as one paper: the meeting can be led without the app."""
    sheet = run_sheet(paper, language)
    form = _form(paper, language, level=2)
    return replace(sheet, blocks=(*sheet.blocks, PageBreak(), *form))


def _title(paper: SessionPaper, language: Language) -> str:
    name = language.choice("paper", "Capture form")
    return language.text("{paper}, meeting {number}", paper=name, number=paper.session.number)


def _form(paper: SessionPaper, language: Language, *, level: int = 1) -> tuple[Block, ...]:
    steps = [one for one in paper.steps if not one.left_out and one.step.kind is not Kind.break_]
    head = (paragraph(above_title(paper.network), small=True),) if level == 1 else ()
    return (
        *head,
        Heading(1 if level == 1 else 2, _title(paper, language)),
        _about(paper, language),
        Rule(),
        *_people(paper, language),
        *(_step(one, language, people=len(paper.attendance)) for one in steps),
    )


def _about(paper: SessionPaper, language: Language) -> Facts:
    return facts(when_and_where(paper.session, language))


def _people(paper: SessionPaper, language: Language) -> tuple[Block, ...]:
    """Everybody of the day, to be ticked; no room for a reason."""
    names = Names(paper, language)
    people = names.in_order(mark.member for mark in paper.attendance)
    if not people:
        return ()
    words = language.choice
    columns = (
        Column(words("paper", "Name"), 4),
        Column(words("paper", "Present"), 2),
        Column(words("paper", "Apologies"), 2),
    )
    rows = tuple((paragraph(name), paragraph("□"), paragraph("□")) for name in people)
    return (Heading(3, words("paper", "Attendance")), Table(columns, rows))


def _step(point: PaperStep, language: Language, *, people: int) -> Keep:
    title = f"{language.clock(point.starts)}  ·  {point.words.title}"
    private = point.step.audience is Audience.private
    words = language.choice
    columns = (
        Column(words("paper", "Action") if private else words("paper", "Decision or action"), 6),
        Column(words("paper", "Who"), 2),
        Column(words("paper", "By when"), 2),
    )
    empty: tuple[Text, ...] = (paragraph(LINE), paragraph(LINE), paragraph(LINE))
    told = language.text("Write down nothing that was told here; only what somebody promises.")
    note = (paragraph(quiet(told)),) if private else ()
    return Keep((Heading(3, title), *note, Table(columns, (empty,) * _room(point, people))))


def _room(point: PaperStep, people: int) -> int:
    """How many rows: one each where everybody promises something."""
    if point.step.audience is Audience.private:
        return ROWS_OF_PRIVATE
    if point.step.method == PROMISES:
        return max(ROWS, people)
    return ROWS_OF_LONG if point.step.minutes >= LONG else ROWS
