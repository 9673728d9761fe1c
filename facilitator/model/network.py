"""A network: a group of leaders who meet, where it is in its life, and who answers for its data."""

from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from facilitator.model.trouble import Trouble

NAME_LIMIT = 200
DEFAULT_ZONE = "Europe/Copenhagen"


class Phase(StrEnum):
    """Where a network is in its life."""

    establishing = "establishing"
    running = "running"
    vitalising = "vitalising"
    handed_over = "handed_over"
    closed = "closed"


class Contact(msgspec.Struct, frozen=True):
    """Somebody who can be reached and is no member: the consultant, or who answers for the data."""

    name: str = ""
    email: str = ""
    phone: str = ""


class Body(msgspec.Struct, frozen=True):
    """Who is responsible for the network's data (dataansvarlig), and the adviser to ask (DPO)."""

    name: str = ""
    contact: Contact = Contact()
    adviser: Contact = Contact()


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """A network. `zone` is an IANA name: every meeting is planned in that local time. `language` is its documents'.

    `seating` is members' ids in the order in which they sit round the table (seating.py reads it).
    """

    id: str
    name: str
    field: str = ""
    municipality: str = ""
    home: bool = True
    phase: Phase = Phase.establishing
    zone: str = DEFAULT_ZONE
    language: Literal["da", "en"] = "da"
    body: Body = Body()
    consultant: Contact = Contact()
    seating: tuple[str, ...] = ()


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The facilitator at this computer: who is named as consultant in networks made here."""

    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""


def checked_name(name: str) -> str:
    """The name as it is kept: trimmed, inner spaces folded. Raises Trouble("name_empty") or ("value_too_long")."""
    folded = " ".join(name.split())
    if not folded:
        raise Trouble("name_empty")
    if len(folded) > NAME_LIMIT:
        raise Trouble("value_too_long", field="name", limit=NAME_LIMIT)
    return folded


def checked_contact(contact: Contact) -> Contact:
    """The contact as it is kept: spaces folded. Raises Trouble("invalid_email")."""
    name, email, phone = (" ".join(text.split()) for text in (contact.name, contact.email, contact.phone))
    if email and "@" not in email:
        raise Trouble("invalid_email", email=email)
    return Contact(name, email, phone)


def checked_zone(zone: str) -> ZoneInfo:
    """The zone of that IANA name. Raises Trouble("bad_zone")."""
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise Trouble("bad_zone", text=zone) from None
