"""What stands in which column."""

from collections import Counter

import pytest

from facilitator.intake.columns import _HEADERS, columns_of, header_among
from facilitator.intake.reading import Columns
from facilitator.intake.records import Record, plain


def sheet(*lines):
    return [Record(number, line.split(";")) for number, line in enumerate(lines, 1)]


def test_every_known_header_means_one_thing_and_is_written_as_it_is_compared():
    headers = Counter(header for known in _HEADERS.values() for header in known.split())

    assert [header for header, times in headers.items() if times > 1] == []
    assert [header for header in headers if plain(header) != header] == []


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("E-mail;Navn", Columns(name=(1,), email=(0,))),
        ("Efternavn;Fornavn;Mail", Columns(name=(1, 0), email=(2,))),
        ("Navn;Titel;Rolle;Stilling;E-mail", Columns(name=(0,), email=(4,), title=(3,))),
        ("Navn;E-mail;Organisation;Skole", Columns(name=(0,), email=(1,), workplace=(3,))),
        ("Navn;E-mail;Mobil;Tlf. arbejde", Columns(name=(0,), email=(1,), phone=(3,))),
        ("Navn;E-mail (kun arbejde);Tlf. (dag)", Columns(name=(0,), email=(1,), phone=(2,))),
        ("Elevens fornavn og barn;Navn;E-mail", Columns(name=(1,), email=(2,))),
        ("Lederens navn;Skolens navn;Mailadresser", Columns(name=(0,), email=(2,), workplace=(1,))),
        ("Navn;Fil-navn;E-mail;E-mail-type", Columns(name=(0,), email=(2,))),
    ],
)
def test_headers_tell_what_goes_where(headers, expected):
    names = headers.split(";")

    assert columns_of(names, sheet(";".join("x" for _ in names))) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Åse Aaberg;a@x;12 34 56 01;Østre Skole"], Columns(name=(0,), email=(1,), phone=(2,), workplace=(3,))),
        (["a@x;Åse;Aaberg"], Columns(name=(1, 2), email=(0,))),
        (["1;Åse Aaberg;a@x"], Columns(name=(1,), email=(2,))),
        (["a@x", "b@x"], Columns(email=(0,))),
        (["Åse Aaberg;12 34 56 01"], Columns()),
        (["", ""], Columns()),
    ],
)
def test_without_headers_the_cells_tell_if_there_is_an_address_among_them(lines, expected):
    assert columns_of((), sheet(*lines)) == expected


def test_a_header_line_may_stand_below_a_title():
    assert header_among(sheet("Skoleledere 2026", "Hentet af;Karen", "Navn;Skole;E-mail", "Ib;Lund;ib@x")) == 2


@pytest.mark.parametrize("line", ["Ib;Lund;ib@x", "Mail: ib@x;Navn", "Skole;Kommune", "Ib Juul;Lund"])
def test_a_line_of_data_is_no_header(line):
    assert header_among(sheet(line)) is None
