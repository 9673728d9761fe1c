"""How long a window's thread could do nothing else."""

import time
from collections.abc import Callable
from itertools import pairwise

BEAT = 5  # milliseconds
SETTLE = 300


class Heartbeat:
    """A timer of the window's thread: the longest gap between two beats is how long nothing else could be done."""

    def __init__(self) -> None:
        from PySide6.QtCore import QEventLoop, Qt, QTimer

        self._loop = QEventLoop()
        self._beats = [time.perf_counter()]
        self._over: Callable[[], object] = bool
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self._beats.append(time.perf_counter())
        if self._over():
            self._loop.quit()

    def until(self, over: Callable[[], object]) -> None:
        """Lets the window work until it is so."""
        self._over = over
        self._loop.exec()

    def settle(self) -> None:
        """Lets the window work for a while."""
        until = time.perf_counter() + SETTLE / 1000
        self.until(lambda: time.perf_counter() > until)

    def longest(self, since: float, until: float) -> float:
        """The longest gap between two moments, in seconds."""
        inside = [since, *(beat for beat in self._beats if since < beat < until), until]
        return max(after - before for before, after in pairwise(inside))
