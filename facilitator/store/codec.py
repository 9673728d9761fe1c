"""How each kind of value lies in its table: one column a field, nested ones as JSON, yes and no as 1 and 0."""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from facilitator.model.agenda import Step
from facilitator.model.attendance import Attendance
from facilitator.model.member import Guest, Member
from facilitator.model.network import Network
from facilitator.model.outcome import Action, Case, Decision, Note, Parked, Photo
from facilitator.model.session import Session
from facilitator.store.database import Cell, Values

Value = TypeVar("Value", bound=msgspec.Struct)


class Table(Generic[Value]):
    """A table and the values it holds.

    `json` and `flags` name the columns that are not kept as they are; `beside` those that the value itself doesn't
    tell, which are handed over with it. Only `content` keeps its earlier values and counts its revisions.
    """

    def __init__(
        self,
        name: str,
        holds: type[Value],
        *,
        json: tuple[str, ...] = (),
        flags: tuple[str, ...] = (),
        beside: tuple[str, ...] = (),
        content: bool = False,
    ) -> None:
        self.name = name
        self.holds = holds
        self.json = frozenset(json)
        self.flags = frozenset(flags)
        self.fields = holds.__struct_fields__
        self._many = tuple[holds, ...]  # type: ignore[valid-type]
        self._prepared = tuple(field for field in self.fields if field in self.json or field in self.flags)
        self.columns = (*self.fields, *beside)
        self.content = content
        self.kept = (*self.columns, *(("revision",) if content else ()), "stamps")
        self.selected = ", ".join(f'"{column}"' for column in self.fields)

    def encoded(self, value: Value) -> Values:
        """The value as the cells of its columns."""
        plain = msgspec.to_builtins(value)
        return {field: self._cell(plain[field]) for field in self.fields}

    def decoded(self, cells: Mapping[str, Any]) -> Value:
        """The value that these cells tell; more of them than it has fields does no harm."""
        return self._value({field: cells[field] for field in self.fields})

    def decoded_row(self, row: tuple[Any, ...]) -> Value:
        """The value of a row that was read with `selected`."""
        return self._value(dict(zip(self.fields, row, strict=True)))

    def decoded_rows(self, rows: Iterable[tuple[Any, ...]]) -> tuple[Value, ...]:
        """The values of rows that were read with `selected`; those kept as they are, all at once: they may be many."""
        if self._prepared or self.holds.__struct_config__.tag_field is not None:
            return tuple(map(self.decoded_row, rows))
        fields = self.fields
        plain = [dict(zip(fields, row, strict=True)) for row in rows]
        values: tuple[Value, ...] = msgspec.convert(plain, self._many)
        return values

    def _value(self, plain: dict[str, Any]) -> Value:
        for field in self._prepared:
            plain[field] = self._plain(field, plain[field])
        tag = self.holds.__struct_config__
        if tag.tag_field is not None:
            plain[tag.tag_field] = tag.tag
        return msgspec.convert(plain, self.holds)

    def _cell(self, plain: Any) -> Cell:
        if isinstance(plain, dict | list | tuple):
            return msgspec.json.encode(plain).decode()
        return int(plain) if isinstance(plain, bool) else plain

    def _plain(self, field: str, cell: Any) -> Any:
        if field in self.json:
            return None if cell is None else msgspec.json.decode(cell)
        return bool(cell) if field in self.flags else cell


NETWORKS = Table("networks", Network, json=("body", "consultant", "seating"), flags=("home",))
MEMBERS = Table("members", Member)
GUESTS = Table("guests", Guest)
SESSIONS = Table("sessions", Session, json=("earlier",))
STEPS = Table(
    "steps",
    Step,
    json=("words", "lead", "led", "parts"),
    flags=("protected", "optional"),
    beside=("session", "place", "run"),
)
ATTENDANCE = Table("attendance", Attendance)
NOTES = Table("notes", Note, content=True)
DECISIONS = Table("decisions", Decision, content=True)
# `network` follows from the session; it stands in the row so that open actions are counted from an index alone.
ACTIONS = Table("actions", Action, json=("owners",), beside=("network",), content=True)
PARKED = Table("parked", Parked, content=True)
CASES = Table("cases", Case, flags=("may_travel",), content=True)
PHOTOS = Table("photos", Photo, content=True)

# Every table whose rows travel, by name, parents first.
TABLES: Mapping[str, Table[Any]] = {
    table.name: table
    for table in (
        NETWORKS,
        MEMBERS,
        SESSIONS,
        GUESTS,
        STEPS,
        ATTENDANCE,
        NOTES,
        DECISIONS,
        ACTIONS,
        PARKED,
        CASES,
        PHOTOS,
    )
}
OUTCOMES: Mapping[str, Table[Any]] = {name: table for name, table in TABLES.items() if table.content}
