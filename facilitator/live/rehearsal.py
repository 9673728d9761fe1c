"""The clock of a rehearsal: it begins when the meeting is to begin, as fast as one likes, and can jump ahead."""

from facilitator.live.clock import Clock


class RehearsalClock:
    """Another clock's time at a pace that may change, on a wall of its own: the rehearsed day at its planned hour."""

    speed = 1.0  # measured and shown alike, so that nothing in the run looks fast

    def __init__(self, clock: Clock, wall: int, pace: float = 1.0) -> None:
        self._clock = clock
        self._pace = pace
        self._wall = wall
        self._passed = 0
        self._since = clock.running()

    @property
    def pace(self) -> float:
        """How many seconds of the rehearsal pass in one of the user's."""
        return self._pace

    def set_pace(self, pace: float) -> None:
        """Go on faster or slower from now."""
        self._passed, self._since, self._pace = self.running(), self._clock.running(), pace

    def running(self) -> int:
        return self._passed + int((self._clock.running() - self._since) * self._pace)

    def wall(self) -> int:
        return self._wall + self.running()

    def asleep(self) -> int:
        return 0

    def wait(self, seconds: float) -> None:
        """Jump ahead: whoever rehearses need not sit it out."""
        self._passed += round(seconds * 1000)
