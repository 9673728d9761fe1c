"""Groups: as even as can be, never one alone, and nobody is moved by whoever comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.groups import MOST, arrived, dealt, gone, joined
from facilitator.model.method import LARGEST_GROUP

TABLE = [f"p{number}" for number in range(LARGEST_GROUP)]
groups = st.builds(
    lambda count, size: dealt(TABLE[:count], size), st.integers(0, LARGEST_GROUP), st.sampled_from((2, 3, 4))
)


def sizes(count: int, size: int) -> list[int]:
    return [len(group) for group in dealt(TABLE[:count], size)]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, []), (1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (9, [2, 2, 2, 3]), (14, [2] * 7)],
)
def test_pairs_are_two_and_one_is_three_where_somebody_is_over(count, expected):
    assert sizes(count, 2) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(3, [3]), (4, [4]), (5, [2, 3]), (6, [3, 3]), (7, [3, 4]), (8, [2, 3, 3]), (9, [3, 3, 3]), (10, [3, 3, 4])],
)
def test_threes_become_two_or_four_where_it_does_not_go_up(count, expected):
    assert sizes(count, 3) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(2, [2]), (4, [4]), (5, [2, 3]), (6, [3, 3]), (7, [3, 4]), (9, [3, 3, 3]), (10, [3, 3, 4]), (13, [3, 3, 3, 4])],
)
def test_fours_are_never_more_and_as_even_as_can_be(count, expected):
    assert sizes(count, MOST) == expected


@given(st.integers(0, LARGEST_GROUP), st.sampled_from((2, 3, 4)))
def test_everybody_is_in_one_group(count, size):
    assert [person for group in dealt(TABLE[:count], size) for person in group] == TABLE[:count]


@pytest.mark.parametrize(
    ("count", "expected"), [(4, [4]), (5, [2, 3]), (6, [4, 2]), (7, [4, 3]), (8, [4, 4]), (9, [4, 2, 3])]
)
def test_two_pairs_go_together_and_nobody_leaves_a_pair(count, expected):
    pairs = dealt(TABLE[:count], 2)
    fours = joined(pairs)
    assert [len(group) for group in fours] == expected
    assert all(any(set(pair) <= set(four) for four in fours) for pair in pairs)


@given(groups)
def test_whoever_arrives_goes_to_the_smallest_group_and_nobody_is_moved(before):
    after = arrived(before, "late")
    assert [tuple(each for each in group if each != "late") for group in after] in ([*before], [()])
    joined_group = next(group for group in after if "late" in group)
    assert len(joined_group) - 1 <= min((len(group) for group in before), default=0)


@given(groups.filter(bool), st.data())
def test_whoever_goes_leaves_nobody_alone(before, data):
    whole = [person for group in before for person in group]
    person = data.draw(st.sampled_from(whole))

    after = gone(before, person)

    assert sorted(each for group in after for each in group) == sorted(each for each in whole if each != person)
    assert all(len(group) > 1 for group in after) or len(after) == 1
