"""The clock of a rehearsal."""

from facilitator.live.clock import ManualClock
from facilitator.live.rehearsal import RehearsalClock

NINE = 1_796_716_800_000


def test_it_begins_at_the_planned_hour_and_goes_at_its_own_pace() -> None:
    desk = ManualClock(wall=5)
    clock = RehearsalClock(desk, NINE, pace=10)
    desk.wait(6)
    assert clock.wall() == NINE + 60_000


def test_another_pace_counts_from_now_on() -> None:
    desk = ManualClock()
    clock = RehearsalClock(desk, NINE, pace=10)
    desk.wait(6)
    clock.set_pace(1)
    desk.wait(5)
    assert clock.running() == 65_000


def test_waiting_jumps_and_sleep_is_no_gap() -> None:
    desk = ManualClock()
    clock = RehearsalClock(desk, NINE, pace=2)
    clock.wait(300)
    desk.sleep(10)
    assert (clock.running(), clock.asleep()) == (320_000, 0)
