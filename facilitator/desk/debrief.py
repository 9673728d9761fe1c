"""The talk after a rehearsal, prepared: what was planned and what it took, the choices made, and what came in between.

Everything is in words and minutes; nothing is counted of persons, and nothing is kept.
"""

from collections.abc import Callable, Iterable, Sequence

from facilitator.documents.debrief import Debrief, StepTold
from facilitator.language import Language, later
from facilitator.live.fold import apply
from facilitator.live.incidents import Happened, IncidentKind
from facilitator.live.replan import changes
from facilitator.live.state import RunState, StepRun
from facilitator.model.event import Event, Policy, Replanned, StepDropped, TimeAdded, Undone
from facilitator.model.session import Session

MINUTE = 60
Clock = Callable[[int], str]
"""A moment of the run (milliseconds), as a time of day."""
Name = Callable[[str], str]
"""An id, as it is called."""


def debrief(
    session: Session,
    network: str,
    events: Sequence[Event],
    happened: Sequence[Happened],
    *,
    title_of: Name,
    called: Name,
    clock: Callable[[float], str],
    language: Language,
) -> Debrief:
    """What the rehearsal came to. `clock` tells a Unix moment as a time of day. Raises ValueError before the start."""
    states = list(_states(events))
    if not states:
        raise ValueError("a rehearsal that never began has nothing to talk about")
    last = states[-1][1]

    def at(moment: int) -> str:
        return clock((last.wall - last.earlier + moment) / 1000)

    number = language.text("meeting {n}", n=session.number)
    return Debrief(
        network=network,
        meeting=f"{number} · {language.day(session.starts_at.date())}",
        end=_end(last, clock, language),
        steps=tuple(_told(step, title_of, language) for step in last.steps),
        choices=tuple(_choices(states, title_of, at, clock, language)),
        incidents=tuple(_incident(each, called, at, language) for each in happened),
    )


def _states(events: Sequence[Event]) -> Iterable[tuple[RunState, RunState, Event]]:
    """Each event with the state before and after it."""
    state = RunState()
    for event in events:
        before, state = state, apply(state, event)
        yield before, state, event


def _end(state: RunState, clock: Callable[[float], str], language: Language) -> str:
    view = state.at(state.ended_at if state.ended_at is not None else 0)
    agreed, ended = clock(view.agreed), clock(view.finish)
    if agreed == ended:
        return language.text("Ended at {time}, as agreed", time=ended)
    return language.text("Ended at {time}; agreed was {agreed}", time=ended, agreed=agreed)


def _told(step: StepRun, title_of: Name, language: Language) -> StepTold:
    planned, used = round(step.original / MINUTE), round(step.used / 1000 / MINUTE)
    title = title_of(step.id)
    was = language.text("came in") if step.added else language.minutes(planned)
    if step.entered_at is None:
        gone = language.text("dropped") if step.dropped else language.text("not reached")
        return StepTold(title=title, planned=was, actual=gone)
    apart = 0 if step.added else used - planned
    sign = "+" if apart > 0 else "\N{MINUS SIGN}"
    difference = f"{sign}{language.minutes(abs(apart))}" if apart else ""
    return StepTold(title=title, planned=was, actual=language.minutes(used), apart=difference)


def _choices(
    states: Sequence[tuple[RunState, RunState, Event]],
    title_of: Name,
    at: Clock,
    clock: Callable[[float], str],
    language: Language,
) -> Iterable[str]:
    """The plan laid anew, time given and steps dropped, each with its price; what was taken back is no choice."""
    taken_back = {event.what.seq for _, _, event in states if isinstance(event.what, Undone)}
    for before, after, event in states:
        what = event.what
        if event.seq in taken_back or not isinstance(what, Replanned | TimeAdded | StepDropped):
            continue
        name = language.text(_NAMES[what.policy]) if isinstance(what, Replanned) else _named(what, language)
        price = language.join(
            language.text("{title} {was} → {n} min.", title=title_of(step), was=was, n=n)
            for step, was, n in changes(before, after)
        )
        finish = language.text("ends at {time}", time=clock(after.at(event.at).finish))
        told = ": ".join(part for part in (name, price) if part)
        yield f"{at(event.at)} · {told}; {finish}"


_NAMES: dict[Policy, str] = {
    "take": later("Take from one step"),
    "push": later("Finish later"),
    "skip": later("Drop steps"),
    "compress": later("Shorten the steps"),
}


def _named(what: TimeAdded | StepDropped, language: Language) -> str:
    return language.text("Drop the step") if isinstance(what, StepDropped) else language.text("Give more time")


def _incident(happened: Happened, called: Name, at: Clock, language: Language) -> str:
    incident = happened.incident
    said = _WHAT[incident.kind]
    what = language.text(said, name=called(incident.member)) if incident.member else language.text(said)
    if happened.answer:
        seconds = round(happened.after / 1000)
        done = language.count(
            "{what} after {n} second", "{what} after {n} seconds", seconds, what=language.text(_DONE[happened.answer])
        )
    elif incident.kind is IncidentKind.projector:
        done = language.text("the meeting went on")
    else:
        done = language.text("nothing was pressed")
    advised = language.text("the advice was looked at") if happened.advised else ""
    return f"{at(incident.at)} · " + "; ".join(part for part in (what, done, advised) if part)


_WHAT: dict[IncidentKind, str] = {
    IncidentKind.late: later("{name} came"),
    IncidentKind.overrun: later("{name} talked on"),
    IncidentKind.projector: later("The projector went off"),
    IncidentKind.tears: later("Somebody cried"),
}
_DONE: dict[str, str] = {
    "here": later("marked as here"),
    "turn": later("the turn went on"),
    "part": later("next part"),
    "step": later("next step"),
    "time": later("more time was given"),
    "replan": later("the plan was laid anew"),
    "pause": later("a pause"),
    "hide": later("the wall was hidden"),
    "wall": later("the wall was shown elsewhere"),
    "went_on": later("the meeting went on"),
}
