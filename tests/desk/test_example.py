"""The example network: a year that any facilitator could have, and a December morning that ends at twelve."""

from datetime import UTC, date, datetime

import pytest

from facilitator.desk.example import DECEMBER, YEAR, make_example, play_demo, year_around
from facilitator.desk.meetings import meeting_of
from facilitator.desk.papers import document_bytes
from facilitator.desk.today import attention
from facilitator.language import Language
from facilitator.live.fold import fold
from facilitator.model.attendance import Status
from facilitator.model.attention import MeetingSoon
from facilitator.model.outcome import Action, Case, Decision, Note, Parked
from facilitator.model.session import SessionState
from facilitator.store import networks, sessions
from facilitator.store.check import check
from facilitator.store.runs import load_run
from tests.desk.conftest import DECEMBER_7, LOCALE


@pytest.mark.parametrize("code", ["da", "en"])
def test_the_december_meeting_ends_at_twelve_with_its_break_whole(database, library, code):
    session = play_demo(database, library, Language.load(code, LOCALE))
    meeting = meeting_of(database, session.id)
    minutes = {step.method: step.minutes for step in meeting.steps}
    assert session.state is SessionState.held
    assert meeting.state.status == "finished"
    assert minutes["break"] == 15
    assert minutes["reflecting-team"] == 70
    assert minutes["pressure-map"] == 29
    assert "pulse" not in minutes
    view = meeting.state.at(meeting.state.ended_at)
    assert (view.run_elapsed, view.behind) == (3 * 60 * 60, 0)


def test_who_came_late_or_not_at_all_is_known(database, library, danish):
    session = play_demo(database, library, danish)
    meeting = meeting_of(database, session.id)
    came = {meeting.people[each.member].split()[0]: each.status for each in meeting.attendance}
    assert came["Ib"] is Status.excused
    assert came["Lone"] is came["Hassan"] is Status.late
    assert came["Mette"] is Status.present
    assert Status.expected not in came.values()


def test_everything_that_a_meeting_can_leave_behind_is_left(database, library, danish):
    session = play_demo(database, library, danish)
    kinds = {type(outcome) for outcome in meeting_of(database, session.id).outcomes}
    assert kinds == {Note, Decision, Action, Parked, Case}


def test_the_demo_is_the_same_each_time(tmp_path, library, danish):
    from facilitator.store.database import open_store

    papers = []
    for name in ("one", "two"):
        database = open_store(tmp_path / f"{name}.facilitator")
        session = play_demo(database, library, danish)
        papers.append(document_bytes(database, session.id, "minutes", library, LOCALE))
        database.close()
    assert papers[0] == papers[1]


def test_the_example_has_its_fourth_meeting_within_the_week(database, library, danish):
    network = make_example(database, library, danish, LOCALE, today=DECEMBER_7)
    meetings = sessions.sessions_of(database, network)
    assert [meeting.state for meeting in meetings] == [SessionState.held] * 3 + [SessionState.planned] * 6
    assert all(meeting.approved_on for meeting in meetings[:3])
    assert meetings[DECEMBER].starts_at.date() == date(2026, 12, 8)
    items = attention(database, datetime(2026, 12, 7, 8, 0, tzinfo=UTC))
    assert [item.session.number for item in items if isinstance(item, MeetingSoon)] == [4]
    assert check(database) == ()


def test_a_second_example_gets_another_name(database, library, danish):
    for _ in range(2):
        make_example(database, library, danish, LOCALE, today=DECEMBER_7)
    assert len({network.name for network in networks.list_networks(database)}) == 2


@pytest.mark.parametrize("today", [date(2027, 2, day) for day in range(1, 9)])
def test_the_example_s_year_keeps_its_weekdays_and_distances(today):
    year = year_around(today)
    assert 1 <= (year[DECEMBER] - today).days <= 7
    assert [day.weekday() for day in year] == [day.weekday() for day in YEAR]
    assert {moved - day for moved, day in zip(year, YEAR, strict=True)} == {year[0] - YEAR[0]}


def test_what_was_played_is_what_the_store_folds_to(database, library, danish):
    session = play_demo(database, library, danish)
    loaded = load_run(database, session.id)
    assert loaded is not None
    assert fold(loaded.events) == meeting_of(database, session.id).state


def test_what_is_called_off_half_way_leaves_nothing(database, library, danish):
    class CalledOff(Exception):
        pass

    def after_two(done, _):
        if done == 2:
            raise CalledOff

    with pytest.raises(CalledOff):
        make_example(database, library, danish, LOCALE, today=DECEMBER_7, tell=after_two)

    assert networks.list_networks(database) == ()
    assert check(database) == ()
    assert make_example(database, library, danish, LOCALE, today=DECEMBER_7)
