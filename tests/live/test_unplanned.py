"""A meeting without a plan: it begins with one open step, and its steps are made as one goes."""

import pytest
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.model.agenda import Step
from facilitator.model.trouble import Trouble
from tests.live.builders import Meeting, plan


def unplanned(minutes: int = 180) -> Meeting:
    meeting = Meeting(())
    meeting.plan = replace(plan(()), ends=meeting.plan.starts + minutes * 60)
    meeting.runner = meeting._runner()
    meeting.do(commands.Start(open_step="Åbent punkt"))
    return meeting


def lengths(meeting: Meeting) -> list[int]:
    return [step.planned // 60 for step in meeting.state.steps]


def test_it_begins_with_one_step_as_long_as_the_meeting() -> None:
    meeting = unplanned()
    assert lengths(meeting) == [180]
    assert [step.title for step in meeting.journal.titles.values()] == ["Åbent punkt"]
    assert meeting.view.behind == 0


def test_without_a_name_for_that_step_an_empty_agenda_can_not_begin() -> None:
    assert Meeting(()).refused(commands.Start()).name == "agenda_empty"


def test_a_plan_needs_no_open_step() -> None:
    meeting = Meeting((Step(id="first", minutes=30),))
    meeting.do(commands.Start(open_step="Åbent punkt"))
    assert [step.id for step in meeting.state.steps] == ["first"]


def test_a_step_begins_now_and_the_one_before_it_was_as_long_as_it_took() -> None:
    meeting = unplanned()
    meeting.wait(11.5)
    meeting.do(commands.AddStep(title="Budget", minutes=20, now=True))
    assert lengths(meeting) == [12, 20]
    assert meeting.view.step == meeting.state.steps[1].id
    meeting.wait(5)
    assert meeting.view.elapsed == 5 * 60
    assert meeting.state.steps[0].used == 11.5 * 60_000


def test_a_step_without_minutes_gets_all_that_are_left() -> None:
    meeting = unplanned()
    meeting.wait(30)
    meeting.do(commands.AddStep(title="Resten", minutes=0, now=True))
    assert lengths(meeting) == [30, 150]
    assert meeting.view.behind == 0


def test_once_the_meeting_should_be_over_it_gets_ten() -> None:
    meeting = unplanned(60)
    meeting.wait(70)
    meeting.do(commands.AddStep(title="Et sidste", minutes=0, now=True))
    assert lengths(meeting)[-1] == 10
    assert meeting.view.behind == 20 * 60


def test_one_undo_takes_the_whole_of_it_back() -> None:
    meeting = unplanned()
    meeting.wait(12)
    before = meeting.state
    meeting.do(commands.AddStep(title="Budget", minutes=20, now=True), commands.Undo())
    assert (meeting.state.steps, meeting.state.current, meeting.state.since) == (
        before.steps,
        before.current,
        before.since,
    )


def test_it_is_the_same_after_a_crash() -> None:
    meeting = unplanned()
    meeting.wait(12)
    meeting.do(commands.AddStep(title="Budget", minutes=20, now=True))
    before = meeting.state.steps
    meeting.killed()
    assert meeting.state.steps == before


def test_whoever_speaks_when_the_next_step_begins_has_spoken() -> None:
    meeting = unplanned()
    meeting.do(commands.GiveTurn(member="claus"))
    meeting.wait(2)
    meeting.do(commands.AddStep(title="Budget", minutes=20, now=True))
    assert meeting.state.turn is None
    assert [turn.used for turn in meeting.state.turns] == [120_000]


def test_a_step_to_come_still_needs_its_minutes() -> None:
    meeting = unplanned()
    with pytest.raises(Trouble, match="time_out_of_range"):
        meeting.do(commands.AddStep(title="Senere", minutes=0))
