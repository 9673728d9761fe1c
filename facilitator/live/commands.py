"""What a facilitator can say to a run: one value a command, with the words of the command line."""

from datetime import date
from typing import Annotated, Literal, Union

import msgspec

from facilitator.model.agenda import LeadBy
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.event import Order, Policy
from facilitator.model.trouble import Trouble

LONGEST_WAIT = 10 * 365 * 24 * 3600.0


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """The base of all commands."""


class Start(Command, frozen=True, kw_only=True, tag="start"):
    """The meeting begins. `open_step` names the one step, as long as the meeting, that an empty agenda begins with."""

    open_step: str = ""


class Next(Command, frozen=True, kw_only=True, tag="next"):
    """The current step is over."""


class Back(Command, frozen=True, kw_only=True, tag="back"):
    """The step before is taken up again."""


class Pause(Command, frozen=True, kw_only=True, tag="pause"):
    """The clock of the step stops."""


class Resume(Command, frozen=True, kw_only=True, tag="resume"):
    """The clock of the step goes on."""


class NextPart(Command, frozen=True, kw_only=True, tag="next_part"):
    """The next part of the current step."""


class AddTime(Command, frozen=True, kw_only=True, tag="add_time"):
    """The current step gets so much longer."""

    seconds: int


class BeganEarlier(Command, frozen=True, kw_only=True, tag="began_earlier"):
    """The meeting began before the button was pressed."""

    seconds: int


class GiveTurn(Command, frozen=True, kw_only=True, tag="turn"):
    """A member has the word; `instead_of` lets a turn go by and comes last.

    `how` and `seats` tell how the round goes that this begins.
    """

    member: str
    instead_of: str = ""
    how: Order | None = None
    seats: tuple[str, ...] = ()


class EndTurn(Command, frozen=True, kw_only=True, tag="end_turn"):
    """Nobody has the word."""


class CorrectTurn(Command, frozen=True, kw_only=True, tag="turn_correct"):
    """The member's latest turn was so long."""

    member: str
    seconds: int


class DealGroups(Command, frozen=True, kw_only=True, tag="deal"):
    """The groups of the current part are dealt anew."""


class Replan(Command, frozen=True, kw_only=True, tag="replan"):
    """The rest of the plan is laid anew."""

    policy: Policy
    step: str | None = None
    seconds: int = 0


class Price(Command, frozen=True, kw_only=True, tag="price"):
    """What `replan` would do; nothing changes."""

    policy: Policy
    step: str | None = None
    seconds: int = 0


class WriteNote(Command, frozen=True, kw_only=True, tag="note"):
    """A note on the current step."""

    text: str
    audience: Audience = Audience.minutes


class WriteDecision(Command, frozen=True, kw_only=True, tag="decision"):
    """A decision."""

    text: str
    audience: Audience = Audience.minutes


class WriteAction(Command, frozen=True, kw_only=True, tag="action"):
    """A promise by members, with a date or without."""

    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None
    audience: Audience = Audience.minutes


class Park(Command, frozen=True, kw_only=True, tag="park"):
    """Something for another time."""

    text: str
    audience: Audience = Audience.minutes


class WriteCase(Command, frozen=True, kw_only=True, tag="case"):
    """The question of a case."""

    text: str
    owner: str = ""
    audience: Audience = Audience.private


class AddPhoto(Command, frozen=True, kw_only=True, tag="photo"):
    """A photo as it may be kept (model/photo.py); in a line of JSON its picture is written in base64."""

    picture: bytes
    text: str = ""
    audience: Audience = Audience.private


class Edit(Command, frozen=True, kw_only=True, tag="edit"):
    """Other words for something written."""

    id: str
    text: str


class Erase(Command, frozen=True, kw_only=True, tag="remove"):
    """Something written goes."""

    id: str


class Attend(Command, frozen=True, kw_only=True, tag="attend"):
    """How it is with one person."""

    member: str
    status: Status


class AddStep(Command, frozen=True, kw_only=True, tag="step_add"):
    """A step comes in, after the named one or else after the current one.

    `now`: it begins at once, after the current one, which ends where it is; 0 minutes are then all that are left.
    """

    title: str
    minutes: int
    after: str | None = None
    now: bool = False


class MoveStep(Command, frozen=True, kw_only=True, tag="step_move"):
    """A step to come gets another place."""

    step: str
    after: str


class DropStep(Command, frozen=True, kw_only=True, tag="step_drop"):
    """A step to come goes out of this meeting."""

    step: str


class SetLead(Command, frozen=True, kw_only=True, tag="lead"):
    """Who led a step, as it was."""

    step: str
    by: LeadBy
    members: tuple[str, ...] = ()


class RuleGap(Command, frozen=True, kw_only=True, tag="gap"):
    """What the latest gap was."""

    was: Literal["pause", "meeting"]


class Undo(Command, frozen=True, kw_only=True, tag="undo"):
    """The latest command is taken back."""


class Look(Command, frozen=True, kw_only=True, tag="state"):
    """How it stands."""


class Finish(Command, frozen=True, kw_only=True, tag="finish"):
    """The meeting is over."""


class Discard(Command, frozen=True, kw_only=True, tag="discard"):
    """The run never counted. What was written in it goes with it, or over to the meeting that should have been led."""

    carry_to: str = ""


class Wait(Command, frozen=True, kw_only=True, tag="wait"):
    """Let so many seconds of meeting time pass."""

    seconds: Annotated[float, msgspec.Meta(ge=0, le=LONGEST_WAIT)]


AnyCommand = Union[  # noqa: UP007 (msgspec reads this form)
    Start,
    Next,
    Back,
    Pause,
    Resume,
    NextPart,
    AddTime,
    BeganEarlier,
    GiveTurn,
    EndTurn,
    CorrectTurn,
    DealGroups,
    Replan,
    Price,
    WriteNote,
    WriteDecision,
    WriteAction,
    Park,
    WriteCase,
    AddPhoto,
    Edit,
    Erase,
    Attend,
    AddStep,
    MoveStep,
    DropStep,
    SetLead,
    RuleGap,
    Undo,
    Look,
    Finish,
    Discard,
    Wait,
]

_DECODER: msgspec.json.Decoder[AnyCommand] = msgspec.json.Decoder(AnyCommand)


def understood(line: bytes) -> AnyCommand:
    """The command that a line of JSON says. Raises Trouble("malformed_command", why=...) for anything else."""
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        raise Trouble("malformed_command", why=str(error)) from None
