"""Owners of actions, by the first letters of their names."""

import pytest

from facilitator.model.naming import last_begun, people_named
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


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("claus og lone", ("c", "l")),
        ("Claus, Lone og Dorthe", ("c", "l", "d")),
        ("do and cl", ("d", "c")),
        ("cl/lo", ("c", "l")),
        ("cl & lo + do", ("c", "l", "d")),
        ("Lone samt Claus", ("l", "c")),
    ],
)
def test_several_are_named_as_people_name_them(text: str, meant: tuple[str, ...]) -> None:
    assert people_named(text, PEOPLE) == meant


@pytest.mark.parametrize(
    ("text", "being_written"),
    [("", ""), ("cl", "cl"), ("Claus Friis, lo", "lo"), ("claus og m", "m"), ("og", "og"), ("claus o", "claus o")],
)
def test_the_last_name_is_the_one_that_is_being_written(text: str, being_written: str) -> None:
    assert text[last_begun(text) :] == being_written
