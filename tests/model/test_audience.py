"""The one filter on every way out."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.audience import Audience, WayOut, allowed, may_leave, ways_out, widens
from facilitator.model.outcome import Note

WIDTH = [Audience.private, Audience.network, Audience.minutes]
notes = st.builds(
    Note, id=st.uuids().map(str), session=st.just("s"), text=st.text(min_size=1), audience=st.sampled_from(Audience)
)


@pytest.mark.parametrize("way", WayOut)
def test_private_words_leave_through_no_door_but_stay_in_the_cockpit(way):
    assert may_leave(Audience.private, way) is (way is WayOut.cockpit)


@pytest.mark.parametrize(
    "way", [WayOut.minutes, WayOut.agenda, WayOut.wall, WayOut.mail, WayOut.report, WayOut.calendar]
)
def test_words_for_the_network_never_come_into_minutes_nor_onto_the_wall_or_beyond(way):
    assert not may_leave(Audience.network, way)


@pytest.mark.parametrize("way", [WayOut.report, WayOut.calendar])
def test_nothing_reaches_the_sponsor_or_a_calendar_by_its_audience_alone(way):
    assert not any(may_leave(audience, way) for audience in Audience)


@pytest.mark.parametrize("way", WayOut)
def test_whatever_lets_narrower_words_through_lets_wider_ones_through_too(way):
    if way is WayOut.cockpit:
        assert all(may_leave(audience, way) for audience in Audience)
    assert [may_leave(audience, way) for audience in WIDTH] == sorted(may_leave(audience, way) for audience in WIDTH)


@given(st.lists(notes), st.sampled_from(WayOut))
def test_the_filter_keeps_what_may_leave_in_its_order_and_nothing_else(written, way):
    let_through = allowed(written, way)

    assert list(let_through) == [note for note in written if may_leave(note.audience, way)]
    if way is not WayOut.cockpit:
        assert all(note.audience is not Audience.private for note in let_through)


@pytest.mark.parametrize("audience", Audience)
def test_who_can_see_this_names_every_door_it_may_go_through(audience):
    assert set(ways_out(audience)) == {way for way in WayOut if may_leave(audience, way)}
    assert WayOut.cockpit in ways_out(audience)


@given(st.sampled_from(Audience), st.sampled_from(Audience))
def test_more_readers_is_wider_and_never_both_ways(was, becomes):
    assert widens(was, becomes) == (WIDTH.index(becomes) > WIDTH.index(was))
    assert not (widens(was, becomes) and widens(becomes, was))
    assert set(ways_out(was)) < set(ways_out(becomes)) or not widens(was, becomes)


def test_an_audience_is_kept_by_its_name():
    assert msgspec.json.encode(Audience.network) == b'"network"'
