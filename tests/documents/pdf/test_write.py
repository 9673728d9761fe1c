"""The writer, read back: what is on the pages, what a screen reader is told, and that nothing can break it."""

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import msgspec
import pdfua
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facilitator.documents.charts import Box, Drawing, Label, Stroke
from facilitator.documents.document import (
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    Keep,
    List,
    PageBreak,
    Photograph,
    Rule,
    Span,
    Table,
    Text,
    item,
    paragraph,
    quiet,
    strong,
)
from facilitator.documents.pdf.write import write
from facilitator.documents.shown import shown
from tests.documents.reading import elements, furniture, opened, read_aloud, texts, tree

COLUMNS = (Column("Hvem", 20), Column("Hvad", 60), Column("Inden", 20, align="right"))


def paper(*blocks, **fields):
    return Document(
        **{
            "title": "Beslutningsreferat, møde 4",
            "language": "da",
            "footer": "Kladde",
            "page_of": "Side {page} af {pages}",
            "blocks": blocks,
            **fields,
        }
    )


def row(*cells):
    return tuple(paragraph(cell) for cell in cells)


EVERYTHING = paper(
    paragraph("Skoleledere i Vesterå", small=True),
    Heading(1, "Beslutningsreferat"),
    Facts((Fact("Sted", paragraph("Højvang Skole")), Fact("Fraværende uden afbud", paragraph("Ingen")))),
    Rule(),
    Heading(2, "Punkter"),
    List((item(paragraph(strong("Sag"), "  ", quiet("kl. 9.48")), "Sag behandlet."), item("Pause")), "numbered"),
    List((item("Fælles vikarer"),), "bullet"),
    Keep((Heading(3, "Aftaler"), Table(COLUMNS, (row("Ib", "Ringer", "11.12.2026"), row("Lone")), caption="Åbne"))),
    Figure(
        Drawing(
            500,
            100,
            (
                Box(0, 0, 50, 50, hatched=True),
                Box(60, 0, 50, 50, "lead_consultant"),
                Stroke(0, 60, 200, 60),
                Label(0, 80, "møde 😀"),
                Label(90, 80, "1", anchor="middle", strong=True),
                Label(200, 80, "2", anchor="end"),
            ),
        ),
        alt="Søjler: konsulenten leder mindre for hvert møde",
        caption="Hvem har ledt",
    ),
    PageBreak(),
    Callout("Næste møde", (paragraph(strong("tirsdag den 26. januar")), paragraph("Hos Jonas."))),
)


def test_a_screen_reader_is_told_everything_in_order():
    assert read_aloud(write(EVERYTHING)) == [
        ("P", "Skoleledere i Vesterå"),
        ("H1", "Beslutningsreferat"),
        ("TH", "Sted"),
        ("TD", "Højvang Skole"),
        ("TH", "Fraværende uden afbud"),
        ("TD", "Ingen"),
        ("H2", "Punkter"),
        ("Lbl", "1"),
        ("P", "Sag  kl. 9.48"),
        ("P", "Sag behandlet."),
        ("Lbl", "2"),
        ("P", "Pause"),
        ("Lbl", "•"),
        ("P", "Fælles vikarer"),
        ("H3", "Aftaler"),
        ("Caption", "Åbne"),
        ("TH", "Hvem"),
        ("TH", "Hvad"),
        ("TH", "Inden"),
        ("TD", "Ib"),
        ("TD", "Ringer"),
        ("TD", "11.12.2026"),
        ("TD", "Lone"),
        ("Figure", "møde □12"),
        ("P", "Hvem har ledt"),
        ("H2", "Næste møde"),
        ("P", "tirsdag den 26. januar"),
        ("P", "Hos Jonas."),
    ]


def test_parts_are_nested_as_the_standard_asks():
    facts = "Table(TR(TH TD) TR(TH TD))"
    table = "Table(Caption TR(TH TH TH) TR(TD TD TD) TR(TD TD TD))"
    items = "L(LI(Lbl LBody(P P)) LI(Lbl LBody(P))) L(LI(Lbl LBody(P)))"

    assert tree(write(EVERYTHING)) == f"Document(P H1 {facts} H2 {items} H3 {table} Figure P Sect(H2 P P))"


def test_head_cells_say_what_they_head_and_lists_how_they_count():
    pdf = write(EVERYTHING)

    assert [head["/A"]["/Scope"] for head in elements(pdf, "/TH")] == ["/Row"] * 2 + ["/Column"] * 3
    assert [one["/A"]["/ListNumbering"] for one in elements(pdf, "/L")] == ["/Decimal", "/Disc"]


def test_a_figure_has_its_words_and_its_place():
    (figure,) = elements(write(EVERYTHING), "/Figure")

    assert figure["/Alt"] == "Søjler: konsulenten leder mindre for hvert møde"
    left, bottom, right, top = figure["/A"]["/BBox"]
    assert right - left == pytest.approx(474, abs=5)  # scaled down to the width of the text
    assert (right - left) / (top - bottom) == pytest.approx(5, rel=0.01)


def test_footers_are_furniture_and_count_the_pages():
    assert furniture(write(EVERYTHING)) == ["KladdeSide 1 af 2", "KladdeSide 2 af 2"]


def test_the_checker_for_accessible_documents_finds_nothing(tmp_path):
    file = tmp_path / "referat.pdf"
    file.write_bytes(write(EVERYTHING))

    report = pdfua.validate(str(file))

    assert report.findings == ()
    assert [one.rule_id for one in report.outcomes if one.skipped_reason] == []


def test_the_file_says_what_it_is():
    made_at = dt.datetime(2026, 12, 8, 12, 2, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    reader = opened(write(paper(paragraph("Hej"), author="Karen Holm", subject="Skoleledere & co.", made_at=made_at)))
    catalog = reader.trailer["/Root"]

    assert reader.metadata is not None
    assert reader.metadata.title == "Beslutningsreferat, møde 4"
    assert reader.metadata.author == "Karen Holm"
    assert reader.metadata.subject == "Skoleledere & co."
    assert reader.metadata.creation_date == made_at
    assert catalog["/Lang"] == "da-DK"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.pages[0]["/Tabs"] == "/S"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Beslutningsreferat, møde 4"}
    assert reader.xmp_metadata.dc_creator == ["Karen Holm"]


def test_a_file_without_a_date_has_none_of_today():
    reader = opened(write(paper(paragraph("Hej"))))

    assert reader.metadata is not None
    assert "/CreationDate" not in reader.metadata
    assert "CreateDate" not in reader.trailer["/Root"]["/Metadata"].get_data().decode()


def test_only_the_papers_own_fonts_are_named_and_they_are_in_the_file():
    fonts = opened(write(EVERYTHING)).pages[0]["/Resources"]["/Font"]

    assert {re.sub(r"^[A-Z]+\+", "", font["/BaseFont"][1:]) for font in fonts.values()} == {"Lato-Regular", "Lato-Bold"}
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_the_same_document_gives_the_same_bytes():
    assert write(EVERYTHING) == write(EVERYTHING)


def test_two_documents_are_two_files_to_whoever_keeps_them():
    first, second = (opened(write(paper(paragraph(words)))).trailer["/ID"] for words in ("Hej", "Farvel"))

    assert first != second


def test_documents_written_at_the_same_time_do_not_mix():
    papers = [paper(Heading(1, f"Møde {number}"), *[paragraph("æøå " * number)] * 20) for number in range(8)]
    one_by_one = [write(one) for one in papers]

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(write, papers)) == one_by_one


def test_the_heads_of_a_long_table_stand_on_every_page_but_are_read_once():
    pdf = write(paper(Table(COLUMNS, tuple(row("Lone", f"Aftale {number}", "1.1.2027") for number in range(100)))))

    assert len(texts(pdf)) > 2
    assert all(page.startswith("Hvem Hvad Inden") for page in texts(pdf))
    assert [tag for tag, _ in read_aloud(pdf)].count("TH") == 3


def test_a_row_taller_than_a_page_goes_on_and_each_cell_is_read_in_one():
    long = " ".join(f"ord{number}" for number in range(1500))
    pdf = write(paper(Table(COLUMNS, (row("Ib", long, "1.1.2027"),))))

    assert len(texts(pdf)) > 2
    assert read_aloud(pdf)[3:] == [("TD", "Ib"), ("TD", long), ("TD", "1.1.2027")]


def test_a_note_of_300_lines_fills_pages_and_loses_none():
    note = "\n".join(f"Linje {number}" for number in range(300))
    pages = texts(write(paper(List((item(note),), "numbered"))))

    assert len(pages) == 6
    assert re.findall(r"Linje (\d+)", " ".join(pages)) == [str(number) for number in range(300)]


def test_text_is_never_taken_for_markup():
    pages = texts(write(paper(Heading(2, "<b>fed</b> & (parentes) \\ 100%"), paragraph("</para><font size=90>"))))

    assert pages == ["<b>fed</b> & (parentes) \\ 100% </para><font size=90> Kladde Side 1 af 1"]


def test_a_paper_to_be_read_standing_is_wide_and_large_with_room_to_write():
    page = opened(write(paper(paragraph("9.06"), landscape=True, large=True, writing_margin=True))).pages[0]
    operations = page.get_contents().operations
    sizes = {operands[1] for operands, operator in operations if operator == b"Tf"}
    starts = {operands[4] for operands, operator in operations if operator == b"Tm"} - {0}  # reportlab's own

    assert page.mediabox.width > page.mediabox.height
    assert 13 in sizes
    assert min(starts) > 110


def test_an_empty_paragraph_leaves_no_empty_tag():
    assert tree(write(paper(paragraph(""), Heading(2, " \u200b"), paragraph("Hej")))) == "Document(P)"


def test_a_paper_without_words_is_one_page():
    assert texts(write(paper())) == ["Kladde Side 1 af 1"]


def test_a_long_status_is_not_cut_off():
    footer = "Kladde, rettelser senest den 15. december 2026 til den, der har skrevet referatet, " * 2
    assert "".join(footer.split()) in "".join("".join(texts(write(paper(footer=footer)))).split())


# Nasty texts: every kind of character, very long words, line ends of all kinds, and many of them.
nasty = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text(st.characters(categories=["Lo", "So", "Cc", "Cf", "Mn"]), max_size=20),
    st.sampled_from(["x" * 3000, "æ\n" * 120, "محمد علي", "👩‍👩‍👧 " * 30, "a\u0301" * 500, "\x00", "W/" * 400]),
)
nasty_texts = st.lists(st.builds(Span, nasty, st.booleans(), st.booleans()), max_size=3).map(
    lambda spans: Text(tuple(spans))
)
nasty_columns = st.lists(st.builds(Column, nasty, st.floats(-1, 5)), min_size=1, max_size=7).map(tuple)


@st.composite
def nasty_tables(draw):
    columns = draw(nasty_columns)
    cells = st.lists(nasty_texts, max_size=len(columns)).map(tuple)
    return Table(columns, draw(st.lists(cells, max_size=4).map(tuple)), draw(nasty))


items = st.builds(Item, st.lists(nasty_texts, max_size=3).map(tuple))
simple_blocks = st.one_of(
    nasty_texts,
    st.builds(Heading, st.sampled_from([1, 2, 3]), nasty),
    st.builds(
        List,
        st.lists(items, max_size=3).map(tuple),
        st.sampled_from(["numbered", "bullet", "dash"]),
        st.integers(1, 10**9),
    ),
    st.builds(Facts, st.lists(st.builds(Fact, nasty, nasty_texts), max_size=3).map(tuple)),
    nasty_tables(),
    st.builds(Callout, nasty, st.lists(nasty_texts, max_size=3).map(tuple)),
    st.builds(
        Figure,
        st.builds(
            Drawing,
            st.floats(1, 5000),
            st.floats(1, 5000),
            st.tuples(st.builds(Label, x=st.just(1), y=st.just(1), text=nasty)),
        ),
        st.just("billede"),
        nasty,
    ),
    st.just(Rule()),
    st.just(PageBreak()),
)
blocks = st.one_of(simple_blocks, st.builds(Keep, st.lists(simple_blocks, max_size=3).map(tuple)))


@settings(max_examples=60)
@given(st.lists(blocks, max_size=5).map(tuple), nasty, st.booleans(), st.booleans())
def test_no_text_can_break_a_document(blocks, words, large, landscape):
    document = paper(*blocks, title=words, author=words, subject=words, footer=words, large=large, landscape=landscape)

    pdf = write(document)

    read_aloud(pdf)  # every mark closed, none nested, no text outside of them
    assert write(msgspec.structs.replace(document)) == pdf


@settings(max_examples=60)
@given(nasty_texts)
def test_every_character_that_can_be_shown_is_told_in_order(paragraph):
    told = "".join(words for _, words in read_aloud(write(paper(paragraph))))

    written = "".join(shown(span.text) for span in paragraph.spans)
    assert "".join(told.split()) == "".join(written.split())


def jpeg() -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize((300, 200)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def test_a_photo_is_a_figure_with_its_words_and_its_place_and_its_bytes_as_they_were(tmp_path):
    with_photo = paper(Heading(1, "Referat"), Figure(Photograph(jpeg(), 300, 200), "Tavlen med tre ønsker"))
    pdf = write(with_photo)

    (figure,) = elements(pdf, "/Figure")
    assert figure["/Alt"] == "Tavlen med tre ønsker"
    left, bottom, right, top = figure["/A"]["/BBox"]
    assert (right - left, top - bottom) == (pytest.approx(300), pytest.approx(200))
    (picture,) = opened(pdf).pages[0].images
    assert picture.indirect_reference.get_object()._data.rstrip() == jpeg()
    assert write(with_photo) == pdf
    file = tmp_path / "referat.pdf"
    file.write_bytes(pdf)
    assert pdfua.validate(str(file)).findings == ()
