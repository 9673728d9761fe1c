"""Files of members as people have them: whatever program wrote them, what was written is what is read."""

import csv
import io
from typing import Literal, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.intake import Choices, Columns, Encoding, Row, compare, read
from facilitator.intake.file import LARGEST
from facilitator.model.member import Member
from facilitator.model.trouble import Trouble
from tests.intake.sheets import Sheet, workbook

# The example of the picture: what a consultant gets from a municipality's spreadsheet.
LEADERS = """\
Fornavn;Efternavn;E-mailadresse;Institution;Tlf. arbejde
Åse;Aaberg;aase@vesteraa.dk;Østre Skole;12 34 56 01
Birgitte;Østergaard;birgitte@vesteraa.dk;Vestre Skole;12 34 56 02
Claus;Friis;claus vesteraa.dk;Fjordskolen;12 34 56 03
Dorthe;Lund;dorthe@vesteraa.dk;Nørre Skole;
Hassan;Demir;hassan@vesteraa.dk;Bakkeskolen;12 34 56 05
Ib;Juul;ib@vesteraa.dk;Lundskolen;12 34 56 06
Jonas;Kjær;jonas@vesteraa.dk;Søndre Skole;12 34 56 07
Lone;Bech;;Engskolen;12 34 56 08
;;pia@vesteraa.dk;;
Mette;Sørensen;mette@vesteraa.dk;Højvang Skole;12 34 56 09
"""

# Each field's headers, Danish and English, as spreadsheets, Outlook and Google write them; names in one column or two.
HEADERS = {
    "name": ["Navn", "navn", "FULDE NAVN", "Name", "Full name", "Leder", "Display Name"],
    "first": ["Fornavn", "First Name", "Given Name", "fornavn "],
    "last": ["Efternavn", "Last Name", "Family Name", "EFTERNAVN:"],
    "email": [
        "E-mail",
        "Mail",
        "E-mailadresse",
        "E-mail-adresse",
        "email",
        "E-mail Address",
        "E-mail 1 - Value",
        "E-post",
    ],
    "phone": [
        "Telefon",
        "Tlf.",
        "Tlf. arbejde",
        "Mobil",
        "Arbejdstelefon",
        "Mobile Phone",
        "Phone 1 - Value",
        "Tlf.nr.",
    ],
    "workplace": ["Arbejdsplads", "Institution", "Skole", "Organisation", "Firma", "Company", "Organization 1 - Name"],
    "title": ["Stilling", "Job Title", "Titel", "Organization Title", "Rolle"],
    "": ["Noter", "CPR-kommune", "E-mail 1 - Type", "Fødselsdag", "Group Membership"],
}

LETTERS = st.sampled_from("abeimnorstuæøåÆØÅéü")
words = st.text(LETTERS, min_size=2, max_size=9).map(str.title)
people = st.fixed_dictionaries(
    {
        "first": words,
        "last": words,
        "email": words.map(lambda word: f"{word}@vesteraa.dk") | st.just(""),
        "phone": st.sampled_from(["", "12 34 56 01", "+45 12345602", "(12) 34-56", "lokal 7; kl. 8-9"]),
        "workplace": st.sampled_from(["", "Østre Skole", "Børnehuset, Nord", 'Plejehjemmet "Ro"', "Skolen;\nafd. 2"]),
        "title": st.sampled_from(["", "Skoleleder", "Leder, SFO"]),
        "": st.sampled_from(["", "x", "flere\nlinjer", "010190-1234", "a@b.dk"]),
    }
)


@st.composite
def layouts(draw):
    """A header line: the name in one column or two, a header for each other field, extra columns, in any order."""
    names, extra = draw(st.sampled_from([["name"], ["first", "last"]])), draw(st.integers(0, 2))
    fields = [*names, "email", "phone", "workplace", "title", *[""] * extra]
    return [(field, draw(st.sampled_from(HEADERS[field]))) for field in draw(st.permutations(fields))]


class Dialect(NamedTuple):
    """How one program writes a list."""

    delimiter: str
    encoding: str
    line_end: str
    quoting: Literal[0, 1]
    names_its_separator: bool


dialects = st.builds(
    Dialect,
    delimiter=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    names_its_separator=st.booleans(),
)


def written(layout, people, dialect):
    out = io.StringIO()
    if dialect.names_its_separator:
        out.write(f"sep={dialect.delimiter}{dialect.line_end}")
    writer = csv.writer(out, delimiter=dialect.delimiter, lineterminator=dialect.line_end, quoting=dialect.quoting)
    writer.writerow(header for _, header in layout)
    for person in people:
        named = person | {"name": f"{person['first']} {person['last']}"}
        writer.writerow(named[field].replace("\n", dialect.line_end) for field, _ in layout)
    return out.getvalue().encode(dialect.encoding)


def found(reading):
    return [(row.name, row.email, row.phone, row.workplace, row.title) for row in reading.rows]


def meant(people):
    return [
        (
            f"{person['first']} {person['last']}",
            person["email"],
            person["phone"],
            " ".join(person["workplace"].split()),
            person["title"],
        )
        for person in people
    ]


@given(layouts(), st.lists(people, min_size=1, max_size=6), dialects)
def test_what_any_program_writes_is_what_is_read(layout, people, dialect):
    reading = read(written(layout, people, dialect), "ledere.csv")

    assert reading.delimiter == dialect.delimiter
    assert found(reading) == meant(people)
    assert reading.skipped == ()


@given(
    layouts(),
    st.lists(people, min_size=1, max_size=6),
    st.sampled_from(["excel", "libreoffice", "google", "sdk"]),
    st.lists(st.sampled_from([[], ["Ledere i Vesterå"], ["", "Rettet 8/12"]]), max_size=3),
    st.integers(0, 40),
)
def test_what_any_program_writes_as_a_workbook_is_what_is_read(layout, people, flavour, title, formatted_to):
    every = [person | {"name": f"{person['first']} {person['last']}"} for person in people]
    cells = [[person[field] for field, _ in layout] for person in every]
    sheet = Sheet("Ark1", [*title, [header for _, header in layout], *cells], formatted_to=formatted_to)

    reading = read(workbook([sheet], flavour), "ledere.xlsx")

    assert found(reading) == meant(people)
    assert [row.line for row in reading.rows] == [len(title) + 2 + number for number in range(len(people))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "mac_roman"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_pictures_list_is_read_alike_however_it_was_saved(encoding, delimiter):
    plainly = read(LEADERS.encode(), "ledere-vesteraa.csv")

    saved = read(LEADERS.replace(";", delimiter).replace("\n", "\r\n").encode(encoding), "ledere-vesteraa.csv")

    assert (saved.rows, saved.skipped, saved.columns) == (plainly.rows, plainly.skipped, plainly.columns)


def test_the_pictures_list_says_what_goes_where_and_what_is_skipped():
    reading = read(LEADERS.encode("cp1252"), "ledere-vesteraa.csv")

    assert (reading.lines, reading.delimiter, reading.encoding) == (11, ";", "Windows-1252")
    assert reading.header_line == 1
    assert [[reading.headers[at] for at in reading.columns.of(field)] for field in ("name", "email", "phone")] == [
        ["Fornavn", "Efternavn"],
        ["E-mailadresse"],
        ["Tlf. arbejde"],
    ]
    assert [(skip.line, skip.reason) for skip in reading.skipped] == [(4, "email_without_at"), (10, "no_name")]
    assert reading.skipped[0].row.name == "Claus Friis"
    assert reading.rows[0] == Row(
        line=2, name="Åse Aaberg", email="aase@vesteraa.dk", phone="12 34 56 01", workplace="Østre Skole"
    )


def test_the_pictures_counts_come_out():
    members = [
        Member(
            id="mette",
            network="n",
            name="Mette Sørensen",
            email="mette@vesteraa.dk",
            phone="12 34 56 09",
            workplace="Højvang Skole",
        ),
        Member(id="jonas", network="n", name="Jonas Kjær", email="jonas@vesteraa.dk", workplace="Søndre Skole"),
    ]
    reading = read(LEADERS.encode("cp1252"), "ledere-vesteraa.csv")

    plan = compare(reading.rows, members, reading.skipped)

    assert [item.line for item in plan.added] == [2, 3, 5, 6, 7, 9]
    assert [(item.line, item.member, [c.field for c in item.changes]) for item in plan.updated] == [
        (8, "jonas", ["phone"])
    ]
    assert [(item.line, item.member) for item in plan.unchanged] == [(11, "mette")]
    assert [skip.line for skip in plan.skipped] == [4, 10]
    assert [part.line for part in plan.lines] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]


def names_and_lines(text):
    return [(row.line, row.name) for row in read(text.encode(), "x.csv").rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Navn\nAaberg, Åse\nBech, Lone\n", [(2, "Åse Aaberg"), (3, "Lone Bech")]),
        ('Navn,Mail\n"Holm Jensen, Karen",k@x\n', [(2, "Karen Holm Jensen")]),
        ('Navn,Mail\n"Mette Sørensen, skoleleder",m@x\n', [(2, "Mette Sørensen, skoleleder")]),
        ("Fornavn;Efternavn\nJens;Holm, Østergaard\n", [(2, "Jens Holm, Østergaard")]),
        ("Navn;Efternavn;Mail\nMette;Sørensen;m@x\n", [(2, "Mette Sørensen")]),
        ("Navn;Efternavn;Mail\nMette Sørensen;Sørensen;m@x\n", [(2, "Mette Sørensen")]),
        ("Fornavn;Mail\nMette;m@x\n", [(2, "Mette")]),
        ("First Name,Middle Name,Last Name\nAnna,Maria,Holm\nIb,,Juul\n", [(2, "Anna Maria Holm"), (3, "Ib Juul")]),
        ("Medlemmer i Vesterå\n\nNavn;Mail\nIb Juul;ib@x\n", [(4, "Ib Juul")]),
        ('Navn;Noter;Mail\nIb;"en\n\nto";ib@x\nLone;;l@x\n', [(2, "Ib"), (5, "Lone")]),
        ("Navn;Mail\n\n ; \nIb;ib@x\n;;;\n\nLone;l@x", [(4, "Ib"), (7, "Lone")]),
        ("Navn;Mail\nIb;ib@x\nNavn;Mail\nLone;l@x\n", [(2, "Ib"), (4, "Lone")]),
        ('Navn;Mail\n="Ib";"=""ib@x"""\n', [(2, "Ib")]),
        ("Navn;Mail\nI\x00b\u200b  \u00a0Juul\x07;ib@x\n", [(2, "Ib Juul")]),
        ("Navn;Mail\nA\u030ase Aaberg;a@x\n", [(2, "Åse Aaberg")]),
        ("Navn på lederen;Skolens navn\nIb Juul;Lundskolen\n", [(2, "Ib Juul")]),
        ("Hvem;Mail\nIb Juul;ib@x\n", [(2, "Ib Juul")]),
        ("Navn;Mail\nIb;ib@x\n\x1a", [(2, "Ib")]),
    ],
)
def test_names_are_found_in_lists_of_every_kind(text, expected):
    assert names_and_lines(text) == expected


@pytest.mark.parametrize(
    ("headers", "email", "phone", "workplace", "title"),
    [
        (
            "Titel;Fornavn;Mellemnavn;Efternavn;Suffiks;Firma;Afdeling;Stilling;Arbejdsfax;Arbejdstelefon;"
            "Privattelefon;Mobiltelefon;E-mail-adresse;E-mail-type;E-mail - vist navn",
            "E-mail-adresse",
            "Arbejdstelefon",
            "Firma",
            "Stilling",
        ),
        (
            "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Fax,Business Phone,"
            "Home Phone,Mobile Phone,E-mail Address,E-mail Type,E-mail Display Name",
            "E-mail Address",
            "Business Phone",
            "Company",
            "Job Title",
        ),
        (
            "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Organization Title,"
            "Organization Department,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
            "E-mail 1 - Value",
            "Phone 1 - Value",
            "Organization Name",
            "Organization Title",
        ),
    ],
)
def test_what_outlook_and_google_write_is_known(headers, email, phone, workplace, title):
    delimiter = ";" if ";" in headers else ","
    line = delimiter.join("x" if header != email else "x@y" for header in headers.split(delimiter))

    reading = read(f"{headers}\n{line}\n".encode(), "contacts.csv")

    assert [reading.headers[at] for at in reading.columns.name][:: len(reading.columns.name) - 1] in (
        ["Fornavn", "Efternavn"],
        ["First Name", "Last Name"],
    )
    chosen = [reading.columns.of(field) for field in ("email", "phone", "workplace", "title")]
    assert [[reading.headers[at] for at in columns] for columns in chosen] == [[email], [phone], [workplace], [title]]


def test_of_several_phones_the_first_that_anybody_has_is_taken():
    text = "Navn;Arbejdstelefon;Mobiltelefon;E-mail\nIb;;12 34 56 06;ib@x\n"

    assert read(text.encode(), "x.csv").rows[0].phone == "12 34 56 06"


def test_without_a_header_line_the_cells_tell_what_they_are():
    text = "Åse Aaberg;Østre Skole;aase@vesteraa.dk;12 34 56 01\nLone Bech;Engskolen;;12 34 56 08\n"

    reading = read(text.encode(), "x.csv")

    assert (reading.header_line, reading.headers) == (0, ("", "", "", ""))
    assert reading.rows[1] == Row(line=2, name="Lone Bech", phone="12 34 56 08", workplace="Engskolen")


def test_an_address_is_taken_out_of_what_is_copied_from_a_mail():
    text = (
        "Navn;E-mail\nÅse Aaberg;Åse Aaberg <aase@vesteraa.dk>\nIb;ib@x ::: ib@y\n"
        'Lone;"lone@x, privat@y"\nClaus;"Claus <claus@x>; <c@y>"\n'
    )

    found = [row.email for row in read(text.encode(), "x.csv").rows]

    assert found == ["aase@vesteraa.dk", "ib@x", "lone@x", "claus@x"]


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("0045 12345601", "0045 12345601"),
        ("+4512345601", "+4512345601"),
        ('="004512345601"', "004512345601"),
        ("'+4512345601", "+4512345601"),
        ("TEL:+4512345601;ext=12", "+4512345601"),
        ("12 34 56 01 (lokal 7)", "12 34 56 01 (lokal 7)"),
    ],
)
def test_a_phone_number_is_kept_as_it_is_written(cell, phone):
    assert read(f"Navn,Tlf\nIb,{cell}\n".encode(), "x.csv").rows[0].phone == phone


def test_a_line_that_says_nothing_of_anybody_is_passed_over_without_a_word():
    reading = read(b"Nr;Navn;Mail\n1;Ib;ib@x\n;;\nI alt: 1;;\n", "x.csv")

    assert ([row.name for row in reading.rows], reading.skipped) == (["Ib"], ())


def test_a_column_whose_header_is_known_and_that_holds_nothing_yields_to_one_that_does():
    reading = read(b"Mail;Navn;Navn2;Hvad er din e-mail?\nanonymous;;Ib;ib@x\n", "svar.csv")

    assert [(row.name, row.email) for row in reading.rows] == [("Ib", "ib@x")]


def test_how_far_the_reading_has_come_is_told_and_what_that_raises_ends_it():
    class CalledOff(Exception):
        pass

    told = []
    data = ("Navn;Mail\n" + "Ib;ib@x\n" * 2000).encode()
    read(data, "x.csv", tell=lambda done, of: told.append((done, of)))
    assert len(told) > 10
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {of for _, of in told} == {100}

    def call_off(done, of):
        raise CalledOff

    for whole in (data, b"BEGIN:VCARD\nFN:Ib\nEND:VCARD\n", workbook([Sheet("Ark1", [["Navn"], ["Ib"]])])):
        with pytest.raises(CalledOff):
            read(whole, "x", tell=call_off)


def test_a_quotation_mark_that_is_never_closed_costs_its_own_line_only():
    text = 'Navn;Skole;Mail\nIb;"Lundskolen;ib@x\nLone;Engskolen;l@x\nÅse;"Østre";a@x\nClaus;5" skole;c@x\n'

    reading = read(text.encode(), "x.csv")

    assert [(skip.line, skip.reason) for skip in reading.skipped] == [(2, "quote_not_closed")]
    assert [(row.line, row.workplace) for row in reading.rows] == [(3, "Engskolen"), (4, "Østre"), (5, '5" skole')]


def test_a_letter_that_means_nothing_in_the_encoding_names_its_line():
    data = "Navn;Mail\nÅse;a@x\nSøren;s@x\n".encode() + b"J\xf8rgen;j@x\n"

    reading = read(data, "x.csv")

    assert reading.encoding == Encoding.utf_8
    assert [(skip.line, skip.reason) for skip in reading.skipped] == [(4, "unreadable")]


def test_a_value_without_end_is_named_instead_of_kept():
    reading = read(f"Navn;Mail;Skole\nIb;ib@x;{'æ' * 200_000}\nLone;l@x;y\n".encode(), "x.csv")

    assert [(skip.line, skip.reason, skip.facts) for skip in reading.skipped] == [
        (2, "value_too_long", {"field": "workplace", "limit": 300})
    ]
    assert [row.name for row in reading.rows] == ["Lone"]


def test_the_user_decides_over_what_is_recognised():
    data = "Navn;Kontakt;Hvor\nIb;ib@x;Øst\n".encode("cp1252")
    chosen = Choices(
        encoding=Encoding.windows_1252, delimiter=";", columns=Columns(name=(0, 2), email=(1,), phone=(99,))
    )

    reading = read(data, "x.csv", chosen)

    assert reading.rows == (Row(line=2, name="Ib Øst", email="ib@x"),)
    assert reading.columns.phone == ()
    assert reading.offered("name") == ((0, 2), (), (0,), (1,), (2,))


def test_each_choice_of_columns_keeps_its_place_whatever_is_chosen():
    data = b"Fornavn;Efternavn;Mail\nIb;Juul;ib@x\n"
    chosen = [Columns(name=columns) for columns in ((0, 1), (), (0,), (2,))]

    offered = {read(data, "x.csv", Choices(columns=columns)).offered("name") for columns in chosen}

    assert offered == {((0, 1), (), (0,), (1,), (2,))}


def test_a_wrong_encoding_chosen_by_the_user_names_lines_and_changes_nothing_else():
    reading = read("Navn;Mail\nÅse;a@x\nIb;i@x\n".encode("cp1252"), "x.csv", Choices(encoding=Encoding.utf_8))

    assert [skip.line for skip in reading.skipped] == [2]
    assert [row.name for row in reading.rows] == ["Ib"]


def test_with_chosen_columns_even_a_list_without_any_sign_is_read():
    data = b"Ib Juul;Lundskolen\nLone Bech;Engskolen\n"

    reading = read(data, "x.csv", Choices(columns=Columns(name=(0,), workplace=(1,))))

    assert [(row.name, row.workplace) for row in reading.rows] == [
        ("Ib Juul", "Lundskolen"),
        ("Lone Bech", "Engskolen"),
    ]


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "file_is_empty"),
        (b"\xef\xbb\xbf\r\n ;; \r\n", "file_is_empty"),
        (b"sep=;\r\n", "file_is_empty"),
        (b"Navn;E-mail\r\n", "file_is_empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "file_is_no_list"),
        (bytes(1000), "file_is_no_list"),
        (b"PK\x03\x04" + bytes(50), "file_is_no_list"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "file_is_no_list"),
        (b"Kaffe kl. 9\nVi ses\n", "columns_not_recognised"),
        (b"a" * (LARGEST + 1), "file_too_large"),
    ],
)
def test_what_is_no_list_of_people_is_said_by_name(data, trouble):
    with pytest.raises(Trouble) as raised:
        read(data, "ledere.csv")

    assert raised.value.name == trouble
    assert raised.value.facts["file"] == "ledere.csv"


mostly_csv = st.text(st.sampled_from('ab;,\t"\n\r@ 1\x00\ufeffÅ='), max_size=200).map(str.encode)


@given(st.binary(max_size=300) | mostly_csv | mostly_csv.map(lambda data: b"Navn;E-mail\n" + data))
@example(b'Navn\n"')
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00")
def test_whatever_bytes_there_are_it_is_a_reading_or_a_trouble(data):
    try:
        reading = read(data, "x.csv")
    except Trouble:
        return
    lines = [part.line for part in (*reading.rows, *reading.skipped)]
    assert len(set(lines)) == len(lines)
    assert all(1 <= line <= reading.lines for line in lines)
    assert all(row.name for row in reading.rows)
