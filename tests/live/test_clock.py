"""Clocks: sleep is told from a wall clock that was set, and other speeds keep to the same rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.live import clock as clocks
from facilitator.live.clock import FastClock, ManualClock, SystemClock

NANOSECONDS = 1_000_000_000


def test_the_computers_clock_goes_on_and_its_sleep_can_be_told():
    clock = SystemClock()

    before = clock.running(), clock.wall()
    clock.wait(0.002)

    assert clock.running() - before[0] >= 2
    assert clock.wall() > 1_700_000_000_000
    assert clock.asleep() >= 0


def test_a_program_held_up_between_two_readings_has_not_slept(monkeypatch):
    readings = iter([(5_000 * NANOSECONDS, 5_009 * NANOSECONDS), (5_010 * NANOSECONDS, 5_010 * NANOSECONDS + 90)] * 2)
    monkeypatch.setattr(clocks, "_counting_and_stopping", lambda: next(readings))

    assert SystemClock().asleep() == 0


def test_how_far_the_two_clocks_have_come_apart_is_how_long_it_slept(monkeypatch):
    monkeypatch.setattr(clocks, "_counting_and_stopping", lambda: (9_000 * NANOSECONDS, 8_400 * NANOSECONDS + 70))

    assert SystemClock().asleep() == 600_000


@given(st.floats(1, 1_000_000), st.integers(0, 100_000))
def test_a_fast_clock_passes_as_many_times_faster_as_it_says(speed, milliseconds):
    user = ManualClock(wall=1_000)
    user.wait(5)
    fast = FastClock(speed, user)
    before = fast.running()

    user.wait(milliseconds / 1000)

    assert abs(fast.running() - before - milliseconds * speed) <= 1
    assert fast.wall() == user.wall()


def test_waiting_by_a_fast_clock_takes_so_much_less_of_the_users_time():
    user = ManualClock()
    fast = FastClock(60, user)

    fast.wait(120)

    assert (user.running(), fast.running()) == (2_000, 120_000)


def test_the_users_sleep_is_sleep_by_a_fast_clock_too_but_a_stray_millisecond_is_not():
    user = ManualClock()
    fast = FastClock(1000, user)

    user.sleep(0.004)
    assert fast.asleep() == 0
    user.sleep(3)
    assert fast.asleep() == 3_000_000


def test_a_clock_moved_by_hand_keeps_wall_and_measure_apart():
    clock = ManualClock(wall=10_000)

    clock.wait(2)
    clock.set_wall(3_000)
    clock.sleep(1)

    assert (clock.running(), clock.wall(), clock.asleep()) == (3_000, 4_000, 1_000)


@pytest.mark.parametrize("speed", [1.0, 60.0])
def test_a_clock_moved_by_hand_at_speed_lets_the_wall_go_at_its_own_pace(speed):
    clock = ManualClock(speed=speed)

    clock.wait(60)

    assert (clock.running(), clock.wall()) == (60_000, round(60_000 / speed))
