"""The door: the bytes of a file in, a `Reading` out, and a `Trouble` where there is no list of people in it."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from facilitator.intake.cards import cards, is_vcard
from facilitator.intake.columns import KNOWN_HEADERS, columns_of, header_among
from facilitator.intake.decoding import Encoding, decoded
from facilitator.intake.kinds import Kind, is_other_text, kind_of
from facilitator.intake.progress import Tell, counted, part, untold
from facilitator.intake.reading import FIELDS, Choices, Columns, Field, Reading, Row, Skipped
from facilitator.intake.records import Record, likeliest_delimiter, named_delimiter, records
from facilitator.intake.rows import parted, row_of, sifted, tidy
from facilitator.model.trouble import Trouble

if TYPE_CHECKING:
    from facilitator.intake.workbook import Workbook

LARGEST = 20 * 1024 * 1024  # bytes; a list of everybody in a municipality is under two

_PROBE = 65_536  # characters looked at for control signs
_STRAY = 4  # control signs that even the smallest list may have
_CONTROLS = dict.fromkeys(code for code in range(0x20) if chr(code) not in "\t\n\v\f\x1a")
_PEEK = 60  # rows of a sheet looked at to see whether it is a list
_SPLIT = 40  # hundredths of the work after which the records are there


def read(data: bytes, filename: str, choices: Choices | None = None, tell: Tell = untold) -> Reading:
    """What the file says and how it was understood; `choices` are the user's own where recognition was wrong.

    Raises Trouble: file_is_empty, file_too_large, file_too_long, file_is_a_spreadsheet, file_is_locked,
    workbook_not_whole, file_is_no_list or columns_not_recognised (neither headers nor e-mails tell what stands where;
    with chosen columns it is read).
    """
    choices = choices or Choices()
    if len(data) > LARGEST:
        raise Trouble("file_too_large", file=filename, limit=LARGEST // 2**20)
    match kind_of(data):
        case Kind.workbook:
            return _workbook(data, filename, choices, tell)
        case Kind.other_spreadsheet:
            raise Trouble("file_is_a_spreadsheet", file=filename)
        case Kind.locked:
            raise Trouble("file_is_locked", file=filename)
        case Kind.no_list:
            raise Trouble("file_is_no_list", file=filename)
        case Kind.text:
            return _text(data, filename, choices, tell)


def _text(data: bytes, filename: str, choices: Choices, tell: Tell) -> Reading:
    text, encoding = decoded(data, choices.encoding)
    if _is_binary(text) or is_other_text(text):
        raise Trouble("file_is_no_list", file=filename)
    if not text.strip('\x00\x1a \t\n;,"'):
        raise Trouble("file_is_empty", file=filename)
    text = text.rstrip("\x00\x1a")
    return _vcards(text, encoding, tell) if is_vcard(text) else _csv(text, encoding, filename, choices, tell)


def _is_binary(text: str) -> bool:
    """Whether more than one sign in fifty is a control sign: a few stray ones are only dropped."""
    probe = text[:_PROBE]
    return len(probe) - len(probe.translate(_CONTROLS)) > _STRAY + len(probe) // 50


def _vcards(text: str, encoding: Encoding, tell: Tell) -> Reading:
    lines = _lines(text)
    found = [
        sifted(row_of(card.line, card.values), broken=None if card.whole else "card_not_closed")
        for card in cards(text, tell)
    ]
    rows, skipped = parted(found)
    return Reading(format="vcard", encoding=encoding, lines=lines, rows=rows, skipped=skipped)


def _csv(text: str, encoding: Encoding, filename: str, choices: Choices, tell: Tell) -> Reading:
    delimiter = choices.delimiter or named_delimiter(text) or likeliest_delimiter(text, KNOWN_HEADERS)
    lines = _lines(text)
    sheet = list(counted(records(text, delimiter), part(tell, 0, _SPLIT), lines))
    return _table(sheet, filename, choices, tell, format="csv", encoding=encoding, delimiter=delimiter, lines=lines)


def _workbook(data: bytes, filename: str, choices: Choices, tell: Tell) -> Reading:
    from facilitator.intake.workbook import Workbook

    tell(0, 1)
    book = Workbook(data, filename)
    likeness = {name: _likeness(sample) for name, sample in _samples(book)}
    if not likeness:
        raise Trouble("file_is_empty", file=filename)
    offered = tuple(name for name, like in likeness.items() if like) or tuple(likeness)
    name = choices.sheet if choices.sheet in offered else max(offered, key=likeness.__getitem__)
    sheet = list(counted(book.records(name), part(tell, 0, _SPLIT), book.rows(name)))
    return _table(sheet, filename, choices, tell, format="workbook", sheet=name, sheets=offered, lines=sheet[-1].line)


def _samples(book: "Workbook") -> Iterable[tuple[str, list[Record]]]:
    """The first rows of each sheet that has any."""
    for name in book.sheets:
        if sample := list(islice(book.records(name), _PEEK)):
            yield name, sample


def _likeness(sample: Sequence[Record]) -> int:
    """How much like a list of people a sheet looks: the fields that it has, if there are names among them."""
    _, headers, below = _headed(sample)
    columns = columns_of(headers, below) if below else Columns()
    return sum(bool(columns.of(field)) for field in FIELDS) if columns.name else 0


def _table(sheet: Sequence[Record], filename: str, choices: Choices, tell: Tell, /, **how: Any) -> Reading:
    """The records understood by their headers; `how` is what else the reading tells of the file."""
    line, headers, below = _headed(sheet)
    if not below:
        raise Trouble("file_is_empty", file=filename)
    recognised = columns_of(headers, below)
    columns = recognised if choices.columns is None else _within(choices.columns, len(headers))
    if choices.columns is None and columns == Columns():
        raise Trouble("columns_not_recognised", file=filename)
    told = counted(below, part(tell, _SPLIT, 100), len(below))
    # A line with nothing in any of these columns, such as a sum, is about nobody.
    rows, skipped = parted([found for record in told if (found := _sifted(record, columns))])
    return Reading(
        header_line=line,
        headers=headers,
        columns=columns,
        recognised=recognised,
        rows=rows,
        skipped=skipped,
        **how,
    )


def _headed(sheet: Sequence[Record]) -> tuple[int, tuple[str, ...], list[Record]]:
    """The line of the headers (0 for nowhere), a header for each column, and the records below."""
    at = header_among(sheet)
    header = sheet[at] if at is not None else Record(0, [])
    below = list(sheet) if at is None else [record for record in sheet[at + 1 :] if record.cells != header.cells]
    width = max(len(header.cells), *(len(record.cells) for record in islice(below, 1000)), 1)
    headers = tuple(tidy(cell) for cell in header.cells) + ("",) * (width - len(header.cells))
    return header.line, headers, below


def _sifted(record: Record, columns: Columns) -> Row | Skipped | None:
    values: dict[str, str] = {field: _value(record, field, columns.of(field)) for field in FIELDS}
    if record.whole and not any(values.values()):
        return None
    row = row_of(record.line, values, name_is_whole=len(columns.name) == 1)
    return sifted(row, broken=None if record.whole else "quote_not_closed")


def _value(record: Record, field: Field, columns: Iterable[int]) -> str:
    """What stands in a field's columns. An address may only be linked to: the cell says "Write to Mette"."""
    cells = record.cells
    value = " ".join([cells[at] for at in columns if at < len(cells)])
    if field == "email" and record.links and "@" not in value:
        return next((record.links[at] for at in columns if at in record.links), value)
    return value


def _within(columns: Columns, width: int) -> Columns:
    """The chosen columns that the file still has: a choice made before the delimiter was changed may point past it."""
    return Columns(**{field: tuple(at for at in columns.of(field) if 0 <= at < width) for field in FIELDS})


def _lines(text: str) -> int:
    return len(text.rstrip("\n").split("\n"))
