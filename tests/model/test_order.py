"""Places in an ordered list: there is always room, and nobody is renumbered."""

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.model.order import DIGITS, between, in_order, spread

places = st.text(DIGITS, min_size=1, max_size=8).filter(lambda place: not place.endswith("0"))


@given(places, places)
def test_there_is_always_a_place_between_two(one, two):
    assume(one != two)
    before, after = sorted((one, two))

    place = between(before, after)

    assert before < place < after
    assert not place.endswith("0")


@given(places)
def test_there_is_always_a_place_before_and_after(place):
    assert between("", place) < place < between(place, "")
    assert not between("", place).endswith("0")


def test_the_first_place_of_an_empty_list_has_room_on_both_sides():
    place = between("", "")

    assert between("", place) < place < between(place, "")


@pytest.mark.parametrize(("before", "after"), [("B", "A"), ("A", "A")])
def test_there_is_no_place_between_what_stands_the_wrong_way_round(before, after):
    with pytest.raises(ValueError, match="no place"):
        between(before, after)


@given(st.integers(0, 5000))
def test_places_for_a_list_rise_and_none_ends_in_nothing(count):
    spread_out = spread(count)

    assert len(spread_out) == count
    assert in_order(spread_out)
    assert not any(place.endswith("0") or place == "" for place in spread_out)


@pytest.mark.parametrize(("count", "width"), [(0, 0), (1, 1), (61, 1), (62, 2), (3843, 2), (3844, 3)])
def test_places_for_a_list_are_no_longer_than_they_need_to_be(count, width):
    assert max(map(len, spread(count)), default=0) == width


@given(st.randoms(use_true_random=False), st.integers(1, 80))
def test_putting_in_anywhere_again_and_again_keeps_the_list_in_order(chance, times):
    listed = list(spread(3))
    for _ in range(times):
        index = chance.randint(0, len(listed))
        before = listed[index - 1] if index else ""
        after = listed[index] if index < len(listed) else ""
        listed.insert(index, between(before, after))

    assert in_order(listed)


def test_a_hundred_inserts_at_one_point_stay_short():
    before, after = spread(2)
    for turn in range(100):
        place = between(before, after)
        before, after = (place, after) if Random(turn).random() < 0.5 else (before, place)

    assert before < after
    assert len(before) < 40
