"""What day it is where the computer stands, and what that day asks for."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from facilitator.live.clock import Clock
from facilitator.model.attention import (
    ActionsLate,
    Attention,
    MeetingRunning,
    MeetingSoon,
    MinutesWaiting,
    NoNextMeeting,
    in_order,
    overdue,
    soon,
)
from facilitator.model.network import Phase
from facilitator.model.session import SessionState
from facilitator.store import networks, outcomes, sessions
from facilitator.store.database import Database
from facilitator.store.networks import NetworkOverview

GOING_ON = frozenset({Phase.establishing, Phase.running, Phase.vitalising})


def now_here(clock: Clock) -> datetime:
    """The moment, in the computer's own zone."""
    return datetime.fromtimestamp(clock.wall() / 1000, UTC).astimezone()


def today_there(clock: Clock, zone: ZoneInfo) -> date:
    """The date in a network's zone."""
    return datetime.fromtimestamp(clock.wall() / 1000, zone).date()


def overviews(database: Database, now: datetime) -> tuple[NetworkOverview, ...]:
    """All networks: those that go on by their next meeting, those without one after them, then those that are over."""

    def key(overview: NetworkOverview) -> tuple[bool, bool, str]:
        coming = overview.next_session
        begins = coming.starts_at.isoformat() if coming else ""
        return overview.network.phase not in GOING_ON, coming is None, begins

    return tuple(sorted(networks.overviews(database, now), key=key))


def attention(
    database: Database, now: datetime, overviews: Iterable[NetworkOverview] | None = None
) -> tuple[Attention, ...]:
    """What asks for the facilitator in the days to come, most urgent first; `overviews` where they are known."""
    known = networks.overviews(database, now) if overviews is None else overviews
    return in_order([item for overview in known for item in _of_network(database, overview, now)])


def _of_network(database: Database, overview: NetworkOverview, now: datetime) -> Iterator[Attention]:
    network = overview.network
    if network.phase not in GOING_ON:
        return
    there = now.astimezone(ZoneInfo(network.zone))
    coming = overview.next_session
    if coming is not None and coming.state is SessionState.running:
        yield MeetingRunning(network, coming)
    elif coming is not None and soon(coming, there):
        yield MeetingSoon(network, coming, planned=bool(sessions.agenda(database, coming.id)))
    if overview.overdue:
        yield ActionsLate(network, overdue(outcomes.open_actions(database, network.id), there.date()))
    draft = sessions.latest_draft(database, network.id)
    if draft is not None:
        yield MinutesWaiting(network, draft)
    if coming is None and overview.sessions:
        yield NoNextMeeting(network)
