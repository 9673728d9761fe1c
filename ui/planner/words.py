"""An agenda in words: its blocks on the timeline, its bar, and what its length says."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from facilitator.language import Language
from facilitator.library.words import WordedStep
from facilitator.model.agenda import Kind, Lead, LeadBy, Step, clock_times, total_minutes
from facilitator.model.member import given_name
from facilitator.model.session import Session, begins
from facilitator.model.share import consultant_percent, shares
from facilitator.model.trouble import Trouble
from ui.widgets.lead_bar import LeadPart
from ui.widgets.timeline_layout import Block, Part

LEADS: Mapping[LeadBy, str] = {
    LeadBy.consultant: "consultant",
    LeadBy.together: "together",
    LeadBy.network: "network",
}


def blocks(
    steps: Sequence[Step],
    worded: Mapping[str, WordedStep],
    session: Session,
    people: Mapping[str, str],
    language: Language,
    *,
    consultant: str,
) -> tuple[Block, ...]:
    """The blocks of the timeline."""
    times = clock_times(steps, begins(session))
    return tuple(
        _block(step, worded[step.id], at, _led_by(step.lead, people, consultant, language), language)
        for step, at in zip(steps, times, strict=False)
    )


def _block(step: Step, words: WordedStep, at: datetime, led_by: str, language: Language) -> Block:
    text = language.text
    pause = step.kind is Kind.break_
    title = step.working_title or words.title
    told = [title, language.minutes(step.minutes), "" if pause else led_by]
    told += [text("protected")] if step.protected else []
    told += [text("may go")] if step.optional else []
    parts = tuple(Part(part.title, str(part.minutes)) for part in words.parts) if len(words.parts) > 1 else ()
    told += [f"{part.name} {part.minutes}" for part in parts]
    return Block(
        id=step.id,
        time=language.clock(at),
        title=title,
        minutes=step.minutes,
        length=language.minutes(step.minutes),
        lead="pause" if pause else LEADS[step.lead.by],
        led_by="" if pause else led_by,
        protected=step.protected,
        may_go=text("may go") if step.optional else "",
        parts=parts,
        spoken=", ".join([language.clock(at), *(part for part in told if part)]),
    )


def _led_by(lead: Lead, people: Mapping[str, str], consultant: str, language: Language) -> str:
    """Who leads, by first names: members where they are named, else the consultant or the network."""
    named = [given_name(people[member]) for member in lead.members if people.get(member)]
    if lead.by is LeadBy.consultant or (lead.by is LeadBy.together and not named):
        named = [given_name(consultant) or language.text("the consultant"), *named]
    return language.join(named) if named else language.text("the network")


def bar(steps: Sequence[Step]) -> tuple[LeadPart, ...]:
    """The whole meeting as one bar."""
    return tuple(
        LeadPart(step.minutes, "pause" if step.kind is Kind.break_ else LEADS[step.lead.by], may_go=step.optional)
        for step in steps
    )


def bar_words(steps: Sequence[Step], language: Language) -> str:
    """What the bar says to whoever doesn't see it."""
    percent = consultant_percent(shares(steps))
    if percent is None:
        return ""
    return language.text("The consultant leads {share} of the meeting.", share=language.percent(percent / 100))


def length_words(steps: Sequence[Step], session: Session, language: Language) -> tuple[str, str]:
    """How long the agenda is of what there is, and when it ends."""
    times = clock_times(steps, begins(session))
    total = language.text("{minutes} of {available} min.", minutes=total_minutes(steps), available=session.minutes)
    return total, language.text("you end at {time}", time=language.clock(times[-1])) if steps else ""


def too_long(steps: Sequence[Step], session: Session) -> Trouble | None:
    """What is said where the agenda is longer than the meeting."""
    over = total_minutes(steps) - session.minutes
    return Trouble("agenda_too_long", minutes=over) if over > 0 else None
