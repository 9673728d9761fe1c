"""Time, in two readings: one for measuring, which counts sleep, and one for showing.

Every platform has a clock that goes on in sleep and one that stops; how far they have come apart is how long the
computer slept. So a sleep is told from a wall clock that was set, and a wall clock that is set changes no length.
"""

import sys
import time
from typing import Protocol

UNEVENNESS = 10_000_000  # nanoseconds within which two readings count as one


class Clock(Protocol):
    """Milliseconds. `speed` is how many of them pass in one of the user's."""

    @property
    def speed(self) -> float:
        """How much faster than the user's time this clock runs."""

    def running(self) -> int:
        """For measuring: never set, never stops, counts sleep."""

    def wall(self) -> int:
        """The computer's own time of day (Unix time); can be set at any moment."""

    def asleep(self) -> int:
        """How much of `running` the computer has slept so far."""

    def wait(self, seconds: float) -> None:
        """Let so many seconds of this clock pass."""


def _counting_and_stopping() -> tuple[int, int]:
    """Nanoseconds of the clock that goes on in sleep, and of the one that stops."""
    if sys.platform == "win32":
        return _windows_counting_and_stopping()
    # Darwin's CLOCK_MONOTONIC goes on in sleep, Linux's stops; each has a twin that does the other thing.
    counting, stopping = (
        ("CLOCK_MONOTONIC", "CLOCK_UPTIME_RAW") if sys.platform == "darwin" else ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC")
    )
    return time.clock_gettime_ns(getattr(time, counting)), time.clock_gettime_ns(getattr(time, stopping))


def _windows_counting_and_stopping() -> tuple[int, int]:
    import ctypes

    counting, stopping = ctypes.c_ulonglong(), ctypes.c_ulonglong()
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel.QueryInterruptTime(ctypes.byref(counting))  # both in units of 100 ns
    kernel.QueryUnbiasedInterruptTime(ctypes.byref(stopping))
    return counting.value * 100, stopping.value * 100


class SystemClock:
    """The computer's own clocks."""

    speed = 1.0

    def running(self) -> int:
        return _counting_and_stopping()[0] // 1_000_000

    def wall(self) -> int:
        return time.time_ns() // 1_000_000

    def asleep(self) -> int:
        # The two can't be read at once, and whatever comes between only makes the distance less: the largest is true.
        apart = max(counting - stopping for counting, stopping in (_counting_and_stopping() for _ in range(3)))
        return round(apart / UNEVENNESS) * UNEVENNESS // 1_000_000

    def wait(self, seconds: float) -> None:
        time.sleep(max(0.0, seconds))


class FastClock:
    """Another clock's time, many times faster; its sleep too. The wall is the other's: it is where the user is."""

    def __init__(self, speed: float, clock: Clock) -> None:
        self.speed = speed * clock.speed
        self._times = speed
        self._clock = clock
        self._origin = clock.running()
        self._slept = clock.asleep()

    def running(self) -> int:
        return self._origin + int((self._clock.running() - self._origin) * self._times)

    def wall(self) -> int:
        return self._clock.wall()

    def asleep(self) -> int:
        # Whole seconds of the user's: a stray millisecond would become a quarter of an hour at full speed.
        return int(round((self._clock.asleep() - self._slept) / 1000) * 1000 * self._times)

    def wait(self, seconds: float) -> None:
        self._clock.wait(seconds / self._times)


class ManualClock:
    """A clock that moves when it is told to."""

    def __init__(self, wall: int = 0, speed: float = 1.0) -> None:
        self.speed = speed
        self._running = 0
        self._wall = wall
        self._asleep = 0

    def running(self) -> int:
        return self._running

    def wall(self) -> int:
        return self._wall

    def asleep(self) -> int:
        return self._asleep

    def wait(self, seconds: float) -> None:
        passed = round(seconds * 1000)
        self._running += passed
        self._wall += round(passed / self.speed)

    def sleep(self, seconds: float) -> None:
        """The computer sleeps for so long."""
        self.wait(seconds)
        self._asleep += round(seconds * 1000)

    def set_wall(self, wall: int) -> None:
        """Somebody, or network time, sets the wall clock."""
        self._wall = wall
