"""A method is found by what somebody remembers of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.language import Language
from facilitator.library import Library, found
from facilitator.places import resources_folder

DANISH = Language.load("da", resources_folder() / "locale")
ENGLISH = Language.load("en", resources_folder() / "locale")
METHODS = Library(resources_folder()).methods()


def ids(text: str, language: Language = DANISH) -> list[str]:
    return [method.id for method in found(METHODS, text, language)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("indfly", "circle-of-influence"),
        ("INDFLYDELSES", "circle-of-influence"),
        ("kvarter sag", "quick-case"),
        ("Siden", "case-followup"),
        ("pressure-map", "pressure-map"),
    ],
)
def test_a_method_is_found_by_the_beginnings_of_its_words(text, first) -> None:
    assert ids(text)[0] == first


def test_a_title_comes_before_a_purpose() -> None:
    assert ids("pause")[0] == "break"


@pytest.mark.parametrize(
    ("typed", "spelled"), [("både", "baade"), ("nærvær", "naervaer"), ("føl", "foel"), ("a\u030a", "aa")]
)
def test_danish_letters_are_found_however_they_are_typed(typed, spelled) -> None:
    assert ids(typed) == ids(spelled)


def test_a_title_with_a_danish_letter_is_found_by_its_spelling() -> None:
    assert "commitments" in ids("naeste moede")


def test_it_is_searched_in_the_readers_language() -> None:
    assert "pressure-map" in ids("Pressure", ENGLISH)
    assert ids("Closing round", ENGLISH)[0] == "check-out"
    assert ids("Closing round", DANISH) == []


def test_a_purpose_finds_every_method_that_serves_it() -> None:
    assert {"pressure-map", "signals", "circle-of-influence"} <= set(ids("lette presset"))


def test_nothing_asked_for_is_everything() -> None:
    assert len(ids("  ")) == len(METHODS)


@given(st.text(max_size=40))
def test_any_text_finds_only_methods_and_each_once(text) -> None:
    hits = ids(text)

    assert len(hits) == len(set(hits))
    assert set(hits) <= {method.id for method in METHODS}
