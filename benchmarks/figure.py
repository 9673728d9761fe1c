"""A figure, the goal it is held against, and how figures are taken."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple


class Figure(NamedTuple):
    """What was measured. `met` is None where there is no goal; `how` says it in a sentence."""

    name: str
    value: str
    goal: str
    met: bool | None
    how: str


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work took by the wall."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def told_by(module: str, *arguments: object) -> Any:
    """What a process of its own measured: the JSON in its last line."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def alternating(pairs: int, *works: Callable[[], object]) -> tuple[float, ...]:
    """The median seconds of each work, all taken in turn so that a machine that slows down slows all alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(pairs):
        for seconds, work in zip(taken, works, strict=True):
            seconds.append(timed(work))
    return tuple(statistics.median(each) for each in taken)


def milliseconds(seconds: float) -> str:
    """The seconds as written in the table."""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def table(figures: Iterable[Figure]) -> str:
    """The figures as Markdown."""
    rows = ["| what | measured | goal | met | how |", "| --- | --- | --- | --- | --- |"]
    words = {True: "yes", False: "**no**", None: "–"}
    rows += [f"| {f.name} | {f.value} | {f.goal} | {words[f.met]} | {f.how} |" for f in figures]
    return "\n".join(rows)
