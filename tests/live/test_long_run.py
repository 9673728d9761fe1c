"""Eight hours and five thousand presses: memory stays small, and nothing in it goes deep."""

import gc
import tracemalloc
from random import Random

import pytest

from facilitator.live import commands
from facilitator.live.fold import fold
from tests.live.builders import PEOPLE, Meeting, perform, random_press, travelled

PRESSES = 5_000
SECONDS_BETWEEN = 8 * 3600 / PRESSES
MEGABYTE = 1_000_000


def led_for_eight_hours(press_of) -> tuple[Meeting, int]:
    """The meeting after it, and by how many bytes what it keeps has grown."""
    chance, meeting = Random(8), Meeting()
    meeting.do(commands.Start())
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(PRESSES):
            meeting.clock.wait(SECONDS_BETWEEN)
            perform(meeting, press_of(chance))
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return meeting, after - before


def a_turn(chance: Random) -> commands.AnyCommand:
    return commands.GiveTurn(member=chance.choice(tuple(PEOPLE)))


@pytest.mark.parametrize("press_of", [random_press, a_turn])
def test_a_day_of_presses_is_kept_in_less_than_ten_megabytes(press_of):
    meeting, grown = led_for_eight_hours(press_of)

    assert grown < 10 * MEGABYTE
    assert len(meeting.events) > 1_000


def test_a_long_run_can_be_compared_and_let_go_of():
    meeting = Meeting()
    meeting.do(commands.Start())
    for _ in range(PRESSES):
        meeting.do(commands.AddTime(seconds=1))

    again = fold(travelled(meeting.events))
    assert again == meeting.runner.kept
    meeting.do(commands.AddTime(seconds=1))
    assert again != meeting.runner.kept

    links, past = 0, again.past
    while past:
        links, past = links + 1, past.before.past
    assert links == PRESSES
    del again, past, meeting
    gc.collect()
