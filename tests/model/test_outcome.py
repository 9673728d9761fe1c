"""What a session leaves behind: texts as they are kept, and where a case may never go."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.audience import Audience
from facilitator.model.event import (
    Discarded,
    Event,
    Finished,
    GapRuled,
    Paused,
    Recorded,
    Slept,
    Started,
    Undone,
    can_be_undone,
    is_command,
    kind_of,
)
from facilitator.model.outcome import (
    TABLES,
    TEXT_LIMIT,
    AnyOutcome,
    checked_audience,
    checked_text,
    checked_words,
    table_of,
)
from facilitator.model.trouble import Trouble


@given(st.text(max_size=60))
def test_a_text_is_kept_without_blank_ends_or_refused(text):
    try:
        kept = checked_text(text)
    except Trouble as trouble:
        empty = text.strip() == ""
        refused = trouble.name
    else:
        assert kept == text.strip()
        return

    assert (refused, empty) in {("text_empty", True), ("text_unreadable", False)}


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", "text_empty"),
        (" \n\t", "text_empty"),
        ("x" * (TEXT_LIMIT + 1), "text_too_long"),
        ("\udc80", "text_unreadable"),
    ],
)
def test_a_text_that_can_not_be_kept_is_refused(text, trouble):
    with pytest.raises(Trouble) as raised:
        checked_text(text)

    assert raised.value.name == trouble


def test_a_text_as_long_as_may_be_is_kept_and_its_blank_ends_do_not_count():
    assert checked_text("  " + "å" * TEXT_LIMIT + "\n") == "å" * TEXT_LIMIT


@pytest.mark.parametrize("table", TABLES)
def test_only_a_photo_may_say_nothing_yet(table):
    if table == "photos":
        assert checked_words(table, " \n") == ""
    else:
        with pytest.raises(Trouble) as raised:
            checked_words(table, " \n")
        assert raised.value.name == "text_empty"
    assert checked_words(table, " Tavlen ") == "Tavlen"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("audience", Audience)
def test_a_case_is_never_for_the_minutes_and_everything_else_may_be(table, audience):
    if (table, audience) == ("cases", Audience.minutes):
        with pytest.raises(Trouble) as raised:
            checked_audience(table, audience)
        assert raised.value.name == "case_not_in_minutes"
    else:
        assert checked_audience(table, audience) is audience


@pytest.mark.parametrize("table", TABLES)
def test_whatever_is_left_behind_is_known_again_by_its_table(table):
    outcome = TABLES[table](id="id", session="s", text="Vi prøver")

    assert table_of(outcome) == table
    assert msgspec.json.decode(msgspec.json.encode(outcome), type=AnyOutcome) == outcome


@pytest.mark.parametrize(
    ("what", "kind", "command", "undoable"),
    [
        (Started(steps=()), "started", True, False),
        (Paused(), "paused", True, True),
        (GapRuled(was="pause"), "gap_ruled", True, True),
        (Recorded(table="notes", id="id", change="added", revision=1), "recorded", True, True),
        (Slept(gap=1, cause="sleep"), "slept", False, False),
        (Undone(seq=2), "undone", False, False),
        (Finished(), "finished", True, True),
        (Discarded(), "discarded", True, False),
    ],
)
def test_an_event_is_known_by_its_kind_and_what_can_be_taken_back_is_what_somebody_did(what, kind, command, undoable):
    event = Event("run", 2, 1000, 2000, what)

    assert kind_of(event) == kind
    assert (is_command(what), can_be_undone(what)) == (command, undoable)
    assert msgspec.json.decode(msgspec.json.encode(event), type=Event) == event
