"""A long agenda and many notes in the real cockpit: from key to paint, on a slow disk, and after a working day."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.figure import Figure, milliseconds

PRESSES = 1_000
DAYS_PRESSES = 2_000
SLOW_PRESSES = 30
GOAL_KEY, GOAL_STALL = 0.05, 0.05  # seconds
GOAL_MEGABYTES = 10
RUNS = 3  # of which the quietest counts for stalls: they are as long as what else the machine does lets them be


def run(folder: Path, scale: float = 1.0) -> tuple[Figure, ...]:
    """Each in a process of its own, with both windows shown."""
    folder.mkdir(parents=True, exist_ok=True)
    pressed = _child(folder, "press", max(20, round(PRESSES * scale)))
    bare = statistics.median(pressed["bare"])
    keys, letters = _late(pressed["keys"]) - bare, _late(pressed["letters"])
    slow = _quietest(folder, max(2, round(SLOW_PRESSES * scale)), RUNS if scale == 1 else 1)
    day = _child(folder, "day", max(20, round(DAYS_PRESSES * scale)))
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
    )


def _late(seconds: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(seconds, n=20)[-1]


def _quietest(folder: Path, presses: int, runs: int) -> float:
    return min(float(_child(folder, "slow", presses)["stall"]) for _ in range(runs))


def _child(folder: Path, what: str, presses: int):  # type: ignore[no-untyped-def]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.live_child", str(folder), what, str(presses)],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout.splitlines()[-1])
