"""Less time than was planned, known before the start: the agenda fitted to it by the rules of the re-plan.

Breaks and protected steps stay whole under every policy. What each step would lose is told before anything is changed.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from facilitator.live.fold import apply, planned_run
from facilitator.live.replan import changes, furthest, replan
from facilitator.live.runner import frozen
from facilitator.live.state import RunState, StepRun
from facilitator.model.agenda import Step, resized
from facilitator.model.event import Event

RefitPolicy = Literal["take", "skip", "compress", "furthest"]


class Refitted(msgspec.Struct, frozen=True, kw_only=True):
    """The agenda as it would be; `prices` is (step, minutes before, minutes after), 0 for one that goes."""

    steps: tuple[Step, ...]
    minutes: int
    prices: tuple[tuple[str, int, int], ...]


def refit(steps: Sequence[Step], minutes: int, policy: RefitPolicy) -> Refitted:
    """The agenda in so many minutes. *take* is from the most yielding step; *furthest* drops, then shortens.

    Raises Trouble("nothing_to_recover"), ("cannot_recover") or ("step_cannot_give").
    """
    before = _standing(steps, minutes)
    what = furthest(before) if policy == "furthest" else replan(before, 0, policy)
    after = apply(before, Event(before.run, 1, 0, 0, what))
    lengths = {step.id: 0 if step.dropped else step.planned // 60 for step in after.steps}
    kept = tuple(_lasting(step, lengths[step.id]) for step in steps if lengths[step.id])
    return Refitted(steps=kept, minutes=minutes, prices=changes(before, after))


def _lasting(step: Step, minutes: int) -> Step:
    return step if minutes == step.minutes else resized(step, minutes)


def _standing(steps: Sequence[Step], minutes: int) -> RunState:
    """A run about to enter its first step, so that all of them are still to come."""
    door = StepRun(id="", planned=0, original=0)
    return RunState(
        run="plan",
        status="running",
        agreed_length=minutes * 60,
        steps=(door, *(planned_run(frozen(step)) for step in steps)),
        since=0,
    )
