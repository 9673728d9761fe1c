"""The installed program beside the same run from its source: how soon its networks are painted; and its size."""

import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.figure import Figure, milliseconds, timed
from benchmarks.start import environment
from tools.check_installer import MOST, megabytes

PAIRS = 15
GOAL_TIMES = 1.5
BUILT = Path("dist/facilitator")
NETWORK = "Ledernetværk"


def run(folder: Path, scale: float = 1.0, built: Path = BUILT) -> tuple[Figure, ...]:
    """Both in turn, each on a store that it made itself: the folder may be of an older day than the source."""
    name = "Installed: process start to painted network names, against the same from source"
    size = "Installed: what the folder takes on the disk"
    if not (built / "facilitator").exists():
        how = "`make installer` builds it"
        return (
            Figure(name, "not built here", f"≤ {GOAL_TIMES} x", None, how),
            Figure(size, "not built here", f"≤ {MOST} MB", None, how),
        )
    pairs = PAIRS if scale == 1 else 1
    programs = {"source": [sys.executable, "-m", "facilitator"], "installed": [str(built / "facilitator")]}
    starts = {kind: [*program, "--store", _store(folder, kind, program)] for kind, program in programs.items()}
    times: dict[str, list[float]] = {kind: [] for kind in starts}
    for number in range(pairs + 1):
        for kind, command in starts.items():
            seconds = timed(lambda command=command: _paint(command))
            if number:  # the first round fills the disk's cache
                times[kind].append(seconds)
    source, installed = (statistics.median(times[kind]) for kind in ("source", "installed"))
    taken = megabytes(built)
    return (
        Figure(
            name,
            f"{milliseconds(installed)}, {installed / source:.2f} x {milliseconds(source)}",
            f"≤ {GOAL_TIMES} x",
            installed / source <= GOAL_TIMES,
            f"medians of {pairs}, in turn, offscreen, each on six networks",
        ),
        Figure(size, f"{taken} MB", f"≤ {MOST} MB", taken <= MOST, "as `du -sm` counts it"),
    )


def _store(folder: Path, kind: str, program: list[str]) -> str:
    """A store with six networks, made anew by the program itself."""
    path = folder / "installed" / kind / "small.facilitator"
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir(parents=True)
    for number in range(1, 7):
        made = [*program, "--store", str(path), "network", "new", f"{NETWORK} {number:02d}"]
        subprocess.run(made, check=True, env=environment(), capture_output=True)
    return str(path)


def _paint(command: list[str]) -> None:
    quitting = environment() | {"FACILITATOR_QUIT_WHEN_PAINTED": "1"}
    done = subprocess.run(command, check=True, env=quitting, capture_output=True, encoding="utf-8")
    if NETWORK not in done.stdout:
        raise RuntimeError("the app ended before it had painted its networks")
