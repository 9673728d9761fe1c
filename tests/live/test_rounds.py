"""Rounds: the order is laid once, nobody is moved, and whoever comes late comes last."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.live.fold import fold
from facilitator.live.rounds import Speakers, order_of, share_of_two, speakers, talk_time, unheard
from facilitator.model.attendance import Status
from facilitator.model.event import Order
from tests.live.builders import PEOPLE, Meeting, acts, perform, travelled

SEATS = ("mette", "jonas", "aase", "birgitte", "claus")
FIVE = [commands.Attend(member=member, status=Status.absent) for member in PEOPLE if member not in SEATS]
orders = st.sampled_from(Order)


def begun() -> Meeting:
    """Five are here; nobody has spoken."""
    meeting = Meeting()
    meeting.do(commands.Start(), *FIVE)
    return meeting


def stands(meeting: Meeting, how: Order = Order.seating) -> Speakers:
    return speakers(tuple(PEOPLE), meeting.state, how)


def give(*members: str) -> list[commands.AnyCommand]:
    return [commands.GiveTurn(member=member) for member in members]


def test_a_round_by_seating_goes_as_they_sit():
    meeting = begun()
    assert stands(meeting) == Speakers(waiting=SEATS)
    assert stands(meeting).next == "mette"

    meeting.do(*give("mette", "jonas"))

    assert stands(meeting) == Speakers(spoken=("mette",), speaking="jonas", waiting=("aase", "birgitte", "claus"))


def test_a_round_by_seating_goes_on_from_whoever_began_it():
    meeting = begun()
    meeting.do(*give("aase"))

    assert stands(meeting).waiting == ("birgitte", "claus", "mette", "jonas")


def test_when_everybody_has_spoken_nobody_is_next():
    meeting = begun()
    meeting.do(*give(*SEATS), commands.EndTurn())

    assert stands(meeting) == Speakers(spoken=SEATS)
    assert stands(meeting).next is None


def test_another_part_is_another_round():
    meeting = begun()
    meeting.do(*(commands.Next() for _ in range(4)), *give("mette", "jonas"), commands.NextPart())

    assert stands(meeting) == Speakers(waiting=SEATS)


def test_back_in_a_step_its_round_goes_on_where_it_was():
    meeting = begun()
    meeting.do(*give("mette", "jonas"), commands.Next(), *give("claus"), commands.Back())

    assert stands(meeting) == Speakers(spoken=("mette", "jonas"), waiting=("aase", "birgitte", "claus"))


@pytest.mark.parametrize("how", Order)
def test_whoever_comes_late_comes_last_and_nobody_is_moved(how):
    meeting = begun()
    meeting.do(*give(stands(meeting, how).waiting[0]))
    before = stands(meeting, how)

    meeting.do(commands.Attend(member="lone", status=Status.late))
    meeting.do(commands.Attend(member="dorthe", status=Status.present))

    after = stands(meeting, how)
    assert (after.spoken, after.speaking) == (before.spoken, before.speaking)
    assert after.waiting == (*before.waiting, "lone", "dorthe")


def test_whoever_was_expected_and_is_marked_here_keeps_the_seat():
    meeting = begun()
    meeting.do(*give("mette"), commands.Attend(member="aase", status=Status.present))

    assert stands(meeting).waiting == ("jonas", "aase", "birgitte", "claus")


def test_whoever_was_expected_and_is_marked_late_had_not_come_until_now():
    meeting = begun()
    meeting.do(*give("mette"), commands.Attend(member="jonas", status=Status.late))

    assert stands(meeting).waiting == ("aase", "birgitte", "claus", "jonas")


def test_marked_late_after_having_spoken_changes_nothing():
    meeting = begun()
    meeting.do(*give("mette", "jonas", "aase"), commands.Attend(member="mette", status=Status.late))

    assert stands(meeting) == Speakers(spoken=("mette", "jonas"), speaking="aase", waiting=("birgitte", "claus"))


def test_in_the_next_round_whoever_was_late_has_a_seat_like_everybody():
    meeting = begun()
    meeting.do(*give("mette"), commands.Attend(member="jonas", status=Status.late), commands.Next())

    assert stands(meeting).waiting == SEATS


def test_whoever_goes_is_passed_over():
    meeting = begun()
    meeting.do(*give("mette"), commands.Attend(member="jonas", status=Status.left_early))

    assert stands(meeting).waiting == ("aase", "birgitte", "claus")


def test_a_late_arrival_taken_back_is_as_if_it_had_not_been():
    meeting = begun()
    meeting.do(*give("mette"))
    before = stands(meeting)
    meeting.do(commands.Attend(member="jonas", status=Status.late), commands.Undo())

    assert stands(meeting) == before


def test_the_least_heard_come_first_and_those_alike_as_they_sit():
    meeting = begun()
    for member, seconds in (("mette", 90), ("jonas", 30), ("birgitte", 30)):
        meeting.do(*give(member))
        meeting.wait(seconds=seconds)
    meeting.do(commands.Next())

    assert stands(meeting, Order.least_heard).waiting == ("aase", "claus", "jonas", "birgitte", "mette")


def test_what_is_said_in_a_round_does_not_change_its_order():
    meeting = begun()
    meeting.do(*give("mette"))
    meeting.wait(1)
    meeting.do(commands.Next())
    before = stands(meeting, Order.least_heard).waiting
    assert before == ("jonas", "aase", "birgitte", "claus", "mette")

    for member in before[:2]:
        meeting.do(*give(member))
        meeting.wait(9)

    assert stands(meeting, Order.least_heard).waiting == before[2:]


def test_a_random_order_is_the_same_each_time_it_is_asked_for_and_another_in_another_step():
    meeting = begun()
    first = stands(meeting, Order.random).waiting
    again = speakers(tuple(PEOPLE), fold(travelled(meeting.events)), Order.random).waiting
    others = set()
    for _ in range(3):
        meeting.do(commands.Next())
        others.add(stands(meeting, Order.random).waiting)

    assert first == again
    assert sorted(first) == sorted(SEATS)
    assert others - {first}


def passes(*members: str) -> list[commands.AnyCommand]:
    """The first lets the turn go by, and the next has it; and so on."""
    return [commands.GiveTurn(member=taker, instead_of=giver) for giver, taker in pairwise(members)]


def test_whoever_lets_the_turn_go_by_comes_last():
    meeting = begun()
    meeting.do(*give("mette", "jonas"), *passes("jonas", "aase"))

    assert stands(meeting) == Speakers(
        spoken=("mette",), speaking="aase", waiting=("birgitte", "claus", "jonas"), let_go=("jonas",)
    )


def test_the_first_in_the_round_may_let_it_go_by_before_anybody_has_spoken():
    meeting = begun()
    meeting.do(*passes("mette", "jonas"))

    assert stands(meeting) == Speakers(
        speaking="jonas", waiting=("aase", "birgitte", "claus", "mette"), let_go=("mette",)
    )


def test_whoever_lets_it_go_by_twice_has_said_pass():
    meeting = begun()
    meeting.do(*give("mette", "jonas", "aase"), *passes("aase", "birgitte", "claus", "birgitte"))
    assert stands(meeting).waiting == ("aase", "claus")

    meeting.do(*passes("birgitte", "aase"))

    assert stands(meeting) == Speakers(
        spoken=("mette", "jonas", "birgitte"), speaking="aase", waiting=("claus",), let_go=("birgitte", "claus")
    )


def test_a_turn_is_given_to_a_named_one_and_whoever_gave_it_keeps_one_for_later():
    meeting = begun()
    meeting.do(*give("mette"))
    meeting.wait(1)
    meeting.do(commands.GiveTurn(member="claus", instead_of="mette"))

    assert stands(meeting).speaking == "claus"
    assert stands(meeting).waiting == ("jonas", "aase", "birgitte", "mette")
    assert talk_time(meeting.state, meeting.runner.now()) == {"mette": 60, "claus": 0}

    meeting.do(*give("jonas", "aase", "birgitte", "mette"), commands.EndTurn())
    assert stands(meeting) == Speakers(spoken=("claus", "jonas", "aase", "birgitte", "mette"))


def test_a_turn_given_away_is_taken_back_by_undo():
    meeting = begun()
    meeting.do(*give("mette", "jonas"))
    before = stands(meeting)
    meeting.do(commands.GiveTurn(member="claus", instead_of="jonas"), commands.Undo())

    assert stands(meeting) == before
    assert meeting.view.turn == "jonas"


def test_turns_let_go_by_come_after_a_crash_as_before_it():
    meeting = begun()
    meeting.do(*give("mette", "jonas"), *passes("jonas", "aase"))

    assert speakers(tuple(PEOPLE), fold(travelled(meeting.events)), Order.seating) == stands(meeting)


@pytest.mark.parametrize(
    ("giver", "taker", "trouble"),
    [
        ("mette", "claus", "no_turn_to_give"),  # she has had hers
        ("aase", "aase", "no_turn_to_give"),
        ("ib", "claus", "no_turn_to_give"),  # he is away
        ("nobody", "claus", "no_such_member"),
        ("aase", "ib", "member_not_present"),
    ],
)
def test_only_a_turn_that_somebody_has_is_given_away_and_only_to_others_who_are_here(giver, taker, trouble):
    meeting = begun()
    meeting.do(*give("mette", "jonas"))

    assert meeting.refused(commands.GiveTurn(member=taker, instead_of=giver)).name == trouble


def test_whoever_comes_late_and_whoever_lets_it_go_by_stand_in_the_order_in_which_they_came_to_be_last():
    meeting = begun()
    meeting.do(*give("mette", "jonas"), *passes("jonas", "aase"))
    meeting.do(commands.Attend(member="lone", status=Status.late), *passes("aase", "birgitte"))

    assert stands(meeting).waiting == ("claus", "jonas", "lone", "aase")


@pytest.mark.parametrize("how", Order)
def test_sitting_down_elsewhere_moves_nobody_in_a_round_that_runs(how):
    meeting = begun()
    seats = tuple(PEOPLE)
    meeting.do(commands.GiveTurn(member=stands(meeting, how).waiting[0], how=how, seats=seats))
    before = stands(meeting, how)

    assert speakers(seats[::-1], meeting.state, how) == before

    meeting.do(commands.Next())
    assert speakers(seats[::-1], meeting.state, Order.seating).waiting == SEATS[::-1]


def test_somebody_who_has_no_seat_comes_late_and_last():
    meeting = begun()
    meeting.do(commands.GiveTurn(member="mette", how=Order.seating, seats=SEATS))
    meeting.do(commands.Attend(member="lone", status=Status.late))

    people = ("lone", *(person for person in PEOPLE if person != "lone"))
    assert speakers(people, meeting.state, Order.seating).waiting == (*SEATS[1:], "lone")


def test_the_order_of_a_round_is_known_after_a_crash_and_is_the_rounds_own():
    meeting = begun()
    assert order_of(meeting.state) is None
    meeting.do(commands.GiveTurn(member="mette", how=Order.random), *give("jonas"))

    assert order_of(fold(travelled(meeting.events))) is Order.random
    meeting.do(commands.Next())
    assert order_of(meeting.state) is None


def test_who_has_not_spoken_is_said_in_the_order_asked_for_and_of_those_alone_who_are_here():
    meeting = begun()
    meeting.do(*give("mette", "jonas"), *passes("jonas", "aase"), commands.Next(), *give("claus"))

    assert unheard(("jonas", "birgitte", "aase", "claus", "mette", "ib"), meeting.state) == ("jonas", "birgitte")


def test_a_turn_let_go_by_takes_no_talk_time():
    meeting = begun()
    meeting.do(*passes("mette", "jonas"))
    meeting.wait(1)

    assert talk_time(meeting.state, meeting.runner.now()) == {"mette": 0, "jonas": 60}
    assert share_of_two(meeting.state) is None


def test_a_correction_is_of_the_turn_that_was_spoken_in_and_not_of_one_let_go_by():
    meeting = begun()
    meeting.do(commands.GiveTurn(member="mette"))
    meeting.wait(1)
    meeting.do(commands.Next(), *passes("mette", "jonas"), *passes("aase", "jonas"))

    meeting.do(commands.CorrectTurn(member="mette", seconds=30))

    assert talk_time(meeting.state, meeting.runner.now())["mette"] == 30
    assert meeting.refused(commands.CorrectTurn(member="aase", seconds=30)).name == "no_turn"


@given(st.lists(acts, max_size=60), orders)
@settings(max_examples=150)
def test_in_any_round_everybody_who_is_here_has_one_place(performed, how):
    meeting = Meeting()
    meeting.do(commands.Start())

    for act in performed:
        perform(meeting, act)
        round_ = stands(meeting, how)
        placed = [*round_.spoken, *round_.waiting, *((round_.speaking,) if round_.speaking else ())]
        here = {member for member in PEOPLE if meeting.state.attendance[member] in {"expected", "present", "late"}}
        assert len(placed) == len(set(placed))
        assert here <= set(placed)
        assert set(round_.waiting) <= here


@given(st.lists(st.sampled_from(list(PEOPLE)), min_size=1, max_size=12), st.data(), orders)
@settings(max_examples=150)
def test_whatever_happens_to_attendance_those_who_wait_keep_their_order(taken, data, how):
    meeting = Meeting()
    meeting.do(commands.Start(), *give(*taken))
    before = stands(meeting, how).waiting
    member = data.draw(st.sampled_from(list(PEOPLE)))

    meeting.do(commands.Attend(member=member, status=data.draw(st.sampled_from(Status))))

    after = stands(meeting, how).waiting
    assert [person for person in after if person != member] == [person for person in before if person != member]
    assert member not in after or after.index(member) in {
        len(after) - 1,
        *(i for i, p in enumerate(before) if p == member),
    }
