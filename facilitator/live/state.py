"""The state of a run: what its events, folded one by one, have come to. Pure, frozen, and each step in constant time.

Times inside are milliseconds of the run's own time (`at`), lengths of steps are seconds. What is shown is asked for
with `RunState.at`, which counts in whole seconds so that the figures add up to the second.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Literal

import msgspec
from msgspec.structs import replace

from facilitator.model.agenda import Kind, Lead, shared_out
from facilitator.model.attendance import HERE, Status
from facilitator.model.event import Event, Order, What

TURNS_IN_A_BLOCK = 64

RunStatus = Literal["none", "running", "paused", "finished", "discarded"]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A run looked at from a moment. Whole seconds; `start`, `finish` and `agreed` are Unix seconds.

    `remaining` is negative once over, `behind` negative when ahead. `elapsed` leaves pauses out, `run_elapsed` not.
    """

    status: RunStatus
    seq: int
    step: str
    index: int
    elapsed: int
    remaining: int
    part: int
    part_elapsed: int
    part_remaining: int
    turn: str | None
    turn_elapsed: int
    run_elapsed: int
    planned: int
    start: int
    finish: int
    agreed: int
    behind: int


class StepRun(msgspec.Struct, frozen=True, kw_only=True):
    """A step in the run. `planned`, `original`, `least` and `parts` are seconds; `used` and `part_from` milliseconds.

    `used` is without what is being used right now. `part_from` is how much was used when the current part began.
    """

    id: str
    planned: int
    original: int
    least: int = 0
    kind: Kind = Kind.free
    protected: bool = False
    optional: bool = False
    parts: tuple[int, ...] = ()
    used: int = 0
    part: int = 0
    part_from: int = 0
    entered_at: int | None = None
    dropped: bool = False
    added: bool = False


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One turn at speaking: `used` milliseconds, without what is being used right now. The facilitator's alone.

    `let_go`: the member keeps a turn for later. `how` and `seats` are the round's, where this turn told them.
    """

    member: str
    step: str
    part: int
    used: int = 0
    let_go: bool = False
    how: Order | None = None
    seats: tuple[str, ...] = ()

    @property
    def spoken(self) -> bool:
        """Whether the member had the word in it, and did not only let it go by."""
        return bool(self.used) or not self.let_go


class Turns(msgspec.Struct, frozen=True):
    """The turns that are over, in order. Kept in blocks: undo holds on to every state there has been, and each of
    them shares all but the last block with the one before it, however long the run.
    """

    blocks: tuple[tuple[Turn, ...], ...] = ()

    def __iter__(self) -> Iterator[Turn]:
        return chain.from_iterable(self.blocks)

    def __len__(self) -> int:
        return (len(self.blocks) - 1) * TURNS_IN_A_BLOCK + len(self.blocks[-1]) if self.blocks else 0

    def __getitem__(self, index: int) -> Turn:
        block, place = divmod(index if index >= 0 else len(self) + index, TURNS_IN_A_BLOCK)
        return self.blocks[block][place]

    def and_then(self, turn: Turn) -> "Turns":
        """The same, with one more turn."""
        if self.blocks and len(self.blocks[-1]) < TURNS_IN_A_BLOCK:
            return Turns((*self.blocks[:-1], (*self.blocks[-1], turn)))
        return Turns((*self.blocks, (turn,)))

    def with_latest_of(self, member: str, used: int) -> "Turns":
        """The same, with another length for the latest turn that the member spoke in; unchanged where there is none."""
        for number in reversed(range(len(self.blocks))):
            block = self.blocks[number]
            for place in reversed(range(len(block))):
                if block[place].member == member and block[place].spoken:
                    corrected = (*block[:place], replace(block[place], used=used), *block[place + 1 :])
                    return Turns((*self.blocks[:number], corrected, *self.blocks[number + 1 :]))
        return self


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A time nobody saw: sleep or a stopped program. It counts until it is ruled a pause."""

    length: int
    step: str
    part: int
    was: Literal["pause", "meeting"] = "meeting"


class Past:
    """What was before the latest command that can be undone; `later` are the gaps found since it."""

    __slots__ = ("before", "later", "seq", "what")

    def __init__(self, seq: int, what: What, before: "RunState", later: tuple[Event, ...] = ()) -> None:
        self.seq = seq
        self.what = what
        self.before = before
        self.later = later

    def __eq__(self, other: object) -> bool:
        # Iterative, since the chain is as long as the run: comparing link by link would exhaust the stack.
        one: Past | None = self
        two = other
        while isinstance(one, Past) and isinstance(two, Past):
            if one is two:
                return True
            if (one.seq, one.what, one.later) != (two.seq, two.what, two.later):
                return False
            if replace(one.before, past=None) != replace(two.before, past=None):
                return False
            one, two = one.before.past, two.before.past
        return one is two

    __hash__ = None  # type: ignore[assignment]


class RunState(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a run has come to.

    `wall` is the computer's time at the run's time 0, `earlier` how much sooner it really began; `agreed` the agreed
    finish as Unix seconds, or None where only the length `agreed_length` (seconds from the start) was agreed.
    `since` is when the current step began to count, None while it does not.
    """

    run: str = ""
    seq: int = 0
    status: RunStatus = "none"
    wall: int = 0
    earlier: int = 0
    agreed: int | None = None
    agreed_length: int = 0
    steps: tuple[StepRun, ...] = ()
    current: int = 0
    since: int | None = None
    turn: Turn | None = None
    turns: Turns = Turns()
    attendance: Mapping[str, Status] = {}
    led: Mapping[str, Lead] = {}
    gap: Gap | None = None
    ended_at: int | None = None
    past: Past | None = None

    def at(self, now: int, shift: int = 0) -> View:
        """How it looks at that moment of the run; `shift` is how many seconds the wall clock was set since.

        Whole seconds are counted once each, so that `run_elapsed + planned = finish - start` holds to the second.
        """
        now = now if self.ended_at is None else self.ended_at
        elapsed = step_elapsed(self, now) // 1000
        step = self.step
        run_elapsed = (now + self.earlier) // 1000
        start = (self.wall - self.earlier) // 1000 + shift
        planned = 0 if self.ended_at is not None else max(0, step.planned - elapsed) + planned_after(self)
        finish = start + run_elapsed + planned
        agreed = start + self.agreed_length if self.agreed is None else self.agreed
        part_elapsed = max(0, step_elapsed(self, now) - step.part_from) // 1000
        turn = self.turn
        return View(
            status=self.status,
            seq=self.seq,
            step=step.id,
            index=self.current,
            elapsed=elapsed,
            remaining=step.planned - elapsed,
            part=step.part,
            part_elapsed=part_elapsed,
            part_remaining=part_lengths(step)[step.part] - part_elapsed if step.parts else step.planned - elapsed,
            turn=turn.member if turn else None,
            turn_elapsed=turn_elapsed(self, now) // 1000,
            run_elapsed=run_elapsed,
            planned=planned,
            start=start,
            finish=finish,
            agreed=agreed,
            behind=finish - agreed,
        )

    @property
    def live(self) -> bool:
        """Whether it goes on: running or paused."""
        return self.status in {"running", "paused"}

    @property
    def step(self) -> StepRun:
        """The current step. Only of a run that has started."""
        return self.steps[self.current]


def step_elapsed(state: RunState, now: int) -> int:
    """Milliseconds that the current step has used, pauses left out."""
    return state.step.used + (now - state.since if state.since is not None else 0)


def turn_elapsed(state: RunState, now: int) -> int:
    """Milliseconds that whoever has the word has spoken, pauses left out."""
    if state.turn is None:
        return 0
    return max(0, state.turn.used + (now - state.since if state.since is not None else 0))


def to_come(step: StepRun) -> int:
    """Seconds that a step which is not the current one still has before it."""
    return 0 if step.dropped else max(0, step.planned - step.used // 1000)


def planned_after(state: RunState) -> int:
    """Seconds planned for the steps after the current one."""
    return sum(to_come(step) for step in state.steps[state.current + 1 :])


def part_lengths(step: StepRun) -> tuple[int, ...]:
    """The step's parts in seconds, fitted to its length as it is now; whole minutes wherever that is possible."""
    if sum(step.parts) == step.planned:
        return step.parts
    if step.planned % 60 == 0:
        return tuple(60 * minutes for minutes in shared_out(step.planned // 60, step.parts))
    return shared_out(step.planned, step.parts)


def index_of(state: RunState, step_id: str) -> int | None:
    """Where in the run's agenda a step stands; None where it does not, or was dropped."""
    return next((i for i, step in enumerate(state.steps) if step.id == step_id and not step.dropped), None)


def neighbour(state: RunState, way: Literal[1, -1]) -> int | None:
    """The step after (or before) the current one that was not dropped."""
    index = state.current + way
    while 0 <= index < len(state.steps):
        if not state.steps[index].dropped:
            return index
        index += way
    return None


def is_here(state: RunState, member: str) -> bool:
    """Whether somebody may be given the word: not away as far as anybody has said."""
    return state.attendance.get(member, Status.expected) in HERE
