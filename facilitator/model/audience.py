"""Who may read a text, and the one filter that every way out goes through."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol, TypeVar


class Audience(StrEnum):
    """`minutes`: everyone who gets the minutes; `network`: members, never in minutes; `private`: this computer only."""

    minutes = "minutes"
    network = "network"
    private = "private"


class WayOut(StrEnum):
    """Every door through which words leave the cockpit. A new door is added here before it is built."""

    minutes = "minutes"
    agenda = "agenda"
    wall = "wall"
    mail = "mail"
    calendar = "calendar"
    clipboard = "clipboard"
    report = "report"
    run_sheet = "run_sheet"
    pack = "pack"
    cockpit = "cockpit"


# Which audiences a door lets through (practice.md 5.3, product.md "Audience"). The report goes to the sponsor, who is
# no reader of the minutes, so nothing reaches it by audience alone.
_LETS_THROUGH: dict[WayOut, frozenset[Audience]] = {
    WayOut.minutes: frozenset({Audience.minutes}),
    WayOut.agenda: frozenset({Audience.minutes}),
    WayOut.wall: frozenset({Audience.minutes}),
    WayOut.mail: frozenset({Audience.minutes}),
    WayOut.calendar: frozenset(),
    WayOut.clipboard: frozenset({Audience.minutes, Audience.network}),
    WayOut.report: frozenset(),
    WayOut.run_sheet: frozenset({Audience.minutes, Audience.network}),
    WayOut.pack: frozenset({Audience.minutes, Audience.network}),
    WayOut.cockpit: frozenset(Audience),
}

_WIDTH = {Audience.private: 0, Audience.network: 1, Audience.minutes: 2}


class HasAudience(Protocol):
    """Anything a session leaves behind."""

    @property
    def audience(self) -> Audience: ...


Kept = TypeVar("Kept", bound=HasAudience)


def may_leave(audience: Audience, way: WayOut) -> bool:
    """Whether words for this audience may go through this door."""
    return audience in _LETS_THROUGH[way]


def allowed(things: Iterable[Kept], way: WayOut) -> tuple[Kept, ...]:
    """Those of `things` that may go through this door: the one filter on every way out."""
    return tuple(thing for thing in things if may_leave(thing.audience, way))


def ways_out(audience: Audience) -> tuple[WayOut, ...]:
    """Every door that words for this audience may go through: the answer to "who can see this?"."""
    return tuple(way for way in WayOut if may_leave(audience, way))


def widens(was: Audience, becomes: Audience) -> bool:
    """Whether more people could read it afterwards; widening takes an act of its own (practice.md 5.1)."""
    return _WIDTH[becomes] > _WIDTH[was]
