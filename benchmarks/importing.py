"""10,000 people in the real dialog: how long a file takes to be shown and brought in, and whether the window stalls."""

from pathlib import Path

from benchmarks.figure import Figure, milliseconds, told_by

LINES = 10_000
GOAL_PREVIEW, GOAL_COMMIT, GOAL_STALL = 1.0, 3.0, 0.05  # seconds
KINDS = {"csv": "CSV", "xlsx": "a workbook", "vcf": "vCard"}
RUNS = 3  # of which the quietest counts: a stall is as long as what else the machine does lets it be


def run(folder: Path, scale: float = 1.0) -> tuple[Figure, ...]:
    """Each kind of file in a window of a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = max(10, round(LINES * scale))
    told = {kind: _quietest(folder, kind, lines, RUNS if scale == 1 else 1) for kind in KINDS}
    stall = max(seconds["stall"] for seconds in told.values())
    shown = max(seconds["refresh"] for seconds in told.values())
    return (
        *(
            Figure(
                f"{lines:,} people in {KINDS[kind]}: from choosing the file to its lines in the dialog",
                milliseconds(seconds["preview"]),
                f"≤ {milliseconds(GOAL_PREVIEW)}",
                seconds["preview"] <= GOAL_PREVIEW,
                "read, recognised and compared on the job's thread, and painted offscreen",
            )
            for kind, seconds in told.items()
        ),
        *(
            Figure(
                f"{lines:,} people in {KINDS[kind]}: from Import to all of them on disk",
                milliseconds(seconds["commit"]),
                f"≤ {milliseconds(GOAL_COMMIT)}",
                seconds["commit"] <= GOAL_COMMIT,
                "one transaction on the writer's thread",
            )
            for kind, seconds in told.items()
        ),
        Figure(
            "The window's longest stall while either goes on, whichever kind of file",
            milliseconds(stall),
            f"≤ {milliseconds(GOAL_STALL)}",
            stall <= GOAL_STALL,
            "the longest gap between two beats of a 5 ms timer, opening the dialog among them",
        ),
        Figure(
            f"The members' page reads and shows {lines:,} members afterwards",
            milliseconds(shown),
            "–",
            None,
            "the longest gap after they are on disk",
        ),
    )


def _quietest(folder: Path, kind: str, lines: int, runs: int) -> dict[str, float]:
    """The least seconds of each measure, by its name."""
    every = [told_by("importing_child", folder, kind, lines) for _ in range(runs)]
    return {name: min(told[name] for told in every) for name in every[0]}
