"""Ids sort by when they were made, and are what the standard says."""

from random import Random
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.ids import new_id, repeatable_ids, uuid7

moments = st.integers(0, (1 << 48) - 1)
chances = st.integers(0, (1 << 74) - 1)


@given(moments, chances)
def test_every_id_is_a_valid_uuid_of_version_seven_that_tells_its_moment(milliseconds, chance):
    made = UUID(uuid7(milliseconds, chance))

    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == milliseconds


@given(moments, moments, chances, chances)
def test_ids_sort_as_text_by_when_they_were_made(one, two, first, second):
    if one != two:
        assert (uuid7(one, first) < uuid7(two, second)) == (one < two)


@given(moments, chances, chances)
def test_all_of_the_chance_is_in_the_id(milliseconds, one, two):
    assert (uuid7(milliseconds, one) == uuid7(milliseconds, two)) == (one == two)


def test_ids_made_now_are_all_different():
    made = [new_id() for _ in range(1000)]

    assert len(set(made)) == 1000
    assert {UUID(one).version for one in made} == {7}
    assert made[0][:8] <= made[-1][:8]


def test_repeatable_ids_are_the_same_again_and_rise():
    one, two = (repeatable_ids(Random(8), 1_796_716_800_000) for _ in range(2))
    made = [one() for _ in range(50)]

    assert made == [two() for _ in range(50)]
    assert made == sorted(made)
    assert made != [repeatable_ids(Random(9), 1_796_716_800_000)() for _ in range(50)]
