"""How each event changes the state of a run. Pure, and each in constant time."""

from collections.abc import Iterable
from functools import singledispatch

from msgspec.structs import replace

from facilitator.live.state import Gap, Past, RunState, StepRun, Turn, step_elapsed
from facilitator.model.agenda import Lead
from facilitator.model.attendance import HERE, Status
from facilitator.model.event import (
    AttendanceSet,
    Discarded,
    Event,
    Finished,
    GapRuled,
    GroupsDealt,
    LedSet,
    PartEntered,
    Paused,
    PlannedStep,
    Recorded,
    Replanned,
    Resumed,
    Slept,
    Started,
    StartMoved,
    StepAdded,
    StepDropped,
    StepEntered,
    StepMoved,
    TimeAdded,
    TurnCorrected,
    TurnEnded,
    TurnStarted,
    Undone,
    can_be_undone,
)

MINUTE = 60  # seconds


def fold(events: Iterable[Event]) -> RunState:
    """What the events come to."""
    state = RunState()
    for event in events:
        state = apply(state, event)
    return state


def apply(state: RunState, event: Event) -> RunState:
    """The state after one more event: pure, and in constant time whatever came before."""
    if isinstance(event.what, Undone):
        return _undone(state, event)
    after = _after(event.what, state, event)
    if isinstance(event.what, Slept):
        past = state.past and Past(state.past.seq, state.past.what, state.past.before, (*state.past.later, event))
    elif can_be_undone(event.what):
        past = Past(event.seq, event.what, state)
    else:
        past = None
    return replace(after, seq=event.seq, past=past)


def _undone(state: RunState, event: Event) -> RunState:
    past = state.past
    if past is None:
        return replace(state, seq=event.seq)
    before = past.before
    for gap in past.later:
        before = apply(before, gap)
    return replace(before, seq=event.seq)


def _put(state: RunState, index: int, step: StepRun) -> tuple[StepRun, ...]:
    return (*state.steps[:index], step, *state.steps[index + 1 :])


def _settled(state: RunState, now: int) -> RunState:
    """The same, with what the current step and turn are using put to their account; nothing counts any more."""
    steps = _put(state, state.current, replace(state.step, used=step_elapsed(state, now)))
    turn = state.turn
    if turn and state.since is not None:
        turn = replace(turn, used=turn.used + now - state.since)
    return replace(state, steps=steps, since=None, turn=turn)


def _counting(state: RunState, now: int) -> RunState:
    """The same, counting again from now unless it is paused or over."""
    return replace(state, since=now if state.status == "running" else None)


def _silent(state: RunState) -> RunState:
    """The same, with nobody having the word. Of a settled state."""
    return replace(state, turn=None, turns=state.turns.and_then(state.turn)) if state.turn else state


def planned_run(step: PlannedStep) -> StepRun:
    """A frozen step as it stands before anything has happened to it."""
    return StepRun(
        id=step.id,
        planned=step.seconds,
        original=step.seconds,
        least=step.least,
        kind=step.kind,
        protected=step.protected,
        optional=step.optional,
        parts=step.parts,
        added=step.added,
    )


@singledispatch
def _after(what: object, state: RunState, event: Event) -> RunState:
    raise TypeError(f"no rule for {what!r} in {state.run} at {event.seq}")


@_after.register
def _started(what: Started, state: RunState, event: Event) -> RunState:
    steps = tuple(planned_run(step) for step in what.steps)
    return RunState(
        run=event.run,
        status="running",
        wall=event.wall,
        agreed=what.agreed,
        agreed_length=sum(step.planned for step in steps),
        steps=(replace(steps[0], entered_at=event.at), *steps[1:]),
        since=event.at,
        attendance=what.attendance,
    )


@_after.register
def _step_entered(what: StepEntered, state: RunState, event: Event) -> RunState:
    settled = _silent(_settled(state, event.at))
    index = next(i for i, step in enumerate(state.steps) if step.id == what.step)
    step = settled.steps[index]
    if step.entered_at is None:
        step = replace(step, entered_at=event.at)
    return _counting(replace(settled, steps=_put(settled, index, step), current=index), event.at)


@_after.register
def _part_entered(what: PartEntered, state: RunState, event: Event) -> RunState:
    settled = _silent(_settled(state, event.at))
    step = replace(settled.step, part=what.part, part_from=settled.step.used)
    return _counting(replace(settled, steps=_put(settled, settled.current, step)), event.at)


@_after.register
def _paused(what: Paused, state: RunState, event: Event) -> RunState:
    return replace(_settled(state, event.at), status="paused")


@_after.register
def _resumed(what: Resumed, state: RunState, event: Event) -> RunState:
    return replace(state, status="running", since=event.at)


@_after.register
def _time_added(what: TimeAdded, state: RunState, event: Event) -> RunState:
    return replace(
        state, steps=_put(state, state.current, replace(state.step, planned=state.step.planned + what.seconds))
    )


@_after.register
def _start_moved(what: StartMoved, state: RunState, event: Event) -> RunState:
    moved = what.seconds * 1000
    step = replace(state.step, used=state.step.used + moved)
    return replace(state, earlier=state.earlier + moved, steps=_put(state, state.current, step))


@_after.register
def _turn_started(what: TurnStarted, state: RunState, event: Event) -> RunState:
    settled = _settled(state, event.at)
    if what.instead_of:
        settled = _let_go(settled, what.instead_of)
    step = settled.step
    turn = Turn(member=what.member, step=step.id, part=step.part, how=what.how, seats=what.seats)
    return _counting(replace(_silent(settled), turn=turn), event.at)


def _let_go(state: RunState, member: str) -> RunState:
    """The same, with that member's turn kept for later, whether or not it had begun. Of a settled state."""
    if state.turn and state.turn.member == member:
        return replace(state, turn=replace(state.turn, let_go=True))
    silent = _silent(state)
    turn = Turn(member=member, step=state.step.id, part=state.step.part, let_go=True)
    return replace(silent, turns=silent.turns.and_then(turn))


@_after.register
def _turn_ended(what: TurnEnded, state: RunState, event: Event) -> RunState:
    return _counting(_silent(_settled(state, event.at)), event.at)


@_after.register
def _turn_corrected(what: TurnCorrected, state: RunState, event: Event) -> RunState:
    length = what.seconds * 1000
    if state.turn and state.turn.member == what.member:
        settled = _settled(state, event.at)
        return _counting(replace(settled, turn=replace(state.turn, used=length)), event.at)
    return replace(state, turns=state.turns.with_latest_of(what.member, length))


@_after.register
def _groups_dealt(what: GroupsDealt, state: RunState, event: Event) -> RunState:
    return state  # that it happened, and when, is all there is to know (groups.py)


@_after.register
def _led_set(what: LedSet, state: RunState, event: Event) -> RunState:
    return replace(state, led={**state.led, what.step: Lead(what.by, what.members)})


@_after.register
def _replanned(what: Replanned, state: RunState, event: Event) -> RunState:
    steps = tuple(
        replace(step, planned=what.lengths.get(step.id, step.planned), dropped=step.dropped or step.id in what.dropped)
        for step in state.steps
    )
    return _agreed_later(replace(state, steps=steps), what.agreed_later)


def _agreed_later(state: RunState, seconds: int) -> RunState:
    if state.agreed is None:
        return replace(state, agreed_length=state.agreed_length + seconds)
    return replace(state, agreed=state.agreed + seconds)


@_after.register
def _step_added(what: StepAdded, state: RunState, event: Event) -> RunState:
    index = next(i for i, step in enumerate(state.steps) if step.id == what.after)
    step = StepRun(id=what.step, planned=what.seconds, original=what.seconds, added=True)
    added = replace(state, steps=(*state.steps[: index + 1], step, *state.steps[index + 1 :]))
    return _entered_at_once(what, added, event) if what.entered else added


def _entered_at_once(what: StepAdded, state: RunState, event: Event) -> RunState:
    """The same in the step that came in; the one that ends was as long as it took, in whole minutes."""
    entered = _step_entered(StepEntered(step=what.step), state, event)
    ended = entered.steps[state.current]
    took = max(MINUTE, -(-ended.used // (MINUTE * 1000)) * MINUTE)
    return replace(entered, steps=_put(entered, state.current, replace(ended, planned=min(ended.planned, took))))


@_after.register
def _step_moved(what: StepMoved, state: RunState, event: Event) -> RunState:
    mover = next(step for step in state.steps if step.id == what.step)
    rest = [step for step in state.steps if step is not mover]
    index = next(i for i, step in enumerate(rest) if step.id == what.after)
    rest.insert(index + 1, mover)
    current = next(i for i, step in enumerate(rest) if step is state.step)
    return replace(state, steps=tuple(rest), current=current)


@_after.register
def _step_dropped(what: StepDropped, state: RunState, event: Event) -> RunState:
    index = next(i for i, step in enumerate(state.steps) if step.id == what.step)
    return replace(state, steps=_put(state, index, replace(state.steps[index], dropped=True)))


@_after.register
def _attendance_set(what: AttendanceSet, state: RunState, event: Event) -> RunState:
    after = replace(state, attendance={**state.attendance, what.member: what.status})
    if state.turn and state.turn.member == what.member and what.status not in HERE:
        after = _counting(_silent(_settled(after, event.at)), event.at)
    return after


@_after.register
def _recorded(what: Recorded, state: RunState, event: Event) -> RunState:
    return state


@_after.register
def _slept(what: Slept, state: RunState, event: Event) -> RunState:
    gap = Gap(length=what.gap, step=state.step.id, part=state.step.part)
    if state.status != "running":
        return state
    if what.pauses:
        settled = _settled(state, event.at - what.gap)
        return replace(settled, status="paused", gap=None)
    # Nobody knows who spoke meanwhile: the turn does not count what nobody saw.
    turn = state.turn and replace(state.turn, used=state.turn.used - what.gap)
    return replace(state, gap=gap, turn=turn)


@_after.register
def _gap_ruled(what: GapRuled, state: RunState, event: Event) -> RunState:
    gap = state.gap
    if gap is None or gap.was == what.was:
        return state
    change = -gap.length if what.was == "pause" else gap.length
    index = next(i for i, step in enumerate(state.steps) if step.id == gap.step)
    step = state.steps[index]
    part_from = step.part_from + (change if step.part > gap.part else 0)
    step = replace(step, used=step.used + change, part_from=part_from)
    return replace(state, steps=_put(state, index, step), gap=replace(gap, was=what.was))


@_after.register
def _finished(what: Finished, state: RunState, event: Event) -> RunState:
    settled = _silent(_settled(state, event.at))
    attendance = {**state.attendance, **dict.fromkeys(what.present, Status.present)}
    return replace(settled, status="finished", ended_at=event.at, attendance=attendance)


@_after.register
def _discarded(what: Discarded, state: RunState, event: Event) -> RunState:
    return replace(_silent(_settled(state, event.at)), status="discarded", ended_at=event.at)
