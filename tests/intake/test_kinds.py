"""What kind of file it is, by its bytes: a list may be one of two, all others have their own sentence or the common."""

import io
import json
from zipfile import ZipFile

import pytest

from facilitator.intake import read
from facilitator.intake.kinds import MOST_PARTS, Kind, kind_of
from facilitator.model.trouble import Trouble
from tests.intake.sheets import Sheet, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(*names):
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return out.getvalue()


def old_office(*streams):
    return OLE + bytes(504) + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Navn;Mail", Kind.text),
        (b"", Kind.text),
        (workbook([Sheet("Ark1", [])]), Kind.workbook),
        (workbook([Sheet("Ark1", [["x"]])])[:-40], Kind.workbook),
        (packed("[Content_Types].xml", "xl/workbook2.xml", "xl/worksheets/sheet1.xml"), Kind.workbook),
        (packed("[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin"), Kind.other_spreadsheet),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Kind.other_spreadsheet),
        (packed("Index/Document.iwa", "Index/Tables/DataList.iwa"), Kind.other_spreadsheet),
        (packed("[Content_Types].xml", "word/document.xml"), Kind.no_list),
        (packed("ledere.xlsx"), Kind.no_list),
        (packed("xl/worksheets/sheet1.xml", *(f"xl/media/{n}" for n in range(MOST_PARTS))), Kind.no_list),
        (b"PK\x03\x04" + bytes(50), Kind.no_list),
        (old_office("Root Entry", "EncryptionInfo", "EncryptedPackage"), Kind.locked),
        (old_office("Root Entry", "Workbook"), Kind.other_spreadsheet),
        (old_office("Root Entry", "Book"), Kind.other_spreadsheet),
        (old_office("Root Entry", "__substg1.0_0037001F", "Workbook"), Kind.no_list),
        (old_office("Root Entry", "WordDocument"), Kind.no_list),
    ],
)
def test_a_kind_is_told_by_its_first_bytes_and_what_is_packed_in_it(data, kind):
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "file_is_no_list"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20, "file_is_no_list"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20, "file_is_no_list"),
        (b"<!DOCTYPE html>\n<html><body>Navn, Mail</body></html>", "file_is_no_list"),
        (b"\r\n<table><tr><td>Navn</td><td>E-mail</td></tr></table>", "file_is_no_list"),
        ('<?xml version="1.0"?>\n<Workbook/>'.encode("utf-16"), "file_is_no_list"),
        (json.dumps([{"navn": "Ib", "e-mail": "ib@x"}], indent=2).encode(), "file_is_no_list"),
        (json.dumps({"Navn": "Ib", "E-mail": "ib@x"}).encode(), "file_is_no_list"),
        (b"{\\rtf1\\ansi Navn;Mail}", "file_is_no_list"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "file_is_no_list"),
        (b"Received: from mx.vesteraa.dk\r\nFrom: Ib <ib@x>\r\n\r\nHej\r\n", "file_is_no_list"),
        (packed("word/document.xml"), "file_is_no_list"),
        (packed("billede.jpg"), "file_is_no_list"),
        (old_office("__substg1.0_0037001F"), "file_is_no_list"),
        (old_office("Workbook"), "file_is_a_spreadsheet"),
        (old_office("EncryptedPackage"), "file_is_locked"),
        (b"", "file_is_empty"),
        (b"\r\n\r\n", "file_is_empty"),
    ],
)
def test_each_file_that_is_no_list_gets_one_sentence(data, trouble):
    with pytest.raises(Trouble) as raised:
        read(data, "fil")

    assert (raised.value.name, raised.value.facts["file"]) == (trouble, "fil")


@pytest.mark.parametrize("text", ["Date;Navn;E-mail\n1.12.;Ib;ib@x\n", "Subject,Name,E-mail\nx,Ib,ib@x\n"])
def test_a_list_may_begin_with_a_word_that_mails_begin_with(text):
    assert read(text.encode(), "x.csv").rows[0].name == "Ib"
