"""The year of a network: August to July, as schools and their administrations count it."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import msgspec

from facilitator.model.session import Session, SessionState

FIRST_MONTH = 8
LEAST_DAYS = 150  # a line over fewer days than this would make a few weeks look like a year
WEEKS_BETWEEN = 4
USUAL_HOUR = time(9, 0)


class Year(msgspec.Struct, frozen=True):
    """From the first of August of `starts` to the end of July."""

    starts: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.starts, FIRST_MONTH, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.starts + 1, FIRST_MONTH - 1, 31)


class Stretch(msgspec.Struct, frozen=True):
    """The days that a line stands for, from its left end to its right one."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day lies, from 0 to 1; outside the stretch below 0 or above 1."""
        return (day - self.first).days / max(1, (self.last - self.first).days)


def year_of(day: date) -> Year:
    """The year that a day lies in."""
    return Year(day.year if day.month >= FIRST_MONTH else day.year - 1)


def year_shown(sessions: Iterable[Session], today: date) -> Year:
    """This year; where it has no meeting, that of the next one, else that of the last one."""
    this = year_of(today)
    days = sorted(each.starts_at.date() for each in sessions if each.state is not SessionState.cancelled)
    if not days or any(year_of(day) == this for day in days):
        return this
    return year_of(next((day for day in days if day >= today), days[-1]))


def meetings_in(sessions: Iterable[Session], year: Year) -> tuple[Session, ...]:
    """The meetings of a year that were or will be held, by date."""
    within = [
        each for each in sessions if each.state is not SessionState.cancelled and year_of(each.starts_at.date()) == year
    ]
    return tuple(sorted(within, key=lambda each: each.starts_at))


def stretch_of(meetings: Iterable[Session], year: Year, today: date) -> Stretch:
    """From the first of a year's meetings to the last, with today where that lies in the year."""
    days = [each.starts_at.date() for each in meetings]
    days += [today] if year_of(today) == year else []
    if not days or (max(days) - min(days)).days < LEAST_DAYS:
        return Stretch(year.first, year.last)
    return Stretch(min(days), max(days))


def proposed_moment(sessions: Iterable[Session], today: date) -> datetime:
    """When a next meeting may well be: some weeks after the last one at the same hour, and never in the past."""
    days = [each.starts_at for each in sessions if each.state is not SessionState.cancelled]
    moment = max(days) + timedelta(weeks=WEEKS_BETWEEN) if days else datetime.combine(today, USUAL_HOUR)
    while moment.date() <= today:
        moment += timedelta(weeks=1)
    return moment
