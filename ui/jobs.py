"""Work off the GUI thread: the writer, which alone changes the store, and jobs with progress and a way out.

Each thread has its own connection to the store. What comes of the work is handed back on the GUI thread.
"""

import sys
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from facilitator.store.database import Database

Result = TypeVar("Result")
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

SLOW_AFTER = 0.3  # seconds; after that the window says that it is saving (live.md)
HANDOVER = 0.0005  # seconds until a thread that wants to run Python gets its turn
HEARTBEAT = 10.0  # seconds between two beats of an idle writer


class _Order:
    """One piece of work for the writer, and who wants to know."""

    __slots__ = ("done", "failed", "work")

    def __init__(self, work: Callable[[Database], Any], done: Done | None, failed: Failed | None) -> None:
        self.work = work
        self.done = done
        self.failed = failed


class Writer(QObject):
    """Carries out changes one after the other on a thread and a connection of its own, in the order they were asked."""

    slow_changed = Signal(bool)
    went_wrong = Signal(object)
    _came_back = Signal(object, object)

    def __init__(self, open_database: Callable[[], Database], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_database
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._waiting = 0
        self._since = 0.0
        self._slow = False
        self._beat: Callable[[], None] | None = None
        self._beats = True
        self._came_back.connect(self._hand_back)
        self._watch = QTimer(self)
        self._watch.setInterval(100)
        self._watch.timeout.connect(self._look_for_slowness)
        # What is painted calls into Python many times over, and each time would wait for its turn beside other work:
        # by Python's own 5 ms the window stood still for tenths of a second (measured by benchmarks/importing.py).
        sys.setswitchinterval(HANDOVER)
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Database], Any], done: Done | None = None, failed: Failed | None = None) -> None:
        """Ask for a change. `done` gets what it returns, `failed` what it raised; without it, `went_wrong` says so."""
        self._waiting += 1
        if self._waiting == 1:
            self._since = time.monotonic()
            self._watch.start()
        self._orders.put(_Order(work, done, failed))

    def set_beat(self, beat: Callable[[], None] | None) -> None:
        """What the writer does by itself every few seconds while it is idle (a live run says that it is alive)."""
        self._beat = beat

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for is on disk."""
        return self._waiting == 0

    def close(self) -> None:
        """Finish what was asked for, then stop. Returns when it is on disk."""
        self._orders.put(None)
        self._thread.join()
        self._watch.stop()

    def _work(self) -> None:
        database: Database | None = None
        while True:
            try:
                order = self._orders.get(timeout=HEARTBEAT)
            except Empty:
                self._beat_once()
                continue
            if order is None:
                break
            try:
                database = database or self._open()
                outcome: object = order.work(database)
            except Exception as error:
                self._came_back.emit(order, _Failure(error))
            else:
                self._came_back.emit(order, outcome)
        if database is not None:
            database.close()

    def _beat_once(self) -> None:
        beat = self._beat
        if beat is not None:
            try:
                beat()
            except Exception as error:
                if self._beats:  # what keeps it from its beat is told once, not every few seconds
                    self.went_wrong.emit(error)
                self._beats = False
            else:
                self._beats = True

    def _hand_back(self, order: _Order, outcome: object) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self._watch.stop()
            self._say_slow(False)
        else:
            self._since = time.monotonic()
        if isinstance(outcome, _Failure):
            if order.failed is not None:
                order.failed(outcome.error)
            else:
                self.went_wrong.emit(outcome.error)
        elif order.done is not None:
            order.done(outcome)

    def _look_for_slowness(self) -> None:
        self._say_slow(self._waiting > 0 and time.monotonic() - self._since > SLOW_AFTER)

    def _say_slow(self, slow: bool) -> None:
        if slow != self._slow:
            self._slow = slow
            self.slow_changed.emit(slow)


class _Failure:
    __slots__ = ("error",)

    def __init__(self, error: Exception) -> None:
        self.error = error


class Cancelled(Exception):
    """The user called the work off."""


class Progress:
    """Handed to the work: it tells how far it has come, and stops where the user has called it off."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def report(self, done: int, of: int) -> None:
        """So much of so much is done. Raises Cancelled where the user called it off."""
        if self._cancelled.is_set():
            raise Cancelled
        self._tell(done, of)

    def cancel(self) -> None:
        """The user calls it off."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the user called it off."""
        return self._cancelled.is_set()


class Job(QObject, Generic[Result]):
    """One piece of background work: `finished` with what it returned, `failed` with what it raised, or `cancelled`."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Progress], Result], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(self.progressed.emit)
        self._thread = _WorkThread(lambda: work(self._progress), self)
        self._thread.finished.connect(self._tell)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def cancel(self) -> None:
        """Call it off. It stops where it next reports its progress."""
        self._progress.cancel()

    def wait(self) -> None:
        """Block until it is over (on closing the app)."""
        self._thread.wait()

    def _tell(self) -> None:
        error = self._thread.error
        if self._progress.cancelled or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(self._thread.outcome)
        self.deleteLater()


class _WorkThread(QThread):
    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.outcome: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.outcome = self._work()
        except Exception as error:
            self.error = error
