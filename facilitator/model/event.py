"""What happens in a live run, as facts that are only ever added: ids and numbers, never names or text."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, Union

import msgspec

from facilitator.model.agenda import Kind, LeadBy
from facilitator.model.attendance import Status

Policy = Literal["take", "push", "compress", "skip"]


class Order(StrEnum):
    """In which order a round goes. `least_heard`: who has talked least so far in the run comes first."""

    seating = "seating"
    random = "random"
    least_heard = "least_heard"


class PlannedStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step as it was frozen at the start. Lengths are seconds. `added`: nobody had planned it."""

    id: str
    seconds: int
    least: int = 0
    kind: Kind = Kind.free
    protected: bool = False
    optional: bool = False
    parts: tuple[int, ...] = ()
    added: bool = False


class _What(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """The base of everything that can happen."""


class Started(_What, frozen=True, kw_only=True, tag="started"):
    """The run began. `agreed` is the planned end (Unix seconds), or None where only the length was agreed."""

    steps: tuple[PlannedStep, ...]
    agreed: int | None = None
    attendance: Mapping[str, Status] = {}


class StepEntered(_What, frozen=True, kw_only=True, tag="step_entered"):
    """Another step became the current one, by `next` or `back`."""

    step: str


class PartEntered(_What, frozen=True, kw_only=True, tag="part_entered"):
    """Another part of the current step began (counted from 0)."""

    step: str
    part: int


class Paused(_What, frozen=True, kw_only=True, tag="paused"):
    """The current step stopped counting."""


class Resumed(_What, frozen=True, kw_only=True, tag="resumed"):
    """The current step counts again."""


class TimeAdded(_What, frozen=True, kw_only=True, tag="time_added"):
    """The current step became so many seconds longer (or shorter)."""

    step: str
    seconds: int


class StartMoved(_What, frozen=True, kw_only=True, tag="start_moved"):
    """The run, and its first step, began so many seconds earlier."""

    seconds: int


class TurnStarted(_What, frozen=True, kw_only=True, omit_defaults=True, tag="turn_started"):
    """A member has the word; whoever had it before is done, but `instead_of` keeps a turn for later.

    `how` the round goes and in which `seats` is told where it begins: it goes on so, whoever sits down elsewhere.
    """

    member: str
    instead_of: str = ""
    how: Order | None = None
    seats: tuple[str, ...] = ()


class TurnEnded(_What, frozen=True, kw_only=True, tag="turn_ended"):
    """Nobody has the word."""


class TurnCorrected(_What, frozen=True, kw_only=True, tag="turn_corrected"):
    """The member's latest turn lasted so many seconds."""

    member: str
    seconds: int


class GroupsDealt(_What, frozen=True, kw_only=True, tag="groups_dealt"):
    """The groups of the current part were dealt anew: the number of this event is the chance by which."""


class LedSet(_What, frozen=True, kw_only=True, tag="led_set"):
    """Who led a step, as it was."""

    step: str
    by: LeadBy
    members: tuple[str, ...] = ()


class Replanned(_What, frozen=True, kw_only=True, tag="replanned"):
    """Steps got other lengths (seconds), some were dropped, and the agreed finish moved so many seconds."""

    policy: Policy
    lengths: Mapping[str, int] = {}
    dropped: tuple[str, ...] = ()
    agreed_later: int = 0


class StepAdded(_What, frozen=True, kw_only=True, omit_defaults=True, tag="step_added"):
    """A step came in after another one; `entered`: after the current one, which ended, and it began at once."""

    step: str
    seconds: int
    after: str
    entered: bool = False


class StepMoved(_What, frozen=True, kw_only=True, tag="step_moved"):
    """A step to come got its place after another one."""

    step: str
    after: str


class StepDropped(_What, frozen=True, kw_only=True, tag="step_dropped"):
    """A step to come goes out of this meeting."""

    step: str


class AttendanceSet(_What, frozen=True, kw_only=True, tag="attendance_set"):
    """How it is with one person of the roster."""

    member: str
    status: Status


class Recorded(_What, frozen=True, kw_only=True, tag="recorded"):
    """A row of what the session leaves behind was added, edited or removed; `revision` is the row's own after it."""

    table: str
    id: str
    change: Literal["added", "edited", "removed"]
    revision: int


class Slept(_What, frozen=True, kw_only=True, tag="slept"):
    """So many milliseconds passed unseen until this event. `pauses`: not credible as meeting, so the run is paused."""

    gap: int
    cause: Literal["sleep", "stopped"]
    pauses: bool = False


class GapRuled(_What, frozen=True, kw_only=True, tag="gap_ruled"):
    """What the latest gap was."""

    was: Literal["pause", "meeting"]


class Undone(_What, frozen=True, kw_only=True, tag="undone"):
    """The command behind that event is as if it never happened."""

    seq: int


class Finished(_What, frozen=True, kw_only=True, tag="finished"):
    """The run ended; whoever was still expected counts as `present`."""

    present: tuple[str, ...] = ()


class Discarded(_What, frozen=True, kw_only=True, tag="discarded"):
    """The run never counted."""


What = Union[  # noqa: UP007 (msgspec reads this form)
    Started,
    StepEntered,
    PartEntered,
    Paused,
    Resumed,
    TimeAdded,
    StartMoved,
    TurnStarted,
    TurnEnded,
    TurnCorrected,
    GroupsDealt,
    LedSet,
    Replanned,
    StepAdded,
    StepMoved,
    StepDropped,
    AttendanceSet,
    Recorded,
    Slept,
    GapRuled,
    Undone,
    Finished,
    Discarded,
]


class Event(msgspec.Struct, frozen=True):
    """One fact of one run. `at` is the run's own time in milliseconds, `wall` the computer's (Unix, milliseconds)."""

    run: str
    seq: int
    at: int
    wall: int
    what: What


def kind_of(event: Event) -> str:
    """The word under which such events are kept."""
    return str(type(event.what).__struct_config__.tag)


def is_command(what: What) -> bool:
    """Whether a person did it (`can_be_undone` tells what can be taken back)."""
    return not isinstance(what, Slept | Undone)


def can_be_undone(what: What) -> bool:
    """`started` and `discarded` are for good."""
    return is_command(what) and not isinstance(what, Started | Discarded)
