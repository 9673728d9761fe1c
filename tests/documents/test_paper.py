import datetime as dt
import subprocess
import sys

import pytest
from msgspec.structs import replace

from facilitator.documents.paper import Names, corrections_by, file_name, status_line
from facilitator.model.agenda import Lead, LeadBy, Step
from facilitator.model.member import Member
from tests.documents.builders import MEMBERS, NETWORK, SESSION, by_network, language, paper

APPROVED = replace(SESSION, approved_on=dt.date(2026, 12, 15))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("decisions", "2026-12-08 Skoleledere i Vesterå - beslutningsreferat (kladde).pdf"),
        ("minutes", "2026-12-08 Skoleledere i Vesterå - referat (kladde).pdf"),
        ("agenda", "2026-12-08 Skoleledere i Vesterå - dagsorden.pdf"),
        ("runsheet", "2026-12-08 Skoleledere i Vesterå - drejebog.pdf"),
    ],
)
def test_a_file_is_named_by_its_date_network_and_kind(kind, name):
    assert file_name(paper(), kind, language()) == name


def test_approved_minutes_are_no_draft_and_corrected_ones_say_when():
    approved = paper(session=APPROVED)
    corrected = paper(session=APPROVED, corrected_on=dt.date(2026, 12, 18))

    assert file_name(approved, "decisions", language()) == "2026-12-08 Skoleledere i Vesterå - beslutningsreferat.pdf"
    assert file_name(corrected, "minutes", language()).endswith("- referat (rettet 18.12.2026).pdf")


def test_a_file_name_holds_nothing_that_a_file_system_refuses():
    network = replace(NETWORK, name='A/B: "nord" <ny>|*?\n' + "x" * 300 + ".")
    name = file_name(paper(network=network), "agenda", language(), "docx")

    assert name.startswith("2026-12-08 A B nord ny xxx")
    assert name.endswith("x - dagsorden.docx")
    assert len(name) < 160


@pytest.mark.parametrize("letters", ["ø", "網", "👩‍🏫"])
def test_a_file_name_is_counted_in_bytes_and_can_be_written(letters, tmp_path):
    network = replace(NETWORK, name=letters * 120)

    for kind in ("minutes", "decisions", "agenda", "runsheet"):
        for session in (SESSION, APPROVED):
            made = paper(network=network, session=session, corrected_on=dt.date(2026, 12, 18))
            name = file_name(made, kind, language(), "docx")
            (tmp_path / name).write_bytes(b"")
            assert name.startswith(f"2026-12-08 {letters}")
            assert name.endswith(".docx")


def test_the_status_says_until_when_a_draft_can_be_corrected():
    assert status_line(paper(), language()) == "Kladde, rettelser senest den 15.\u00a0december 2026"
    assert status_line(paper(), language("en")) == "Draft, corrections by 15\u00a0December 2026"


def test_the_status_says_when_minutes_were_approved_and_corrected():
    corrected = paper(session=APPROVED, corrected_on=dt.date(2026, 12, 18))

    assert status_line(paper(session=APPROVED), language()) == "Godkendt den 15.\u00a0december 2026"
    assert status_line(corrected, language()).endswith(", rettet den 18.\u00a0december 2026")


@pytest.mark.parametrize(
    ("meeting", "last"),
    [((2026, 12, 8), (2026, 12, 15)), ((2026, 12, 11), (2026, 12, 18)), ((2026, 12, 12), (2026, 12, 18))],
)
def test_corrections_are_taken_for_five_working_days(meeting, last):
    assert corrections_by(dt.date(*meeting)) == dt.date(*last)


def test_names_are_sorted_as_danes_sort_them():
    names = Names(paper(), language())

    assert names.in_order(["ase", "claus", "birgitte"]) == ["Birgitte Østergaard", "Claus Friis", "Åse Aaberg"]


def test_whoever_has_been_erased_is_a_former_member():
    assert Names(paper(), language()).full("gone") == "tidligere medlem"


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        (Lead(), "Karen"),
        (Lead(LeadBy.together), "Karen og netværket"),
        (Lead(LeadBy.together, ("dorthe",)), "Karen og Dorthe"),
        (by_network("dorthe", "lone"), "Dorthe og Lone"),
        (by_network(), "Netværket"),
    ],
)
def test_who_leads_is_said_as_the_room_calls_them(lead, said):
    assert Names(paper(), language()).leading(Step(id="s", minutes=5, lead=lead)) == said


def test_two_who_are_called_the_same_have_their_whole_names():
    namesake = Member(id="lone2", network="net", name="Lone Friis")
    names = Names(paper(members=(*MEMBERS, namesake)), language())

    assert [names.called("lone"), names.called("lone2"), names.called("ib")] == ["Lone Bech", "Lone Friis", "Ib"]


def test_making_papers_does_not_load_what_draws_them():
    code = "import sys, facilitator.documents.minutes, facilitator.documents.agenda, facilitator.documents.runsheet\n"
    code += "sys.exit('reportlab' in sys.modules or 'babel' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
