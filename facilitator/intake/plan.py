"""What bringing a file in would do to the members there are: who is added, who is corrected, who stays as they are.

The same person is told by e-mail, else by name and workplace. What a file leaves blank is never emptied, and nobody who
has left comes back by standing in an old list: their details are corrected, their dates are not touched.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date

import msgspec

from facilitator.intake.progress import Tell, untold
from facilitator.intake.reading import FIELDS, Field, Row, Skipped
from facilitator.model.member import Member

_STAGES = 3  # of comparing, each some hundredths of a second for ten thousand lines
_Likeness = tuple[str, str, bool]  # name and workplace folded, and whether there is an e-mail


class Change(msgspec.Struct, frozen=True):
    """One field that a file corrects."""

    field: Field
    was: str
    becomes: str


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is used: who it is about (None for somebody new), what it changes, and whether they have left."""

    row: Row
    member: str | None = None
    changes: tuple[Change, ...] = ()
    has_left: bool = False

    @property
    def line(self) -> int:
        """Where the line stands in the file."""
        return self.row.line


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a file would do, each part in the order of the file."""

    added: tuple[Item, ...] = ()
    updated: tuple[Item, ...] = ()
    unchanged: tuple[Item, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def lines(self) -> tuple[Item | Skipped, ...]:
        """Everything in the order of the file, as a preview shows it."""
        every: tuple[Item | Skipped, ...] = (*self.added, *self.updated, *self.unchanged, *self.skipped)
        return tuple(sorted(every, key=lambda part: part.line))


def compare(
    rows: Sequence[Row], members: Sequence[Member], skipped: Iterable[Skipped] = (), tell: Tell = untold
) -> Plan:
    """What `rows` would do to `members` (all of one network). `skipped` are lines that the reading gave up already."""
    tell(0, _STAGES)
    once, twice = _without_doubles(rows)
    tell(1, _STAGES)
    known = _matched(once, members)
    tell(2, _STAGES)
    items = [_item(row, known.get(row.line)) for row in once]
    tell(_STAGES, _STAGES)
    return Plan(
        added=tuple(item for item in items if item.member is None),
        updated=tuple(item for item in items if item.changes),
        unchanged=tuple(item for item in items if item.member is not None and not item.changes),
        skipped=tuple(sorted((*skipped, *twice), key=lambda skip: skip.line)),
    )


def members_to_save(
    plan: Plan, members: Iterable[Member], *, network: str, joined: date | None, new_id: Callable[[], str]
) -> tuple[Member, ...]:
    """The members as they become: the new ones, who join on `joined`, and the corrected ones."""
    before = {member.id: member for member in members}
    new = [
        Member(id=new_id(), network=network, joined=joined, **{field: getattr(item.row, field) for field in FIELDS})
        for item in plan.added
    ]
    corrected = [
        msgspec.structs.replace(before[item.member], **{change.field: change.becomes for change in item.changes})
        for item in plan.updated
        if item.member is not None
    ]
    return (*new, *corrected)


def _item(row: Row, member: Member | None) -> Item:
    if member is None:
        return Item(row=row)
    changes = tuple(
        Change(field, was, becomes)
        for field in FIELDS
        if (becomes := getattr(row, field)) and _differs(field, was := getattr(member, field), becomes)
    )
    return Item(row=row, member=member.id, changes=changes, has_left=member.left is not None)


def _differs(field: Field, was: str, becomes: str) -> bool:
    """Whether a value says something else: an address in capitals or a phone in other groups of digits does not."""
    if field == "email":
        return folded(was) != folded(becomes)
    if field == "phone":
        return was.strip() != becomes and _dialled(was) != _dialled(becomes)
    return " ".join(was.split()) != becomes


def folded(text: str) -> str:
    """A text without case and superfluous spaces and with its letters composed, to be compared."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _dialled(phone: str) -> str:
    """What is dialled, without the groups that digits are written in."""
    return "".join(sign for sign in phone if sign.isalnum() or sign == "+")


def _without_doubles(rows: Sequence[Row]) -> tuple[list[Row], list[Skipped]]:
    """The rows with each person once, and the later ones, which name the line that counts."""
    once: list[Row] = []
    twice: list[Skipped] = []
    by_email: dict[str, Row] = {}
    by_likeness: dict[_Likeness, Row] = {}
    for row in rows:
        first = by_email.get(folded(row.email)) if row.email else None
        first = first or next((by_likeness[like] for like in _alike(row) if like in by_likeness), None)
        if first:
            twice.append(Skipped(line=row.line, reason="twice_in_file", row=row, facts={"first": first.line}))
            continue
        once.append(row)
        by_likeness[_likeness(row)] = row
        if row.email:
            by_email[folded(row.email)] = row
    return once, twice


def _matched(rows: Sequence[Row], members: Sequence[Member]) -> dict[int, Member]:
    """The member that each line is about, by line; each member at most once.

    In three rounds over the whole file, so that a sure sign anywhere in it goes before a weaker one further up: e-mail;
    name and workplace; name alone where one side has no workplace, if it can be nobody else. Whoever is still in the
    network goes before whoever has left.
    """
    order = {member.id: member for member in sorted(members, key=lambda member: member.left is not None)}
    place = {member: number for number, member in enumerate(order)}
    found: dict[int, Member] = {}
    by_email: dict[str, Member] = {}
    by_name: dict[str, list[Member]] = {}
    by_likeness: dict[_Likeness, list[Member]] = {}
    for member in order.values():
        by_email.setdefault(folded(member.email), member)
        by_name.setdefault(folded(member.name), []).append(member)
    for member in reversed(order.values()):
        by_likeness.setdefault(_likeness(member), []).append(member)
    free = dict(order)
    for row in rows:
        if row.email and folded(row.email) in by_email:
            found[row.line] = free.pop(by_email[folded(row.email)].id)
    for row in rows:
        if row.line not in found:
            like = [candidate for key in _alike(row) if (candidate := _next_free(by_likeness.get(key, []), free))]
            if like:
                found[row.line] = free.pop(min(like, key=lambda member: place[member.id]).id)
    left_over = [row for row in rows if row.line not in found]
    named = Counter(folded(row.name) for row in left_over)
    for row in left_over:
        if named[folded(row.name)] == 1:
            like = [m for m in by_name.get(folded(row.name), ()) if m.id in free and _may_be(row, m)]
            if len(like) == 1:
                found[row.line] = free.pop(like[0].id)
    return found


def _next_free(members: list[Member], free: Container[str]) -> Member | None:
    """The last of `members` that no line is about yet; those before it that are taken are dropped on the way."""
    while members and members[-1].id not in free:
        members.pop()
    return members[-1] if members else None


def _likeness(person: Row | Member) -> _Likeness:
    return folded(person.name), folded(person.workplace), bool(person.email)


def _alike(row: Row) -> tuple[_Likeness, ...]:
    """Who counts as the same by name and workplace.

    Two of one name with two addresses and no workplace are two people: nothing says otherwise.
    """
    name, workplace, has_email = _likeness(row)
    if has_email and not workplace:
        return ((name, workplace, False),)
    return (name, workplace, False), (name, workplace, True)


def _may_be(row: Row, member: Member) -> bool:
    """Whether a row and a member of one name can be the same: one has no workplace, and they have not two addresses."""
    one_workplace = bool(row.workplace) != bool(member.workplace.strip())
    return one_workplace and not (row.email and member.email)
