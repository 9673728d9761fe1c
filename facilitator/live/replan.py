"""Re-planning: what each of the four policies would do to the steps that remain, decided before anything changes."""

from collections.abc import Sequence

from msgspec.structs import replace

from facilitator.live.state import RunState, StepRun, index_of, step_elapsed, to_come
from facilitator.model.agenda import Kind, shared_out
from facilitator.model.event import Policy, Replanned
from facilitator.model.trouble import Trouble

LONGEST = 4 * 60 * 60
SHORTEST_STEP = 60


def replan(
    state: RunState, now: int, policy: Policy, *, step: str | None = None, seconds: int = 0, shift: int = 0
) -> Replanned:
    """What the policy makes of the steps that remain, once `seconds` are added to the running one.

    Recovers what the run is behind, rounded up to whole minutes. Raises Trouble("nothing_to_recover"),
    ("cannot_recover") or why the named step can't give; nothing has changed then.
    """
    added = extended(state, now, seconds)
    longer = state.step.planned + added
    trial = replace(state, steps=_with(state, state.current, replace(state.step, planned=longer)))
    lengths = {state.step.id: longer} if added else {}
    need = -(-trial.at(now, shift).behind // 60)
    if need <= 0:
        if not added:
            raise Trouble("nothing_to_recover")
        return Replanned(policy=policy, lengths=lengths)
    if policy == "push":
        return Replanned(policy=policy, lengths=lengths, agreed_later=need * 60)
    if policy == "take":
        giver = trial.steps[_giver(trial, step, now, need)]
        if need > spare(trial, giver.id, now):
            raise Trouble("step_cannot_give", step=giver.id, spare=spare(trial, giver.id, now))
        return Replanned(policy=policy, lengths={**lengths, giver.id: giver.planned - need * 60})
    if policy == "compress":
        return Replanned(policy=policy, lengths={**lengths, **_compressed(trial, need)})
    return _skipped(trial, now, need, step, lengths)


def extended(state: RunState, now: int, seconds: int) -> int:
    """`seconds`, if the running step can become so much longer. Raises Trouble: ±4 hours, never below what is used."""
    if abs(seconds) > LONGEST:
        raise Trouble("time_out_of_range")
    used = -(-step_elapsed(state, now) // 1000)
    if seconds < 0 and state.step.planned + seconds < used:
        raise Trouble("time_below_used", minutes=-(-used // 60))
    return seconds


def spare(state: RunState, step_id: str, now: int) -> int:
    """Whole minutes that a remaining step can give: none when it is protected, a break, or at its least length."""
    index = index_of(state, step_id)
    if index is None or index < state.current:
        return 0
    step = state.steps[index]
    if _kept_whole(step):
        return 0
    used = step_elapsed(state, now) if index == state.current else step.used
    return max(0, (step.planned - max(step.least, SHORTEST_STEP, -(-used // 1000))) // 60)


def proposed_giver(state: RunState, now: int) -> str | None:
    """The step to come that can give most (the earlier of two alike); None where none can give anything.

    A case is proposed only where nothing else can give: cut short, it helps nobody.
    """
    coming = [step for step in state.steps[state.current + 1 :] if spare(state, step.id, now) > 0]
    giver = max(coming, key=lambda step: (step.kind is not Kind.case, spare(state, step.id, now)), default=None)
    return giver.id if giver else None


def furthest(state: RunState) -> Replanned:
    """What all ways together make of the steps to come: optional ones go, the rest shrinks, and a case only at last.

    Where that is not enough, more steps go whole, the last first; never a case. Raises Trouble("nothing_to_recover")
    or ("cannot_recover").
    """
    need = -(-state.at(0).behind // 60)
    if need <= 0:
        raise Trouble("nothing_to_recover")
    coming = state.steps[state.current + 1 :]
    may_go = [step.id for step in coming if not (_kept_whole(step) or step.optional or step.kind is Kind.case)]
    for count in range(len(may_go) + 1):
        replanned, missing = _by_all_ways(state, need, frozenset(may_go[len(may_go) - count :]))
        if not missing:
            return replanned
    raise Trouble("cannot_recover", minutes=need, can=need - missing)


def _by_all_ways(state: RunState, need: int, gone: frozenset[str]) -> tuple[Replanned, int]:
    """What is done where those go in any case, and how many minutes are missing even then."""
    saved = sum(to_come(step) for step in state.steps if step.id in gone)
    optional, left = _dropped(state, need * 60 - saved)
    dropped = gone | frozenset(optional)
    trial = replace(
        state, steps=tuple(replace(step, dropped=step.dropped or step.id in dropped) for step in state.steps)
    )
    minutes, lengths = max(0, -(-left // 60)), {}
    coming = [step for step in trial.steps[trial.current + 1 :] if not step.dropped]
    room = sum(spare(trial, step.id, 0) for step in coming if step.kind is not Kind.case)
    if minutes and room:
        lengths = _compressed(trial, min(minutes, room))
        minutes -= min(minutes, room)
    for case in (step for step in coming if step.kind is Kind.case):
        given = min(minutes, spare(trial, case.id, 0))
        if given:
            lengths[case.id] = case.planned - 60 * given
            minutes -= given
    in_order = tuple(step.id for step in state.steps if step.id in dropped)
    return Replanned(policy="skip", lengths=lengths, dropped=in_order), minutes


def changes(before: RunState, after: RunState) -> tuple[tuple[str, int, int], ...]:
    """Each step whose length differs: its id and its whole minutes before and after (0 when it was dropped)."""
    lengths = {step.id: _minutes(step) for step in before.steps}
    return tuple(
        (step.id, lengths[step.id], _minutes(step))
        for step in after.steps
        if step.id in lengths and lengths[step.id] != _minutes(step)
    )


def _kept_whole(step: StepRun) -> bool:
    """Whether no policy touches it: a protected step, and a break."""
    return step.protected or step.kind is Kind.break_


def _minutes(step: StepRun) -> int:
    return 0 if step.dropped else round(step.planned / 60)


def _with(state: RunState, index: int, step: StepRun) -> tuple[StepRun, ...]:
    return (*state.steps[:index], step, *state.steps[index + 1 :])


def _giver(state: RunState, step: str | None, now: int, need: int) -> int:
    """Where the step stands that is to give; without a name, the most yielding."""
    name = step if step is not None else proposed_giver(state, now)
    if name is None:
        raise Trouble("cannot_recover", minutes=need, can=0)
    index = index_of(state, name)
    if index is None:
        raise Trouble("no_such_step", step=name)
    if index < state.current:
        raise Trouble("step_is_past", step=name)
    return index


def _compressed(state: RunState, need: int) -> dict[str, int]:
    """The steps to come that shrink in proportion, each as far as it can. Breaks, cases and protected ones don't."""
    givers = [step for step in state.steps[state.current + 1 :] if step.kind is not Kind.case]
    room = {step.id: spare(state, step.id, 0) for step in givers}
    givers = [step for step in givers if room[step.id] > 0]
    if sum(room.values()) < need:
        raise Trouble("cannot_recover", minutes=need, can=sum(room.values()))
    given = dict.fromkeys(room, 0)
    while (left := need - sum(given.values())) > 0:
        open_ = [step for step in givers if given[step.id] < room[step.id]]
        shares = shared_out(left, [to_come(step) for step in open_])
        for step, share in zip(open_, shares, strict=True):
            given[step.id] = min(room[step.id], given[step.id] + share)
    return {step.id: step.planned - 60 * given[step.id] for step in givers if given[step.id]}


def _skipped(state: RunState, now: int, need: int, step: str | None, lengths: dict[str, int]) -> Replanned:
    """Optional steps go, last first, until it is enough; the rest comes from `step` where one is named."""
    dropped, left = _dropped(state, need * 60)
    minutes = -(-left // 60)
    if minutes > 0 and step is not None:
        giver = state.steps[_giver(state, step, now, minutes)]
        if giver.id not in dropped and minutes <= spare(state, giver.id, now):
            lengths = {**lengths, giver.id: giver.planned - 60 * minutes}
            minutes = 0
    if minutes > 0:
        raise Trouble("cannot_recover", minutes=need, can=need - minutes)
    return Replanned(policy="skip", lengths=lengths, dropped=dropped)


def _dropped(state: RunState, seconds: int) -> tuple[tuple[str, ...], int]:
    """The optional steps that go, last first, until it is enough; and how many seconds are still missing."""
    may_go: Sequence[StepRun] = [
        candidate
        for candidate in reversed(state.steps[state.current + 1 :])
        if candidate.optional and not _kept_whole(candidate) and to_come(candidate) > 0
    ]
    left, dropped = seconds, []
    for candidate in may_go:
        if left <= 0:
            break
        dropped.append(candidate.id)
        left -= to_come(candidate)
    return tuple(dropped), left
