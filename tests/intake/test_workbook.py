"""Workbooks: which sheet is taken, what a cell says, and what is refused before it is unpacked."""

import io
import tracemalloc
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake import Choices, Columns, read
from facilitator.intake.workbook import LARGEST_PART, MEGABYTE, MOST_ROWS, UNPACKED, as_shown
from facilitator.model.trouble import Trouble
from tests.intake.sheets import Formula, Number, Sheet, workbook

HEAD = ["Navn", "E-mail", "Telefon", "Skole"]
IB = ["Ib Juul", "ib@vesteraa.dk", "12 34 56 06", "Lundskolen"]
LONE = ["Lone Bech", "lone@vesteraa.dk", "12 34 56 08", "Engskolen"]
MEMBERS = Sheet("Medlemmer", [HEAD, IB, LONE])


def reading(*sheets, choices=None, **how):
    return read(workbook(sheets, **how), "ledere.xlsx", choices)


def refused(data):
    with pytest.raises(Trouble) as raised:
        read(data, "ledere.xlsx")
    return raised.value


def names(found):
    return [row.name for row in found.rows]


def packed_again(data, change):
    """The file with some parts otherwise: `change` gets each one's name and bytes, and leaves out what it empties."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if part := change(name, old.read(name)):
                new.writestr(name, part)
    return out.getvalue()


def in_sheet(data, old, new):
    return packed_again(data, lambda name, part: part.replace(old, new) if "sheet1" in name else part)


def test_a_workbook_says_its_sheet_its_lines_and_what_stands_where():
    found = reading(MEMBERS)

    assert (found.format, found.sheet, found.sheets, found.encoding) == ("workbook", "Medlemmer", ("Medlemmer",), None)
    assert (found.lines, found.header_line, found.headers) == (3, 1, tuple(HEAD))
    assert [(row.line, row.name, row.workplace) for row in found.rows] == [
        (2, "Ib Juul", "Lundskolen"),
        (3, "Lone Bech", "Engskolen"),
    ]


def test_of_several_sheets_the_one_that_says_most_of_people_is_taken_and_the_others_are_offered():
    first = Sheet("Navne", [["Navn"], ["Åse Aaberg"]])
    budget = Sheet("Budget", [["Post", "Kroner"], ["Kaffe", Number(1200)]])

    found = reading(first, budget, MEMBERS)

    assert (found.sheet, found.sheets) == ("Medlemmer", ("Navne", "Medlemmer"))
    chosen = reading(first, budget, MEMBERS, choices=Choices(sheet="Navne"))
    assert (chosen.sheet, names(chosen)) == ("Navne", ["Åse Aaberg"])


def test_a_sheet_chosen_that_is_not_there_any_more_is_forgotten():
    assert reading(MEMBERS, choices=Choices(sheet="Ark9")).sheet == "Medlemmer"


def test_what_is_hidden_is_neither_taken_nor_offered():
    hidden = MEMBERS._replace(name="Alle", hidden=True)

    found = reading(hidden, Sheet("I år", [["Navn"], ["Åse Aaberg"]]))

    assert (found.sheets, names(found)) == (("I år",), ["Åse Aaberg"])


def test_columns_of_a_sheet_without_any_sign_can_be_chosen():
    plain = Sheet("Ark1", [["Ib Juul", "Lundskolen"], ["Lone Bech", "Engskolen"]])
    with pytest.raises(Trouble, match="columns_not_recognised"):
        reading(plain)

    assert names(reading(plain, choices=Choices(columns=Columns(name=(0,))))) == ["Ib Juul", "Lone Bech"]


def test_a_title_above_the_headers_and_blank_rows_between_are_no_lines():
    found = reading(Sheet("Ark1", [["Ledernetværk 2026"], [], HEAD, IB, [], ["", " "], LONE], merged=["A1:D1"]))

    assert [(row.line, row.name) for row in found.rows] == [(4, "Ib Juul"), (7, "Lone Bech")]


def test_a_cell_merged_downwards_stands_for_each_row_that_it_reaches():
    lone, mette = [*LONE[:3], ""], ["Mette Sørensen"]
    found = reading(Sheet("Ark1", [HEAD, IB, lone, mette, ["Claus Friis"]], merged=["D2:D4", "A9:A1048576"]))

    assert [row.workplace for row in found.rows] == ["Lundskolen", "Lundskolen", "Lundskolen", ""]


def test_headers_in_two_merged_lines_are_one_header_line():
    found = reading(Sheet("Ark1", [["Navn", "Kontakt"], ["", "Mail", "Tlf."], IB[:3]], merged=["A1:A2", "B1:C1"]))

    assert [(row.name, row.email, row.phone) for row in found.rows] == [("Ib Juul", "ib@vesteraa.dk", "12 34 56 06")]


def test_an_address_may_stand_behind_the_words_of_a_link():
    sheet = Sheet(
        "Ark1",
        [HEAD, ["Ib Juul", "Skriv til Ib"], LONE, ["Åse", "Hjemmeside"]],
        links={"B2": "mailto:ib@vesteraa.dk?subject=Hej", "B3": "mailto:en.anden@x", "B4": "https://vesteraa.dk"},
    )
    found = reading(sheet)

    assert [row.email for row in found.rows] == ["ib@vesteraa.dk", "lone@vesteraa.dk"]
    assert [(skip.line, skip.reason) for skip in found.skipped] == [(4, "email_without_at")]


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        (Number(12345678), "12345678"),
        (Number(12345678.0), "12345678"),
        (Number(12345678, r"00\ 00\ 00\ 00"), "12 34 56 78"),
        (Number(4512345678, '"+"00\\ 00\\ 00\\ 00\\ 00'), "+45 12 34 56 78"),
        (Number(4512345678, "000000000000"), "004512345678"),
        (Number(12345678, "#,##0"), "12345678"),
        (Number(12345678, "[<=99999999]##\\ ##\\ ##\\ ##;General"), "12345678"),
        (Number(12345678, "0_ "), "12345678"),
        ("0045 12345678", "0045 12345678"),
        ("+45 12 34 56 78", "+45 12 34 56 78"),
        ('="004512345678"', "004512345678"),
        (Formula('"+45"&A1', "+45 12345678"), "+45 12345678"),
        (Formula("B1"), ""),
    ],
)
def test_a_phone_number_keeps_its_meaning_however_the_cell_holds_it(cell, phone):
    assert reading(Sheet("Ark1", [HEAD, ["Ib Juul", "ib@x", cell]])).rows[0].phone == phone


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (5, "00", "05"),
        (123, "0 0", "12 3"),
        (7, "# 0", " 7"),
        (-5, "00", "-5"),
        (1.5, "00", "1.5"),
        (1e20, "0", "1e+20"),
        (5, '"00"', "5"),
        (5, "0.00", "5"),
    ],
)
def test_only_a_format_of_digits_changes_how_a_number_is_written(number, form, shown):
    assert as_shown(number, form) == shown


def test_dates_faults_and_answers_are_text_like_any_other():
    book = openpyxl.Workbook()
    book.active.append(["Navn", "Stilling", "Skole", "E-mail"])
    book.active.append(["Ib", datetime(2026, 12, 8), "#N/A", "ib@x"])
    book.active.append(["Lone", True, datetime(2026, 12, 8, 9, 30), "lone@x"])
    out = io.BytesIO()
    book.save(out)

    found = read(out.getvalue(), "ledere.xlsx")

    assert [(row.title, row.workplace) for row in found.rows] == [("2026-12-08", ""), ("True", "2026-12-08 09:30:00")]


def test_a_sheet_formatted_down_to_its_last_row_ends_where_its_people_end():
    found = reading(MEMBERS._replace(formatted_to=1_048_576))

    assert (names(found), found.lines) == (["Ib Juul", "Lone Bech"], 3)


def test_a_sheet_formatted_far_to_the_right_has_the_columns_that_something_stands_in():
    assert reading(MEMBERS._replace(trailing=200), flavour="libreoffice").headers == tuple(HEAD)


def test_what_stands_far_below_everything_is_not_waited_for():
    data = in_sheet(workbook([MEMBERS]), b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>')

    assert names(read(data, "ledere.xlsx")) == ["Ib Juul", "Lone Bech"]


@pytest.mark.parametrize("sheets", [[Sheet("Ark1", [])], [Sheet("Ark1", [HEAD])], [MEMBERS._replace(hidden=True)]])
def test_a_workbook_with_nobody_in_it_is_empty(sheets):
    assert refused(workbook(sheets)).name == "file_is_empty"


def test_a_workbook_whose_sheets_hold_no_list_says_so():
    budget = Sheet("Budget", [["Post", "Kroner"], ["Kaffe", Number(1200)], ["Frokost", Number(4800)]])

    assert refused(workbook([budget, Sheet("Noter", [["Husk kaffe"]])])).name == "columns_not_recognised"


def test_the_strict_form_of_a_workbook_has_to_be_saved_as_the_usual_one():
    def strict(name, part):
        part = part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006", b"http://purl.oclc.org/ooxml/spreadsheetml"
        )
        return part.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
        )

    assert refused(packed_again(workbook([MEMBERS]), strict)).name == "file_is_a_spreadsheet"


def test_a_workbook_that_was_cut_short_or_put_together_wrongly_is_not_whole():
    whole = workbook([MEMBERS])
    broken = [
        whole[: len(whole) * 3 // 4],
        in_sheet(whole, b"</row>", b"</rov>"),
        in_sheet(whole, b'r="A2"', b'r="ZZZZZ2"'),
        in_sheet(whole, b"<v>0</v>", b"<v>99</v>"),
        packed_again(whole, lambda name, part: part if "Types" not in name else b""),
    ]

    assert [refused(data).name for data in broken] == ["workbook_not_whole"] * len(broken)


def test_a_part_that_would_unpack_to_more_than_a_list_is_refused_before_it_is_held():
    def grown(name, part):
        return part.replace(b"<si>", b"<si><t>" + b" " * (LARGEST_PART + 1) + b"</t>", 1) if "Strings" in name else part

    data = packed_again(workbook([MEMBERS]), grown)
    assert len(data) < MEGABYTE
    tracemalloc.start()
    trouble = refused(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (trouble.name, trouble.facts["limit"]) == ("file_too_large", LARGEST_PART // MEGABYTE)
    assert most < 2 * MEGABYTE + len(data)


def test_a_row_without_end_is_refused_before_it_is_held():
    data = in_sheet(workbook([MEMBERS]), b"</row>", b"<c/>" * (4 * MEGABYTE) + b"</row>")
    tracemalloc.start()
    trouble = refused(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert trouble.name == "file_too_large"
    assert most < 4 * MEGABYTE


def test_more_than_a_disk_full_is_refused_by_what_the_file_says_of_itself():
    out = io.BytesIO(workbook([MEMBERS]))
    with ZipFile(out, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
    data = bytearray(out.getvalue())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (UNPACKED + 1).to_bytes(4, "little")

    assert refused(bytes(data)).name == "file_too_large"


def test_entities_that_unfold_to_something_endless_are_not_unfolded():
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    bomb = b'<!DOCTYPE x [<!ENTITY l0 "haha">' + laughs + b"]>"
    data = packed_again(
        workbook([MEMBERS], "sdk"),
        lambda name, part: part.replace(b"<x:worksheet", bomb + b"<x:worksheet").replace(b"Ib Juul", b"&l9;"),
    )

    assert refused(data).name == "workbook_not_whole"


def test_more_lines_than_a_municipality_has_leaders_are_refused():
    row = b'<row><c t="inlineStr"><is><t>Ib</t></is></c></row>'
    data = in_sheet(workbook([MEMBERS]), b"</sheetData>", row * MOST_ROWS + b"</sheetData>")

    trouble = refused(data)

    assert (trouble.name, trouble.facts["limit"]) == ("file_too_long", MOST_ROWS)


WHOLE = workbook([MEMBERS._replace(merged=["A1:A2"], links={"B2": "mailto:ib@x"}), Sheet("Andre", [HEAD, LONE])])
PARTS = sorted(ZipFile(io.BytesIO(WHOLE)).namelist())
places = st.integers(0, 10_000)
scraps = st.binary(max_size=6) | st.sampled_from([b"<", b">", b'"', b"-1", b"99999999999", b"ZZZ9", b"<c/>", b"</row>"])


@given(st.sampled_from(PARTS), places, st.integers(0, 8), scraps)
def test_whatever_a_part_of_it_was_made_into_it_is_a_reading_or_a_trouble(name, at, width, scrap):
    def spoilt(part, data):
        at_ = at % len(data)
        return data[:at_] + scrap + data[at_ + width :] if part == name else data

    try:
        found = read(packed_again(WHOLE, spoilt), "ledere.xlsx")
    except Trouble:
        return
    assert all(row.name for row in found.rows)


@given(places, st.binary(min_size=1, max_size=4))
def test_whatever_bytes_of_it_were_lost_it_is_a_reading_or_a_trouble(at, scrap):
    at %= len(WHOLE)
    try:
        read(WHOLE[:at] + scrap + WHOLE[at + len(scrap) :], "ledere.xlsx")
    except Trouble:
        return
