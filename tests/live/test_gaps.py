"""Time that nobody saw: sleep, a stopped program, and a wall clock that was set."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.live.fold import fold
from facilitator.live.journal import Seen
from facilitator.live.rounds import talk_time
from facilitator.model.agenda import Step
from facilitator.model.event import Slept
from tests.live.builders import Meeting, acts, parts, perform

HOUR = 3600
STEPS = (Step(id="case", minutes=60, parts=parts(20, 20, 20)), Step(id="close", minutes=30))


def begun(minutes: float = 10) -> Meeting:
    meeting = Meeting(STEPS)
    meeting.do(commands.Start())
    meeting.wait(minutes)
    return meeting


def test_a_sleep_counts_and_is_told_and_nothing_is_written_of_it_yet():
    meeting = begun()
    meeting.clock.sleep(300)

    assert meeting.view.elapsed == 900
    assert meeting.runner.gap() == Slept(gap=300_000, cause="sleep")
    assert len(meeting.events) == 1


def test_the_gap_is_written_with_the_next_command_and_is_then_no_longer_news():
    meeting = begun()
    meeting.clock.sleep(300)
    meeting.do(commands.WriteNote(text="Videre"))

    assert [type(event.what).__name__ for event in meeting.events] == ["Started", "Slept", "Recorded"]
    assert [event.seq for event in meeting.events] == [1, 2, 3]
    assert meeting.runner.gap() is None
    assert meeting.view.elapsed == 900


def test_a_refused_command_does_not_write_the_gap_either():
    meeting = begun()
    meeting.clock.sleep(300)

    assert meeting.refused(commands.Resume()).name == "not_paused"
    assert meeting.runner.gap()


def test_that_was_a_pause_takes_the_gap_out_of_the_step_and_it_can_be_said_otherwise_again():
    meeting = begun()
    meeting.clock.sleep(300)

    meeting.do(commands.RuleGap(was="pause"))
    assert (meeting.view.elapsed, meeting.view.run_elapsed) == (600, 900)
    assert meeting.refused(commands.RuleGap(was="pause")).name == "gap_already_ruled"

    meeting.do(commands.RuleGap(was="meeting"))
    assert meeting.view.elapsed == 900
    meeting.do(commands.RuleGap(was="pause"))
    assert meeting.view.elapsed == 600


def test_a_gap_can_be_ruled_two_steps_later_and_comes_out_of_the_step_it_was_in():
    meeting = begun()
    meeting.clock.sleep(300)
    meeting.do(commands.Next())
    meeting.wait(4)

    meeting.do(commands.RuleGap(was="pause"))

    assert meeting.view.elapsed == 240
    assert [step.used for step in meeting.state.steps] == [600_000, 0]
    assert meeting.do(commands.Back()).view.elapsed == 600


def test_a_gap_ruled_in_a_later_part_leaves_that_part_as_long_as_it_was():
    meeting = begun()
    meeting.clock.sleep(300)
    meeting.do(commands.NextPart())
    meeting.wait(2)
    assert meeting.view.part_elapsed == 120

    meeting.do(commands.RuleGap(was="pause"))

    assert (meeting.view.elapsed, meeting.view.part_elapsed) == (720, 120)


def test_a_gap_ruled_in_the_part_it_was_in_comes_out_of_that_part():
    meeting = begun()
    meeting.do(commands.NextPart())
    meeting.wait(2)
    meeting.clock.sleep(300)
    assert meeting.view.part_elapsed == 420

    meeting.do(commands.RuleGap(was="pause"))

    assert meeting.view.part_elapsed == 120


def test_of_two_gaps_the_latest_is_the_one_that_is_ruled():
    meeting = begun()
    meeting.clock.sleep(300)
    meeting.view  # noqa: B018 (a screen looks)
    meeting.wait(1)
    meeting.clock.sleep(60)

    meeting.do(commands.RuleGap(was="pause"))

    assert [event.what.gap for event in meeting.events if isinstance(event.what, Slept)] == [300_000, 60_000]
    assert meeting.view.elapsed == 600 + 300 + 60


def test_a_gap_while_paused_counts_nowhere_and_is_no_news():
    meeting = begun()
    meeting.do(commands.Pause())
    meeting.clock.sleep(300)

    assert meeting.runner.gap() is None
    assert meeting.refused(commands.RuleGap(was="pause")).name == "no_gap"
    meeting.do(commands.Resume())
    assert (meeting.view.elapsed, meeting.view.run_elapsed) == (600, 900)


def test_whoever_had_the_word_did_not_talk_while_the_lid_was_shut():
    meeting = begun()
    meeting.do(commands.GiveTurn(member="dorthe"))
    meeting.wait(1)
    meeting.clock.sleep(300)
    meeting.wait(1)
    meeting.do(commands.EndTurn())

    assert talk_time(meeting.state, meeting.runner.now()) == {"dorthe": 120}


def test_a_hiccup_is_no_gap():
    meeting = begun()
    for _ in range(10):
        meeting.clock.sleep(1)
        assert meeting.view.status == "running"
        assert meeting.runner.gap() is None

    assert meeting.view.elapsed == 610


def test_without_a_gap_there_is_nothing_to_rule():
    assert begun().refused(commands.RuleGap(was="pause")).name == "no_gap"


# ---- The wall clock ----


@given(st.lists(acts, max_size=30), st.integers(-10 * HOUR, 10 * HOUR))
@settings(max_examples=150)
def test_a_wall_clock_that_is_set_changes_no_length(performed, seconds):
    meeting = Meeting()
    meeting.do(commands.Start())
    for act in performed:
        perform(meeting, act)
    before = meeting.view

    meeting.clock.set_wall(meeting.clock.wall() + 1000 * seconds)

    after = meeting.view
    moved = after.start - before.start
    assert replace(after, start=0, finish=0, agreed=0, behind=0) == replace(
        before, start=0, finish=0, agreed=0, behind=0
    )
    assert after.finish - before.finish == moved
    if before.status in {"running", "paused"}:
        assert abs(moved - seconds) <= 2


def test_the_finish_is_told_by_the_clock_on_the_wall_as_it_is_now():
    meeting = begun()
    meeting.clock.set_wall(meeting.clock.wall() + 1000 * HOUR)

    assert meeting.finish_at() == "11.30"
    assert meeting.view.remaining == 50 * 60


# ---- A stopped program ----


def test_after_a_crash_the_gap_is_bridged_by_the_wall_clock_and_told():
    meeting = begun()
    meeting.runner.beat()

    meeting.killed(away=120)

    assert meeting.runner.gap() == Slept(gap=120_000, cause="stopped")
    assert (meeting.view.status, meeting.view.elapsed, meeting.view.run_elapsed) == ("running", 720, 720)
    assert len(meeting.events) == 1
    meeting.do(commands.RuleGap(was="pause"))
    assert meeting.view.elapsed == 600


def test_without_a_sign_of_life_the_gap_is_counted_from_the_last_event():
    meeting = begun()
    meeting.do(commands.WriteNote(text="Før"))
    meeting.wait(3)

    meeting.killed(away=60)

    assert meeting.runner.gap() == Slept(gap=60_000 + 180_000, cause="stopped")
    assert meeting.view.elapsed == 840


def test_a_sign_of_life_older_than_the_last_event_is_not_believed():
    meeting = begun()
    old = Seen(meeting.runner.now() - 300_000, meeting.clock.wall() - 300_000)
    meeting.do(commands.WriteNote(text="Siden"))

    meeting.journal.alive = old
    meeting.killed(away=60)

    assert meeting.runner.gap() == Slept(gap=60_000, cause="stopped")


@pytest.mark.parametrize(("away", "clock_set"), [(60, -61), (0, -3 * HOUR), (12 * HOUR + 1, 0), (60, 13 * HOUR)])
def test_a_gap_that_can_not_be_true_comes_back_paused_and_says_so(away, clock_set):
    meeting = begun()
    meeting.runner.beat()

    meeting.killed(away=away, clock_set=clock_set)

    gap = meeting.runner.gap()
    assert gap
    assert (gap.pauses, meeting.view.status, meeting.view.elapsed) == (True, "paused", 600)
    assert len(meeting.events) == 1
    meeting.do(commands.Resume())
    meeting.wait(1)
    assert (meeting.view.status, meeting.view.elapsed) == ("running", 660)
    assert fold(meeting.events) == meeting.runner.kept


def test_twelve_hours_are_still_believed():
    meeting = begun()
    meeting.runner.beat()
    meeting.killed(away=12 * HOUR)

    assert (meeting.view.status, meeting.view.elapsed) == ("running", 600 + 12 * HOUR)


def test_a_run_that_was_paused_comes_back_paused_with_nothing_to_tell():
    meeting = begun()
    meeting.do(commands.Pause())

    meeting.killed(away=300)

    assert meeting.runner.gap() is None
    assert (meeting.view.status, meeting.view.elapsed, meeting.view.run_elapsed) == ("paused", 600, 900)


def test_killed_again_and_again_nothing_is_lost_and_nothing_written():
    meeting = begun()
    for _ in range(5):
        meeting.runner.beat()
        meeting.killed(away=30)

    assert len(meeting.events) == 1
    assert meeting.view.elapsed == 600 + 150


def test_a_clock_set_before_the_crash_is_still_set_after_it():
    meeting = begun()
    meeting.clock.set_wall(meeting.clock.wall() + 600_000)
    meeting.runner.beat()
    before = meeting.view

    meeting.killed(away=60)

    assert meeting.view.finish == before.finish
    assert meeting.view.elapsed == before.elapsed + 60


@pytest.mark.parametrize("speed", [1.0, 60.0, 1000.0])
def test_a_run_at_speed_is_taken_up_at_its_speed(speed):
    meeting = Meeting(STEPS, speed=speed)
    meeting.do(commands.Start())
    meeting.wait(10)
    meeting.runner.beat()

    meeting.killed(away=2, speed=speed)

    assert meeting.view.elapsed == 600 + 2 * speed
    assert meeting.view.run_elapsed + meeting.view.planned == meeting.view.finish - meeting.view.start


def test_a_run_that_was_led_faster_keeps_its_start_when_it_is_taken_up_at_the_rooms_own_pace():
    meeting = Meeting(STEPS, speed=60)
    meeting.do(commands.Start())
    meeting.wait(10)
    meeting.runner.beat()
    start = meeting.view.start

    meeting.killed(away=2)
    meeting.wait(1)

    assert (meeting.view.start, meeting.view.elapsed) == (start, 662)


@given(st.lists(acts, max_size=40))
@settings(max_examples=100)
def test_killed_at_any_moment_it_comes_back_as_it_was(performed):
    meeting = Meeting()
    meeting.do(commands.Start())
    for act in performed:
        perform(meeting, act)
    kept, rows = meeting.runner.kept, dict(meeting.journal.rows)
    meeting.runner.beat()
    before = meeting.view

    meeting.killed()

    assert meeting.runner.kept == kept
    assert meeting.journal.rows == rows
    after = meeting.view
    assert (after.step, after.elapsed, after.run_elapsed) == (before.step, before.elapsed, before.run_elapsed)
    assert (after.planned, after.part, after.turn) == (before.planned, before.part, before.turn)


def test_a_sleep_noticed_by_a_screen_while_a_command_is_kept_is_not_lost():
    meeting = begun()
    keep = meeting.journal.append

    def slow_disk(*kept: object) -> None:
        meeting.clock.sleep(60)
        meeting.view  # noqa: B018 (the screen goes on looking)
        keep(*kept)

    meeting.journal.append = slow_disk
    meeting.do(commands.WriteNote(text="Langsomt"))
    meeting.journal.append = keep

    assert meeting.runner.gap() == Slept(gap=60_000, cause="sleep")
    meeting.do(commands.RuleGap(was="pause"))
    assert meeting.view.elapsed == 600
