"""Members out of a workbook (.xlsx): the rows of its sheets as records, each cell as whoever reads the sheet sees it.

The only file that names openpyxl; slow to import, so it is itself imported where a workbook is read. A small file may
unpack to something endless, so each is looked through piece by piece before openpyxl gets it. What openpyxl does not
tell of a sheet that is read row by row (merged cells, links) is taken from what stands after the rows.
"""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Any
from xml.etree import ElementTree
from zipfile import ZipFile

import msgspec
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from facilitator.intake.records import MOST_CELLS, Record
from facilitator.model.trouble import Trouble

MEGABYTE = 1024 * 1024
UNPACKED = 512 * MEGABYTE  # of everything; a sheet with a million formatted rows takes some hundred
LARGEST_PART = 16 * MEGABYTE  # of what is held in memory whole: texts, styles, links
LONGEST_ROW = 8 * MEGABYTE  # of a sheet's bytes from one row to the next
MOST_ROWS = 100_000  # with something in them
MOST_SHEETS = 50
BLANK_ROWS = 1000  # after so many nothing more is expected, though the sheet may be formatted down to its last row

_PIECE = 256 * 1024
_IS_SHEET = re.compile(rb"<(?:\w+:)?worksheet[\s>]")
_IS_XML = re.compile(rb"(?:\xef\xbb\xbf)?<|\xff\xfe|\xfe\xff|\x00<|\Z")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_ROW_BEGINS = b"row r="
_ROWS_END = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_OVERLAP = 32  # a tag may stand across two pieces
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:]+)"')
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^>]*>")
_LINK_PLACE = re.compile(rb'\sref="([A-Z]+[0-9]+)')
_LINK_ID = re.compile(rb'\s\w+:id="([^"]+)"')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAILTO = re.compile(r"mailto:([^?]+)", re.IGNORECASE)

# A number's format that is nothing but digits and signs between them, as phone numbers have: 00\ 00\ 00\ 00, "+45 "0.
_DIGITS = re.compile(r'(?:[0#?+() /-]|\\.|"[^"]*")+')
_FORMAT_SIGN = re.compile(r'\\(.)|"([^"]*)"|(.)')
_NO_SIGN = re.compile(r"_.|\*.|;.*|\[\$?-?\w*\]")  # padding, what stands for other numbers, colours
_EXACT = 1e15


class _Part(msgspec.Struct, frozen=True):
    """What a look through a sheet tells: about how many rows it has, and what stands after them."""

    rows: int
    after: bytes


class _Beside(msgspec.Struct, frozen=True):
    """What stands beside the rows of a sheet: cells merged downwards, by their first row; addresses linked to."""

    merged: dict[int, list[tuple[int, int]]]  # row: (column from 0, last row)
    links: dict[tuple[int, int], str]  # (row, column from 0): address


class Workbook:
    """An opened workbook. `sheets` are the names of those that can be seen, in their order.

    Opening and reading raise Trouble: workbook_not_whole, file_is_a_spreadsheet, file_too_large or file_too_long.
    """

    def __init__(self, data: bytes, filename: str) -> None:
        # Of what it leaves out (checks on input, drawings) a list has no need, nor anybody a line on standard error.
        warnings.filterwarnings("ignore", module=r"openpyxl\.")
        self._filename = filename
        with self._translated():
            self._archive = ZipFile(io.BytesIO(data))
            self._parts = self._looked_through()
            self._book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            if not self._book.worksheets:  # in the strict form of the same standard, which openpyxl does not know
                raise Trouble("file_is_a_spreadsheet", file=filename)
            seen = [sheet for sheet in self._book.worksheets if sheet.sheet_state == "visible"]
        self.sheets = tuple(sheet.title for sheet in seen[:MOST_SHEETS])

    def rows(self, name: str) -> int:
        """About how many rows a sheet has, those that are only formatted among them."""
        return self._parts[self._path(name)].rows

    def records(self, name: str) -> Iterator[Record]:
        """The rows of a sheet that have something in a cell."""
        with self._translated():
            beside = _beside(self._parts[self._path(name)].after, self._links_of(name))
            sheet: Any = self._book[name]
            sheet.reset_dimensions()  # some programs write down others than there are
            found, last, reaching = 0, 0, dict[int, tuple[int, str]]()
            for number, row in enumerate(sheet.iter_rows(), 1):
                cells = [_text(cell) for cell in row[:MOST_CELLS]]
                while cells and not cells[-1].strip():  # formatted far to the right, and nothing in it
                    cells.pop()
                if cells:
                    _fill(cells, number, beside, reaching)
                    found, last = found + 1, number
                    if found > MOST_ROWS:
                        raise Trouble("file_too_long", file=self._filename, limit=MOST_ROWS)
                    yield Record(number, cells, links=_links_in(number, len(cells), beside))
                elif number - last > BLANK_ROWS:
                    return

    def _path(self, name: str) -> str:
        sheet: Any = self._book[name]
        path: str = sheet._worksheet_path  # told nowhere else
        return path

    def _links_of(self, name: str) -> dict[str, str]:
        """The addresses that a sheet links to, by the link's id."""
        folder, _, file = self._path(name).rpartition("/")
        path = f"{folder}/_rels/{file}.rels"
        if path not in self._archive.namelist():
            return {}
        links = (
            (each.get("Id", ""), each.get("Target", "")) for each in ElementTree.fromstring(self._archive.read(path))
        )
        return {link: address[1] for link, target in links if (address := _MAILTO.match(target))}

    def _looked_through(self) -> dict[str, _Part]:
        """The sheets by their paths, when nothing in the file is larger than it may be."""
        parts: dict[str, _Part] = {}
        entries = self._archive.infolist()
        if sum(entry.file_size for entry in entries) > UNPACKED:
            raise self._too_large(UNPACKED)
        for entry in entries:
            with self._archive.open(entry) as stream:
                head = stream.read(_PIECE)
                if _IS_SHEET.search(head):
                    parts[entry.filename] = self._looked_through_sheet(stream, head)
                elif entry.file_size > LARGEST_PART and _IS_XML.match(head.lstrip()):
                    raise self._too_large(LARGEST_PART)
        return parts

    def _looked_through_sheet(self, stream: IO[bytes], piece: bytes) -> _Part:
        rows, without_row, kept = 0, 0, b""
        after: bytes | None = None
        while piece:
            seen = kept + piece
            rows += piece.count(_ROW_BEGINS)
            if after is not None:
                after += piece
            elif end := _ROWS_END.search(seen):
                after = seen[end.end() :]
            without_row = 0 if after is None and _ROW.search(seen) else without_row + len(piece)
            if without_row > LONGEST_ROW:
                raise self._too_large(LONGEST_ROW)
            kept = seen[-_OVERLAP:]
            piece = stream.read(_PIECE)
        return _Part(rows, after or b"")

    def _too_large(self, limit: int) -> Trouble:
        return Trouble("file_too_large", file=self._filename, limit=limit // MEGABYTE)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Whatever a file that was cut short or put together wrongly makes openpyxl raise."""
        try:
            yield
        except (Trouble, GeneratorExit):
            raise
        except Exception:
            raise Trouble("workbook_not_whole", file=self._filename) from None


def _text(cell: Any) -> str:
    """A cell as it is seen: what a formula came to, a whole number without ".0", nothing for an error."""
    value = cell.value
    if isinstance(value, str):
        if cell.data_type == "e":
            return ""
        return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), value) if "_x" in value else value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return as_shown(value, cell.number_format)
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    return str(value)


def as_shown(number: float, form: str) -> str:
    """A number by its format, where that is one for phone numbers and the like; else its digits alone."""
    whole = int(number) if abs(number) < _EXACT and number == int(number) else None
    if whole is None:
        return str(number)
    form = _NO_SIGN.sub("", form)
    if whole < 0 or not _DIGITS.fullmatch(form) or "0" not in re.sub(r'\\.|"[^"]*"', "", form):
        return str(whole)
    left, shown = list(str(whole)), list[str]()
    signs = [match.groups() for match in _FORMAT_SIGN.finditer(form)]
    first = next(place for place, (_, _, sign) in enumerate(signs) if sign in tuple("0#?"))
    for place, (escaped, quoted, sign) in reversed(list(enumerate(signs))):
        if sign in tuple("0#?"):
            shown.append(left.pop() if left else "0" if sign == "0" else "")
            if place == first:
                shown += reversed(left)
        else:
            shown.append(escaped or quoted or sign or "")
    return "".join(reversed(shown))


def _beside(after: bytes, links: dict[str, str]) -> _Beside:
    """What stands after the rows of a sheet, as far as a list has need of it."""
    merged: dict[int, list[tuple[int, int]]] = {}
    for found in _MERGED.findall(after):
        left, top, _, bottom = range_boundaries(found.decode())
        if left and top and bottom and bottom > top:
            merged.setdefault(top, []).append((left - 1, bottom))
    linked: dict[tuple[int, int], str] = {}
    for link in _LINK.findall(after) if links else ():
        place, link_id = _LINK_PLACE.search(link), _LINK_ID.search(link)
        if place and link_id and (address := links.get(link_id[1].decode())):
            row, column = coordinate_to_tuple(place[1].decode())
            linked[row, column - 1] = address
    return _Beside(merged, linked)


def _fill(cells: list[str], row: int, beside: _Beside, reaching: dict[int, tuple[int, str]]) -> None:
    """Writes what stands in a cell that is merged downwards into each row that it reaches.

    `reaching` are the cells that did so far: by column the last row and the text.
    """
    for column, (bottom, text) in list(reaching.items()):
        if row > bottom:
            del reaching[column]
        elif column < len(cells):
            cells[column] = cells[column] or text
        else:
            cells += [""] * (column - len(cells)) + [text]
    for column, bottom in beside.merged.get(row, ()):
        if column < len(cells):
            reaching[column] = (bottom, cells[column])


def _links_in(row: int, width: int, beside: _Beside) -> dict[int, str]:
    if not beside.links:
        return {}
    return {column: beside.links[row, column] for column in range(width) if (row, column) in beside.links}
