import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.documents.agenda import agenda
from facilitator.documents.document import Callout, Facts, Figure, Keep
from facilitator.documents.minutes import minutes
from facilitator.documents.paper import PaperPhoto
from facilitator.documents.pdf.write import write
from facilitator.documents.runsheet import run_sheet
from facilitator.model.attendance import Attendance, Status
from facilitator.model.audience import Audience
from facilitator.model.member import Guest
from facilitator.model.outcome import ActionState, Photo
from tests.documents.builders import (
    ATTENDANCE,
    NETWORK,
    NEXT,
    SESSION,
    action,
    by_network,
    decision,
    headings,
    language,
    lines,
    note,
    paper,
    parked,
    under,
    with_step,
)
from tests.documents.reading import texts

HELD = paper(
    notes=(
        note("December fylder.\nAlle er trætte.", "check-in"),
        note("Mange har prøvet noget.", "check-in"),
        note("Tema: opgaver, der kan stoppes.", "pressure"),
    ),
    decisions=(decision("Vi arbejder videre med temaet.", "pressure"),),
    actions=(
        action("Prøver mødefri onsdag", "lone", due=dt.date(2027, 1, 26)),
        action("Sender sin mødeplan", "claus", "ase", "birgitte", due=dt.date(2026, 12, 11)),
        action("Finder et lokale"),
        action("Glemmes igen", "ib", state=ActionState.dropped),
    ),
    parked=(parked("Fælles vikarer"),),
)


def facts(document):
    (block,) = [one for one in document.blocks if isinstance(one, Facts)]
    return {one.label: one.value.plain for one in block.facts}


def next_meeting(document):
    (block,) = [one for one in document.blocks if isinstance(one, Callout)]
    return [one.plain for one in block.paragraphs]


def test_the_paper_says_whose_it_is_when_and_where():
    document = minutes(HELD, "decisions", language())

    assert document.blocks[0].plain == "Skoleledere i Vesterå · Vesterå Kommune"
    assert headings(document) == ["Beslutningsreferat, møde 4", "Punkter", "Aftaler", "P-pladsen"]
    assert facts(document) == {
        "Tid": "tirsdag den 8.\u00a0december 2026 kl.\u00a09.00–12.00",
        "Sted": "Højvang Skole, lokale 2",
        "Til stede": "Birgitte Østergaard, Claus Friis, Dorthe Lund, Hassan Demir, Jonas Kjær (stedfortræder), "
        "Lone Bech, Mette Sørensen (tovholder), Åse Aaberg og konsulent Karen Holm",
        "Fraværende med afbud": "Ib Juul",
        "Fraværende uden afbud": "Ingen",
        "Mødeleder": "Karen Holm",
        "Referent": "Karen Holm",
    }
    assert document.footer == "Kladde, rettelser senest den 15.\u00a0december 2026"


def test_minutes_of_decisions_have_one_line_of_theme_for_each_point_that_has_something_to_tell():
    (points,) = under(minutes(HELD, "decisions", language()), "Punkter")

    assert lines(points) == [
        "Tjek ind  kl.\u00a09.06\nDecember fylder.",
        "Sag  kl.\u00a09.39\nSag behandlet (kollegial supervision).",
        "Preskortet  kl.\u00a011.02\nTema: opgaver, der kan stoppes. / Beslutning: Vi arbejder videre med temaet.",
    ]


def test_full_minutes_have_every_point_but_the_break_and_every_note():
    (points,) = under(minutes(HELD, "minutes", language()), "Punkter")

    assert lines(points) == [
        "Velkommen  kl.\u00a09.00",
        "Tjek ind  kl.\u00a09.06\nDecember fylder.\nAlle er trætte. / Mange har prøvet noget.",
        "Siden sidst  kl.\u00a09.18",
        "Sag  kl.\u00a09.39\nSag behandlet (kollegial supervision).",
        "Pulsen  kl.\u00a010.54",
        "Preskortet  kl.\u00a011.02\nTema: opgaver, der kan stoppes. / Beslutning: Vi arbejder videre med temaet.",
        "Aftaler og næste møde  kl.\u00a011.42",
    ]


def test_of_a_case_the_minutes_tell_neither_whose_it_was_nor_its_title():
    steps = with_step("case", words={"title": "Dorthes sag om vikarer"}, working_title="Dorthe og chefen")

    for kind in ("minutes", "decisions"):
        document = minutes(replace(HELD, steps=steps), kind, language())

        assert "Sag behandlet (kollegial supervision)." in repr(document)
        assert "vikarer" not in repr(under(document, "Punkter"))
        assert "Dorthe og chefen" not in repr(document)


def test_a_point_that_was_left_out_says_so_in_full_minutes_only():
    left_out = replace(HELD, steps=with_step("pulse", left_out=True))

    assert "Pulsen\nPunktet udgik." in lines(under(minutes(left_out, "minutes", language()), "Punkter")[0])
    assert "Pulsen" not in repr(minutes(left_out, "decisions", language()))


def test_a_case_that_was_left_out_is_not_said_to_be_handled():
    left_out = replace(HELD, steps=with_step("case", left_out=True))

    assert "behandlet" not in repr(minutes(left_out, "minutes", language()))
    assert "behandlet" not in repr(minutes(left_out, "decisions", language()))


def test_what_belongs_to_no_point_is_not_lost():
    loose = replace(HELD, decisions=(decision("Vi mødes oftere."),), notes=(note("Tak for kaffe.", "gone"),))
    full = minutes(loose, "minutes", language())

    assert lines(under(full, "Beslutninger")[0]) == ["Vi mødes oftere."]
    assert lines(under(full, "Punkter")[0])[-1] == "Øvrigt / Tak for kaffe."


def test_actions_stand_by_when_they_are_due_and_dropped_ones_are_gone():
    (table,) = under(minutes(HELD, "decisions", language()), "Aftaler")

    assert [column.title for column in table.columns] == ["Hvem", "Hvad", "Inden"]
    assert lines(table) == [
        "Birgitte Østergaard, Claus Friis og Åse Aaberg | Sender sin mødeplan | 11.12.2026",
        "Lone Bech | Prøver mødefri onsdag | 26.1.2027",
        "Ingen endnu | Finder et lokale | Ingen dato",
    ]


def test_empty_lists_say_so():
    document = minutes(paper(), "decisions", language())

    assert [lines(under(document, heading)[0]) for heading in ("Beslutninger", "Aftaler", "P-pladsen")] == [
        ["Ingen"]
    ] * 3


def test_the_next_meeting_has_date_host_and_theme():
    assert next_meeting(minutes(HELD, "decisions", language())) == [
        "tirsdag den 26.\u00a0januar 2027 kl.\u00a09.00–12.00",
        "Hos Jonas, Søndre Skole. Tema: sag og puls.",
    ]


@pytest.mark.parametrize(
    ("session", "told"),
    [
        (None, ["Datoen er ikke aftalt endnu."]),
        (replace(NEXT, host="", theme=""), ["tirsdag den 26.\u00a0januar 2027 kl.\u00a09.00–12.00"]),
        (
            replace(NEXT, host="", place="Rådhuset", theme="Hvem er vi?"),
            ["tirsdag den 26.\u00a0januar 2027 kl.\u00a09.00–12.00", "Rådhuset. Tema: Hvem er vi?"],
        ),
    ],
)
def test_of_the_next_meeting_only_what_is_known_is_told(session, told):
    assert next_meeting(minutes(replace(HELD, next_session=session), "decisions", language())) == told


def test_guests_are_present_as_guests_and_the_consultant_only_when_there():
    guest = Guest(id="pia", session="s4", name="Pia Ravn")
    came = Attendance(id="at-pia", session="s4", member="pia", status=Status.present)
    document = minutes(
        replace(HELD, guests=(guest,), attendance=(came,), consultant_came=False), "decisions", language()
    )

    assert facts(document)["Til stede"] == "Pia Ravn (gæst)"


def test_nobody_is_said_to_have_come_late_or_left_early():
    statuses = [Status.late, Status.left_early, Status.present, Status.expected]
    attendance = tuple(replace(one, status=status) for one, status in zip(ATTENDANCE, statuses * 3, strict=False))
    told = facts(minutes(replace(HELD, attendance=attendance), "decisions", language()))

    assert told["Fraværende med afbud"] == told["Fraværende uden afbud"] == "Ingen"
    assert told["Til stede"].count(",") == len(ATTENDANCE) - 1


def test_named_leader_and_minute_taker_are_told():
    session = replace(SESSION, leader="Mette Sørensen", minute_taker="Lone Bech")
    document = minutes(replace(HELD, session=session), "decisions", language())

    assert facts(document)["Mødeleder"] == "Mette Sørensen"
    assert facts(document)["Referent"] == document.author == "Lone Bech"


def test_without_a_consultant_the_chair_is_named():
    network = replace(NETWORK, consultant=replace(NETWORK.consultant, name=""))

    assert facts(minutes(replace(HELD, network=network), "decisions", language()))["Mødeleder"] == "Mette Sørensen"


def test_a_network_that_led_itself_is_not_said_to_have_had_its_consultant_there():
    alone = tuple(replace(one, step=replace(one.step, led=by_network())) for one in HELD.steps)
    told = facts(minutes(replace(HELD, steps=alone), "decisions", language()))

    assert told["Til stede"].endswith("Mette Sørensen (tovholder) og Åse Aaberg")
    assert told["Mødeleder"] == told["Referent"] == "Mette Sørensen"


def test_minutes_read_well_in_english():
    document = minutes(HELD, "minutes", language("en"))

    assert headings(document) == ["Minutes, meeting 4", "Points", "Actions", "Parked"]
    assert "Case handled (peer supervision)." in repr(document)
    assert facts(document)["Time"] == "Tuesday 8\u00a0December 2026, 9:00–12:00"
    assert document.page_of == "Page {page} of {pages}"


audiences = st.lists(st.sampled_from(Audience), min_size=8, max_size=8)
some_step = st.sampled_from(["", "gone", "check-in", "case", "break", "pulse", "end"])


@settings(max_examples=40)
@given(audiences, some_step)
def test_only_words_for_the_minutes_are_in_them_wherever_they_were_written(audiences, step):
    words = [f"ord{number}slut" for number in range(8)]
    told = dict(zip(words, audiences, strict=True))
    written = replace(
        HELD,
        notes=tuple(note(word, step, told[word]) for word in words[:2]),
        decisions=tuple(decision(word, step, told[word]) for word in words[2:4]),
        actions=tuple(action(word, "ib", step=step, audience=told[word]) for word in words[4:6]),
        parked=tuple(parked(word, told[word]) for word in words[6:]),
    )

    seen = repr(minutes(written, "minutes", language()))

    assert {word for word in words if word in seen} == {word for word in words if told[word] is Audience.minutes}


def test_private_words_are_in_no_file_of_the_meeting():
    secret = "hemmelighed"
    private = replace(
        HELD,
        notes=(note(secret, "case", Audience.private),),
        decisions=(decision(secret, "end", Audience.private),),
        actions=(action(secret, "ib", audience=Audience.private),),
        parked=(parked(secret, Audience.private),),
        open_actions=(action(secret, "ib", audience=Audience.private),),
    )
    papers = [minutes(private, "minutes", language()), minutes(private, "decisions", language())]
    papers += [agenda(private, language()), run_sheet(private, language())]

    for document in papers:
        pdf = write(document)
        assert secret not in " ".join(texts(pdf))
        assert secret.encode() not in pdf


def test_the_model_minutes_fill_one_page():
    pages = texts(write(minutes(HELD, "decisions", language())))

    assert len(pages) == 1
    assert pages[0].endswith("Kladde, rettelser senest den 15. december 2026 Side 1 af 1")


def photo(name, audience=Audience.minutes, text=""):
    kept = Photo(id=name, session="s4", text=text, audience=audience, width=1500, height=2000)
    return PaperPhoto(kept, name.encode())


def figures(document):
    keeps = [block for keep in document.blocks if isinstance(keep, Keep) for block in keep.blocks]
    return [one for one in (*keeps, *document.blocks) if isinstance(one, Figure)]


@pytest.mark.parametrize("kind", ["decisions", "minutes"])
def test_only_photos_for_the_minutes_are_in_them_last_and_with_words_for_those_who_can_not_see_them(kind):
    told = replace(
        HELD,
        photos=(
            photo("privat", Audience.private),
            photo("tavle", text="Tavlen med tre ønsker"),
            photo("netværk", Audience.network),
            photo("væg"),
        ),
    )

    document = minutes(told, kind, language())

    assert [one.drawing.jpeg for one in figures(document)] == [b"tavle", "væg".encode()]
    assert [one.alt for one in figures(document)] == ["Tavlen med tre ønsker", "Foto fra mødet"]
    heading, _ = document.blocks[-2].blocks
    assert heading.text == "Fotos"


def test_two_photos_have_room_on_a_page_whichever_way_they_were_held():
    upright = photo("højt")
    lying = PaperPhoto(replace(upright.photo, width=2000, height=1500), b"langt")

    shown = [one.drawing for one in figures(minutes(replace(HELD, photos=(upright, lying)), "minutes", language()))]

    assert [(one.width, one.height) for one in shown] == [(225, 300), (400, 300)]


def test_minutes_without_photos_have_no_heading_for_them():
    assert "Fotos" not in repr(minutes(HELD, "minutes", language()))
