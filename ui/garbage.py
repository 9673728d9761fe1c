"""Keeps Python's search for unreachable rings of objects on the window's own thread.

Python does that search on whichever thread happens to make the next object. A page that has been left is such a ring;
found by the writer, its widgets would be taken down off the window's thread, and Qt then ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # milliseconds; a search of the youngest takes well under one of them


def sweep() -> None:
    """Searches as Python would by itself: the young often, the old seldom."""
    due = [generation for generation, count in enumerate(gc.get_count()) if count > gc.get_threshold()[generation]]
    if due:
        gc.collect(max(due))


class Sweeper(QObject):
    """While it is there, garbage is looked for by a timer of this thread and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mine = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(sweep)
        self._timer.start()

    def stop(self) -> None:
        """No other thread is left: Python may look for itself again. Asked again, it does nothing."""
        self._timer.stop()
        if self._mine:
            self._mine = False
            gc.enable()
