"""The meeting of 8 December, played row by row: what the software must show, and must not do."""

from msgspec.structs import replace

from facilitator.live import commands
from facilitator.live.replan import proposed_giver, spare
from facilitator.live.rounds import Order, speakers
from facilitator.live.state import part_lengths
from facilitator.model.attendance import Status
from tests.live.builders import NINE, PEOPLE, Meeting, clock


def until_the_check_in_is_over() -> Meeting:
    """At 9.27, nine minutes late, in since-last."""
    meeting = Meeting(at=NINE.replace(hour=8, minute=55))
    meeting.do(commands.Attend(member="ib", status=Status.excused))
    meeting.till("9.00")
    meeting.do(commands.Start())
    meeting.till("9.06")
    meeting.do(commands.Next())
    meeting.till("9.27")
    meeting.do(commands.Next())
    return meeting


def until_the_case_needs_ten_more() -> Meeting:
    """At 10.39 in the case, the nine minutes found."""
    meeting = until_the_check_in_is_over()
    meeting.do(commands.Replan(policy="take", step="pressure-map"))
    for time in ("9.43", "9.48"):
        meeting.till(time)
        meeting.do(commands.Next())
    meeting.till("10.39")
    return meeting


def test_8_55_an_excuse_takes_one_line_and_the_round_goes_without_him():
    meeting = until_the_check_in_is_over()

    assert meeting.state.attendance["ib"] is Status.excused
    assert "ib" not in speakers(tuple(PEOPLE), meeting.state, Order.seating).waiting
    assert meeting.refused(commands.GiveTurn(member="ib")).name == "member_not_present"


def test_9_00_it_begins_with_one_press_though_two_are_missing():
    meeting = Meeting()

    meeting.do(commands.Start())

    assert (meeting.view.step, meeting.finish_at(), meeting.view.behind) == ("welcome", "12.00", 0)
    assert set(meeting.state.attendance.values()) == {Status.expected}


def test_9_07_and_9_20_who_comes_late_comes_last_in_the_round_and_nobodys_turn_moves():
    meeting = Meeting()
    meeting.do(commands.Start())
    meeting.till("9.06")
    meeting.do(commands.Next(), commands.GiveTurn(member="mette"))
    before = speakers(tuple(PEOPLE), meeting.state, Order.seating)
    meeting.till("9.07")
    meeting.do(commands.Attend(member="lone", status=Status.late))
    meeting.do(commands.GiveTurn(member="jonas"), commands.GiveTurn(member="aase"))
    meeting.till("9.20")

    meeting.do(commands.Attend(member="hassan", status=Status.late))

    after = speakers(tuple(PEOPLE), meeting.state, Order.seating)
    assert before.waiting == ("jonas", "aase", "birgitte", "claus", "dorthe", "hassan", "ib", "lone")
    assert (after.spoken, after.speaking) == (("mette", "jonas"), "aase")
    assert after.waiting == ("birgitte", "claus", "dorthe", "ib", "lone", "hassan")
    assert meeting.view.turn == "aase"


def test_9_27_behind_nine_minutes_and_one_step_can_give_them():
    meeting = until_the_check_in_is_over()

    assert (meeting.view.behind, meeting.finish_at()) == (9 * 60, "12.09")
    assert proposed_giver(meeting.state, 0) == "pressure-map"
    assert spare(meeting.state, "pressure-map", 0) == 15

    answer = meeting.do(commands.Replan(policy="take", step="pressure-map"))

    assert answer.view
    assert (answer.view.behind, meeting.finish_at()) == (0, "12.00")
    lengths = {step.id: step.planned // 60 for step in meeting.state.steps}
    assert lengths == {
        "welcome": 6,
        "check-in": 12,
        "since-last": 16,
        "case-followup": 5,
        "reflecting-team": 60,
        "break": 15,
        "pulse": 8,
        "pressure-map": 31,
        "commitments": 10,
        "check-out": 8,
    }


def test_10_21_hidden_or_not_time_goes_on_and_nothing_is_written():
    meeting = until_the_case_needs_ten_more()
    known = len(meeting.events)

    meeting.wait(minutes=4)

    assert len(meeting.events) == known
    assert meeting.runner.gap() is None


def test_10_39_ten_more_and_their_price_before_they_are_taken():
    meeting = until_the_case_needs_ten_more()
    ten = {"policy": "skip", "step": "pressure-map", "seconds": 600}
    known = len(meeting.events)

    price = meeting.do(commands.Price(**ten))

    assert len(meeting.events) == known
    assert price.prices == (("reflecting-team", 60, 70), ("pulse", 8, 0), ("pressure-map", 31, 29))
    assert price.view
    assert clock(price.view.finish) == "12.00"
    assert meeting.state.steps[4].planned == 60 * 60

    done = meeting.do(commands.Replan(**ten))

    assert done.view
    assert done.view == replace(price.view, seq=done.seq)
    assert meeting.finish_at() == "12.00"
    steps = {step.id: step for step in meeting.state.steps}
    assert steps["break"].planned == 15 * 60
    assert (steps["commitments"].planned, steps["check-out"].planned) == (10 * 60, 8 * 60)


def test_10_58_to_12_00_the_break_is_whole_and_it_ends_on_time():
    meeting = until_the_case_needs_ten_more()
    meeting.do(commands.Replan(policy="skip", step="pressure-map", seconds=600))
    meeting.till("10.58")
    meeting.do(commands.Next())
    assert meeting.view.step == "break"
    assert clock(meeting.view.finish - meeting.view.planned + meeting.view.remaining) == "11.13"

    meeting.till("11.13")
    meeting.do(commands.Next())
    assert meeting.view.step == "pressure-map"
    assert meeting.view.remaining == 29 * 60
    assert sum(part_lengths(meeting.state.step)) == 29 * 60
    assert all(length % 60 == 0 for length in part_lengths(meeting.state.step))

    for time, step in (("11.42", "commitments"), ("11.52", "check-out")):
        meeting.till(time)
        meeting.do(commands.Next())
        assert meeting.view.step == step
    meeting.till("12.00")
    meeting.do(commands.Finish())

    assert (meeting.finish_at(), meeting.view.behind, meeting.view.run_elapsed) == ("12.00", 0, 3 * 3600)
    assert meeting.state.attendance["ib"] is Status.excused
    assert meeting.state.attendance["mette"] is Status.present


def test_the_same_afternoon_minutes_late_can_not_come_from_what_is_protected():
    meeting = until_the_check_in_is_over()

    for step in ("break", "commitments", "check-out"):
        trouble = meeting.refused(commands.Replan(policy="take", step=step))
        assert (trouble.name, trouble.facts["spare"]) == ("step_cannot_give", 0)
