"""Eight hours and five thousand presses: memory stays small, and nothing in it goes deep."""

import gc
import tracemalloc
from itertools import count
from pathlib import Path
from random import Random

import pytest

from facilitator.live import commands
from facilitator.live.clock import ManualClock
from facilitator.live.fold import fold
from facilitator.live.runner import Runner
from facilitator.live.state import RunState
from facilitator.model.member import Member
from facilitator.model.network import Network
from facilitator.model.session import Session
from facilitator.store import check, networks, sessions
from facilitator.store.database import open_store
from facilitator.store.runs import StoreJournal, load_run
from tests.live.builders import NINE, PEOPLE, Meeting, perform, plan, random_act, random_press, travelled

PRESSES = 5_000
SECONDS_BETWEEN = 8 * 3600 / PRESSES
BETWEEN_READINGS = 500
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


class OnDisk:
    """The meeting of 8 December led in a real store, by a clock that is moved by hand."""

    def __init__(self, path: Path) -> None:
        self.database = open_store(path)
        networks.save_network(self.database, Network(id="network", name="Skoleledere i Vesterå"))
        people = [Member(id=member, network="network", name=name) for member, name in PEOPLE.items()]
        networks.save_members(self.database, people)
        led = plan()
        session = Session(id=led.session, network="network", number=4, starts_at=NINE.replace(tzinfo=None), minutes=180)
        sessions.plan_session(self.database, session, led.steps)
        self.clock = ManualClock(wall=round(NINE.timestamp() * 1000))
        number = count(1)
        self.runner = Runner(led, StoreJournal(self.database, led.session), self.clock, lambda: f"id-{next(number)}")

    def read_again(self) -> RunState:
        """The state as whoever opens the store next makes it."""
        loaded = load_run(self.database, "december")
        assert loaded is not None
        return fold(loaded.events)


def test_over_a_day_of_anything_the_sum_holds_and_what_is_on_disk_makes_the_state_that_is_held(tmp_path):
    chance, meeting = Random(2026), OnDisk(tmp_path / "day.facilitator")
    perform(meeting, commands.Start())

    for number in range(PRESSES):
        meeting.clock.wait(SECONDS_BETWEEN)
        perform(meeting, random_act(chance))
        view = meeting.runner.view()
        assert view is not None
        assert view.run_elapsed + view.planned == view.finish - view.start
        if number % BETWEEN_READINGS == 0:
            assert meeting.read_again() == meeting.runner.kept

    assert meeting.read_again() == meeting.runner.kept
    assert meeting.runner.kept.seq > PRESSES // 5
    assert check.check(meeting.database) == ()
    meeting.database.close()


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
