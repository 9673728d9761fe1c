"""The year that a network's meetings lie in."""

from datetime import date, datetime

import pytest

from facilitator.model.session import Session, SessionState
from facilitator.model.year import Year, meetings_in, proposed_moment, stretch_of, year_of, year_shown

TODAY = date(2026, 11, 30)


def meeting(day, state=SessionState.planned):
    return Session(
        id=f"{day}{state}", network="n", number=1, starts_at=datetime.fromisoformat(f"{day}T09:00"), state=state
    )


@pytest.mark.parametrize(("day", "starts"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (TODAY, 2026)])
def test_a_year_begins_in_august(day, starts):
    year = year_of(day)

    assert year == Year(starts)
    assert year.first <= day <= year.last


def test_this_year_is_shown_where_it_has_a_meeting():
    assert year_shown([meeting("2025-09-01"), meeting("2027-06-08"), meeting("2027-09-01")], TODAY) == Year(2026)


def test_without_a_meeting_this_year_the_next_one_decides_and_else_the_last():
    assert year_shown([meeting("2025-02-01"), meeting("2028-02-01")], TODAY) == Year(2027)
    assert year_shown([meeting("2024-02-01"), meeting("2025-02-01")], TODAY) == Year(2024)
    assert year_shown([], TODAY) == Year(2026)


def test_a_cancelled_meeting_is_no_part_of_the_year():
    planned = meeting("2026-12-08")

    assert meetings_in([meeting("2026-09-01", SessionState.cancelled), planned], Year(2026)) == (planned,)


def test_the_line_runs_from_the_first_meeting_to_the_last_and_holds_today():
    stretch = stretch_of([meeting("2026-08-25"), meeting("2027-06-08")], Year(2026), TODAY)

    assert stretch.at(date(2026, 8, 25)) == 0
    assert stretch.at(date(2027, 6, 8)) == 1
    assert 0 < stretch.at(TODAY) < 1


def test_a_few_weeks_are_shown_within_the_whole_year():
    stretch = stretch_of([meeting("2026-12-08")], Year(2026), TODAY)

    assert (stretch.first, stretch.last) == (Year(2026).first, Year(2026).last)


def test_a_next_meeting_is_proposed_four_weeks_after_the_last_at_its_hour_and_never_in_the_past():
    assert proposed_moment([meeting("2026-12-08")], TODAY) == datetime(2027, 1, 5, 9)
    assert proposed_moment([meeting("2026-09-01")], TODAY) == datetime(2026, 12, 1, 9)
    assert proposed_moment([meeting("2026-12-08", SessionState.cancelled)], TODAY) == datetime(2026, 12, 7, 9)
