"""The agenda that members get before a meeting: when, what, to what end, who leads, and how to prepare."""

from facilitator.documents.document import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Rule,
    Table,
    Text,
    paragraph,
    quiet,
    strong,
)
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
from facilitator.model.agenda import Kind

# The two methods of the library that members can prepare for.
LOOKS_BACK = "since-last"
LOOKS_AHEAD = "commitments"


def agenda(paper: SessionPaper, language: Language) -> Document:
    """The agenda. It holds public titles alone; working titles, prompts and whatever was written down stay out."""
    names = Names(paper, language)
    session = paper.session
    title = language.text("{paper}, meeting {number}", paper=title_of("agenda", language), number=session.number)
    blocks: tuple[Block, ...] = (
        paragraph(above_title(paper.network), small=True),
        Heading(1, title),
        _facts(paper, names, language),
        Rule(),
        _points(paper, names, language),
    )
    return Document(
        title=title,
        language=language.code,
        author=names.consultant,
        subject=paper.network.name,
        footer=above_title(paper.network),
        page_of=page_of(language),
        blocks=blocks,
    )


def _facts(paper: SessionPaper, names: Names, language: Language) -> Facts:
    session = paper.session
    pairs = when_and_where(session, language)
    if session.host:
        pairs.append((language.choice("paper", "Host"), names.full(session.host)))
    if session.theme:
        pairs.append((language.choice("paper", "Theme"), session.theme))
    return facts(pairs)


def _points(paper: SessionPaper, names: Names, language: Language) -> Block:
    words = language.choice
    columns = (
        Column(words("paper", "Time"), 11),
        Column(words("paper", "Point"), 28),
        Column(words("paper", "Purpose"), 14),
        Column(words("paper", "Who leads"), 19),
        Column(words("paper", "How to prepare"), 28),
    )
    return Table(columns, tuple(_row(one, names, language) for one in paper.steps if not one.left_out))


def _row(point: PaperStep, names: Names, language: Language) -> tuple[Text, ...]:
    time = paragraph(language.clock(point.starts), "\n", quiet(language.minutes(point.step.minutes)))
    if point.step.kind is Kind.break_:
        return (time, paragraph(quiet(point.words.title)))
    return (
        time,
        paragraph(strong(point.words.title)),
        paragraph(purpose_of(point.step.kind, language)),
        paragraph(names.leading(point.step)),
        paragraph(preparation_for(point, language)),
    )


def purpose_of(kind: Kind, language: Language) -> str:
    """To what end a point is on the agenda, in the words that Danish agendas use: orientere, drøfte, beslutte, lære."""
    match kind:
        case Kind.opening:
            return language.choice("paper", "Inform")
        case Kind.case:
            return language.choice("paper", "Learn")
        case Kind.network:
            return language.choice("paper", "Decide")
        case Kind.break_:
            return ""
        case Kind.pressure | Kind.thinking | Kind.free:
            return language.choice("paper", "Discuss")


def preparation_for(point: PaperStep, language: Language) -> str:
    """What a member can do beforehand; nothing, for most points."""
    if point.step.kind is Kind.case:
        return language.text("Have you got a case? Say so before the meeting.")
    if point.step.method == LOOKS_BACK:
        return language.text("Look at your own action from last time.")
    if point.step.method == LOOKS_AHEAD:
        return language.text("Have your calendar ready.")
    return ""
