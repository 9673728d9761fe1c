"""Owners of actions, by the first letters of their names."""

import pytest

from facilitator.model.naming import people_named
from facilitator.model.trouble import Trouble

PEOPLE = {"c": "Claus Friis", "d": "Dorthe Lund", "l": "Lone Bech", "m": "Mette Sørensen", "n": "Mette Holm"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", ()),
        (" , ", ()),
        ("cl", ("c",)),
        ("Claus Friis, lo", ("c", "l")),
        ("d; d, Lund", ("d",)),
        ("mette s", ("m",)),
        ("bech", ("l",)),
    ],
)
def test_first_letters_are_enough(text: str, meant: tuple[str, ...]) -> None:
    assert people_named(text, PEOPLE) == meant


@pytest.mark.parametrize(
    ("text", "trouble"), [("Mette", "ambiguous"), ("Pia", "nobody_called"), ("claus, x", "nobody_called")]
)
def test_who_can_not_be_told_apart_is_asked_about(text: str, trouble: str) -> None:
    with pytest.raises(Trouble) as told:
        people_named(text, PEOPLE)
    assert told.value.name == trouble
