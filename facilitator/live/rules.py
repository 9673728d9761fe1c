"""Which event a command comes to, or why it can't be done: pure rules over the state of a run and a moment of it."""

from collections.abc import Mapping
from functools import singledispatch

import msgspec

from facilitator.live import commands
from facilitator.live.groups import in_groups
from facilitator.live.replan import LONGEST, extended, replan
from facilitator.live.rounds import keeps_a_turn
from facilitator.live.state import RunState, index_of, is_here, neighbour
from facilitator.model.agenda import LONGEST_STEP
from facilitator.model.attendance import Status
from facilitator.model.event import (
    AttendanceSet,
    Discarded,
    Finished,
    GapRuled,
    GroupsDealt,
    LedSet,
    PartEntered,
    Paused,
    Resumed,
    StartMoved,
    StepAdded,
    StepDropped,
    StepEntered,
    StepMoved,
    TimeAdded,
    TurnCorrected,
    TurnEnded,
    TurnStarted,
    What,
)
from facilitator.model.trouble import Trouble

BEYOND_THE_END = 10  # minutes of a step that nobody gave a length, once the meeting should be over


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule looks at: the state, the run's own time now, who there is (id to name), and an id for a new step.

    `speaks` tells by step who speaks in each of its parts.
    """

    state: RunState
    now: int
    people: Mapping[str, str]
    speaks: Mapping[str, tuple[str, ...]] = {}
    fresh_id: str = ""
    shift: int = 0


def decide(command: commands.AnyCommand, situation: Situation) -> What:
    """The event that the command comes to. Raises Trouble where the rules say no."""
    status = situation.state.status
    if status == "none":
        raise Trouble("not_started")
    if status == "finished":
        raise Trouble("already_finished")
    if status == "discarded":
        raise Trouble("run_discarded")
    return _decide(command, situation)


@singledispatch
def _decide(command: object, situation: Situation) -> What:
    raise TypeError(f"no rule for {command!r}")


@_decide.register
def _start(command: commands.Start, situation: Situation) -> What:
    raise Trouble("already_started")


@_decide.register
def _next(command: commands.Next, situation: Situation) -> What:
    index = neighbour(situation.state, 1)
    if index is None:
        raise Trouble("last_step")
    return StepEntered(step=situation.state.steps[index].id)


@_decide.register
def _back(command: commands.Back, situation: Situation) -> What:
    index = neighbour(situation.state, -1)
    if index is None:
        raise Trouble("first_step")
    return StepEntered(step=situation.state.steps[index].id)


@_decide.register
def _next_part(command: commands.NextPart, situation: Situation) -> What:
    step = situation.state.step
    if step.part + 1 >= len(step.parts):
        raise Trouble("last_part")
    return PartEntered(step=step.id, part=step.part + 1)


@_decide.register
def _pause(command: commands.Pause, situation: Situation) -> What:
    if situation.state.status == "paused":
        raise Trouble("already_paused")
    return Paused()


@_decide.register
def _resume(command: commands.Resume, situation: Situation) -> What:
    if situation.state.status != "paused":
        raise Trouble("not_paused")
    return Resumed()


@_decide.register
def _add_time(command: commands.AddTime, situation: Situation) -> What:
    if command.seconds == 0:
        raise Trouble("time_out_of_range")
    seconds = extended(situation.state, situation.now, command.seconds)
    return TimeAdded(step=situation.state.step.id, seconds=seconds)


@_decide.register
def _began_earlier(command: commands.BeganEarlier, situation: Situation) -> What:
    if not 1 <= command.seconds <= LONGEST:
        raise Trouble("time_out_of_range")
    if neighbour(situation.state, -1) is not None:
        raise Trouble("only_in_first_step")
    return StartMoved(seconds=command.seconds)


def _person(member: str, situation: Situation) -> str:
    if member not in situation.people:
        raise Trouble("no_such_member")
    return member


@_decide.register
def _turn(command: commands.GiveTurn, situation: Situation) -> What:
    member = _person(command.member, situation)
    if not is_here(situation.state, member):
        raise Trouble("member_not_present", name=situation.people[member])
    if command.instead_of:
        giver = _person(command.instead_of, situation)
        if giver == member or not keeps_a_turn(situation.state, giver):
            raise Trouble("no_turn_to_give", name=situation.people[giver])
    seats = tuple(dict.fromkeys(_person(each, situation) for each in command.seats))
    return TurnStarted(member=member, instead_of=command.instead_of, how=command.how, seats=seats)


@_decide.register
def _end_turn(command: commands.EndTurn, situation: Situation) -> What:
    if situation.state.turn is None:
        raise Trouble("no_turn")
    return TurnEnded()


@_decide.register
def _correct_turn(command: commands.CorrectTurn, situation: Situation) -> What:
    member = _person(command.member, situation)
    if not 0 <= command.seconds <= LONGEST:
        raise Trouble("time_out_of_range")
    state = situation.state
    spoke = any(turn.member == member and turn.spoken for turn in state.turns)
    if not spoke and (state.turn is None or state.turn.member != member):
        raise Trouble("no_turn")
    return TurnCorrected(member=member, seconds=command.seconds)


@_decide.register
def _deal(command: commands.DealGroups, situation: Situation) -> What:
    step = situation.state.step
    if not in_groups(situation.speaks.get(step.id, ()), step.part):
        raise Trouble("no_groups")
    return GroupsDealt()


@_decide.register
def _replan(command: commands.Replan, situation: Situation) -> What:
    return replan(
        situation.state,
        situation.now,
        command.policy,
        step=command.step,
        seconds=command.seconds,
        shift=situation.shift,
    )


@_decide.register
def _attend(command: commands.Attend, situation: Situation) -> What:
    return AttendanceSet(member=_person(command.member, situation), status=command.status)


def _ahead(step_id: str, situation: Situation) -> str:
    """The id of a step to come. Raises Trouble for one that isn't there or has begun."""
    index = index_of(situation.state, step_id)
    if index is None:
        raise Trouble("no_such_step", step=step_id)
    if index <= situation.state.current:
        raise Trouble("step_is_past", step=step_id)
    return step_id


def _not_before_now(step_id: str, situation: Situation) -> str:
    """The id of a step after which something may still be put: the current one or one to come."""
    index = index_of(situation.state, step_id)
    if index is None:
        raise Trouble("no_such_step", step=step_id)
    if index < situation.state.current:
        raise Trouble("step_is_past", step=step_id)
    return step_id


@_decide.register
def _add_step(command: commands.AddStep, situation: Situation) -> What:
    if command.now:
        return _begin_step(command, situation)
    if not 1 <= command.minutes <= LONGEST_STEP:
        raise Trouble("time_out_of_range")
    after = _not_before_now(command.after if command.after is not None else situation.state.step.id, situation)
    return StepAdded(step=situation.fresh_id, seconds=command.minutes * 60, after=after)


def _begin_step(command: commands.AddStep, situation: Situation) -> StepAdded:
    """The step that begins now; without minutes of its own it gets what is left until the agreed finish."""
    state = situation.state
    view = state.at(situation.now, situation.shift)
    left = (view.agreed - view.start - view.run_elapsed) // 60
    minutes = command.minutes or min(left, LONGEST_STEP)
    if not command.minutes and left < 1:
        minutes = BEYOND_THE_END
    if not 1 <= minutes <= LONGEST_STEP:
        raise Trouble("time_out_of_range")
    return StepAdded(step=situation.fresh_id, seconds=minutes * 60, after=state.step.id, entered=True)


@_decide.register
def _move_step(command: commands.MoveStep, situation: Situation) -> What:
    step = _ahead(command.step, situation)
    after = _not_before_now(command.after, situation)
    if step == after:
        raise Trouble("no_such_step", step=after)
    return StepMoved(step=step, after=after)


@_decide.register
def _drop_step(command: commands.DropStep, situation: Situation) -> What:
    return StepDropped(step=_ahead(command.step, situation))


@_decide.register
def _lead(command: commands.SetLead, situation: Situation) -> What:
    if index_of(situation.state, command.step) is None:
        raise Trouble("no_such_step", step=command.step)
    members = tuple(dict.fromkeys(_person(member, situation) for member in command.members))
    return LedSet(step=command.step, by=command.by, members=members)


@_decide.register
def _gap(command: commands.RuleGap, situation: Situation) -> What:
    gap = situation.state.gap
    if gap is None:
        raise Trouble("no_gap")
    if gap.was == command.was:
        raise Trouble("gap_already_ruled")
    return GapRuled(was=command.was)


@_decide.register
def _finish(command: commands.Finish, situation: Situation) -> What:
    expected = (member for member, status in situation.state.attendance.items() if status is Status.expected)
    return Finished(present=tuple(expected))


@_decide.register
def _discard(command: commands.Discard, situation: Situation) -> What:
    return Discarded()
