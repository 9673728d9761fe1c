"""What the network's own runs say of its methods: held ones alone, and without the pauses."""

from datetime import datetime, timedelta

import pytest

from facilitator.desk.lengths import Lengths
from facilitator.desk.meetings import lead
from facilitator.live import commands
from facilitator.live.clock import FastClock, ManualClock
from facilitator.model.agenda import Kind, Step
from facilitator.model.ids import new_id
from facilitator.model.lengths import Learned
from facilitator.model.network import Network
from facilitator.model.session import Session, begins
from facilitator.store import networks, sessions


class Year:
    """A network and its meetings of three steps: check-in, a free one, check-out."""

    def __init__(self, database, library, language, name="Skoleledere i Vesterå") -> None:
        self.database, self.library, self.language = database, library, language
        self.network = networks.save_network(database, Network(id=new_id(), name=name))
        self.lengths = Lengths()

    def plan(self) -> Session:
        number = sessions.next_number(self.database, self.network.id)
        steps = (
            Step(id=new_id(), kind=Kind.opening, method="check-in", minutes=12),
            Step(id=new_id(), kind=Kind.free, title="Frit", minutes=20),
            Step(id=new_id(), kind=Kind.opening, method="check-out", minutes=8),
        )
        starts_at = datetime(2026, 1, 5, 9) + timedelta(weeks=number)
        session = Session(id=new_id(), network=self.network.id, number=number, starts_at=starts_at)
        return sessions.plan_session(self.database, session, steps)

    def led(self, minutes: tuple[float, ...], *, finish: bool = True, clock=None, **how):
        """A meeting whose steps take so many minutes each."""
        session = self.plan()
        clock = clock or ManualClock(wall=round(begins(session).timestamp() * 1000))
        runner = lead(self.database, session.id, clock, self.library, self.language, **how).runner
        runner.do(commands.Start())
        for place, each in enumerate(minutes):
            if place:
                runner.do(commands.Next())
            runner.do(commands.Wait(seconds=each * 60))
        if finish:
            runner.do(commands.Finish())
        return runner

    def learned(self):
        return self.lengths.learned(self.database, self.network.id)


@pytest.fixture
def year(database, library, danish) -> Year:
    return Year(database, library, danish)


def test_the_planner_can_be_told_what_the_methods_took_here(year):
    for minutes in (14, 16, 30):
        year.led((minutes, 20, 9))

    assert year.learned() == {"check-in": Learned(16, 3), "check-out": Learned(9, 3)}


def test_pauses_are_no_part_of_the_length(year):
    for _ in range(2):
        runner = year.led((10,), finish=False)
        runner.do(commands.Pause())
        runner.do(commands.Wait(seconds=900))
        runner.do(commands.Resume())
        runner.do(commands.Wait(seconds=240))
        runner.do(commands.Finish())

    assert year.learned() == {"check-in": Learned(14, 2)}


def test_a_sleep_that_was_a_break_is_none_either(year):
    for _ in range(2):
        clock = ManualClock()
        runner = year.led((10,), finish=False, clock=clock)
        clock.sleep(600)
        runner.view()
        runner.do(commands.RuleGap(was="pause"))
        runner.do(commands.Finish())

    assert year.learned() == {"check-in": Learned(10, 2)}


def test_what_was_rehearsed_discarded_or_led_faster_does_not_count(year):
    for minutes in (10, 12):
        year.led((minutes, 20, 9))
    before = year.learned()

    year.led((50, 20, 9), rehearsal=True)
    year.led((50, 20), finish=False).do(commands.Discard())
    year.led((50, 20, 9), clock=FastClock(60.0, ManualClock()))

    assert year.learned() == before
    assert before["check-in"] == Learned(11, 2)


def test_a_meeting_under_way_counts_when_it_is_over_and_not_when_that_is_taken_back(year):
    year.led((10, 20, 9))
    second = year.led((14, 20, 9), finish=False)
    assert year.learned() == {}

    second.do(commands.Finish())
    assert year.learned()["check-in"] == Learned(12, 2)

    second.do(commands.Undo())
    assert year.learned() == {}


def test_a_step_that_was_dropped_or_never_reached_teaches_nothing(year):
    for _ in range(2):
        runner = year.led((10,), finish=False)
        out = runner.state.steps[2].id
        runner.do(commands.DropStep(step=out))
        runner.do(commands.Finish())

    assert year.learned() == {"check-in": Learned(10, 2)}


def test_another_network_teaches_nothing_here(year, database, library, danish):
    other = Year(database, library, danish, "Dagtilbud i Vesterå")
    other.led((10, 20, 9))
    other.led((12, 20, 9))

    assert year.learned() == {}
