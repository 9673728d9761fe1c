"""Turns: who has the word, for how long, and that it adds up."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.live.rounds import share_of_two, talk_time
from facilitator.model.attendance import Status
from tests.live.builders import PEOPLE, Meeting, perform, random_act


def begun() -> Meeting:
    meeting = Meeting()
    meeting.do(commands.Start())
    return meeting


def talked(meeting: Meeting) -> dict[str, int]:
    return dict(talk_time(meeting.state, meeting.runner.now()))


turns = st.lists(st.tuples(st.sampled_from(list(PEOPLE)), st.integers(0, 600), st.integers(0, 600)), max_size=20)


@given(turns)
def test_talk_time_adds_up_and_leaves_pauses_out(taken):
    meeting, spoken = begun(), dict.fromkeys(PEOPLE, 0)

    for member, before, after in taken:
        meeting.do(commands.GiveTurn(member=member))
        meeting.wait(seconds=before)
        meeting.do(commands.Pause())
        meeting.wait(seconds=77)
        assert meeting.view.turn_elapsed == before
        meeting.do(commands.Resume())
        meeting.wait(seconds=after)
        assert (meeting.view.turn, meeting.view.turn_elapsed) == (member, before + after)
        spoken[member] += before + after

    assert talked(meeting) == {member: seconds for member, seconds in spoken.items() if member in talked(meeting)}
    assert sum(talked(meeting).values()) == sum(spoken.values())


def test_giving_the_word_ends_the_turn_of_whoever_had_it():
    meeting = begun()
    meeting.do(commands.GiveTurn(member="mette"))
    meeting.wait(2)
    meeting.do(commands.GiveTurn(member="jonas"))
    meeting.wait(1)

    assert (meeting.view.turn, meeting.view.turn_elapsed) == ("jonas", 60)
    assert talked(meeting) == {"mette": 120, "jonas": 60}


@pytest.mark.parametrize("press", [commands.EndTurn(), commands.Next(), commands.Finish()])
def test_a_turn_ends_with_the_word_the_step_or_the_meeting(press):
    meeting = begun()
    meeting.do(commands.GiveTurn(member="mette"))
    meeting.wait(2)
    meeting.do(press)
    meeting.wait(5)

    assert meeting.view.turn is None
    assert talked(meeting) == {"mette": 120}


def test_next_part_ends_the_turn_too():
    meeting = begun()
    meeting.do(*(commands.Next() for _ in range(4)))
    meeting.do(commands.GiveTurn(member="dorthe"))
    meeting.wait(3)
    meeting.do(commands.NextPart())

    assert meeting.view.turn is None
    assert meeting.state.turns[-1].part == 0


def test_whoever_goes_loses_the_word_and_whoever_comes_does_not_take_it():
    meeting = begun()
    meeting.do(commands.GiveTurn(member="mette"))
    meeting.wait(1)
    meeting.do(commands.Attend(member="hassan", status=Status.late))
    assert meeting.view.turn == "mette"

    meeting.do(commands.Attend(member="mette", status=Status.left_early))

    assert meeting.view.turn is None
    assert talked(meeting) == {"mette": 60}


def test_a_turn_given_while_paused_counts_from_when_it_goes_on():
    meeting = begun()
    meeting.do(commands.Pause(), commands.GiveTurn(member="mette"))
    meeting.wait(5)
    meeting.do(commands.Resume())
    meeting.wait(1)

    assert meeting.view.turn_elapsed == 60


def test_a_turn_that_goes_on_is_corrected_and_goes_on_from_there():
    meeting = begun()
    meeting.do(commands.GiveTurn(member="mette"))
    meeting.wait(10)

    meeting.do(commands.CorrectTurn(member="mette", seconds=90))
    meeting.wait(1)

    assert meeting.view.turn_elapsed == 150
    assert meeting.view.elapsed == 660


def test_of_the_turns_that_are_over_the_latest_of_that_member_is_corrected():
    meeting = begun()
    for member in ("mette", "jonas", "mette", "jonas"):
        meeting.do(commands.GiveTurn(member=member))
        meeting.wait(1)
    meeting.do(commands.EndTurn(), commands.CorrectTurn(member="mette", seconds=5))

    assert [turn.used // 1000 for turn in meeting.state.turns] == [60, 60, 5, 60]
    assert talked(meeting) == {"mette": 65, "jonas": 120}


@pytest.mark.parametrize(
    ("press", "trouble"),
    [
        (commands.EndTurn(), "no_turn"),
        (commands.CorrectTurn(member="mette", seconds=5), "no_turn"),
        (commands.CorrectTurn(member="mette", seconds=-1), "time_out_of_range"),
        (commands.CorrectTurn(member="nobody", seconds=5), "no_such_member"),
        (commands.GiveTurn(member="nobody"), "no_such_member"),
        (commands.Attend(member="nobody", status=Status.present), "no_such_member"),
    ],
)
def test_the_word_goes_to_people_of_the_roster_and_only_a_turn_can_be_corrected(press, trouble):
    assert begun().refused(press).name == trouble


@pytest.mark.parametrize("status", [Status.absent, Status.excused, Status.left_early])
def test_whoever_is_not_here_is_not_given_the_word(status):
    meeting = begun()
    meeting.do(commands.Attend(member="ib", status=status))

    trouble = meeting.refused(commands.GiveTurn(member="ib"))

    assert (trouble.name, trouble.facts) == ("member_not_present", {"name": "Ib"})


def test_a_guest_who_is_welcomed_can_be_given_the_word():
    meeting = begun()
    meeting.runner.welcome("pia", "Pia Ravn")

    assert meeting.do(commands.GiveTurn(member="pia")).view.turn == "pia"


def test_who_is_still_expected_at_the_end_was_there_and_nobody_elses_mark_is_touched():
    meeting = begun()
    meeting.do(commands.Attend(member="ib", status=Status.excused), commands.Attend(member="lone", status=Status.late))
    meeting.do(commands.Finish())

    marks = meeting.state.attendance
    assert (marks["ib"], marks["lone"], marks["mette"]) == (Status.excused, Status.late, Status.present)
    meeting.do(commands.Undo())
    assert meeting.state.attendance["mette"] is Status.expected


def test_before_the_start_a_mark_is_kept_and_follows_into_the_run():
    meeting = Meeting()
    meeting.do(commands.Attend(member="ib", status=Status.excused))
    assert meeting.runner.attendance["ib"] is Status.excused
    assert meeting.events == []

    meeting.do(commands.Start())

    assert meeting.state.attendance["ib"] is Status.excused


@given(st.lists(st.tuples(st.sampled_from(list(PEOPLE)), st.integers(1, 300)), min_size=1, max_size=20))
@settings(max_examples=60)
def test_the_share_of_the_two_who_spoke_most_is_one_figure_without_a_name(taken):
    meeting, spoken = begun(), dict.fromkeys(PEOPLE, 0)
    for member, seconds in taken:
        meeting.do(commands.GiveTurn(member=member))
        meeting.wait(seconds=seconds)
        spoken[member] += seconds
    meeting.do(commands.Finish())

    most = sorted(spoken.values())[-2:]

    assert share_of_two(meeting.state) == round(100 * sum(most) / sum(spoken.values()))


def test_where_nobody_spoke_there_is_no_share():
    meeting = begun()
    meeting.do(commands.GiveTurn(member="mette"), commands.Finish())

    assert share_of_two(meeting.state) is None


@pytest.mark.parametrize("seed", range(4))
def test_nobody_talks_longer_than_the_meeting_and_nobody_less_than_nothing(seed):
    chance, meeting = Random(seed), begun()
    for _ in range(300):
        act = random_act(chance)
        if not isinstance(act, commands.CorrectTurn):
            perform(meeting, act)

    assert all(turn.used >= 0 for turn in meeting.state.turns)
    assert sum(talked(meeting).values()) <= meeting.view.run_elapsed
