"""Networks and their members: kept, found, and looked at from above for the first page."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from facilitator.model import member as members_
from facilitator.model.member import Member
from facilitator.model.network import Network, checked_name, checked_zone
from facilitator.model.session import Session
from facilitator.model.trouble import Trouble
from facilitator.store import rows
from facilitator.store.codec import MEMBERS, NETWORKS, SESSIONS
from facilitator.store.database import Database
from facilitator.store.find import id_starting


class NetworkOverview(msgspec.Struct, frozen=True, kw_only=True):
    """A network in the list: how many it has of each, and the meeting to come.

    `members` are those of today; `sessions` are all, also the cancelled; `overdue` are open actions past their date.
    """

    network: Network
    members: int
    sessions: int
    open_actions: int
    overdue: int
    next_session: Session | None


def list_networks(database: Database) -> tuple[Network, ...]:
    """All networks, in the order they were made."""
    return rows.select(database, NETWORKS, "ORDER BY rowid")


def any_network(database: Database) -> bool:
    """Whether there is one."""
    return database.row("SELECT 1 FROM networks LIMIT 1") is not None


def overviews(database: Database, now: datetime) -> tuple[NetworkOverview, ...]:
    """All networks with their counts, in the order they were made. `now` carries its zone."""
    return tuple(_overview(database, network, now) for network in list_networks(database))


def overview(database: Database, network_id: str, now: datetime) -> NetworkOverview:
    """One network with its counts. Raises Trouble("no_such_network")."""
    return _overview(database, get_network(database, network_id), now)


def get_network(database: Database, network_id: str) -> Network:
    """The network of exactly that id. Raises Trouble("no_such_network")."""
    found = rows.get(database, NETWORKS, network_id)
    if found is None:
        raise Trouble("no_such_network", name=network_id)
    return found


def find_network(database: Database, text: str) -> Network:
    """By id, by exact name, or by the beginning of an id. Raises Trouble("no_such_network") or ("ambiguous")."""
    if found := rows.get(database, NETWORKS, text):
        return found
    named = rows.select(database, NETWORKS, "WHERE name = ? LIMIT 2", (text.strip(),))
    if len(named) > 1:
        raise Trouble("ambiguous", name=text)
    if named:
        return named[0]
    network_id = id_starting(database, NETWORKS.name, text)
    if network_id is None:
        raise Trouble("no_such_network", name=text)
    return get_network(database, network_id)


def save_network(database: Database, network: Network) -> Network:
    """Keep the network, new or changed; as it is kept. Raises name_empty, value_too_long, name_taken or bad_zone."""
    tidy = replace(network, name=checked_name(network.name))
    checked_zone(tidy.zone)
    with database.atomic():
        if database.row("SELECT 1 FROM networks WHERE name = ? AND id <> ?", (tidy.name, tidy.id)):
            raise Trouble("name_taken", name=tidy.name)
        rows.save(database, NETWORKS, tidy)
    return tidy


def members_of(database: Database, network_id: str) -> tuple[Member, ...]:
    """All who are or were in the network, in the order they came in."""
    return rows.select(database, MEMBERS, "WHERE network = ? ORDER BY rowid", (network_id,))


def holders_of(database: Database, network_id: str) -> tuple[Member, ...]:
    """Those among them who hold a role."""
    return rows.select(database, MEMBERS, "WHERE network = ? AND role <> 'member' ORDER BY rowid", (network_id,))


def get_member(database: Database, member_id: str) -> Member:
    """The member of exactly that id. Raises Trouble("no_such_member")."""
    found = rows.get(database, MEMBERS, member_id)
    if found is None:
        raise Trouble("no_such_member")
    return found


def find_member(database: Database, text: str) -> Member:
    """By id or the beginning of one. Raises Trouble("no_such_member") or ("ambiguous")."""
    member_id = id_starting(database, MEMBERS.name, text)
    if member_id is None:
        raise Trouble("no_such_member")
    return get_member(database, member_id)


def save_member(database: Database, member: Member) -> Member:
    """Keep the member, new or changed; as it is kept. Raises what `member.checked` does."""
    return save_members(database, (member,))[0]


def save_members(database: Database, members: Iterable[Member]) -> tuple[Member, ...]:
    """Keep them all or none: the members of a file, for instance."""
    tidy = tuple(members_.checked(member) for member in members)
    rows.save_all(database, MEMBERS, tidy)
    return tidy


def remove_member(database: Database, member_id: str) -> None:
    """Put somebody who was entered by mistake in the bin; who leaves gets a date instead. Raises no_such_member."""
    if not rows.remove(database, MEMBERS, member_id):
        raise Trouble("no_such_member")


def _overview(database: Database, network: Network, now: datetime) -> NetworkOverview:
    today = now.astimezone(ZoneInfo(network.zone)).date().isoformat()
    counts: Any = database.row(
        """SELECT
            (SELECT count(*) FROM members WHERE network = ?1
                AND (joined IS NULL OR joined <= ?2) AND ("left" IS NULL OR "left" > ?2)),
            (SELECT count(*) FROM sessions WHERE network = ?1),
            (SELECT count(*) FROM actions WHERE network = ?1 AND state = 'open'),
            (SELECT count(*) FROM actions WHERE network = ?1 AND state = 'open' AND due < ?2)
        """,
        (network.id, today),
    )
    members, sessions, open_actions, overdue = counts
    return NetworkOverview(
        network=network,
        members=members,
        sessions=sessions,
        open_actions=open_actions,
        overdue=overdue,
        next_session=_next_session(database, network.id, now),
    )


def _next_session(database: Database, network_id: str, now: datetime) -> Session | None:
    """The meeting that runs, else the first one planned for today or later where it is held."""
    running = rows.select(database, SESSIONS, "WHERE network = ? AND state = 'running' LIMIT 1", (network_id,))
    if running:
        return running[0]
    # A day of slack: the earliest "today" anywhere on earth is a day behind the latest.
    least = (now.astimezone(UTC) - timedelta(days=1)).date().isoformat()
    planned = database.rows(
        f"""SELECT {SESSIONS.selected} FROM sessions
        WHERE network = ? AND state = 'planned' AND starts_at >= ? ORDER BY starts_at, id LIMIT 50""",
        (network_id, least),
    )
    sooner = map(SESSIONS.decoded_row, planned)
    return next((each for each in sooner if each.starts_at.date() >= now.astimezone(ZoneInfo(each.zone)).date()), None)
