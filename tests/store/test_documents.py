"""Approving the minutes: their bytes stay, talk time goes."""

import hashlib
from datetime import date

import pytest
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.live.fold import fold
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Action, ActionState, Note
from facilitator.model.trouble import Trouble
from facilitator.store import acts, check, deleted, documents, outcomes, runs, sessions
from facilitator.store.erase import two_spoke_most
from tests.store.builders import Meeting

PDF = b"%PDF-1.7 referat"
DAY = date(2026, 12, 16)


def approve(store, session):
    return documents.archive(store, session.id, PDF, language="da", approved_on=DAY)


@pytest.fixture
def held(store, session):
    """A meeting: 60 s of Mette, 30 of Jonas, 10 of Åse, and 20 corrected for Ib, who first let it go by."""
    meeting = Meeting(store, session)
    people = tuple(member.id for member in meeting.members)
    meeting.do(commands.Start())
    meeting.do(commands.GiveTurn(member=people[0], instead_of=people[3], seats=people))
    for member, seconds in zip(people, (60, 30, 10, 5), strict=True):
        meeting.do(commands.GiveTurn(member=member))
        meeting.clock.wait(seconds)
    meeting.do(commands.EndTurn())
    meeting.do(commands.CorrectTurn(member=meeting.members[3].id, seconds=20))
    meeting.do(commands.Next())
    meeting.do(commands.Undo())
    meeting.do(commands.WriteNote(text="Vi prøver rollerne på tur"))
    meeting.do(commands.Finish())
    return meeting


def test_the_archived_bytes_are_the_approved_ones(store, session, held):
    document = approve(store, session)

    assert documents.documents_of(store, session.id) == (document,)
    assert documents.content_of(store, document.id) == PDF
    assert document.sha256 == hashlib.sha256(PDF).hexdigest()
    assert sessions.get_session(store, session.id).approved_on == DAY


def test_talk_time_goes_from_the_file_and_one_nameless_figure_stays(store, session, held):
    run = held.runner.kept.run
    assert two_spoke_most(runs.events_of(store, run)) == pytest.approx(90 / 120)

    approve(store, session)

    assert store.value("SELECT two_spoke_most FROM runs") == pytest.approx(90 / 120)
    told = str(store.rows("SELECT payload FROM events WHERE kind LIKE 'turn%'"))
    assert "{}" in told
    assert not any(member.id in told for member in held.members)
    assert two_spoke_most(runs.events_of(store, run)) is None


def test_no_byte_of_talk_time_stays_in_the_file_or_its_log(store, session, held):
    def kept():
        return b"".join(each.read_bytes() for each in store.path.parent.iterdir())

    assert b"turn_started" in kept()
    assert b"turn_corrected" in kept()

    approve(store, session)

    assert b"turn_started" not in kept()
    assert b"turn_corrected" not in kept()


def test_the_run_folds_to_the_same_times_without_talk_time(store, session, held):
    before = held.runner.kept

    approve(store, session)

    after = fold(runs.load_run(store, session.id).events)
    assert after.at(0) == before.at(0)
    assert after.steps == before.steps
    assert after.attendance == before.attendance
    assert check.check(store) == ()


def test_events_are_guarded_again_afterwards(store, session, held):
    approve(store, session)

    def forge():
        with store.atomic():
            store.run("DELETE FROM events")

    with pytest.raises(Exception, match="only ever added"):
        forge()


def test_minutes_are_approved_once_and_only_of_a_meeting_that_was_held(store, session):
    with pytest.raises(Trouble) as trouble:
        approve(store, session)
    assert trouble.value.name == "not_held"

    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    meeting.do(commands.Finish())
    approve(store, session)
    with pytest.raises(Trouble) as trouble:
        approve(store, session)
    assert trouble.value.name == "minutes_approved"
    assert len(documents.documents_of(store, session.id)) == 1


def test_a_run_without_turns_leaves_no_figure(store, session):
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    meeting.do(commands.Finish())

    approve(store, session)

    assert store.value("SELECT two_spoke_most FROM runs") is None


def test_a_document_that_is_not_there_is_told_as_such(store):
    with pytest.raises(Trouble) as trouble:
        documents.content_of(store, "nothing")

    assert trouble.value.name == "no_such_record"


@pytest.mark.parametrize("audience", [Audience.minutes, Audience.network])
def test_what_approved_minutes_say_can_no_longer_be_changed(store, session, held, audience):
    (note,) = outcomes.outcomes_of(store, session.id)
    assert note.audience is Audience.minutes
    approve(store, session)

    for act, given in (
        (outcomes.save_outcome, replace(note, text="Vi prøver ikke", audience=audience)),
        (outcomes.remove_outcome, note.id),
    ):
        with pytest.raises(Trouble) as trouble:
            act(store, given)
        assert trouble.value.name == "minutes_approved"
    assert outcomes.outcomes_of(store, session.id) == (note,)


def test_after_approval_actions_live_on_and_private_notes_may_be_written(store, session, held):
    action = outcomes.save_outcome(store, Action(id=new_id(), session=session.id, text="Spørg chefen"))
    approve(store, session)

    outcomes.set_action_state(store, action.id, ActionState.done)
    thought = Note(id=new_id(), session=session.id, text="Ring til Ib", audience=Audience.private)
    outcomes.save_outcome(store, thought)
    with pytest.raises(Trouble):
        outcomes.save_outcome(store, replace(thought, audience=Audience.minutes))
    kept = {each.id: each for each in outcomes.outcomes_of(store, session.id)}
    assert kept[action.id].state is ActionState.done
    assert kept[thought.id] == thought


def test_approved_minutes_get_back_neither_a_deleted_text_nor_an_earlier_wording(store, session, held):
    gone = outcomes.save_outcome(store, Note(id=new_id(), session=session.id, text="Slettet"))
    reworded = outcomes.save_outcome(store, Note(id=new_id(), session=session.id, text="Først"))
    with acts.recorded(store) as record:
        outcomes.save_outcome(store, replace(reworded, text="Siden"))
    outcomes.remove_outcome(store, gone.id)
    approve(store, session)
    kept = outcomes.outcomes_of(store, session.id)

    for act, given in (
        (deleted.bring_back, deleted.deletions(store)[0].act),
        (acts.take_back, record.act()),
    ):
        with pytest.raises(Trouble) as trouble:
            act(store, given)
        assert trouble.value.name == "minutes_approved"
    assert outcomes.outcomes_of(store, session.id) == kept
