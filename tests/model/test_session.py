"""A meeting's times, in its own zone, and the dates it was moved from."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.session import Session, begins, ends, local_time, moved_to
from facilitator.model.trouble import Trouble

dates = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31))


def session(starts_at: datetime = datetime(2026, 12, 8, 9, 0), minutes: int = 180, **fields: object) -> Session:
    return Session(id="s", network="n", number=4, starts_at=starts_at, minutes=minutes, **fields)


def test_a_meeting_begins_and_ends_by_the_clock_of_its_zone():
    december = session()

    assert begins(december).isoformat() == "2026-12-08T09:00:00+01:00"
    assert ends(december).isoformat() == "2026-12-08T12:00:00+01:00"
    assert begins(session(datetime(2026, 8, 25, 9, 0))).isoformat() == "2026-08-25T09:00:00+02:00"
    assert begins(session(zone="Atlantic/Faroe")).isoformat() == "2026-12-08T09:00:00+00:00"


@given(dates, st.integers(0, 600))
def test_a_meeting_lasts_its_minutes_in_real_time(starts_at, minutes):
    planned = session(starts_at, minutes)

    assert ends(planned).astimezone(UTC) - begins(planned).astimezone(UTC) == timedelta(minutes=minutes)


def test_a_meeting_through_the_night_when_clocks_go_back_ends_an_hour_sooner_on_the_wall():
    assert ends(session(datetime(2026, 10, 25, 1, 0))).isoformat() == "2026-10-25T03:00:00+01:00"


@given(st.lists(dates, min_size=1, max_size=8))
def test_a_meeting_that_is_moved_keeps_each_date_it_had_once(moves):
    meeting, had = session(), []
    for date in moves:
        if date != meeting.starts_at:
            had.append(meeting.starts_at)
        meeting = moved_to(meeting, date)

    assert meeting.starts_at == moves[-1]
    assert set(meeting.earlier) == set(had)
    assert len(meeting.earlier) == len(set(had))
    if had:
        assert meeting.earlier[-1] == had[-1]


def test_a_meeting_moved_to_where_it_is_stays_as_it_was():
    meeting = session()

    assert moved_to(meeting, meeting.starts_at) is meeting


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-01T09:00", datetime(2026, 12, 1, 9, 0)),
        (" 2026-12-01 09:00 ", datetime(2026, 12, 1, 9, 0)),
        ("2026-12-01T09:00:59.5", datetime(2026, 12, 1, 9, 0)),
        ("2026-12-01", datetime(2026, 12, 1, 0, 0)),
    ],
)
def test_a_local_time_is_read_to_the_minute(text, moment):
    assert local_time(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i morgen",
        "2026-13-01T09:00",
        "2026-02-30T09:00",
        "2026-12-01T09:00+01:00",
        "2026-12-01T09:00Z",
        "0026-12-01",
    ],
)
def test_a_time_that_is_none_or_tells_an_offset_is_refused(text):
    with pytest.raises(Trouble) as raised:
        local_time(text)

    assert (raised.value.name, raised.value.facts) == ("bad_date", {"text": text})


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_a_trouble(text):
    try:
        moment = local_time(text)
    except Trouble as trouble:
        refused = trouble.name
    else:
        refused = "bad_date" if moment.tzinfo is None else "an offset"

    assert refused == "bad_date"
