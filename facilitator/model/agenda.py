"""The agenda of a session: timed steps, when each begins, and how a step that is shortened fits its parts."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import accumulate

import msgspec

from facilitator.model.audience import Audience

LONGEST_STEP = 8 * 60


class Kind(StrEnum):
    """What sort of work a step is; it decides the default audience and what re-planning spares."""

    opening = "opening"
    case = "case"
    pressure = "pressure"
    thinking = "thinking"
    network = "network"
    break_ = "break"
    free = "free"


class LeadBy(StrEnum):
    """Whose hands a step is in."""

    consultant = "consultant"
    together = "together"
    network = "network"


class Lead(msgspec.Struct, frozen=True):
    """Who leads a step: by whose hands, and which members by id."""

    by: LeadBy = LeadBy.consultant
    members: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A timed piece of a step, copied from its method. `key` is the method's name for it; `title` only if changed."""

    key: str = ""
    title: str = ""
    minutes: int
    speaks: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A timed point of the agenda. Minutes are whole; `least` is what it can be shortened to.

    `method` and `version` say where the words come from; `title` and `words` hold only what the user changed.
    `title` may be seen by all, `working_title` only by who leads. `led` is None until somebody has said how it was.
    """

    id: str
    kind: Kind = Kind.free
    method: str = ""
    version: int = 0
    title: str = ""
    working_title: str = ""
    words: Mapping[str, str] = {}
    minutes: int
    least: int = 0
    protected: bool = False
    optional: bool = False
    audience: Audience = Audience.minutes
    lead: Lead = Lead()
    led: Lead | None = None
    parts: tuple[Part, ...] = ()


def default_audience(kind: Kind) -> Audience:
    """Who may read what is written during such a step, until somebody decides otherwise (practice.md 5.1)."""
    return Audience.private if kind in {Kind.case, Kind.pressure} else Audience.minutes


def total_minutes(steps: Sequence[Step]) -> int:
    """The length of the whole agenda."""
    return sum(step.minutes for step in steps)


def clock_times(steps: Sequence[Step], start: datetime) -> tuple[datetime, ...]:
    """When each step begins, and last of all when the agenda ends (one more than there are steps).

    `start` must carry its zone; minutes are counted in real time: an agenda across a change of summer time is
    still as long as its steps.
    """
    passed = accumulate((step.minutes for step in steps), initial=0)
    zone = start.tzinfo
    moment = start.astimezone(UTC)
    return tuple((moment + timedelta(minutes=minutes)).astimezone(zone) for minutes in passed)


def spare_minutes(step: Step) -> int:
    """How much a step can give: nothing when it is protected or a break."""
    if step.protected or step.kind is Kind.break_:
        return 0
    return max(0, step.minutes - step.least)


def resized(step: Step, minutes: int) -> Step:
    """The step with another length, its parts fitted to it."""
    return msgspec.structs.replace(step, minutes=minutes, parts=fitted(step.parts, minutes))


def lasting(step: Step, minutes: int) -> Step:
    """The step planned for another length: one that a step can have, and its least length never above it."""
    longer = resized(step, max(1, min(minutes, LONGEST_STEP)))
    return msgspec.structs.replace(longer, least=min(longer.least, longer.minutes))


def fitted(parts: tuple[Part, ...], minutes: int) -> tuple[Part, ...]:
    """The parts in the same proportions, so that their whole minutes add up to the step's.

    Largest remainders get the odd minutes, earlier parts first; where there are fewer minutes than parts, the
    smallest parts come to nothing. Parts that already add up are left as they are.
    """
    lengths = shared_out(minutes, [part.minutes for part in parts])
    return tuple(
        part if part.minutes == length else msgspec.structs.replace(part, minutes=length)
        for part, length in zip(parts, lengths, strict=True)
    )


def shared_out(whole: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`whole` split into whole numbers in proportion to the weights (largest remainder); they add up to `whole`."""
    total = sum(weights)
    if not weights or whole <= 0:
        return (0,) * len(weights)
    if total <= 0:
        weights, total = [1] * len(weights), len(weights)
    floors = [whole * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(whole * weights[i] % total), i))
    for index in by_remainder[: whole - sum(floors)]:
        floors[index] += 1
    return tuple(floors)


def moved(steps: Sequence[Step], step_id: str, index: int) -> tuple[Step, ...]:
    """The agenda with one step at another place (`index` counts without that step; it is kept within the agenda)."""
    mover = next(step for step in steps if step.id == step_id)
    rest = [step for step in steps if step is not mover]
    rest.insert(max(0, min(index, len(rest))), mover)
    return tuple(rest)


def with_part(step: Step, index: int, minutes: int) -> Step:
    """The step with one part of another length; the step is as long as its parts together.

    The part gives way where the step would be nothing, or longer than a step can be.
    """
    others = sum(part.minutes for place, part in enumerate(step.parts) if place != index)
    length = max(0, 1 - others, min(minutes, LONGEST_STEP - others))
    part = msgspec.structs.replace(step.parts[index], minutes=length)
    return msgspec.structs.replace(
        step,
        minutes=others + length,
        least=min(step.least, others + length),
        parts=(*step.parts[:index], part, *step.parts[index + 1 :]),
    )


def with_part_title(step: Step, index: int, title: str) -> Step:
    """The step with one part called something else; "" is what the method calls it."""
    part = msgspec.structs.replace(step.parts[index], title=title)
    return msgspec.structs.replace(step, parts=(*step.parts[:index], part, *step.parts[index + 1 :]))


def changed(steps: Sequence[Step], step: Step) -> tuple[Step, ...]:
    """The agenda with the step of that id as it is now."""
    return tuple(step if each.id == step.id else each for each in steps)


def without(steps: Sequence[Step], step_id: str) -> tuple[Step, ...]:
    """The agenda without one step."""
    return tuple(step for step in steps if step.id != step_id)


def put_in(steps: Sequence[Step], step: Step, index: int) -> tuple[Step, ...]:
    """The agenda with one step more, at that place (kept within the agenda)."""
    index = max(0, min(index, len(steps)))
    return (*steps[:index], step, *steps[index:])
