"""Text into records: delimited values as spreadsheets and mail programs write them, each with the line it begins on.

Why not `csv.reader`: a quotation mark that is never closed makes it swallow every line up to the next one without a
word, its limit on a field is one for the whole process, and it counts lines only where a record ends.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import msgspec

from facilitator.intake.reading import DELIMITERS

LONGEST_QUOTE = 40_000  # characters between quotation marks; a spreadsheet's cell holds 32,767
MOST_CELLS = 1000  # the rest of a longer line is one cell: no list has so many columns
LOOSE_QUOTES = 100  # after so many that are never closed, quotation marks no longer reach across lines
SAMPLE = 200  # records looked at to recognise a delimiter
TITLE_LINES = 10  # a header line is looked for among so many records: some lists have a title above it

_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[;,\t]*', re.IGNORECASE)
_LINE_END = re.compile("\n")
_PLAIN_EMAIL = re.compile(r"[^\s;,@]+@[^\s;,@]+")
_NO_LINKS: Mapping[int, str] = {}


class Record(msgspec.Struct, frozen=True):
    """The cells of one record; `whole` is false where a quotation mark was opened and never closed.

    `links` are the addresses that cells of a workbook link to, by column.
    """

    line: int
    cells: list[str]
    whole: bool = True
    links: Mapping[int, str] = _NO_LINKS


def records(text: str, delimiter: str) -> Iterator[Record]:
    """Every record that has something in a cell, in the order of the file. A line that names the separator is none."""
    at, line, loose = 0, 1, 0
    if _SEPARATOR_LINE.fullmatch(text.partition("\n")[0]):
        at, line = len(text.partition("\n")[0]) + 1, 2
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        one_line = text[at:end]
        record = Record(line, one_line.split(delimiter, MOST_CELLS))
        if '"' in one_line:
            last = end if loose > LOOSE_QUOTES else len(text)
            quoted = _quoted(text, at, last, delimiter)
            if quoted:
                record, end = Record(line, quoted[0]), quoted[1]
            else:
                record, loose = Record(line, record.cells, False), loose + 1
        if any(cell and not cell.isspace() for cell in record.cells):
            yield record
        line += text.count("\n", at, end) + 1
        at = end + 1


def named_delimiter(text: str) -> str:
    """The delimiter that the first line names for the spreadsheet (`sep=;`), else an empty text."""
    named = _SEPARATOR_LINE.fullmatch(text.partition("\n")[0])
    return named[1] if named else ""


def likeliest_delimiter(text: str, known: Iterable[str]) -> str:
    """The delimiter that makes most sense of the first records: of `known` headers, of e-mails, of even rows."""
    known = frozenset(known)

    def sense(delimiter: str) -> tuple[int, int, bool, int, int]:
        sample = [record.cells for record in islice(records(text, delimiter), SAMPLE)]
        header = max(sample[:TITLE_LINES], key=lambda cells: len(known & {plain(cell) for cell in cells}), default=[])
        headers = len(known & {plain(cell) for cell in header})
        emails = sum(any(is_plain_email(cell) for cell in cells) for cells in sample)
        widths = [len(cells) for cells in sample if len(cells) > 1]
        usual = max(sorted(set(widths)), key=widths.count, default=0)
        # "Navn" above "Aaberg, Åse" is one column: a header line is as wide as what stands under it.
        return headers, emails, not headers or len(header) >= usual, widths.count(usual), usual

    return max(DELIMITERS, key=sense)


def plain(header: str) -> str:
    """A header without case, spaces and signs, so that "E-mail:" and "email" are one. Number 1 is dropped."""
    return "".join(sign for sign in header.casefold() if sign.isalnum()).replace("1", "")


def is_plain_email(cell: str) -> bool:
    """Whether a cell is an address and nothing else: enough to tell a column by."""
    return _PLAIN_EMAIL.fullmatch(cell.strip()) is not None


def _quoted(text: str, at: int, last: int, delimiter: str) -> tuple[list[str], int] | None:
    """The cells of a record with quotation marks in it and where it ends; None where one is never closed.

    Signs after a closing mark are kept as other programs do, but only within one line: across lines they mean that
    the mark belonged to another record.
    """
    cells: list[str] = []
    ends = re.compile(f"[{re.escape(delimiter)}\\n]")
    while True:
        start = at
        while text.startswith(" ", start) and delimiter != " ":
            start += 1
        value = ""
        if text.startswith('"', start) and start < last:
            closing = _closing(text, start + 1, min(last, start + LONGEST_QUOTE))
            if closing < 0:
                return None
            value, at = text[start + 1 : closing].replace('""', '"'), closing + 1
        stop = (ends if len(cells) < MOST_CELLS else _LINE_END).search(text, at)
        end = stop.start() if stop else len(text)
        if "\n" in value and text[at:end].strip():
            return None
        cells.append(value + text[at:end])
        if not stop or stop[0] == "\n":
            return cells, end
        at = end + 1


def _closing(text: str, at: int, last: int) -> int:
    """Where the quotation mark stands that closes one opened before `at` (doubled ones are text); -1 for nowhere."""
    while True:
        at = text.find('"', at, last)
        if at < 0 or not text.startswith('"', at + 1):
            return at
        at += 2
