"""What a rehearsal came to, in words and minutes."""

from random import Random

import pytest

from facilitator.desk.debrief import debrief
from facilitator.documents.debrief import Debrief, debrief_paper
from facilitator.documents.document import Table
from facilitator.documents.pdf.write import write
from facilitator.language import Language
from facilitator.live import commands
from facilitator.live.incidents import IncidentKind, Watch
from facilitator.model.session import Session
from facilitator.places import resources_folder
from tests.live.builders import NINE, PEOPLE, Meeting

DANISH = Language.load("da", resources_folder() / "locale")


def clock(unix: float) -> str:
    return DANISH.clock(NINE.fromtimestamp(unix, NINE.tzinfo))


def told(meeting: Meeting, watch: Watch | None = None) -> Debrief:
    session = Session(id="december", network="n", number=4, starts_at=NINE.replace(tzinfo=None))
    return debrief(
        session,
        "Skoleledere i Vesterå",
        meeting.events,
        watch.happened if watch else (),
        title_of=lambda step: step,
        called=lambda member: PEOPLE[member],
        clock=clock,
        language=DANISH,
    )


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_each_step_stands_with_its_minutes_and_how_far_it_came_from_them() -> None:
    meeting = Meeting()
    meeting.do(commands.Start())
    meeting.clock.wait(6 * 60)
    meeting.do(commands.Next())
    meeting.clock.wait(15 * 60)
    meeting.do(commands.Next(), commands.DropStep(step="pulse"))
    meeting.clock.wait(10 * 60)
    meeting.do(commands.Finish())
    lines = [tuple(map(plain, (one.title, one.planned, one.actual, one.apart))) for one in told(meeting).steps]
    assert lines[:4] == [
        ("welcome", "6 min.", "6 min.", ""),
        ("check-in", "12 min.", "15 min.", "+3 min."),
        ("since-last", "16 min.", "10 min.", "−6 min."),
        ("case-followup", "5 min.", "ikke nået", ""),
    ]
    assert ("pulse", "8 min.", "udgik", "") in lines


def test_choices_stand_with_their_price_and_what_was_taken_back_is_none() -> None:
    meeting = Meeting()
    meeting.do(commands.Start())
    meeting.clock.wait(15 * 60)
    meeting.do(commands.Replan(policy="take", step="pressure-map"))
    meeting.do(commands.AddTime(seconds=120), commands.Undo())
    assert [plain(line) for line in told(meeting).choices] == [
        "9.15 · Tag tid fra ét punkt: pressure-map 40 → 31 min.; slut 12.00"
    ]


def test_what_came_in_between_is_told_with_what_was_done_and_when() -> None:
    meeting = Meeting()
    meeting.do(commands.Start())
    watch = Watch(Random(1))
    for kind in (IncidentKind.tears, IncidentKind.projector, IncidentKind.late):
        meeting.clock.wait(60)
        watch.bring(kind, meeting.state, meeting.runner.now())
    assert watch.open is not None
    who = watch.open.incident.member
    meeting.clock.wait(12)
    meeting.do(commands.Attend(member=who, status="present"))
    watch.saw(meeting.events)
    assert [plain(line) for line in told(meeting, watch).incidents] == [
        "9.01 · Nogen græd; ingen tast blev trykket",
        "9.02 · Projektoren gik ud; mødet kørte videre",
        f"9.03 · {PEOPLE[who]} kom; markeret til stede efter 12 sekunder",
    ]


def test_what_was_never_begun_has_nothing_to_tell() -> None:
    with pytest.raises(ValueError, match="never began"):
        told(Meeting())


def test_the_paper_says_all_of_it_and_leaves_room_for_ones_own_words() -> None:
    meeting = Meeting()
    meeting.do(commands.Start(), commands.Finish())
    paper = debrief_paper(told(meeting), DANISH)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert len(table.rows) == len(meeting.plan.steps)
    assert paper.footer == "En prøvekørsel. Intet af den bliver gemt i appen."
    assert write(paper).startswith(b"%PDF")
