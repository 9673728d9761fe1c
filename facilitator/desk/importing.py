"""Members out of a file: looked at first, then brought in all at once."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from facilitator.intake import (
    LARGEST,
    Choices,
    Plan,
    Reading,
    Skipped,
    Tell,
    compare,
    members_to_save,
    part,
    read,
    untold,
)
from facilitator.language import Language, later
from facilitator.model.ids import IdMaker, new_id
from facilitator.model.member import Member
from facilitator.model.network import Network
from facilitator.model.trouble import Trouble
from facilitator.store import networks
from facilitator.store.database import Database

REASONS: Mapping[str, str] = {
    "no_name": later("it has no name"),
    "email_without_at": later("the e-mail has no @"),
    "unreadable": later("it has signs that can't be read"),
    "quote_not_closed": later("a quotation mark is missing"),
    "card_not_closed": later("the card does not end"),
    "value_too_long": later("a field is too long"),
    "twice_in_file": later("the same person stands in line {first}"),
}


_READ = 75  # hundredths of the work after which the file is read


class Preview(msgspec.Struct, frozen=True):
    """How a file was understood, and what bringing it in would do."""

    reading: Reading
    plan: Plan


def contents(file: Path) -> bytes:
    """The file's bytes, as far as it may be long. Raises Trouble("file_unreadable")."""
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError:
        raise Trouble("file_unreadable", name=file.name) from None


def preview(
    database: Database, network: str, file: Path, choices: Choices | None = None, tell: Tell = untold
) -> Preview:
    """What the file would do to the network's members. Changes nothing. Raises Trouble where it is no list."""
    reading = read(contents(file), file.name, choices, part(tell, 0, _READ))
    members = networks.members_of(database, network)
    return Preview(reading, compare(reading.rows, members, reading.skipped, part(tell, _READ, 100)))


def import_members(
    database: Database, network: Network, plan: Plan, *, today: date | None, make_id: IdMaker = new_id
) -> tuple[Member, ...]:
    """Bring in what the plan says, in one transaction. New members join on `today`, or have always been there."""
    members = networks.members_of(database, network.id)
    changed = members_to_save(plan, members, network=network.id, joined=today, new_id=make_id)
    return networks.save_members(database, changed)


def reason_of(skipped: Skipped, language: Language) -> str:
    """Why a line can't be used, in words."""
    return language.text(REASONS[skipped.reason], **skipped.facts)
