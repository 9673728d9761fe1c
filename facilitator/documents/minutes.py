"""The minutes of a meeting: decisions only (beslutningsreferat), or in full. Nothing in them but audience `minutes`."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from facilitator.documents.document import (
    Block,
    Callout,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Item,
    Keep,
    List,
    Photograph,
    Rule,
    Span,
    Table,
    Text,
    paragraph,
    quiet,
    strong,
)
from facilitator.documents.paper import (
    Names,
    PaperPhoto,
    PaperStep,
    SessionPaper,
    above_title,
    consultant_came,
    facts,
    in_charge,
    page_of,
    status_line,
    title_of,
    when_and_where,
)
from facilitator.language import Language
from facilitator.model.agenda import Kind
from facilitator.model.attendance import CAME, Status
from facilitator.model.audience import WayOut, allowed
from facilitator.model.member import Role
from facilitator.model.outcome import Action, ActionState, Decision, Note, Outcome
from facilitator.model.session import Session, begins, ends

PHOTO_WIDTH, PHOTO_HEIGHT = 460.0, 300.0  # points
MinutesKind = Literal["decisions", "minutes"]

# The places of a document's parts follow practice.md 4: who was there, point by point, promises, parked, next time.


def minutes(paper: SessionPaper, kind: MinutesKind, language: Language) -> Document:
    """The minutes. Full ones hold every note that is for the minutes; those of decisions one line for each point."""
    return _Minutes(paper, kind, language).document()


def promised(paper: SessionPaper) -> tuple[Action, ...]:
    """The promises that stand in the minutes; what has been dropped since is none any more."""
    return tuple(one for one in allowed(paper.actions, WayOut.minutes) if one.state is not ActionState.dropped)


class _Minutes:
    def __init__(self, paper: SessionPaper, kind: MinutesKind, language: Language) -> None:
        self.paper = paper
        self.full = kind == "minutes"
        self.language = language
        self.names = Names(paper, language)
        self.title = language.text(
            "{paper}, meeting {number}", paper=title_of(kind, language), number=paper.session.number
        )
        self.notes = allowed(paper.notes, WayOut.minutes)
        self.decisions = allowed(paper.decisions, WayOut.minutes)
        self.parked = allowed(paper.parked, WayOut.minutes)
        self.photos = allowed(paper.photos, WayOut.minutes)
        self.none = language.choice("paper", "None")

    def document(self) -> Document:
        """The whole paper."""
        return Document(
            title=self.title,
            language=self.language.code,
            author=self.paper.session.minute_taker or in_charge(self.paper, self.language),
            subject=self.paper.network.name,
            footer=status_line(self.paper, self.language),
            page_of=page_of(self.language),
            blocks=(
                paragraph(above_title(self.paper.network), small=True),
                Heading(1, self.title),
                self._facts(),
                Rule(),
                *self._points(),
                *self._actions(),
                *self._parked(),
                self._next_meeting(),
                *self._photos(),
            ),
        )

    def _facts(self) -> Facts:
        session, words = self.paper.session, self.language.choice
        pairs = (
            *when_and_where(session, self.language),
            (words("paper", "Present"), self._present()),
            (words("paper", "Absent with apologies"), self._away(Status.excused)),
            (words("paper", "Absent without apologies"), self._away(Status.absent)),
            (words("paper", "Led by"), session.leader or in_charge(self.paper, self.language)),
            (words("paper", "Minutes by"), session.minute_taker or in_charge(self.paper, self.language)),
        )
        return facts(pairs)

    def _present(self) -> str:
        """Who was there, and as what: never when somebody came or left."""
        came = [one for one in self.paper.attendance if one.status in CAME or one.status is Status.expected]
        guests = {guest.id for guest in self.paper.guests}
        told = {self.names.full(one.member): self._part(one.role, one.member in guests) for one in came}
        people = [self._with_part(name, told[name]) for name in self.names.in_order(one.member for one in came)]
        if self.names.consultant and consultant_came(self.paper):
            people.append(self.language.choice("paper", "consultant {name}", name=self.names.consultant))
        return self.language.join(people) if people else self.none

    def _part(self, role: Role, guest: bool) -> str:
        if guest:
            return self.language.choice("paper", "guest")
        if role is Role.chair:
            return self.language.choice("paper", "chair")
        return self.language.choice("paper", "deputy") if role is Role.deputy else ""

    @staticmethod
    def _with_part(name: str, part: str) -> str:
        return f"{name} ({part})" if part else name

    def _away(self, status: Status) -> str:
        names = self.names.in_order(one.member for one in self.paper.attendance if one.status is status)
        return self.language.join(names) if names else self.none

    # Point by point

    def _points(self) -> list[Block]:
        """Decisions that belong to no point first, then the points that have something to tell."""
        points = [one for one in self.paper.steps if one.step.kind is not Kind.break_]
        known = {one.step.id for one in points}
        loose = [one for one in self.decisions if one.step not in known]
        other = [one for one in self.notes if one.step not in known]
        items = [entry for point in points if (entry := self._point(point)) is not None]
        if other and self.full:
            items.append(Item((paragraph(strong(self.language.choice("paper", "Other"))), *self._told(other))))

        blocks: list[Block] = []
        if loose or not self.decisions:
            blocks.append(Heading(2, self.language.choice("paper", "Decisions")))
            blocks.append(self._listed(loose, "numbered"))
        if items:
            blocks.append(Heading(2, self.language.choice("paper", "Points")))
            blocks.append(List(tuple(items), "numbered"))
        return blocks

    def _point(self, point: PaperStep) -> Item | None:
        """A point of the agenda. Of a case only that there was one: neither whose, nor its title (practice.md 5)."""
        case = point.step.kind is Kind.case
        title = self.language.choice("paper", "Case") if case else point.words.title
        head = paragraph(strong(title), *self._at(point))
        notes = [one for one in self.notes if one.step == point.step.id]
        decided = [one for one in self.decisions if one.step == point.step.id]
        told = [*self._told(notes), *self._decided(decided)]
        if case and not point.left_out:
            told.insert(0, paragraph(self.language.text("Case handled (peer supervision).")))
        if point.left_out and (self.full or told):
            told.insert(0, paragraph(self.language.choice("paper", "This point was left out.")))
        if not told and not self.full:
            return None
        # Title and first words as one paragraph, as the reader's eye takes them.
        return Item((_joined(head, told[0]), *told[1:])) if told else Item((head,))

    def _told(self, notes: Iterable[Note]) -> list[Text]:
        """All notes, or the one line of theme that minutes of decisions have room for."""
        if self.full:
            return [paragraph(note.text) for note in notes]
        return [paragraph(note.text.strip().split("\n", 1)[0].strip()) for note in list(notes)[:1]]

    def _decided(self, decisions: Iterable[Decision]) -> list[Text]:
        label = strong(self.language.choice("paper", "Decision:"))
        return [paragraph(label, f" {decision.text}") for decision in decisions]

    def _at(self, point: PaperStep) -> tuple[str | Span, ...]:
        return () if point.left_out else ("  ", quiet(at_time(point, self.language)))

    # Promises, parked items, next time

    def _actions(self) -> list[Block]:
        """Who does what by when, the earliest first."""
        kept, words = promised(self.paper), self.language.choice
        return [Heading(2, words("paper", "Actions")), actions_table(kept, self.names, self.language)]

    def _parked(self) -> list[Block]:
        return [Heading(2, self.language.choice("paper", "Parked")), self._listed(self.parked, "dash")]

    def _photos(self) -> list[Block]:
        """Last, so that what was agreed stays together; the first of them on the same page as its heading."""
        if not self.photos:
            return []
        unnamed = self.language.text("Photo from the meeting")
        first, *rest = (Figure(_fitting(one), one.photo.text or unnamed) for one in self.photos)
        return [Keep((Heading(2, self.language.choice("paper", "Photos")), first)), *rest]

    def _listed(self, outcomes: Iterable[Outcome], kind: Literal["numbered", "dash"]) -> Block:
        items = tuple(Item((paragraph(one.text),)) for one in outcomes)
        return List(items, kind) if items else paragraph(self.none)

    def _next_meeting(self) -> Callout:
        session = self.paper.next_session
        heading = self.language.choice("paper", "Next meeting")
        if session is None:
            return Callout(heading, (paragraph(self.language.text("No date has been agreed yet.")),))
        when = paragraph(strong(self.language.period(begins(session), ends(session))))
        where = " ".join(part for part in (self._where(session), self._theme(session)) if part)
        return Callout(heading, (when, paragraph(where)) if where else (when,))

    def _where(self, session: Session) -> str:
        """Hos Jonas, Søndre Skole."""
        host = next((one for one in self.paper.members if one.id == session.host), None)
        place = session.place or (host.workplace if host else "")
        if host:
            home = self.language.text("At {name}'s", name=self.names.called(host.id))
            return sentence(", ".join(part for part in (home, place) if part))
        return sentence(place) if place else ""

    def _theme(self, session: Session) -> str:
        return sentence(self.language.text("Theme: {theme}", theme=session.theme)) if session.theme else ""


def _fitting(one: PaperPhoto) -> Photograph:
    """Two of them stand on a page, whichever way they were held."""
    photo = one.photo
    scale = min(PHOTO_WIDTH / photo.width, PHOTO_HEIGHT / photo.height)
    return Photograph(one.jpeg, photo.width * scale, photo.height * scale)


def at_time(point: PaperStep, language: Language) -> str:
    """When a point begins or began: kl. 9.06."""
    return language.text("at {time}", time=language.clock(point.starts))


def actions_table(actions: Iterable[Action], names: Names, language: Language) -> Block:
    """Who, what and by when; the earliest first, those without a date last, else in the order they were made."""
    in_order = sorted(actions, key=lambda one: one.due or date.max)
    if not in_order:
        return paragraph(language.choice("paper", "None"))
    words = language.choice
    columns = (
        Column(words("paper", "Who"), 20),
        Column(words("paper", "What"), 62),
        Column(words("paper", "By"), 18),
    )
    rows = tuple(
        (
            paragraph(language.join(names.in_order(one.owners)) if one.owners else words("paper", "Nobody yet")),
            paragraph(one.text),
            paragraph(language.date(one.due) if one.due else words("paper", "No date")),
        )
        for one in in_order
    )
    return Table(columns, rows)


def sentence(words: str) -> str:
    """The words with a full stop, unless they end as a sentence already."""
    words = words.strip()
    return words if words.endswith((".", "!", "?", "…", ":")) else f"{words}."


def _joined(first: Text, second: Text) -> Text:
    return Text((*first.spans, *paragraph("\n").spans, *second.spans))
