"""`make bench`: every figure, each against its floor, written to docs/performance.md."""

import argparse
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import durable, importing, installed, live, papers, start, windows
from benchmarks.figure import Figure, table

FOLDER = Path("build/benchmarks")
REPORT = Path("docs/performance.md")
Run = Callable[[Path, float], tuple[Figure, ...]]
ALL: dict[str, Run] = {
    "start": start.run,
    "durable": durable.run,
    "live": live.run,
    "windows": windows.run,
    "papers": papers.run,
    "importing": importing.run,
    "installed": installed.run,
}

# What is known of a goal that is missed on some machines or in some runs.
WHY = {
    "From a live key to the end of its paint, less a bare commit": (
        " The window's own thread works for some 25 ms of it; the rest is waiting for a core or for the disk."
    ),
    "Process start to painted network names, against a bare window's process": (
        " It lies about 2.0 and falls on either side of it from run to run."
        " What is left beside PySide6 itself is the store's driver, Python's copies of Qt's large enums (keys, styles)"
        " and the first page's widgets; all else is loaded after the first paint."
    ),
    "The window's longest stall while either goes on, whichever kind of file": (
        " It was 44 ms on two cores with little else to do, and up to 100 ms while other programs kept both busy:"
        " what is left is the opening of the dialog, then waiting for a core."
    ),
}


def main() -> None:
    """Run the benchmarks that are named, or all; only all of them are written down."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help="which: " + ", ".join(ALL))
    wanted = parser.parse_args().names or list(ALL)
    if unknown := [name for name in wanted if name not in ALL]:
        parser.error(f"there is no {unknown[0]}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    figures: list[Figure] = []
    for name in wanted:
        print(f"{name} …", file=sys.stderr, flush=True)
        figures += ALL[name](FOLDER, 1.0)
    print(table(figures))
    if list(wanted) == list(ALL):
        REPORT.write_text(report(figures), encoding="utf-8")


def report(figures: list[Figure]) -> str:
    """docs/performance.md: the figures, where they were taken, and how to take them again."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    missed = [figure for figure in figures if figure.met is False]
    told = "".join(
        f"- {figure.name}: {figure.value}, where {figure.goal} was wanted.{WHY.get(figure.name, '')}\n"
        for figure in missed
    )
    return (
        "# Performance\n\n"
        "Made by `make bench`, which measures everything anew and writes this file. A figure is a ratio to a floor\n"
        "measured in the same run, since machines differ and are never quiet; absolute times are there for the feel\n"
        "of it. `make test` runs each benchmark once at a thousandth of the size and looks at no time. `make soak`\n"
        "does every fault of docs/trust.md over and over and looks for what was lost.\n\n"
        f"Taken on {machine}.\n\n"
        f"{table(figures)}\n\n"
        "## Goals that are missed\n\n"
        f"{told or 'None.'}\n"
        "## One benchmark alone\n\n"
        f"`make bench` runs {', '.join(ALL)}; `.venv/bin/python -m benchmarks start` runs one and writes nothing.\n"
        "The large store (20,000 meetings, 1,000,000 notes) is built once in `build/benchmarks`, which git ignores.\n"
    )


if __name__ == "__main__":
    main()
