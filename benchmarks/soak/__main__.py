"""`make soak`: every fault as often as it takes to trust in it, a line of each; exit code 1 where anything was lost.

A number on the command line is the share of them to do, as 0.05.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.soak.disk import can_fail, failing_disks, kept_by_another
from benchmarks.soak.files import killed_backups, killed_exports
from benchmarks.soak.migrations import killed_migrations
from benchmarks.soak.runs import killed_runs
from benchmarks.soak.several import writing_at_once
from benchmarks.soak.typed import killed_typists

Soak = Callable[[Path, int, Random], list[str]]
ALL: tuple[tuple[str, int, Soak], ...] = (
    ("a running meeting killed", 200, killed_runs),
    ("the app killed while it is typed into", 500, killed_typists),
    ("a migration killed", 60, killed_migrations),
    ("a backup killed", 60, killed_backups),
    ("an export killed", 60, killed_exports),
    ("a disk that fails under a meeting", 60, failing_disks),
    ("a store that another program keeps", 5, kept_by_another),
    ("four programs writing at once", 25, writing_at_once),
)


def main() -> None:
    """Do all of them, and tell."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    seed = int(time.time())
    lost = False
    for name, times, soak in ALL:
        if soak is failing_disks and not can_fail():
            print(f"{name}: not done, for there is no strace here", flush=True)
            continue
        count = max(1, round(times * share))
        with tempfile.TemporaryDirectory() as folder:
            problems = soak(Path(folder), count, Random(seed))
        told = (
            "all that was acknowledged is there" if not problems else f"LOST (seed {seed}): {'; '.join(problems[:5])}"
        )
        print(f"{name}, {count} times: {told}", flush=True)
        lost = lost or bool(problems)
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
