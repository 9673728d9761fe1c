"""vCards as address books, phones and mail programs write them."""

import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake import Row, read

METTE = """\
BEGIN:VCARD
VERSION:3.0
N:Sørensen;Mette;;;
FN:Mette Sørensen
ORG:Højvang Skole;
TITLE:Skole
 leder
item1.EMAIL;type=INTERNET:privat@vesteraa.dk
EMAIL;type=INTERNET;type=WORK;type=pref:mette@vesteraa.dk
TEL;type=WORK;type=FAX;type=pref:12 34 56 99
TEL;type="CELL,VOICE":12 34 56 09
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ
 SkZJRgABAQ
NOTE:Skriv aldrig\\n
 noget her
END:VCARD
"""


def rows(text, encoding="utf-8"):
    return read(text.encode(encoding), "kontakter.vcf").rows


def card(*lines, version="3.0"):
    return "\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]) + "\n"


def test_a_card_gives_name_preferred_address_phone_workplace_and_title():
    reading = read(METTE.replace("\n", "\r\n").encode(), "Mette Sørensen.vcf")

    assert reading.format == "vcard"
    assert reading.rows == (
        Row(
            line=1,
            name="Mette Sørensen",
            email="mette@vesteraa.dk",
            phone="12 34 56 09",
            workplace="Højvang Skole",
            title="Skoleleder",
        ),
    )


def test_several_cards_are_told_by_the_line_where_each_begins():
    text = (
        METTE + "\n" + card("FN:Ib Juul") + card("EMAIL:pia@vesteraa.dk") + card("FN:Claus", "EMAIL:claus vesteraa.dk")
    )

    reading = read(text.encode(), "alle.vcf")

    assert [(row.line, row.name) for row in reading.rows] == [(1, "Mette Sørensen"), (18, "Ib Juul")]
    assert [(skip.line, skip.reason) for skip in reading.skipped] == [(22, "no_name"), (26, "email_without_at")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["N:Holm;Karen;Marie;Fru;"], Row(line=1, name="Karen Marie Holm")),
        (["N:Holm", "FN:"], Row(line=1, name="Holm")),
        (["FN:Holm\\, Karen"], Row(line=1, name="Karen Holm")),
        (["FN:Ib", r"ORG:Skole\; SFO\, Nord;Ledelsen"], Row(line=1, name="Ib", workplace="Skole; SFO, Nord, Ledelsen")),
        (["FN:Ib", "ROLE:Leder"], Row(line=1, name="Ib", title="Leder")),
        (["FN:Ib", "EMAIL:a@x", "EMAIL:b@x"], Row(line=1, name="Ib", email="a@x")),
        (["fn:Ib", "email;PREF=2:a@x", "email;PREF=1:b@x"], Row(line=1, name="Ib", email="b@x")),
        (["FN:Ib", 'TEL;X="a:b;c":+45 1'], Row(line=1, name="Ib", phone="+45 1")),
        (["FN:Ib", "TEL;VALUE=uri:tel:+4512345606"], Row(line=1, name="Ib", phone="+4512345606")),
        (["FN:Ib", "dette er ingen egenskab", ":", ";;;", "EMAIL"], Row(line=1, name="Ib")),
    ],
)
def test_cards_are_read_as_they_are_meant(lines, expected):
    assert rows(card(*lines)) == (expected,)


def test_an_old_card_in_quoted_printable_is_read():
    text = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=98sterga=",
        "ard;Birgitte",
        "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Vestre=20Sk=F8le",
        "TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=ingen:L=C3=A6rer",
        "TEL;WORK;VOICE:12 34 56 02",
        "EMAIL;PREF;INTERNET:birgitte@vesteraa.dk",
        version="2.1",
    )

    assert rows(text) == (
        Row(
            line=1,
            name="Birgitte Østergaard",
            email="birgitte@vesteraa.dk",
            phone="12 34 56 02",
            workplace="Vestre Skøle",
            title="Lærer",
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_card_is_read_in_every_encoding(encoding):
    assert rows(METTE, encoding)[0].name == "Mette Sørensen"


def test_a_card_within_a_card_belongs_to_nobody():
    text = card("FN:Ib", "AGENT:", "BEGIN:VCARD", "FN:Lone", "END:VCARD", "EMAIL:ib@x", version="2.1")

    assert rows(text) == (Row(line=1, name="Ib", email="ib@x"),)


def test_a_card_that_never_ends_is_named_and_the_next_one_is_read():
    reading = read(("BEGIN:VCARD\nFN:Ib\n" + card("FN:Lone") + "BEGIN:VCARD\nFN:Åse").encode(), "x.vcf")

    assert [row.name for row in reading.rows] == ["Lone"]
    assert [(skip.line, skip.reason) for skip in reading.skipped] == [(1, "card_not_closed"), (7, "card_not_closed")]


texts = st.text(st.sampled_from("abæøå ,;\\é"), min_size=1, max_size=90).map(lambda text: " ".join(text.split()))


def escaped(text):
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=4), st.integers(11, 75))
def test_what_is_escaped_and_folded_comes_back(people, width):
    folded = []
    for title, unit in people:
        for line in card("FN:Ib", f"TITLE:{escaped(title)}", f"ORG:{escaped(unit)}").splitlines():
            folded.append("\n ".join(line[at : at + width] for at in range(0, len(line), width)))

    assert [(row.title, row.workplace) for row in rows("\n".join(folded))] == people


def quoted(text):
    """2.1's way with letters beyond ASCII, broken softly."""
    return quopri.encodestring(escaped(text).encode()).decode()


def carded(person, version):
    """The card of somebody as each version writes it, with a picture that nobody looks at."""
    name, email, phone, workplace, title = person
    if version == "2.1":
        quoting = "CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
        lines = [
            f"FN;{quoting}:{quoted(name)}",
            f"ORG;{quoting}:{quoted(workplace)}",
            f"TITLE;{quoting}:{quoted(title)}",
        ]
        lines += [
            f"EMAIL;PREF;INTERNET:{email}",
            f"TEL;WORK;VOICE:{phone}",
            "PHOTO;JPEG;ENCODING=BASE64:",
            " /9j/4A==",
            "",
        ]
    elif version == "3.0":
        lines = [f"FN:{escaped(name)}", f"ORG:{escaped(workplace)};", f"TITLE:{escaped(title)}"]
        lines += [f"item1.EMAIL;type=pref:{email}", "item1.X-ABLabel:arbejde", f"TEL;type=CELL:{phone}"]
    else:
        lines = [f"FN:{escaped(name)}", f"ORG:{escaped(workplace)}", f"TITLE;LANGUAGE=da:{escaped(title)}"]
        lines += [f"EMAIL;PREF=1:mailto:{email}", f'TEL;VALUE=uri;TYPE="voice,work":tel:{phone}', "KIND:individual"]
    return card(*lines, version=version)


persons = st.tuples(
    texts.filter(lambda text: "," not in text and text.strip()),
    st.just("ib@vesteraa.dk"),
    st.sampled_from(["12 34 56 01", "+4512345601", "0045 12 34 56 01"]),
    texts.map(lambda text: text.strip(" ,") or "x"),
    texts,
)


@given(st.lists(st.tuples(persons, st.sampled_from(["2.1", "3.0", "4.0"])), min_size=1, max_size=5))
def test_cards_of_every_version_stand_in_one_file(people):
    found = rows("".join(carded(person, version) for person, version in people))

    assert [(row.name, row.email, row.phone, row.workplace, row.title) for row in found] == [
        person for person, _ in people
    ]


@pytest.mark.parametrize("line", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:group", "kind:org", "KIND:location"])
def test_a_card_about_a_group_or_a_place_is_about_nobody(line):
    reading = read((card("FN:Skoleledere", line) + card("FN:Ib", "KIND:individual")).encode(), "x.vcf")

    assert ([row.name for row in reading.rows], reading.skipped) == (["Ib"], ())


def test_pictures_of_megabytes_are_passed_over():
    picture = "QUJD" * 1_000_000
    folded = "\n".join(f" {picture[at : at + 74]}" for at in range(0, len(picture), 74))

    assert rows(card("FN:Ib", "PHOTO;ENCODING=b;TYPE=JPEG:", folded) + card("FN:Lone", f"PHOTO;BASE64:{picture}")) == (
        Row(line=1, name="Ib"),
        Row(line=card("FN:Ib", "PHOTO;ENCODING=b;TYPE=JPEG:", folded).count("\n") + 1, name="Lone"),
    )


pieces = st.sampled_from([*METTE.splitlines(), "BEGIN:VCARD", "AGENT:", "N", "=", " x", 'FN;A="b:c'])


@given(st.lists(pieces, max_size=20))
def test_whatever_stands_in_a_card_it_is_read_or_named(lines):
    reading = read("\n".join(["BEGIN:VCARD", *lines]).encode(), "x.vcf")

    begins = 1 + lines.count("BEGIN:VCARD")
    assert 1 <= len(reading.rows) + len(reading.skipped) <= begins
