"""Records out of delimited text, each with the line where it begins."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake.records import LOOSE_QUOTES, likeliest_delimiter, named_delimiter, plain, records

cells = st.text(st.sampled_from('aæ ;,\t"\n'), max_size=6)
tables = st.lists(st.lists(cells, min_size=1, max_size=4), max_size=6)


@given(tables, st.sampled_from(";,\t"))
def test_a_table_that_is_written_is_read_back_with_its_lines(table, delimiter):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    begins = []
    for row in table:
        begins.append(out.getvalue().count("\n") + 1)
        writer.writerow(row)

    read = [(record.line, record.cells, record.whole) for record in records(out.getvalue(), delimiter)]

    filled = [(line, row, True) for line, row in zip(begins, table, strict=True) if any(cell.strip() for cell in row)]
    assert read == filled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a;"b;c";d', [["a", "b;c", "d"]]),
        ('"";"""";"x ""y"""', [["", '"', 'x "y"']]),
        ('a; "b;c" ;d', [["a", "b;c ", "d"]]),
        ('"b"c;d', [["bc", "d"]]),
        ('5" skole;x', [['5" skole', "x"]]),
        ("a;b\n\n;;\nc", [["a", "b"], ["c"]]),
    ],
)
def test_quotation_marks_mean_what_programs_mean_by_them(text, expected):
    assert [record.cells for record in records(text, ";")] == expected


def test_a_loose_quotation_mark_takes_no_other_line_with_it():
    text = 'a;"b\nc;"d"\ne;"f\ng'

    assert [(record.line, record.whole) for record in records(text, ";")] == [
        (1, False),
        (2, True),
        (3, False),
        (4, True),
    ]


def test_where_quotation_marks_are_only_noise_they_stop_reaching_across_lines():
    text = 'a;"b;x"y\n"c\nd"e\n' * (LOOSE_QUOTES + 10) + 'f;"g\nh"'

    assert [record.whole for record in records(text, ";")][-2:] == [False, True]


def test_the_line_that_names_the_separator_is_no_record():
    assert named_delimiter("sep=;\na;b") == ";"
    assert named_delimiter('"SEP=,"\na,b') == ","
    assert named_delimiter("september;b") == ""
    assert [(record.line, record.cells) for record in records("sep=;\na;b", ";")] == [(2, ["a", "b"])]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Navn;Mail, privat\nAaberg, Åse;aase@x", ";"),
        ("Navn,Mail\nÅse; den ene,aase@x", ","),
        ("Navn\tMail\nAaberg, Åse\taase@x", "\t"),
        ("Aaberg, Åse;aase@x\nBech, Lone;lone@x", ";"),
        ("Navn\nAaberg, Åse\nBech, Lone", ";"),
        ("Navn", ";"),
        ("", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_makes_sense_of_the_list(text, delimiter):
    assert likeliest_delimiter(text, {"navn", "mail"}) == delimiter


@pytest.mark.parametrize(
    ("header", "expected"), [("E-mail:", "email"), (" Tlf. arbejde ", "tlfarbejde"), ("Phone 1 - Value", "phonevalue")]
)
def test_a_header_is_compared_without_case_and_signs(header, expected):
    assert plain(header) == expected
