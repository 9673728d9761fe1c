"""From the start of the process until the networks' names are painted, beside a bare window's."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.figure import Figure, milliseconds, timed
from benchmarks.large_store import large_store
from facilitator.model.network import Network
from facilitator.store import networks
from facilitator.store.database import open_store

PAIRS = 15
GOAL_TIMES = 2.0
GOAL_LARGE_TIMES, GOAL_LARGE_MORE = 1.1, 0.015
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)
app = QApplication(sys.argv)
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""


def run(folder: Path, scale: float = 1.0) -> tuple[Figure, ...]:
    """A bare window, the app on a small store and the app on a large one, in turn."""
    pairs = PAIRS if scale == 1 else 1
    small, large = _small_store(folder), large_store(folder, scale)
    times: dict[str, list[float]] = {"bare": [], "small": [], "large": []}
    for number in range(pairs + 1):
        taken = {
            "bare": timed(_bare),
            "small": timed(lambda: _app(small)),
            "large": timed(lambda: _app(large)),
        }
        if number:  # the first round fills the disk's cache
            for name, seconds in taken.items():
                times[name].append(seconds)
    bare, app, full = (statistics.median(times[name]) for name in ("bare", "small", "large"))
    return (
        Figure(
            "Process start to painted network names, against a bare window's process",
            f"{milliseconds(app)}, {app / bare:.2f} x {milliseconds(bare)}",
            f"≤ {GOAL_TIMES} x",
            app / bare <= GOAL_TIMES,
            f"medians of {pairs}, in turn, offscreen, compiled modules kept for both",
        ),
        Figure(
            "The same with 20,000 meetings and 1,000,000 notes in the store",
            f"{milliseconds(full)}, {full / app:.2f} x (+ {milliseconds(max(0, full - app))})",
            f"≤ {GOAL_LARGE_TIMES} x, or + 15 ms",
            full / app <= GOAL_LARGE_TIMES or full - app <= GOAL_LARGE_MORE,
            "in the same rounds",
        ),
    )


def _bare() -> None:
    subprocess.run([sys.executable, "-c", BARE], check=True, env=environment())


def _app(store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--store", str(store)],
        check=True,
        env=environment() | {"FACILITATOR_QUIT_WHEN_PAINTED": "1"},
        capture_output=True,
        text=True,
    )
    if "Ledernetværk" not in done.stdout:
        raise RuntimeError("the app ended before it had painted its networks")


def environment() -> dict[str, str]:
    """Offscreen, in Danish, and with compiled modules kept, as on a user's computer, whatever this shell says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "FACILITATOR_LANGUAGE": "da", "PYTHONIOENCODING": "utf-8"}


def _small_store(folder: Path) -> Path:
    path = folder / "small.facilitator"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        database = open_store(path)
        for number in range(6):
            networks.save_network(database, Network(id=f"{number:032d}", name=f"Ledernetværk {number + 1:02d}"))
        database.close()
    return path
