"""What asks for the facilitator, each in two lines of words, with the one button that does something about it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from facilitator.language import Language
from facilitator.model.attention import (
    ActionsLate,
    Attention,
    MeetingRunning,
    MeetingSoon,
    MinutesWaiting,
    NoNextMeeting,
)
from facilitator.model.network import Network
from facilitator.model.session import Session, begins, ends
from ui.page import Destination, ToLive, ToMinutes, ToNetwork, ToPlanner

NAMED = 2  # late actions told one by one


class AttentionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing: its icon, what it is, the details, and where its button leads."""

    icon: str
    kind: str
    title: str
    detail: str
    button: str
    to: Destination


def attention_row(item: Attention, language: Language, now: datetime) -> AttentionRow:
    """The thing in words."""
    match item:
        case MeetingRunning():
            return _running(item, language)
        case MeetingSoon():
            return _soon(item, language, now)
        case ActionsLate():
            return _late(item, language)
        case MinutesWaiting():
            return _minutes(item, language)
        case NoNextMeeting():
            return _no_date(item, language)


def _running(item: MeetingRunning, language: Language) -> AttentionRow:
    return AttentionRow(
        icon="play",
        kind="accent",
        title=meeting_title(item.network, item.session, language),
        detail=language.text("The meeting is running. Everything up to now is saved."),
        button=language.text("Go to the meeting"),
        to=ToLive(item.session.id),
    )


def _soon(item: MeetingSoon, language: Language, now: datetime) -> AttentionRow:
    text, session = language.text, item.session
    today = now.astimezone(ZoneInfo(session.zone)).date()
    agenda = text("The agenda is ready.") if item.planned else text("The meeting has no agenda yet.")
    return AttentionRow(
        icon="calendar-clock-outline" if item.planned else "calendar-alert-outline",
        kind="accent" if item.planned else "late",
        title=meeting_title(item.network, session, language),
        detail=f"{when_and_where(session, today, language)}. {agenda}",
        button=text("Open the meeting") if item.planned else text("Plan the meeting"),
        to=ToPlanner(session.id),
    )


def _late(item: ActionsLate, language: Language) -> AttentionRow:
    told = [action.text.rstrip(".") for action in item.actions[:NAMED]]
    more = len(item.actions) - len(told)
    words = "; ".join(told) + (f"; {language.count('{n} more', '{n} more', more)}" if more else "")
    return AttentionRow(
        icon="handshake-outline",
        kind="late",
        title=language.count(
            "{n} action should have been done", "{n} actions should have been done", len(item.actions)
        ),
        detail=f"{item.network.name}: {words}.",
        button=language.text("See the actions"),
        to=ToNetwork(item.network.id, "actions"),
    )


def _minutes(item: MinutesWaiting, language: Language) -> AttentionRow:
    return AttentionRow(
        icon="file-document-outline",
        kind="accent",
        title=meeting_title(item.network, item.session, language),
        detail=language.text(
            "The minutes of {date} are a draft. Read them through before you share them.",
            date=language.date_written(item.session.starts_at.date()),
        ),
        button=language.text("Read the minutes"),
        to=ToMinutes(item.session.id),
    )


def _no_date(item: NoNextMeeting, language: Language) -> AttentionRow:
    text = language.text
    return AttentionRow(
        icon="calendar-alert-outline",
        kind="late",
        title=text("{network} has no next meeting", network=item.network.name),
        detail=text("Find a date while everyone remembers the last one."),
        button=text("Plan a meeting"),
        to=ToNetwork(item.network.id, "meetings"),
    )


def meeting_title(network: Network, session: Session, language: Language) -> str:
    """Which meeting: Skoleledere i Vesterå · møde 4."""
    return f"{network.name} · {language.text('meeting {n}', n=session.number)}"


def day_and_clock(session: Session, today: date, language: Language) -> str:
    """When, as in speech: I morgen kl. 9.00."""
    day = language.relative_day(session.starts_at.date(), today)
    told = language.text("{day} at {time}", day=day, time=language.clock(session.starts_at))
    return told[:1].upper() + told[1:]


def when_and_where(session: Session, today: date, language: Language) -> str:
    """When, until when and where: I morgen kl. 9.00–12.00, Højvang Skole."""
    day = language.relative_day(session.starts_at.date(), today)
    hours = f"{language.clock(begins(session))}\N{EN DASH}{language.clock(ends(session))}"
    told = language.text("{day} at {time}", day=day, time=hours)
    told = told[:1].upper() + told[1:]
    return f"{told}, {session.place}" if session.place else told
