"""The run sheet (drejebog): the whole meeting on paper for whoever leads it, readable standing, with room to write.

First a table of the meeting, then the words for each point, so that the paper alone is enough to lead by. It may hold
working titles; of what was written down it holds the open actions that its door lets through, and no notes.
"""

from facilitator.documents.document import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Keep,
    Rule,
    Span,
    Table,
    Text,
    paragraph,
    quiet,
    strong,
)
from facilitator.documents.minutes import actions_table, at_time
from facilitator.documents.paper import (
    Names,
    PaperStep,
    SessionPaper,
    above_title,
    facts,
    page_of,
    title_of,
    when_and_where,
)
from facilitator.language import Language
from facilitator.library.words import WordedPart
from facilitator.model.agenda import Kind
from facilitator.model.audience import WayOut, allowed
from facilitator.model.outcome import ActionState

PLAN_B = "Plan B:"


def run_sheet(paper: SessionPaper, language: Language) -> Document:
    """The run sheet, in landscape, with a margin for times written by hand."""
    names = Names(paper, language)
    session = paper.session
    title = language.text("{paper}, meeting {number}", paper=title_of("runsheet", language), number=session.number)
    steps = [one for one in paper.steps if not one.left_out]
    blocks: list[Block] = [
        paragraph(above_title(paper.network), small=True),
        Heading(1, title),
        _facts(paper, names, language),
        Rule(),
        _overview(steps, names, language),
        *_open_actions(paper, names, language),
        *(block for one in steps for block in _word_for_word(one, names, language)),
    ]
    return Document(
        title=title,
        language=language.code,
        author=names.consultant,
        subject=paper.network.name,
        footer=language.text("For whoever leads the meeting"),
        page_of=page_of(language),
        blocks=tuple(blocks),
        landscape=True,
        large=True,
        writing_margin=True,
    )


def _facts(paper: SessionPaper, names: Names, language: Language) -> Facts:
    session = paper.session
    pairs = when_and_where(session, language)
    if session.host:
        pairs.append((language.choice("paper", "Host"), names.full(session.host)))
    return facts(pairs)


def _overview(steps: list[PaperStep], names: Names, language: Language) -> Table:
    words = language.choice
    columns = (
        Column(words("paper", "Time"), 11),
        Column(words("paper", "What"), 18),
        Column(words("paper", "Why"), 19),
        Column(words("paper", "How"), 26),
        Column(words("paper", "Who"), 13),
        Column(words("paper", "Remember / Plan B"), 24),
    )
    return Table(columns, tuple(_row(one, names, language) for one in steps))


def _row(point: PaperStep, names: Names, language: Language) -> tuple[Text, ...]:
    step, words = point.step, point.words
    time = paragraph(strong(language.clock(point.starts)), "\n", quiet(f"({language.minutes(step.minutes)})"))
    what: tuple[str | Span, ...] = (strong(words.title),)
    if step.working_title:
        what += (f"\n{step.working_title}",)
    who = "" if step.kind is Kind.break_ else names.leading(step)
    how = words.how or words.say or "\n".join(part.title for part in words.parts)
    return (
        time,
        paragraph(*what),
        paragraph(words.purpose),
        paragraph(how),
        paragraph(who),
        _to_remember(point),
    )


def _to_remember(point: PaperStep) -> Text:
    """What to remember, and the way out when time is short: on a line of its own, in few words where there are such."""
    words = point.words
    remember, found, short = words.remember.partition(PLAN_B)
    if not found and not words.remember and not words.plan_b:
        return paragraph(words.watch)
    parts: list[str | Span] = [remember.strip()] if remember.strip() else []
    plan_b = short.strip() if found else words.plan_b
    if plan_b:
        parts += ["\n"] if parts else []
        parts += [strong(PLAN_B), f" {plan_b}"]
    return paragraph(*parts)


def _open_actions(paper: SessionPaper, names: Names, language: Language) -> list[Block]:
    """What was promised earlier and is still open, for the point that looks back."""
    kept = [one for one in allowed(paper.open_actions, WayOut.run_sheet) if one.state is ActionState.open]
    if not kept:
        return []
    return [Heading(2, language.choice("paper", "Open actions")), actions_table(kept, names, language)]


def _word_for_word(point: PaperStep, names: Names, language: Language) -> list[Block]:
    """A point's prompts: what to say, do and watch for, part by part. Nothing for a point without any."""
    words = point.words
    own = _prompts(words.say, words.do, words.watch, language)
    # A method of one part has its prompts itself, and its part only repeats them.
    parts = [block for part in words.parts for block in _part(part, language)] if len(words.parts) > 1 else []
    if not own and not parts:
        return []
    when = f"{at_time(point, language)}  ·  {language.minutes(point.step.minutes)}  ·  {names.leading(point.step)}"
    lines = [paragraph(quiet(when))]
    for label, text in (
        (language.choice("paper", "Roles:"), words.roles),
        (language.choice("paper", "Bring:"), words.materials),
    ):
        if text:
            lines.append(paragraph(strong(label), f" {text}"))
    return [Heading(2, words.title), Keep((*lines, *own)), *parts]


def _part(part: WordedPart, language: Language) -> list[Block]:
    prompts = _prompts(part.say, part.do, part.watch, language)
    if not prompts:
        return []
    return [Keep((Heading(3, f"{part.title}  ·  {language.minutes(part.minutes)}"), *prompts))]


def _prompts(say: str, do: str, watch: str, language: Language) -> list[Text]:
    labelled = (
        (language.choice("paper", "Say:"), say),
        (language.choice("paper", "Do:"), do),
        (language.choice("paper", "Watch for:"), watch),
    )
    return [paragraph(strong(label), f" {text}") for label, text in labelled if text]
