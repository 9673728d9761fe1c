"""What kind of file it is: told by its first bytes, and by the names of what is packed in it."""

import io
import re
from enum import Enum, auto
from zipfile import BadZipFile, ZipFile

MOST_PARTS = 5000  # what a workbook is packed of; one with pictures on a hundred sheets has some hundreds

_ZIP, _ZIP_ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Office files, of locked new ones, and of mails
_SHEETS = "xl/worksheets/"  # what holds them has another name now and then
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"

# Text, but of another kind: web pages and what is exported as one, PDF, RTF, JSON, mails, calendars, directories.
_OTHER_TEXT = re.compile(
    r"\s*(?:<[!?a-z]|%pdf-|\{\\rtf|[{\[]\s*[{\[\"\]}]|begin:vcalendar\b|dn: "
    r"|(?:received|return-path|delivered-to|message-id|mime-version|from|date|subject): )",
    re.IGNORECASE,
)


class Kind(Enum):
    """What can be done with a file of it."""

    text = auto()  # a list, perhaps
    workbook = auto()  # .xlsx
    other_spreadsheet = auto()  # .xls, .xlsb, .ods, Numbers: can be saved as one of those above
    locked = auto()  # a workbook behind a password
    no_list = auto()


def kind_of(data: bytes) -> Kind:
    """The kind of a file, from its bytes; whether text is a list is another question."""
    if data.startswith(_OLE):
        return _of_ole(data)
    if not data.startswith(_ZIP):
        return Kind.text
    if data.count(_ZIP_ENTRY) > MOST_PARTS:
        return Kind.no_list
    if _ODS in data[:200]:
        return Kind.other_spreadsheet
    names = _names(data)
    numbers = any(name.startswith("Index/Tables/") for name in names)
    if numbers or "xl/workbook.bin" in names:
        return Kind.other_spreadsheet
    return Kind.workbook if any(name.startswith(_SHEETS) for name in names) else Kind.no_list


def is_other_text(text: str) -> bool:
    """Whether text begins as something does that is no list."""
    return _OTHER_TEXT.match(text) is not None


def _of_ole(data: bytes) -> Kind:
    if _named(data, "__substg1.0_"):
        return Kind.no_list  # a mail, whatever is attached to it
    if _named(data, "EncryptedPackage"):
        return Kind.locked
    return Kind.other_spreadsheet if _named(data, "Workbook") or _named(data, "Book") else Kind.no_list


def _named(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _names(data: bytes) -> list[str]:
    """The names of the parts; of a file that was cut short, what tells a workbook."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return [_SHEETS] if _SHEETS.encode() in data else []
