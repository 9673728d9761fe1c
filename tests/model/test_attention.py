"""What asks for the facilitator, and how much of a meeting is led by whom."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.agenda import Kind, Lead, LeadBy, Step
from facilitator.model.attention import (
    ActionsLate,
    MeetingRunning,
    MeetingSoon,
    MinutesWaiting,
    NoNextMeeting,
    in_order,
    is_overdue,
    overdue,
    soon,
)
from facilitator.model.network import Network
from facilitator.model.outcome import Action, ActionState
from facilitator.model.session import Session, SessionState
from facilitator.model.share import Shares, consultant_percent, has_case, shares

TODAY = date(2026, 12, 8)
NETWORK = Network(id="n", name="Skoleledere i Vesterå")
DECEMBER = Session(id="s", network="n", number=4, starts_at=datetime(2026, 12, 8, 9, 0))

actions = st.builds(
    Action,
    id=st.uuids().map(str),
    session=st.just("s"),
    text=st.just("Ring"),
    due=st.none() | st.dates(date(2026, 11, 1), date(2027, 1, 31)),
    state=st.sampled_from(ActionState),
)
leads = st.builds(Lead, st.sampled_from(LeadBy))
steps = st.builds(
    Step,
    id=st.uuids().map(str),
    minutes=st.integers(0, 90),
    lead=leads,
    led=st.none() | leads,
    kind=st.sampled_from(Kind),
)


@given(st.lists(actions))
def test_late_is_what_is_open_and_should_have_been_done_before_today_earliest_first(promised):
    late = overdue(promised, TODAY)

    assert set(late) == {action for action in promised if is_overdue(action, TODAY)}
    assert [action.due for action in late] == sorted(action.due for action in late if action.due)
    assert all(action.state is ActionState.open and action.due and action.due < TODAY for action in late)


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_what_is_due_today_is_not_late(days, late):
    assert is_overdue(Action(id="a", session="s", text="Ring", due=TODAY + timedelta(days=days)), TODAY) is late


@pytest.mark.parametrize(("days", "is_soon"), [(-1, False), (0, True), (7, True), (8, False)])
def test_a_meeting_is_soon_from_a_week_before_until_its_day_is_over(days, is_soon):
    now = datetime(2026, 12, 8, 18, 0) - timedelta(days=days)

    assert soon(DECEMBER, now) is is_soon


@pytest.mark.parametrize("state", [SessionState.held, SessionState.cancelled, SessionState.running])
def test_only_a_planned_meeting_is_still_to_come(state):
    meeting = Session(id="s", network="n", number=4, starts_at=DECEMBER.starts_at, state=state)

    assert not soon(meeting, datetime(2026, 12, 8, 8, 0))


@given(st.randoms(use_true_random=False))
def test_what_is_most_urgent_comes_first(chance):
    later = Session(id="t", network="n", number=5, starts_at=datetime(2026, 12, 10, 9, 0))
    urgent = [
        MeetingRunning(NETWORK, DECEMBER),
        MeetingSoon(NETWORK, DECEMBER, planned=True),
        MeetingSoon(NETWORK, later, planned=False),
        ActionsLate(NETWORK, ()),
        MinutesWaiting(NETWORK, DECEMBER),
        NoNextMeeting(NETWORK),
    ]
    shuffled = list(urgent)
    chance.shuffle(shuffled)

    assert list(in_order(shuffled)) == urgent


@given(st.lists(steps, max_size=10))
def test_every_minute_is_led_by_somebody(agenda):
    of = shares(agenda)
    percent = consultant_percent(of)

    assert of.total == sum(step.minutes for step in agenda)
    assert (percent is None) == (of.total == 0)
    assert percent is None or (percent % 5 == 0 and 0 <= percent <= 100)
    assert has_case(agenda) == any(step.kind == "case" for step in agenda)


def test_how_it_was_led_goes_before_how_it_was_planned():
    planned = Step(id="one", minutes=30, lead=Lead(LeadBy.consultant))
    told = Step(id="two", minutes=20, lead=Lead(LeadBy.consultant), led=Lead(LeadBy.network))

    assert shares((planned, told)) == Shares(consultant=30, network=20)
    assert shares((planned, told), {"one": Lead(LeadBy.together)}) == Shares(together=30, network=20)


@pytest.mark.parametrize(
    ("of", "percent"),
    [
        (Shares(consultant=180), 100),
        (Shares(network=180), 0),
        (Shares(consultant=135, network=45), 75),
        (Shares(consultant=80, together=20, network=80), 50),
        (Shares(consultant=1, network=179), 0),
    ],
)
def test_the_consultants_share_counts_what_is_led_together_as_half(of, percent):
    assert consultant_percent(of) == percent
