"""Meetings: planned, moved, copied and cancelled; their agenda, their guests, and who is expected."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from facilitator.model.agenda import Step
from facilitator.model.attendance import Attendance, Status, attendance_id
from facilitator.model.ids import IdMaker, new_id
from facilitator.model.member import Guest, Role, roster
from facilitator.model.network import checked_zone
from facilitator.model.order import between
from facilitator.model.session import Session, SessionState, moved_to
from facilitator.model.trouble import Trouble
from facilitator.store import networks, rows
from facilitator.store.codec import ATTENDANCE, GUESTS, SESSIONS, STEPS
from facilitator.store.database import Database
from facilitator.store.find import id_starting


def sessions_of(database: Database, network_id: str) -> tuple[Session, ...]:
    """The network's meetings by date."""
    return rows.select(database, SESSIONS, "WHERE network = ? ORDER BY starts_at, id", (network_id,))


def get_session(database: Database, session_id: str) -> Session:
    """The meeting of exactly that id. Raises Trouble("no_such_session")."""
    found = rows.get(database, SESSIONS, session_id)
    if found is None:
        raise Trouble("no_such_session")
    return found


def find_session(database: Database, text: str) -> Session:
    """By id or the beginning of one. Raises Trouble("no_such_session") or ("ambiguous")."""
    session_id = id_starting(database, SESSIONS.name, text)
    if session_id is None:
        raise Trouble("no_such_session")
    return get_session(database, session_id)


def latest_draft(database: Database, network_id: str) -> Session | None:
    """The last meeting that was held, where its minutes are not approved yet."""
    rest = "WHERE network = ? AND state = 'held' ORDER BY starts_at DESC, id DESC LIMIT 1"
    found = rows.select(database, SESSIONS, rest, (network_id,))
    return found[0] if found and found[0].approved_on is None else None


def next_after(database: Database, session: Session) -> Session | None:
    """The network's first planned meeting after this one."""
    rest = "WHERE network = ? AND state = 'planned' AND starts_at > ? ORDER BY starts_at, id LIMIT 1"
    found = rows.select(database, SESSIONS, rest, (session.network, session.starts_at.isoformat()))
    return found[0] if found else None


def next_number(database: Database, network_id: str) -> int:
    """The number after the highest that a meeting of the network has."""
    highest = database.value("SELECT max(number) FROM sessions WHERE network = ?", (network_id,))
    return (highest or 0) + 1


def save_session(database: Database, session: Session) -> Session:
    """Keep the meeting, new or changed; as it is kept: the date it is moved from goes to its `earlier` ones.

    How far it has come (state, approval) has ways of its own: whoever looked at it before it began doesn't undo that.
    """
    checked_zone(session.zone)
    with database.atomic():
        networks.get_network(database, session.network)
        before = rows.get(database, SESSIONS, session.id)
        if before is not None:
            earlier = moved_to(before, session.starts_at).earlier
            session = replace(session, earlier=earlier, state=before.state, approved_on=before.approved_on)
        rows.save(database, SESSIONS, session)
    return session


def plan_session(database: Database, session: Session, steps: Sequence[Step]) -> Session:
    """Keep a meeting and its agenda, both or neither."""
    with database.atomic():
        kept = save_session(database, session)
        save_agenda(database, session.id, steps)
    return kept


def cancel_session(database: Database, session_id: str) -> Session:
    """The planned meeting won't be held. Raises Trouble("not_planned") for one that is running or was held."""
    return _in_state(database, session_id, SessionState.planned, SessionState.cancelled)


def uncancel_session(database: Database, session_id: str) -> Session:
    """The cancelled meeting will be held after all. Raises Trouble("not_planned") for any other."""
    return _in_state(database, session_id, SessionState.cancelled, SessionState.planned)


def copy_session(database: Database, session_id: str, starts_at: datetime, *, make_id: IdMaker = new_id) -> Session:
    """A new planned meeting with the same length, place and agenda, and the next number."""
    with database.atomic():
        model = get_session(database, session_id)
        copy = replace(
            model,
            id=make_id(),
            number=next_number(database, model.network),
            starts_at=starts_at,
            state=SessionState.planned,
            earlier=(),
            approved_on=None,
            leader="",
            minute_taker="",
            host="",
        )
        steps = [replace(step, id=make_id(), led=None) for step in agenda(database, session_id)]
        return plan_session(database, copy, steps)


def agenda(database: Database, session_id: str, run: str = "") -> tuple[Step, ...]:
    """The steps of a meeting in order; with a run's id also those that came in during it."""
    return rows.select(database, STEPS, "WHERE session = ? AND run IN ('', ?) ORDER BY place, id", (session_id, run))


def save_agenda(database: Database, session_id: str, steps: Sequence[Step]) -> None:
    """Make the agenda these steps in this order. Steps that stay where they are keep their place, so that what
    another computer has put between them stays there; what came in during a run is not touched.
    """
    with database.atomic():
        rest = "WHERE session = ? AND run = '' ORDER BY place"
        found = database.rows(f"SELECT id, place FROM steps {rest}", (session_id,))
        old: dict[str, str] = dict(found)
        kept = {step.id for step in steps}
        for step_id in old:
            if step_id not in kept:
                rows.remove(database, STEPS, step_id)
        for step, place in zip(steps, places_kept([old.get(step.id) for step in steps]), strict=True):
            rows.save(database, STEPS, step, {"session": session_id, "place": place, "run": ""})


def places_kept(places: Sequence[str | None]) -> tuple[str, ...]:
    """Rising places for a list whose members had these (None: had none), changing as few of them as can be."""
    staying = _longest_rising(places)
    result: list[str] = []
    for index, place in enumerate(places):
        if index in staying and place is not None:
            result.append(place)
            continue
        before = result[-1] if result else ""
        after = next((places[i] or "" for i in range(index + 1, len(places)) if i in staying), "")
        result.append(between(before, after))
    return tuple(result)


def guests_of(database: Database, session_id: str) -> tuple[Guest, ...]:
    """Who is at this one meeting only, in the order they were added."""
    return rows.select(database, GUESTS, "WHERE session = ? ORDER BY rowid", (session_id,))


def save_guest(database: Database, guest: Guest) -> Guest:
    """Keep the guest; as it is kept. Raises Trouble("name_empty") or ("no_such_session")."""
    tidy = replace(guest, name=" ".join(guest.name.split()), workplace=" ".join(guest.workplace.split()))
    if not tidy.name:
        raise Trouble("name_empty")
    get_session(database, guest.session)
    rows.save(database, GUESTS, tidy)
    return tidy


def remove_guest(database: Database, guest_id: str) -> None:
    """Put the guest in the bin, with how they were marked."""
    with database.atomic():
        for (marked,) in database.rows("SELECT id FROM attendance WHERE member = ?", (guest_id,)):
            rows.remove(database, ATTENDANCE, marked)
        rows.remove(database, GUESTS, guest_id)


def attendance_of(database: Database, session_id: str) -> tuple[Attendance, ...]:
    """Who is expected or came. Until the meeting begins that is the roster of its day; then it is frozen."""
    session = get_session(database, session_id)
    marked = rows.select(database, ATTENDANCE, "WHERE session = ? ORDER BY member", (session_id,))
    if session.state not in {SessionState.planned, SessionState.cancelled}:
        return marked
    known = {each.member: each for each in marked}
    members = roster(networks.members_of(database, session.network), session.starts_at.date())
    people = [(member.id, member.role) for member in members]
    people += [(guest.id, Role.member) for guest in guests_of(database, session_id)]
    return tuple(replace(known.get(person) or _expected(session_id, person), role=role) for person, role in people)


def expect(database: Database, session_id: str, person: str, status: Status) -> None:
    """Mark somebody before the meeting begins (excused, say). Raises no_such_member or minutes_approved."""
    with database.atomic():
        session = get_session(database, session_id)
        if session.approved_on is not None:
            raise Trouble("minutes_approved")
        if _role(database, session_id, person) is None:
            raise Trouble("no_such_member")
        mark(database, session_id, person, status)


def mark(database: Database, session_id: str, person: str, status: Status, *, role_of_today: bool = False) -> None:
    """Write how it is with one person, inside the caller's transaction; the role is the one held when first marked."""
    expected = _expected(session_id, person)
    before = rows.get(database, ATTENDANCE, expected.id)
    role = before.role if before and not role_of_today else _role(database, session_id, person) or Role.member
    rows.save(database, ATTENDANCE, replace(expected, status=status, role=role))


def _expected(session_id: str, person: str) -> Attendance:
    return Attendance(id=attendance_id(session_id, person), session=session_id, member=person)


def _role(database: Database, session_id: str, person: str) -> Role | None:
    """The role that a member holds now; a guest has none of their own. None for nobody we know."""
    role = database.value("SELECT role FROM members WHERE id = ?", (person,))
    if role is not None:
        return Role(role)
    guest = database.row("SELECT 1 FROM guests WHERE id = ? AND session = ?", (person, session_id))
    return Role.member if guest else None


def _in_state(database: Database, session_id: str, was: SessionState, becomes: SessionState) -> Session:
    with database.atomic():
        session = get_session(database, session_id)
        if session.state is not was:
            raise Trouble("not_planned")
        changed = replace(session, state=becomes)
        rows.save(database, SESSIONS, changed)
    return changed


def _longest_rising(places: Sequence[str | None]) -> frozenset[int]:
    """Where the longest strictly rising part of the places stands. Agendas are short: the plain way is fast enough."""
    chains: list[tuple[str, tuple[int, ...]]] = []
    for index, place in enumerate(places):
        if place is not None:
            chains.append((place, (*_longest(indices for last, indices in chains if last < place), index)))
    return frozenset(_longest(indices for _, indices in chains))


def _longest(chains: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return max(chains, key=len, default=())
