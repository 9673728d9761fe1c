"""What comes in between in a rehearsal: when it is plausible, and what counts as having done something about it.

Chance decides by a `Random` that is passed in, so that the same rehearsal can be had twice. Nothing here judges: it is
noted what was done and after how long, for the talk afterwards, and forgotten with the rehearsal.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum
from random import Random

import msgspec
from msgspec.structs import replace

from facilitator.live.state import RunState, step_elapsed, turn_elapsed
from facilitator.model.agenda import Kind
from facilitator.model.attendance import HERE, Status
from facilitator.model.event import (
    AttendanceSet,
    Event,
    PartEntered,
    Paused,
    Replanned,
    Slept,
    StepEntered,
    TimeAdded,
    TurnEnded,
    TurnStarted,
    Undone,
    What,
)

MINUTE = 60_000  # milliseconds
PATIENCE = 3 * MINUTE  # after so long an incident is over, whatever was done
APART = 2 * MINUTE  # nothing comes on the heels of something else
LATE = (2 * MINUTE, 15 * MINUTE)  # from the start
LONG_TURN = (60_000, 150_000)  # from when somebody got the word
PROJECTOR = (0.2, 0.8)  # of the meeting
TEARS = (0.3, 0.7)  # of the case
UNTOLD_TURN = 0.75  # of a step in which nobody was given the word by a key


class IncidentKind(StrEnum):
    """What may come in between."""

    late = "late"
    overrun = "overrun"
    projector = "projector"
    tears = "tears"


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happens: when (the run's own milliseconds), in which step, and to whom where it is somebody."""

    kind: IncidentKind
    at: int
    step: str
    member: str = ""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that is over: what was done first ("" where nothing was) and after how many milliseconds.

    `advised`: its advice was looked at.
    """

    incident: Incident
    answer: str = ""
    after: int = 0
    advised: bool = False


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """What chance has in store for one rehearsal: moments in milliseconds, and a share of the case."""

    late: int
    overrun: int
    projector: int
    tears: float


def drawn(chance: Random, planned: int) -> Fate:
    """A fate for a meeting of so many planned seconds."""
    return Fate(
        late=chance.randint(*LATE),
        overrun=chance.randint(*LONG_TURN),
        projector=round(planned * 1000 * chance.uniform(*PROJECTOR)),
        tears=chance.uniform(*TEARS),
    )


def ripe(fate: Fate, state: RunState, now: int, met: Collection[IncidentKind]) -> IncidentKind | None:
    """What chance brings at that moment of the run, if anything; each kind once."""
    if state.status != "running":
        return None
    return next((kind for kind in IncidentKind if kind not in met and _is_ripe(kind, fate, state, now)), None)


def _is_ripe(kind: IncidentKind, fate: Fate, state: RunState, now: int) -> bool:
    match kind:
        case IncidentKind.late:
            return now >= fate.late
        case IncidentKind.overrun:
            return _talks_long(fate, state, now)
        case IncidentKind.projector:
            return now >= fate.projector
        case IncidentKind.tears:
            return _goes_deep(state) and step_elapsed(state, now) >= fate.tears * state.step.planned * 1000


def _talks_long(fate: Fate, state: RunState, now: int) -> bool:
    if state.turn is not None:
        return turn_elapsed(state, now) >= fate.overrun
    untold = not state.turns and state.step.kind is not Kind.break_
    return untold and step_elapsed(state, now) >= UNTOLD_TURN * state.step.planned * 1000


def _goes_deep(state: RunState) -> bool:
    """The case (the longest, where there are several); in a meeting without one, the longest step about pressure."""
    kept = [step for step in state.steps if not step.dropped]
    deep = [step for step in kept if step.kind is Kind.case] or [step for step in kept if step.kind is Kind.pressure]
    return bool(deep) and state.step is max(deep, key=lambda step: step.planned)


def incident(kind: IncidentKind, state: RunState, now: int, chance: Random) -> Incident | None:
    """Such an incident at that moment, to somebody it could happen to; None where there is nobody."""
    member = ""
    match kind:
        case IncidentKind.late:
            member = _one_of((m for m, status in state.attendance.items() if status is Status.expected), chance)
        case IncidentKind.overrun:
            here = (m for m, status in state.attendance.items() if status in HERE)
            member = state.turn.member if state.turn else _one_of(here, chance)
    if not member and kind in {IncidentKind.late, IncidentKind.overrun}:
        return None
    return Incident(kind=kind, at=now, step=state.step.id, member=member)


def _one_of(members: Iterable[str], chance: Random) -> str:
    known = list(members)
    return chance.choice(known) if known else ""


def answer_in(incident: Incident, what: What) -> str:
    """What that event does about the incident, "" where it does nothing."""
    match incident.kind:
        case IncidentKind.late:
            return "here" if isinstance(what, AttendanceSet) and _came(what, incident.member) else ""
        case IncidentKind.overrun:
            return next((word for kind, word in _GOES_ON if isinstance(what, kind)), "")
        case IncidentKind.tears:
            return "pause" if isinstance(what, Paused) else ""
        case IncidentKind.projector:
            return "" if isinstance(what, Slept) else "went_on"


def _came(what: AttendanceSet, member: str) -> bool:
    return what.member == member and what.status in {Status.present, Status.late}


_GOES_ON: tuple[tuple[type, str], ...] = (
    (TurnStarted, "turn"),
    (TurnEnded, "turn"),
    (PartEntered, "part"),
    (StepEntered, "step"),
    (TimeAdded, "time"),
    (Replanned, "replan"),
)

ACTS: dict[IncidentKind, str] = {IncidentKind.tears: "hide", IncidentKind.projector: "wall"}
"""The keys that are no events of the run, and are the answer all the same."""


class Watch:
    """Watches one rehearsal: brings what chance has in store, and notes what is done about it."""

    def __init__(self, chance: Random) -> None:
        self.by_chance = False
        self.happened: list[Happened] = []
        self.open: Happened | None = None
        self._chance = chance
        self._fate: Fate | None = None
        self._closed_at = -APART
        self._seen = 0

    def look(self, state: RunState, now: int) -> Incident | None:
        """What has just come in between, if anything has; what nobody did anything about comes to its end."""
        if self.open is not None:
            if now - self.open.incident.at >= PATIENCE or not state.live:
                self.let_be()
            return None
        if not self.by_chance or now - self._closed_at < APART:
            return None
        if self._fate is None:
            self._fate = drawn(self._chance, sum(step.planned for step in state.steps))
        kind = ripe(self._fate, state, now, {each.incident.kind for each in self.happened})
        return self.bring(kind, state, now) if kind is not None else None

    def bring(self, kind: IncidentKind, state: RunState, now: int) -> Incident | None:
        """It happens now, in place of what was still open; None where it can happen to nobody."""
        fresh = incident(kind, state, now, self._chance)
        if fresh is not None:
            self.let_be()
            self.open = Happened(incident=fresh)
        return fresh

    def saw(self, events: list[Event]) -> bool:
        """Looks at what the run has come to since; whether that answered what is open."""
        fresh, self._seen = events[self._seen :], len(events)
        for event in fresh:
            if self.open is None or isinstance(event.what, Undone):
                continue
            answer = answer_in(self.open.incident, event.what)
            if answer and event.at + 1000 > self.open.incident.at:
                self._answer(answer, event.at)
                return True
        return False

    def did(self, act: str, now: int) -> bool:
        """A key that is no event of the run was pressed; whether that answered what is open."""
        if self.open is None or ACTS.get(self.open.incident.kind) != act:
            return False
        self._answer(act, now)
        return True

    def advise(self) -> None:
        """The advice on what is open was looked at."""
        if self.open is not None:
            self.open = replace(self.open, advised=True)

    def let_be(self) -> None:
        """Nothing is done about what is open; a meeting without a projector has gone on by itself."""
        if self.open is not None:
            self._close(self.open)

    def _answer(self, answer: str, now: int) -> None:
        if self.open is not None:
            self._close(replace(self.open, answer=answer, after=max(0, now - self.open.incident.at)))

    def _close(self, over: Happened) -> None:
        self.happened.append(over)
        self._closed_at = over.incident.at + over.after
        self.open = None
