"""The leaders of a network, from a date to a date, and the guests of a single session."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.model.trouble import Trouble

FIELD_LIMIT = 300


class Role(StrEnum):
    """A role that a member holds until another takes it. Hosting goes from meeting to meeting (`Session.host`)."""

    member = "member"
    chair = "chair"
    deputy = "deputy"
    host = "host"


SINGLE = frozenset({Role.chair, Role.deputy})  # held by one at a time


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A leader in the network. `left` is the first day on which they are no longer one."""

    id: str
    network: str
    name: str
    email: str = ""
    phone: str = ""
    workplace: str = ""
    title: str = ""
    role: Role = Role.member
    joined: date | None = None
    left: date | None = None


class Guest(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody present at one session only."""

    id: str
    session: str
    name: str
    workplace: str = ""


def belongs_on(member: Member, day: date) -> bool:
    """Whether the member is in the network on that day."""
    return (member.joined is None or member.joined <= day) and (member.left is None or day < member.left)


def roster(members: Iterable[Member], day: date) -> tuple[Member, ...]:
    """The members of that day, in the order given."""
    return tuple(member for member in members if belongs_on(member, day))


def checked(member: Member) -> Member:
    """The member as it is kept: spaces folded.

    Raises Trouble for no name, an e-mail without @, an endless field, or a last day before the first.
    """
    tidy = {name: " ".join(getattr(member, name).split()) for name in ("name", "email", "phone", "workplace", "title")}
    if not tidy["name"]:
        raise Trouble("name_empty")
    if tidy["email"] and "@" not in tidy["email"]:
        raise Trouble("invalid_email", email=tidy["email"])
    for name, value in tidy.items():
        if len(value) > FIELD_LIMIT:
            raise Trouble("value_too_long", field=name, limit=FIELD_LIMIT)
    if member.joined and member.left and member.left < member.joined:
        raise Trouble("left_before_joined")
    return msgspec.structs.replace(member, **tidy)


def given_name(name: str) -> str:
    """What the room calls somebody: the first word of the name (the wall shows no more)."""
    return name.split(maxsplit=1)[0] if name.split() else ""


def has_left(member: Member, day: date) -> bool:
    """Whether the member is gone on that day; who leaves later is still there."""
    return member.left is not None and member.left <= day


def with_role(members: Iterable[Member], holder: Member, day: date) -> tuple[Member, ...]:
    """What is kept when `holder` has the role that they have: they, and whoever gives up a role that only one holds.

    Who has left by that day keeps the role they left with.
    """
    given_up = tuple(
        msgspec.structs.replace(member, role=Role.member)
        for member in members
        if holder.role in SINGLE and member.role is holder.role and member.id != holder.id and not has_left(member, day)
    )
    return (*given_up, holder)
