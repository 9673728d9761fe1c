"""Steps, parts and the clock of a run: what counts, what doesn't, and what may be changed by how much."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.live.replan import LONGEST
from facilitator.live.state import part_lengths
from facilitator.model.agenda import Step
from tests.live.builders import NINE, Meeting, parts

HALF_HOURS = (Step(id="first", minutes=30), Step(id="second", minutes=30), Step(id="third", minutes=30))


def begun(steps: tuple[Step, ...] = HALF_HOURS, minutes: float = 0) -> Meeting:
    meeting = Meeting(steps)
    meeting.do(commands.Start())
    meeting.wait(minutes)
    return meeting


def test_before_the_start_there_is_nothing_to_see_and_nothing_to_do_but_start():
    meeting = Meeting()

    assert meeting.runner.view() is None
    assert meeting.do(commands.Look()).view is None
    assert meeting.do(commands.Look()).seq == 0
    assert meeting.refused(commands.Next()).name == "not_started"
    assert meeting.refused(commands.WriteNote(text="Tidligt")).name == "not_started"
    assert meeting.refused(commands.Undo()).name == "nothing_to_undo"


def test_an_empty_agenda_can_not_begin():
    meeting = Meeting(())

    assert meeting.refused(commands.Start()).name == "agenda_empty"


def test_a_run_begins_once():
    assert begun().refused(commands.Start()).name == "already_started"


def test_the_agenda_is_frozen_when_the_run_begins():
    meeting = begun()
    meeting.plan = Meeting((Step(id="other", minutes=5),)).plan

    meeting.killed()

    assert [step.id for step in meeting.state.steps] == ["first", "second", "third"]


def test_a_pause_stops_the_step_and_moves_the_finish_but_the_run_goes_on():
    meeting = begun(minutes=10)
    meeting.do(commands.Pause())
    meeting.wait(7)

    view = meeting.view
    assert (view.elapsed, view.remaining, view.run_elapsed, view.behind) == (600, 1200, 1020, 420)

    meeting.do(commands.Resume())
    meeting.wait(1)
    assert (meeting.view.elapsed, meeting.view.behind) == (660, 420)


def test_pausing_twice_and_going_on_when_nothing_is_paused_are_refused():
    meeting = begun()

    assert meeting.refused(commands.Resume()).name == "not_paused"
    meeting.do(commands.Pause())
    assert meeting.refused(commands.Pause()).name == "already_paused"


def test_a_step_that_overruns_counts_nothing_to_come_and_moves_the_finish():
    meeting = begun(minutes=36)

    view = meeting.view
    assert (view.remaining, view.planned, view.behind) == (-360, 3600, 360)


def test_a_step_that_ends_early_leaves_the_meeting_ahead():
    meeting = begun(minutes=25)

    meeting.do(commands.Next())

    assert (meeting.view.step, meeting.view.elapsed, meeting.view.behind) == ("second", 0, -300)


def test_back_takes_up_the_step_before_with_the_time_it_had_used():
    meeting = begun(minutes=25)
    meeting.do(commands.Next())
    meeting.wait(4)
    meeting.do(commands.Back())
    meeting.wait(2)

    assert (meeting.view.step, meeting.view.elapsed, meeting.view.remaining) == ("first", 27 * 60, 3 * 60)

    meeting.do(commands.Next())
    assert (meeting.view.step, meeting.view.elapsed) == ("second", 4 * 60)
    assert meeting.view.planned == 26 * 60 + 30 * 60


def test_there_is_nothing_before_the_first_step_nor_after_the_last():
    meeting = begun()

    assert meeting.refused(commands.Back()).name == "first_step"
    meeting.do(commands.Next(), commands.Next())
    assert meeting.refused(commands.Next()).name == "last_step"


def test_next_while_paused_goes_to_the_next_step_and_stays_paused():
    meeting = begun(minutes=5)
    meeting.do(commands.Pause(), commands.Next())
    meeting.wait(3)

    assert (meeting.view.status, meeting.view.step, meeting.view.elapsed) == ("paused", "second", 0)


@pytest.mark.parametrize("seconds", [0, LONGEST + 1, -LONGEST - 1])
def test_time_is_added_within_four_hours_either_way(seconds):
    assert begun().refused(commands.AddTime(seconds=seconds)).name == "time_out_of_range"


def test_time_is_added_up_to_four_hours():
    meeting = begun()

    meeting.do(commands.AddTime(seconds=LONGEST))

    assert meeting.view.remaining == 30 * 60 + LONGEST


def test_time_is_taken_from_a_step_no_further_than_it_has_been_used():
    meeting = begun(minutes=10.01)

    trouble = meeting.refused(commands.AddTime(seconds=-20 * 60))
    assert (trouble.name, trouble.facts) == ("time_below_used", {"minutes": 11})

    meeting.do(commands.AddTime(seconds=-19 * 60))
    assert (meeting.view.elapsed, meeting.view.remaining) == (600, 60)


def test_a_step_already_over_can_be_given_time_but_lose_none():
    meeting = begun(minutes=33)

    assert meeting.refused(commands.AddTime(seconds=-1)).name == "time_below_used"
    meeting.do(commands.AddTime(seconds=60))
    assert meeting.view.remaining == -120


# ---- When it began ----


def test_begun_near_its_time_the_agreed_finish_is_the_planned_end():
    meeting = Meeting(at=NINE + timedelta(minutes=5))
    meeting.do(commands.Start())

    assert (meeting.finish_at(), meeting.view.behind) == ("12.05", 300)


def test_began_earlier_near_the_planned_start_leaves_the_agreed_finish_alone():
    meeting = Meeting(at=NINE + timedelta(minutes=5))
    meeting.do(commands.Start(), commands.BeganEarlier(seconds=300))

    view = meeting.view
    assert (view.elapsed, view.run_elapsed, meeting.finish_at(), view.behind) == (300, 300, "12.00", 0)
    assert view.start == NINE.timestamp()


@pytest.mark.parametrize("hours", [-30, -1.1, 1.1, 4, 24 * 40])
def test_begun_at_another_time_only_the_length_was_agreed(hours):
    meeting = Meeting(at=NINE + timedelta(hours=hours))
    meeting.do(commands.Start())

    assert meeting.view.behind == 0
    assert meeting.view.agreed == (NINE + timedelta(hours=hours + 3)).timestamp()


def test_began_earlier_at_another_time_moves_the_agreed_finish_with_the_start():
    meeting = Meeting(at=NINE + timedelta(hours=4))
    meeting.do(commands.Start())
    agreed = meeting.view.agreed

    meeting.do(commands.BeganEarlier(seconds=300))

    assert (agreed - meeting.view.agreed, meeting.view.behind, meeting.view.elapsed) == (300, 0, 300)


@pytest.mark.parametrize("minutes", [-60, 60])
def test_an_hour_is_still_near(minutes):
    meeting = Meeting(at=NINE + timedelta(minutes=minutes))
    meeting.do(commands.Start())

    assert meeting.view.behind == minutes * 60


@pytest.mark.parametrize("seconds", [-300, 0, LONGEST + 1])
def test_it_can_have_begun_a_second_to_four_hours_earlier(seconds):
    assert begun().refused(commands.BeganEarlier(seconds=seconds)).name == "time_out_of_range"


def test_began_earlier_belongs_to_the_first_step():
    meeting = begun()
    meeting.do(commands.Next())

    assert meeting.refused(commands.BeganEarlier(seconds=300)).name == "only_in_first_step"


def test_push_moves_the_agreed_finish_in_either_case_and_no_length():
    for hours in (0, 4):
        meeting = Meeting(HALF_HOURS, at=NINE + timedelta(hours=hours))
        meeting.do(commands.Start())
        meeting.wait(37)
        steps, agreed = meeting.state.steps, meeting.view.agreed

        meeting.do(commands.Replan(policy="push"))

        assert (meeting.state.steps, meeting.view.agreed - agreed, meeting.view.behind) == (steps, 420, 0)


# ---- Parts ----


def test_parts_follow_one_another_within_the_step_and_each_has_its_own_time():
    meeting = begun((Step(id="case", minutes=30, parts=parts(5, 10, 15)),), minutes=6)
    assert (meeting.view.part, meeting.view.part_elapsed, meeting.view.part_remaining) == (0, 360, -60)

    meeting.do(commands.NextPart())
    meeting.wait(4)

    assert (meeting.view.part, meeting.view.part_elapsed, meeting.view.part_remaining) == (1, 240, 360)
    meeting.do(commands.NextPart())
    assert meeting.refused(commands.NextPart()).name == "last_part"


def test_a_step_without_parts_has_no_next_one():
    assert begun().refused(commands.NextPart()).name == "last_part"


@given(st.lists(st.integers(0, 60), min_size=1, max_size=9), st.integers(-1700, 5000))
def test_the_parts_always_fill_the_step_whatever_its_length(lengths, seconds):
    meeting = begun((Step(id="step", minutes=30, parts=parts(*lengths)),))
    if seconds:
        meeting.do(commands.AddTime(seconds=seconds))

    fitted = part_lengths(meeting.state.step)

    assert sum(fitted) == meeting.state.step.planned
    assert min(fitted) >= 0
    if seconds % 60 == 0:
        assert all(length % 60 == 0 for length in fitted)


# ---- Steps that come, move and go ----


def test_a_step_comes_in_after_the_current_one_and_can_be_taken_back():
    meeting = begun()

    added = meeting.do(commands.AddStep(title="Kage til Lone", minutes=10)).record

    assert [step.id for step in meeting.state.steps] == ["first", added, "second", "third"]
    assert meeting.view.behind == 600
    assert added
    assert meeting.journal.titles[added].title == "Kage til Lone"
    meeting.do(commands.Undo())
    assert [step.id for step in meeting.state.steps] == ["first", "second", "third"]


@pytest.mark.parametrize(
    ("press", "trouble"),
    [
        (commands.AddStep(title="Kage", minutes=0), "time_out_of_range"),
        (commands.AddStep(title="Kage", minutes=481), "time_out_of_range"),
        (commands.AddStep(title="  ", minutes=5), "name_empty"),
        (commands.AddStep(title="Kage", minutes=5, after="nowhere"), "no_such_step"),
        (commands.AddStep(title="Kage", minutes=5, after="first"), "step_is_past"),
        (commands.MoveStep(step="first", after="third"), "step_is_past"),
        (commands.MoveStep(step="second", after="third"), "step_is_past"),
        (commands.MoveStep(step="third", after="first"), "step_is_past"),
        (commands.MoveStep(step="third", after="third"), "no_such_step"),
        (commands.MoveStep(step="nowhere", after="third"), "no_such_step"),
        (commands.DropStep(step="second"), "step_is_past"),
        (commands.DropStep(step="nowhere"), "no_such_step"),
    ],
)
def test_only_what_is_to_come_can_be_changed(press, trouble):
    meeting = begun()
    meeting.do(commands.Next())

    assert meeting.refused(press).name == trouble


def test_a_step_moves_and_the_current_one_stays_the_current_one():
    meeting = begun()

    meeting.do(commands.MoveStep(step="third", after="first"))

    assert [step.id for step in meeting.state.steps] == ["first", "third", "second"]
    assert (meeting.view.step, meeting.view.behind) == ("first", 0)


def test_a_dropped_step_is_passed_over_and_no_longer_there():
    meeting = begun()
    meeting.do(commands.DropStep(step="second"))

    assert meeting.view.behind == -1800
    assert meeting.refused(commands.DropStep(step="second")).name == "no_such_step"
    assert meeting.do(commands.Next()).view.step == "third"
    assert meeting.do(commands.Back()).view.step == "first"


def test_who_led_a_step_is_said_as_it_was():
    meeting = begun()

    meeting.do(commands.SetLead(step="first", by="network", members=("dorthe", "dorthe")))

    assert meeting.state.led["first"].members == ("dorthe",)
    assert meeting.refused(commands.SetLead(step="nowhere", by="network")).name == "no_such_step"
    assert meeting.refused(commands.SetLead(step="first", by="network", members=("x",))).name == "no_such_member"


def test_what_is_over_takes_no_more_commands():
    meeting = begun()
    meeting.do(commands.Finish())

    for press in (commands.Next(), commands.Finish(), commands.WriteNote(text="Sent"), commands.Start()):
        assert meeting.refused(press).name == "already_finished"
    meeting.wait(5)
    assert (meeting.view.run_elapsed, meeting.view.planned) == (0, 0)

    other = begun()
    other.do(commands.Discard())
    for press in (commands.Next(), commands.Finish(), commands.WriteNote(text="Sent")):
        assert other.refused(press).name == "run_discarded"


def test_a_trouble_about_a_step_knows_its_title():
    meeting = begun()

    assert meeting.refused(commands.DropStep(step="first")).facts == {"step": "first", "title": "first"}


@given(
    spent=st.floats(0.1, 9.9),
    looks=st.lists(st.floats(0.05, 60), min_size=1, max_size=20),
)
def test_the_finish_stands_still_while_a_step_runs_in_time_wherever_in_a_second_it_began(spent, looks):
    meeting = begun(minutes=spent)
    meeting.do(commands.Next())
    finish = meeting.view.finish

    for seconds in looks:
        meeting.wait(seconds / 60)

        assert meeting.view.finish == finish
