"""Groups of a part: dealt once, the same after a crash, dealt anew on a key, and found again by undo."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.live.fold import fold
from facilitator.live.groups import groups_of
from facilitator.model.agenda import Kind, Part, Step
from facilitator.model.attendance import HERE, Status
from facilitator.model.groups import Groups
from tests.live.builders import PEOPLE, Meeting, acts, perform, travelled

SPEAKS = {
    "alone": ("silent", "pairs", "groups", "everyone"),
    "troika": ("trios", "trios", "trios"),
    "map": ("lead", "pairs", "everyone", "pairs"),
    "talk": (),
}


def met() -> Meeting:
    """A meeting of four steps; all nine are here, and the first part of the first step is over: pairs."""
    steps = [
        Step(
            id=name,
            kind=Kind.thinking,
            minutes=10 * max(1, len(speaks)),
            parts=tuple(Part(minutes=10, speaks=each) for each in speaks),
        )
        for name, speaks in SPEAKS.items()
    ]
    meeting = Meeting(steps)
    meeting.do(commands.Start())
    return meeting


def in_pairs() -> Meeting:
    meeting = met()
    meeting.do(commands.NextPart())
    return meeting


def groups(meeting: Meeting) -> Groups:
    return groups_of(tuple(PEOPLE), meeting.state, SPEAKS.get(meeting.state.step.id, ()))


def sizes(meeting: Meeting) -> list[int]:
    return [len(group) for group in groups(meeting)]


def leave(*members: str, status: Status = Status.absent) -> list[commands.AnyCommand]:
    return [commands.Attend(member=member, status=status) for member in members]


def test_there_are_groups_only_where_the_part_says_so():
    meeting = met()
    assert groups(meeting) == ()
    meeting.do(commands.NextPart())
    assert sizes(meeting) == [2, 2, 2, 3]


def test_those_who_are_away_are_in_no_group():
    meeting = met()
    meeting.do(*leave("ib", "claus", "lone"), commands.NextPart())

    assert sizes(meeting) == [2, 2, 2]
    assert {"ib", "claus", "lone"}.isdisjoint(member for group in groups(meeting) for member in group)


def test_the_groups_are_the_same_after_a_crash_however_the_people_are_listed():
    meeting = in_pairs()
    again = fold(travelled(meeting.events))

    assert groups_of(tuple(reversed(PEOPLE)), again, SPEAKS["alone"]) == groups(meeting)


def test_two_pairs_go_together_where_the_method_goes_from_pairs_to_fours():
    meeting = met()
    meeting.do(*leave("ib"), commands.NextPart())
    pairs = groups(meeting)

    meeting.do(commands.NextPart())

    assert groups(meeting) == (pairs[0] + pairs[1], pairs[2] + pairs[3])


def test_the_same_three_go_on_through_all_three_turns():
    meeting = met()
    meeting.do(commands.Next())
    threes = groups(meeting)
    assert [len(group) for group in threes] == [3, 3, 3]

    meeting.do(commands.NextPart(), commands.NextPart())

    assert groups(meeting) == threes


def test_pairs_after_something_else_are_other_pairs():
    meeting = met()
    meeting.do(commands.Next(), commands.Next(), commands.NextPart())
    first = groups(meeting)
    meeting.do(commands.NextPart(), commands.NextPart())

    assert sizes(meeting) == [2, 2, 2, 3]
    assert groups(meeting) != first


def test_dealt_anew_the_groups_are_others_and_undo_gives_back_those_before():
    meeting = in_pairs()
    first = groups(meeting)

    meeting.do(commands.DealGroups())
    second = groups(meeting)
    meeting.do(commands.DealGroups())
    third = groups(meeting)

    assert len({first, second, third}) == 3
    meeting.do(commands.Undo())
    assert groups(meeting) == second
    meeting.do(commands.Undo())
    assert groups(meeting) == first


def test_whoever_is_late_is_dealt_in_the_next_deal():
    meeting = met()
    meeting.do(*leave("ib"), commands.NextPart(), *leave("ib", status=Status.late))
    assert sizes(meeting) == [3, 2, 2, 2]

    meeting.do(commands.DealGroups())

    assert sizes(meeting) == [2, 2, 2, 3]


def test_a_deal_where_there_are_no_groups_is_refused():
    meeting = met()
    assert meeting.refused(commands.DealGroups()).name == "no_groups"


def test_whoever_comes_late_goes_to_the_smallest_group_and_nobody_is_moved():
    meeting = met()
    meeting.do(*leave("ib", "lone", "hassan"), commands.NextPart())
    before = groups(meeting)

    meeting.do(*leave("ib", "lone", status=Status.late))

    assert groups(meeting) == ((*before[0], "ib"), (*before[1], "lone"), before[2])


def test_whoever_is_left_alone_goes_to_another_group():
    meeting = in_pairs()
    first, second, *rest = groups(meeting)

    meeting.do(*leave(first[0], status=Status.left_early))

    assert groups(meeting) == ((*second, first[1]), *rest)


def test_back_in_the_step_the_groups_are_as_they_were():
    meeting = in_pairs()
    before = groups(meeting)
    meeting.do(commands.Next(), commands.Back())

    assert groups(meeting) == before


@given(st.lists(acts, max_size=60))
@settings(max_examples=150)
def test_whatever_is_pressed_everybody_who_is_here_is_in_one_group_and_nobody_else(performed):
    meeting = met()
    for act in (commands.NextPart(), *performed):
        perform(meeting, act)
        here = [member for member in PEOPLE if meeting.state.attendance[member] in HERE]
        found = groups(meeting)
        if found:
            assert sorted(member for group in found for member in group) == sorted(here)
            assert len(found) == 1 or all(len(group) > 1 for group in found)
