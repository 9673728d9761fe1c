from msgspec.structs import replace

from facilitator.documents.agenda import agenda
from facilitator.documents.document import Facts, Table
from facilitator.model.agenda import Kind
from tests.documents.builders import SESSION, by_network, headings, language, lines, note, paper, with_step


def table(document):
    (block,) = [one for one in document.blocks if isinstance(one, Table)]
    return block


def test_every_point_has_its_time_its_purpose_and_who_leads_it():
    document = agenda(paper(steps=with_step("check-in", lead=by_network("dorthe"))), language())

    assert headings(document) == ["Dagsorden, møde 4"]
    assert [column.title for column in table(document).columns] == [
        "Tid",
        "Punkt",
        "Formål",
        "Hvem leder",
        "Forberedelse",
    ]
    assert lines(table(document))[:5] == [
        "9.00\n6\u00a0min. | Velkommen | Orientere | Karen | ",
        "9.06\n12\u00a0min. | Tjek ind | Orientere | Dorthe | ",
        "9.18\n21\u00a0min. | Siden sidst | Orientere | Karen | Se på din egen aftale fra sidst.",
        "9.39\n60\u00a0min. | Sag: kollegial supervision | Lære | Karen | Har du en sag? Sig det før mødet.",
        "10.39\n15\u00a0min. | Pause",
    ]


def test_every_kind_of_point_but_a_break_has_a_purpose():
    rows = [lines(table(agenda(paper(steps=with_step("end", kind=kind)), language())))[-1] for kind in Kind]

    assert {row.split(" | ")[2] for row in rows if row.count("|") > 1} == {"Orientere", "Lære", "Drøfte", "Beslutte"}


def test_the_agenda_holds_public_titles_and_nothing_that_was_written():
    steps = with_step("case", working_title="Dorthe og chefen", words={"say": "»Fortæl«", "watch": "Råd"})
    seen = repr(agenda(paper(steps=steps, notes=(note("Alle er trætte", "check-in"),)), language()))

    assert "Sag: kollegial supervision" in seen
    assert all(words not in seen for words in ("Dorthe og chefen", "»Fortæl«", "Råd", "trætte"))


def test_a_point_that_is_left_out_is_not_on_the_agenda():
    assert "Pulsen" not in repr(agenda(paper(steps=with_step("pulse", left_out=True)), language()))


def test_host_and_theme_are_told_when_they_are_known():
    (known,) = [
        one
        for one in agenda(paper(session=replace(SESSION, host="hassan", theme="Pres")), language()).blocks
        if isinstance(one, Facts)
    ]

    assert [(one.label, one.value.plain) for one in known.facts][2:] == [("Vært", "Hassan Demir"), ("Tema", "Pres")]


def test_an_agenda_without_points_is_still_a_paper():
    assert table(agenda(paper(steps=()), language())).rows == ()
