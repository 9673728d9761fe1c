"""What the cockpit and the wall cost while a step runs, and whether the engine's time drifts over a working day."""

from pathlib import Path
from random import Random

from benchmarks.figure import Figure, told_by
from facilitator.live import commands
from facilitator.live.clock import FastClock, SystemClock
from facilitator.live.journal import MemoryJournal
from facilitator.live.runner import Plan, Runner
from facilitator.model.agenda import Step
from facilitator.model.ids import repeatable_ids

WATCHED = 60.0  # seconds
GOAL_SHARE, GOAL_SHARE_4K = 0.01, 0.02
DAY = 8 * 60 * 60
SPEED = 9_600.0  # eight hours in three seconds
GOAL_DRIFT = 1  # seconds: the figures are whole ones


def run(folder: Path, scale: float = 1.0) -> tuple[Figure, ...]:
    """Both windows at 1080p and the wall at 4K, each in a process of its own, and a day of the engine's time."""
    seconds = WATCHED if scale == 1 else 0.3
    folder.mkdir(parents=True, exist_ok=True)
    drift = _drift(DAY * (1 if scale == 1 else scale))
    return (
        _watched(folder, seconds, "Cockpit and wall together while a step runs, at 1080p", 1080, GOAL_SHARE),
        _watched(folder, seconds, "The wall alone while a step runs, at 4K", 2160, GOAL_SHARE_4K),
        Figure(
            "Drift of the run's time against the measuring clock over 8 simulated hours",
            f"{drift} s",
            "none",
            drift < GOAL_DRIFT,
            f"a pause, a step or a look every simulated minute, at {SPEED:,.0f} x",
        ),
    )


def _watched(folder: Path, seconds: float, name: str, high: int, goal: float) -> Figure:
    told = told_by("windows_child", folder, seconds, high)
    share = told["cpu"] / told["wall"]
    return Figure(
        name,
        f"{share * 100:.2f} % of a core ({told['painted']} paints in {told['wall']:.0f} s)",
        f"≤ {goal * 100:.0f} %",
        share <= goal,
        "processor time of the process over wall time, offscreen",
    )


def _drift(seconds: float) -> int:
    """How far the run's whole seconds are from the clock's, at the worst, over so many seconds of its time."""
    clock = FastClock(SPEED, SystemClock())
    steps = tuple(Step(id=str(number), title=str(number), minutes=60) for number in range(12))
    plan = Plan(session="s", run="r", steps=steps, starts=0, ends=DAY, people={}, attendance={})
    runner = Runner(plan, MemoryJournal(), clock, repeatable_ids(Random(5), 1))
    runner.do(commands.Start())
    began, worst = clock.running(), 0
    while (passed := clock.running() - began) < seconds * 1000:
        for command in (commands.Pause(), commands.Resume()):
            runner.do(command)
        before = clock.running()
        view = runner.view()
        after = clock.running()
        if view is not None:
            low, high = (before - began) // 1000, -(-(after - began) // 1000)
            worst = max(worst, low - 1 - view.run_elapsed, view.run_elapsed - high - 1, 0)
        clock.wait(60)
        del passed
    return worst
