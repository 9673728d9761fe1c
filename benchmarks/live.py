"""A long agenda and many notes in the real cockpit: from key to paint, on a slow disk, and after a working day."""

import statistics
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, milliseconds, told_by
from benchmarks.soak.command import a_meeting
from benchmarks.soak.typed import one_life, start_typist

PRESSES = 1_000
DAYS_PRESSES = 2_000
SLOW_PRESSES = 30
GOAL_KEY, GOAL_STALL = 0.05, 0.05  # seconds
GOAL_MEGABYTES = 10
GOAL_BACK = 10  # seconds
BACK = 5
RUNS = 3  # of which the quietest counts for stalls: they are as long as what else the machine does lets them be


def run(folder: Path, scale: float = 1.0) -> tuple[Figure, ...]:
    """Each in a process of its own, with both windows shown."""
    folder.mkdir(parents=True, exist_ok=True)
    pressed = told_by("live_child", folder, "press", max(20, round(PRESSES * scale)))
    bare = statistics.median(pressed["bare"])
    keys, letters = _late(pressed["keys"]) - bare, _late(pressed["letters"])
    slow = _quietest(folder, max(2, round(SLOW_PRESSES * scale)), RUNS if scale == 1 else 1)
    day = told_by("live_child", folder, "day", max(20, round(DAYS_PRESSES * scale)))
    back = _back_again(folder, BACK if scale == 1 else 1)
    return (
        Figure(
            "From a live key to the end of its paint, less a bare commit",
            f"{milliseconds(keys)} (a bare commit {milliseconds(bare)})",
            f"≤ {milliseconds(GOAL_KEY)}",
            keys <= GOAL_KEY,
            f"95th percentile of {len(pressed['keys']):,} presses, 60 steps and 500 notes, both windows, offscreen",
        ),
        Figure(
            "From a letter to the end of its paint, while the same meeting runs",
            milliseconds(letters),
            f"≤ {milliseconds(GOAL_KEY)}",
            letters <= GOAL_KEY,
            f"95th percentile of {len(pressed['letters']):,} letters",
        ),
        Figure(
            "The cockpit's longest stall while every commit takes 500 ms",
            milliseconds(slow),
            f"≤ {milliseconds(GOAL_STALL)}",
            slow <= GOAL_STALL,
            "the longest gap between two beats of a 5 ms timer while keys come in; the quietest of "
            f"{RUNS} runs, as on a machine with nothing else to do",
        ),
        Figure(
            "What a working day leaves in memory",
            f"{day['grown'] / 1e6:.1f} MB",
            f"≤ {GOAL_MEGABYTES} MB",
            day["grown"] <= GOAL_MEGABYTES * 1e6,
            f"8 simulated hours, {day['presses']:,} presses in both windows, as Python counts what it holds",
        ),
        Figure(
            "From starting the app again to its meeting going on, after it was killed while somebody typed",
            milliseconds(back),
            f"≤ {GOAL_BACK} s",
            back <= GOAL_BACK,
            "a process of its own, its one question answered at once; the median of "
            f"{BACK} kills, the half sentence in its field",
        ),
    )


def _back_again(folder: Path, kills: int) -> float:
    """The median seconds from the start of a process until the meeting that the one before it led goes on."""
    chance = Random(8)
    with TemporaryDirectory(dir=folder) as inside:
        store = Path(inside) / "back.facilitator"
        session = a_meeting(store)
        one_life(store, session, chance)
        return statistics.median(_came_back(store, session, chance) for _ in range(kills))


def _came_back(store: Path, session: str, chance: Random) -> float:
    began = time.perf_counter()
    typist = start_typist(store, session, chance)
    if typist.stdout is None or not typist.stdout.readline().startswith("half"):
        raise RuntimeError("the meeting did not go on")
    took = time.perf_counter() - began
    typist.kill()
    typist.communicate()
    return took


def _late(seconds: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(seconds, n=20)[-1]


def _quietest(folder: Path, presses: int, runs: int) -> float:
    return min(float(told_by("live_child", folder, "slow", presses)["stall"]) for _ in range(runs))
