from facilitator.documents.document import Keep, Table
from facilitator.documents.runsheet import run_sheet
from facilitator.model.audience import Audience
from facilitator.model.outcome import ActionState
from tests.documents.builders import action, by_network, headings, language, lines, note, paper, part, under, with_step

WORDS = {
    "purpose": "Alle har talt, før vi arbejder",
    "how": "Én sætning hver: »Hvad kommer jeg med?«",
    "remember": "Begynd et nyt sted. Plan B: ét ord hver (4 min.)",
}


def overview(document):
    return next(one for one in document.blocks if isinstance(one, Table))


def test_the_overview_has_the_columns_that_a_run_sheet_has():
    document = run_sheet(paper(steps=with_step("check-in", lead=by_network("dorthe"), words=WORDS)), language())

    assert [column.title for column in overview(document).columns] == [
        "Tid",
        "Hvad",
        "Hvorfor",
        "Hvordan",
        "Hvem",
        "Husk / Plan B",
    ]
    assert lines(overview(document))[1] == (
        "9.06\n(12\u00a0min.) | Tjek ind | Alle har talt, før vi arbejder | Én sætning hver: »Hvad kommer jeg med?« | "
        "Dorthe | Begynd et nyt sted.\nPlan B: ét ord hver (4 min.)"
    )


def test_a_plan_b_that_stands_by_itself_is_told_too():
    words = {"remember": "Én tidsholder.", "plan_b": "drop anden omgang (45 min.)"}
    document = run_sheet(paper(steps=with_step("case", words=words)), language())

    assert lines(overview(document))[3].endswith("| Én tidsholder.\nPlan B: drop anden omgang (45 min.)")


def test_a_method_without_such_words_still_says_how_and_what_to_watch_for():
    words = {"say": "»Hvad tager du med?«", "watch": "Lange taler"}
    document = run_sheet(paper(steps=with_step("end", words=words)), language())

    assert lines(overview(document))[-1].endswith("|  | »Hvad tager du med?« | Karen | Lange taler")


def test_the_words_of_each_part_follow_so_that_the_paper_alone_is_enough():
    words = {
        "say": "»Vi hjælper én med at tænke.«",
        "roles": "Fokusperson, team",
        "materials": "Stole",
        "parts": (
            part("Interview", 20, say="»Fortæl.«", watch="Råd"),
            part("Hvad nu?", 5, do="Lad den anden tale ud."),
        ),
    }
    document = run_sheet(paper(steps=with_step("case", words=words)), language())
    blocks = under(document, "Sag: kollegial supervision")

    assert all(isinstance(block, Keep) for block in blocks)
    assert [[one.text if hasattr(one, "text") else one.plain for one in block.blocks] for block in blocks] == [
        [
            "kl.\u00a09.39  ·  60\u00a0min.  ·  Karen",
            "Roller: Fokusperson, team",
            "Tag med: Stole",
            "Sig: »Vi hjælper én med at tænke.«",
        ],
        ["Interview  ·  20\u00a0min.", "Sig: »Fortæl.«", "Hold øje med: Råd"],
        ["Hvad nu?  ·  5\u00a0min.", "Gør: Lad den anden tale ud."],
    ]


def test_the_prompts_of_a_method_with_one_part_stand_once():
    words = {"say": "»Sig en sætning.«", "parts": (part("Runde", 12, say="»Sig en sætning.«"),)}
    document = run_sheet(paper(steps=with_step("check-in", words=words)), language())

    assert repr(under(document, "Tjek ind")).count("»Sig en sætning.«") == 1


def test_whoever_leads_sees_working_titles_but_no_notes():
    steps = with_step("case", working_title="Dorthe og chefen")
    seen = repr(run_sheet(paper(steps=steps, notes=(note("Skrevet ned", "case"),)), language()))

    assert "Dorthe og chefen" in seen
    assert "Skrevet ned" not in seen


def test_open_actions_that_the_network_may_read_are_there_to_look_back_on():
    given = (
        action("Sender datoer", "hassan", audience=Audience.network),
        action("Er gjort", "ib", state=ActionState.done),
        action("Kun min", "ib", audience=Audience.private),
    )
    document = run_sheet(paper(open_actions=given), language())

    assert lines(under(document, "Åbne aftaler")[0]) == ["Hassan Demir | Sender datoer | Ingen dato"]


def test_it_is_a_paper_to_be_read_standing_with_a_margin_to_write_in():
    document = run_sheet(paper(), language())

    assert (document.landscape, document.large, document.writing_margin) == (True, True, True)
    assert headings(document) == ["Drejebog, møde 4"]
