"""A session: one meeting of a network, planned in local time, with the dates it was moved from."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec

from facilitator.model.network import DEFAULT_ZONE
from facilitator.model.trouble import Trouble

EARLIEST, LATEST = 1990, 2200


class SessionState(StrEnum):
    """Where a meeting is in its life."""

    planned = "planned"
    running = "running"
    held = "held"
    cancelled = "cancelled"


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting. `starts_at` is local time in `zone`, without an offset; `minutes` is the time available.

    `host` is a member's id. `leader` and `minute_taker` are names as the minutes say them ("" = the consultant).
    `corrections_by` and `approved_on` are dates of the minutes; `earlier` keeps the dates it was moved from.
    """

    id: str
    network: str
    number: int
    starts_at: datetime
    zone: str = DEFAULT_ZONE
    minutes: int = 180
    template: str = ""
    place: str = ""
    host: str = ""
    theme: str = ""
    leader: str = ""
    minute_taker: str = ""
    state: SessionState = SessionState.planned
    earlier: tuple[datetime, ...] = ()
    approved_on: date | None = None


def begins(session: Session) -> datetime:
    """When it is planned to begin, with its zone."""
    return session.starts_at.replace(tzinfo=ZoneInfo(session.zone))


def ends(session: Session) -> datetime:
    """When it is planned to end, with its zone; counted in real time across a change of summer time."""
    start = begins(session)
    zone = start.tzinfo
    return (start.astimezone(ZoneInfo("UTC")) + timedelta(minutes=session.minutes)).astimezone(zone)


def moved_to(session: Session, starts_at: datetime) -> Session:
    """The same meeting on another date; the date it had is kept, once."""
    if starts_at == session.starts_at:
        return session
    earlier = (*(at for at in session.earlier if at != session.starts_at), session.starts_at)
    return msgspec.structs.replace(session, starts_at=starts_at, earlier=earlier)


def local_time(text: str) -> datetime:
    """The local time that ISO text tells, to the minute. Raises Trouble("bad_date") also for one with an offset."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Trouble("bad_date", text=text) from None
    if moment.tzinfo is not None or not EARLIEST <= moment.year <= LATEST:
        raise Trouble("bad_date", text=text)
    return moment.replace(second=0, microsecond=0)
