"""The capture form: room to write for every step, for nothing that was told in confidence, and no reason of absence."""

from facilitator.documents.capture_form import capture_form, on_paper
from facilitator.documents.document import Document, Heading, Keep, PageBreak, Table
from facilitator.documents.pdf.write import write
from facilitator.documents.runsheet import run_sheet
from facilitator.model.agenda import Kind
from facilitator.model.audience import Audience
from tests.documents.builders import headings, language, paper, with_step


def tables(document: Document) -> dict[str, Table]:
    """The ruled space of each step, by its heading."""
    found = {}
    for block in document.blocks:
        if isinstance(block, Keep):
            heading, *_, table = block.blocks
            assert isinstance(heading, Heading)
            assert isinstance(table, Table)
            found[heading.text] = table
    return found


def test_each_step_but_the_breaks_has_room_for_what_is_decided_and_promised():
    given = paper()
    form = capture_form(given, language())
    kept = [one for one in given.steps if one.step.kind is not Kind.break_]
    assert len(tables(form)) == len(kept) < len(given.steps)
    first = next(iter(tables(form).values()))
    assert [column.title for column in first.columns] == ["Beslutning eller aftale", "Hvem", "Inden"]
    assert all(cell.plain.strip() == "" for row in first.rows for cell in row)


def test_a_step_in_confidence_has_room_for_a_promise_alone():
    form = capture_form(paper(steps=with_step("case", audience=Audience.private)), language())
    private = [table for table in tables(form).values() if table.columns[0].title == "Aftale"]
    assert private
    assert {len(table.rows) for table in private} == {1}


def test_where_everybody_promises_something_there_is_a_row_for_each():
    given = paper(steps=with_step("check-in", method="commitments", audience=Audience.minutes))
    assert len(given.attendance) in {len(table.rows) for table in tables(capture_form(given, language())).values()}


def test_everybody_can_be_ticked_and_nobody_is_asked_why():
    form = capture_form(paper(), language())
    roster = next(block for block in form.blocks if isinstance(block, Table))
    assert [column.title for column in roster.columns] == ["Navn", "Til stede", "Afbud"]
    assert len(roster.rows) == len(paper().attendance)


def test_with_the_run_sheet_before_it_it_is_one_paper():
    sheet, both = run_sheet(paper(), language()), on_paper(paper(), language())
    assert both.blocks[: len(sheet.blocks)] == sheet.blocks
    assert isinstance(both.blocks[len(sheet.blocks)], PageBreak)
    assert [block.level for block in both.blocks if isinstance(block, Heading)].count(1) == 1
    assert "Skriveark, møde 4" in headings(both)


def test_both_are_written_as_tagged_pdf():
    for document in (capture_form(paper(), language()), on_paper(paper(), language())):
        content = write(document)
        assert b"/StructTreeRoot" in content
        assert b"/Marked true" in content
