"""How people sit: whoever has a seat comes first, whoever has none after, and nobody is there twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.seating import arranged, put, seated

people = st.lists(st.sampled_from("abcdefgh"), unique=True)


def test_those_with_a_seat_come_as_they_sit_and_the_rest_after_in_their_own_order():
    assert seated(("lone", "mette"), ("claus", "lone", "mette", "yusuf")) == ("lone", "mette", "claus", "yusuf")


def test_the_seat_of_somebody_who_has_left_falls_out():
    assert seated(("aase", "mette"), ("mette", "claus")) == ("mette", "claus")


@given(st.lists(st.sampled_from("abcdefgh")), people)
def test_everybody_who_is_there_has_one_place(seating, there):
    assert sorted(seated(seating, there)) == sorted(there)


@pytest.mark.parametrize(
    ("place", "expected"), [(0, "cabd"), (1, "acbd"), (2, "abcd"), (3, "abdc"), (-5, "cabd"), (9, "abdc")]
)
def test_somebody_is_put_at_a_place_and_the_others_keep_their_order(place, expected):
    assert "".join(put("abcd", "c", place)) == expected


def test_those_who_are_not_at_this_table_keep_their_seats_after_it():
    assert arranged(("mette", "aase", "claus"), ("claus", "mette")) == ("claus", "mette", "aase")
