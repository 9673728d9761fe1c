"""The door: the bytes of a file in, a `Reading` out, and a `Trouble` where there is no list of people in it."""

from itertools import islice

from facilitator.intake.cards import cards, is_vcard
from facilitator.intake.columns import KNOWN_HEADERS, columns_of, header_among
from facilitator.intake.decoding import Encoding, decoded
from facilitator.intake.reading import FIELDS, Choices, Columns, Reading, Row, Skipped
from facilitator.intake.records import Record, likeliest_delimiter, named_delimiter, records
from facilitator.intake.rows import parted, row_of, sifted, tidy
from facilitator.model.trouble import Trouble

LARGEST = 20 * 1024 * 1024  # bytes; a list of everybody in a municipality is under two

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # xlsx and ods; xls
_PROBE = 65_536  # characters looked at for control signs
_STRAY = 4  # control signs that even the smallest list may have
_CONTROLS = dict.fromkeys(code for code in range(0x20) if chr(code) not in "\t\n\v\f\x1a")


def read(data: bytes, filename: str, choices: Choices | None = None) -> Reading:
    """What the file says and how it was understood; `choices` are the user's own where recognition was wrong.

    Raises Trouble: file_is_empty, file_too_large, file_is_a_spreadsheet, file_is_no_list (not text at all) or
    columns_not_recognised (neither headers nor e-mails tell what stands where; with chosen columns it is read).
    """
    choices = choices or Choices()
    if len(data) > LARGEST:
        raise Trouble("file_too_large", file=filename, megabytes=-(-len(data) // 2**20), limit=LARGEST // 2**20)
    if data.startswith(_SPREADSHEETS):
        raise Trouble("file_is_a_spreadsheet", file=filename)
    text, encoding = decoded(data, choices.encoding)
    if _is_binary(text):
        raise Trouble("file_is_no_list", file=filename)
    if not text.strip('\x00\x1a \t\n;,"'):
        raise Trouble("file_is_empty", file=filename)
    text = text.rstrip("\x00\x1a")
    return _vcards(text, encoding) if is_vcard(text) else _sheet(text, encoding, filename, choices)


def _is_binary(text: str) -> bool:
    """Whether more than one sign in fifty is a control sign: a few stray ones are only dropped."""
    probe = text[:_PROBE]
    return len(probe) - len(probe.translate(_CONTROLS)) > _STRAY + len(probe) // 50


def _vcards(text: str, encoding: Encoding) -> Reading:
    found = [
        sifted(row_of(card.line, card.values), broken=None if card.whole else "card_not_closed") for card in cards(text)
    ]
    rows, skipped = parted(found)
    return Reading(format="vcard", encoding=encoding, lines=_lines(text), rows=rows, skipped=skipped)


def _sheet(text: str, encoding: Encoding, filename: str, choices: Choices) -> Reading:
    delimiter = choices.delimiter or named_delimiter(text) or likeliest_delimiter(text, KNOWN_HEADERS)
    sheet = list(records(text, delimiter))
    at = header_among(sheet)
    header = sheet[at] if at is not None else Record(0, [])
    below = sheet if at is None else [record for record in sheet[at + 1 :] if record.cells != header.cells]
    if not below:
        raise Trouble("file_is_empty", file=filename)
    width = max(len(header.cells), *(len(record.cells) for record in islice(below, 1000)), 1)
    headers = tuple(tidy(cell) for cell in header.cells) + ("",) * (width - len(header.cells))
    columns = columns_of(headers, below) if choices.columns is None else _within(choices.columns, width)
    if choices.columns is None and columns == Columns():
        raise Trouble("columns_not_recognised", file=filename)
    rows, skipped = parted([_sifted(record, columns) for record in below])
    return Reading(
        format="csv",
        encoding=encoding,
        delimiter=delimiter,
        lines=_lines(text),
        header_line=header.line,
        headers=headers,
        columns=columns,
        rows=rows,
        skipped=skipped,
    )


def _sifted(record: Record, columns: Columns) -> Row | Skipped:
    cells = record.cells
    values: dict[str, str] = {
        field: " ".join(cells[at] for at in columns.of(field) if at < len(cells)) for field in FIELDS
    }
    row = row_of(record.line, values, name_is_whole=len(columns.name) == 1)
    return sifted(row, broken=None if record.whole else "quote_not_closed")


def _within(columns: Columns, width: int) -> Columns:
    """The chosen columns that the file still has: a choice made before the delimiter was changed may point past it."""
    return Columns(**{field: tuple(at for at in columns.of(field) if 0 <= at < width) for field in FIELDS})


def _lines(text: str) -> int:
    return len(text.rstrip("\n").split("\n"))
