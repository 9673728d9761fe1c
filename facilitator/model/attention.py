"""What asks for the facilitator in the days to come, most urgent first: what the home page opens with."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Union

import msgspec

from facilitator.model.network import Network
from facilitator.model.outcome import Action, ActionState
from facilitator.model.session import Session, SessionState

DAYS_AHEAD = 7


class MeetingRunning(msgspec.Struct, frozen=True):
    """A meeting is in progress, or was cut off."""

    network: Network
    session: Session


class MeetingSoon(msgspec.Struct, frozen=True):
    """A meeting within the week; `planned` is whether it has an agenda."""

    network: Network
    session: Session
    planned: bool


class MinutesWaiting(msgspec.Struct, frozen=True):
    """Minutes that are still a draft."""

    network: Network
    session: Session


class ActionsLate(msgspec.Struct, frozen=True):
    """Open actions that should have been done, earliest first."""

    network: Network
    actions: tuple[Action, ...]


class NoNextMeeting(msgspec.Struct, frozen=True):
    """A network that goes on, with no date to meet."""

    network: Network


Attention = Union[MeetingRunning, MeetingSoon, MinutesWaiting, ActionsLate, NoNextMeeting]  # noqa: UP007


def overdue(actions: Iterable[Action], today: date) -> tuple[Action, ...]:
    """The open actions whose day has passed, earliest first."""
    late = (action for action in actions if is_overdue(action, today))
    return tuple(sorted(late, key=lambda action: action.due or today))


def is_overdue(action: Action, today: date) -> bool:
    """Whether an action should have been done: open, and its day is before today."""
    return action.state is ActionState.open and action.due is not None and action.due < today


def soon(session: Session, now: datetime) -> bool:
    """Whether a planned meeting begins within the week (also one of earlier today, which nobody has started)."""
    day = session.starts_at.date()
    return session.state is SessionState.planned and now.date() <= day <= now.date() + timedelta(days=DAYS_AHEAD)


def in_order(items: Sequence[Attention]) -> tuple[Attention, ...]:
    """Running first, then meetings by when they begin, late actions, drafts, and networks without a date."""
    kinds: tuple[type, ...] = (MeetingRunning, MeetingSoon, ActionsLate, MinutesWaiting, NoNextMeeting)

    def key(item: Attention) -> tuple[int, str]:
        begins = item.session.starts_at.isoformat() if isinstance(item, MeetingSoon) else ""
        return kinds.index(type(item)), begins

    return tuple(sorted(items, key=key))
