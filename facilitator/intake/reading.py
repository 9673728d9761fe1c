"""What was read out of a file of members: the lines that can be used, those that can't, and how it was understood."""

from typing import Literal, get_args

import msgspec

from facilitator.intake.decoding import Encoding

Field = Literal["name", "email", "phone", "workplace", "title"]
FIELDS: tuple[Field, ...] = get_args(Field)

DELIMITERS = (";", ",", "\t")

Reason = Literal[
    "no_name",
    "email_without_at",
    "unreadable",  # signs that mean nothing in the encoding
    "quote_not_closed",
    "card_not_closed",
    "value_too_long",
    "twice_in_file",
]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One person as the file has them, spaces folded. `line` is where the record begins; a file's first line is 1."""

    line: int
    name: str = ""
    email: str = ""
    phone: str = ""
    workplace: str = ""
    title: str = ""


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is not used, why, and what could be read of it.

    `facts` belong to the reason: `value_too_long` has `field` and `limit`; `twice_in_file` has `first`, the line
    that counts.
    """

    line: int
    reason: Reason
    row: Row
    facts: dict[str, str | int] = {}


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Which columns (from 0) make up each field. Several are joined by a space: first name, last name."""

    name: tuple[int, ...] = ()
    email: tuple[int, ...] = ()
    phone: tuple[int, ...] = ()
    workplace: tuple[int, ...] = ()
    title: tuple[int, ...] = ()

    def of(self, field: Field) -> tuple[int, ...]:
        """The columns of one field; none where the file has nothing for it."""
        columns: tuple[int, ...] = getattr(self, field)
        return columns


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What the user decides instead of leaving it to be recognised; None leaves it."""

    encoding: Encoding | None = None
    delimiter: str | None = None
    sheet: str | None = None
    columns: Columns | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A file of members, understood.

    `columns` are those that were used, `recognised` those that would be without a choice of the user's.
    `headers` are as written, one a column, and empty texts where the file has no header line (`header_line` is then 0).
    vCards have neither headers, columns nor delimiter. A workbook has no encoding but a sheet, and `sheets` are those
    that may be chosen instead, it among them.
    """

    format: Literal["csv", "vcard", "workbook"]
    lines: int
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    encoding: Encoding | None = None
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    header_line: int = 0
    headers: tuple[str, ...] = ()
    columns: Columns = Columns()
    recognised: Columns = Columns()

    def offered(self, field: Field) -> tuple[tuple[int, ...], ...]:
        """What a user can choose from for a field: columns that belong together, nothing, each column by itself.

        Whatever is chosen, each keeps its place, so that the arrow keys come to all of them.
        """
        together = (columns for columns in (self.recognised.of(field), self.columns.of(field)) if len(columns) > 1)
        single = ((column,) for column in range(len(self.headers)))
        return tuple(dict.fromkeys((*together, (), *single)))
