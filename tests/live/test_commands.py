"""What is written in a run, and lines of the command line: understood, or refused whole."""

from base64 import b64encode
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.model.audience import Audience
from facilitator.model.outcome import Action, Case, Decision, Note, Parked, Photo
from facilitator.model.trouble import Trouble
from tests.live.builders import Meeting, presses
from tests.store.builders import a_picture


def begun() -> Meeting:
    meeting = Meeting()
    meeting.do(commands.Start())
    return meeting


@given(presses)
def test_whatever_can_be_said_is_understood_as_it_was_meant(press):
    assert commands.understood(msgspec.json.encode(press)) == press


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"next",
        b"{}",
        b'{"do": "dance"}',
        b'{"do": "next", "loudly": true}',
        b'{"do": "add_time"}',
        b'{"do": "add_time", "seconds": "60"}',
        b'{"do": "add_time", "seconds": 1.5}',
        b'{"do": "wait", "seconds": -1}',
        b'{"do": "wait", "seconds": 1e999}',
        b'{"do": "replan", "policy": "hope"}',
        b'{"do": "attend", "member": "ib", "status": "sick"}',
        b'{"do": "action", "text": "Ring", "due": "26.1"}',
        b'{"do": "gap", "was": "sleep"}',
        b'{"do": "note", "text": "x", "audience": "everyone"}',
        b'["do", "next"]',
        b'{"do": "next"} {"do": "next"}',
        b'{"do": "note", "text": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_any_other_line_is_refused_with_a_reason(line):
    with pytest.raises(Trouble) as trouble:
        commands.understood(line)

    assert trouble.value.name == "malformed_command"
    assert trouble.value.facts["why"]


@given(st.binary(max_size=60))
def test_no_line_can_break_the_reader(line):
    try:
        commands.understood(line)
    except Trouble as trouble:
        refused = trouble.name
    else:
        refused = "malformed_command"

    assert refused == "malformed_command"


@pytest.mark.parametrize(
    ("press", "kind", "audience"),
    [
        (commands.WriteNote(text=" Vi prøver "), Note, Audience.minutes),
        (commands.WriteNote(text="Vi prøver", audience=Audience.private), Note, Audience.private),
        (commands.WriteDecision(text="Vi prøver"), Decision, Audience.minutes),
        (commands.Park(text="Vi prøver", audience=Audience.network), Parked, Audience.network),
        (commands.WriteAction(text="Vi prøver"), Action, Audience.minutes),
        (commands.WriteCase(text="Vi prøver"), Case, Audience.private),
    ],
)
def test_what_is_written_knows_its_step_its_run_and_who_may_read_it(press, kind, audience):
    meeting = begun()
    meeting.do(commands.Next())

    answer = meeting.do(press)

    assert answer.record
    outcome = meeting.journal.rows[answer.record].outcome
    assert type(outcome) is kind
    assert (outcome.text, outcome.step, outcome.run, outcome.audience) == ("Vi prøver", "check-in", "run-1", audience)
    assert outcome.made_at == meeting.clock.wall()


def test_a_photo_in_a_line_is_base64_and_private_unless_said():
    meeting = begun()
    line = msgspec.json.encode({"do": "photo", "picture": b64encode(a_picture(40, 30)).decode()})

    record = meeting.do(commands.understood(line)).record

    photo = meeting.journal.rows[record].outcome
    assert isinstance(photo, Photo)
    assert (photo.text, photo.audience, photo.width, photo.height) == ("", Audience.private, 40, 30)
    assert meeting.journal.pictures[record] == a_picture(40, 30)
    meeting.do(commands.Undo())
    assert meeting.journal.outcomes() == ()


def test_a_promise_names_each_owner_once_and_its_date():
    meeting = begun()
    record = meeting.do(commands.WriteAction(text="Ring", owners=("ib", "ib", "lone"), due=date(2027, 1, 26))).record
    assert record

    action = meeting.journal.rows[record].outcome

    assert isinstance(action, Action)
    assert (action.owners, action.due) == (("ib", "lone"), date(2027, 1, 26))


@pytest.mark.parametrize(
    ("press", "trouble"),
    [
        (commands.WriteNote(text=" \n "), "text_empty"),
        (commands.WriteNote(text="x" * 20_001), "text_too_long"),
        (commands.WriteNote(text="\ud800"), "text_unreadable"),
        (commands.WriteAction(text="Ring", owners=("nobody",)), "no_such_member"),
        (commands.WriteCase(text="Ring", owner="nobody"), "no_such_member"),
        (commands.WriteCase(text="Ring", audience=Audience.minutes), "case_not_in_minutes"),
        (commands.AddPhoto(picture=b"MZ"), "photo_not_plain"),
        (commands.AddPhoto(picture=a_picture(), text="x" * 20_001), "text_too_long"),
        (commands.Edit(id="nothing", text="Ring"), "no_such_record"),
        (commands.Erase(id="nothing"), "no_such_record"),
    ],
)
def test_what_can_not_be_kept_is_refused(press, trouble):
    assert begun().refused(press).name == trouble


def test_twenty_thousand_signs_are_kept():
    meeting = begun()
    record = meeting.do(commands.WriteNote(text="å" * 20_000)).record

    assert record
    assert len(meeting.journal.rows[record].outcome.text) == 20_000


def test_an_edit_changes_the_words_alone():
    meeting = begun()
    record = meeting.do(commands.WriteCase(text="Hvordan siger jeg det?", owner="dorthe")).record
    assert record
    before = meeting.journal.rows[record].outcome
    meeting.do(commands.Next())

    assert meeting.do(commands.Edit(id=record, text="Hvordan får jeg det sagt?")).record == record

    after = meeting.journal.rows[record].outcome
    assert after == msgspec.structs.replace(before, text="Hvordan får jeg det sagt?")
    assert meeting.journal.rows[record].revision == 2


def test_an_edit_that_is_refused_leaves_the_words():
    meeting = begun()
    record = meeting.do(commands.WriteNote(text="Vi prøver")).record
    assert record

    assert meeting.refused(commands.Edit(id=record, text="")).name == "text_empty"


def test_waiting_lets_meeting_time_pass_and_leaves_a_sign_of_life():
    meeting = begun()

    answer = meeting.do(commands.Wait(seconds=90))

    assert answer.view
    assert (answer.view.elapsed, answer.seq) == (90, 1)
    assert meeting.journal.alive
    assert meeting.journal.alive.at == 90_000


def test_a_rehearsal_tells_what_it_would_have_left_oldest_first():
    meeting = begun()
    for text in ("Først", "Så"):
        meeting.do(commands.WriteNote(text=text))
        meeting.wait(1)

    assert [outcome.text for outcome in meeting.journal.outcomes()] == ["Først", "Så"]
