"""Runs in the store: an event and all that goes with it, or nothing; and the same run when it is read again."""

import shutil
from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlcipher3 import dbapi2 as driver

from facilitator.live import commands
from facilitator.live.fold import fold
from facilitator.live.journal import Seen
from facilitator.model.agenda import Step
from facilitator.model.attendance import CAME, Status
from facilitator.model.member import Member, Role
from facilitator.model.network import Network
from facilitator.model.outcome import Note
from facilitator.model.session import Session, SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import check, documents, networks, outcomes, rows, runs, sessions
from facilitator.store.codec import NOTES, STEPS
from facilitator.store.database import open_store
from facilitator.store.runs import StoreJournal
from tests.live import builders as live
from tests.store.builders import Meeting, a_session


@pytest.fixture
def meeting(store, session):
    """A started run, and a minute of it gone."""
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    meeting.clock.wait(60)
    return meeting


def state_of(store, session):
    return sessions.get_session(store, session.id).state


def texts(store, session):
    return [outcome.text for outcome in outcomes.outcomes_of(store, session.id)]


def test_a_run_that_was_never_started_is_nothing(store, session):
    assert runs.load_run(store, session.id) is None
    assert runs.live_run(store) is None


def test_a_run_is_read_again_as_it_was_kept(store, session, meeting):
    meeting.do(commands.Next())
    meeting.do(commands.NextPart())

    loaded = runs.load_run(store, session.id)

    assert fold(loaded.events) == meeting.runner.kept
    assert loaded.run == meeting.runner.kept.run
    assert loaded.seen == Seen(60_000, meeting.clock.wall())
    assert runs.live_run(store).session == session.id
    assert state_of(store, session) is SessionState.running


def test_a_sign_of_life_is_remembered(store, session, meeting):
    meeting.clock.wait(30)
    meeting.runner.beat()

    assert runs.load_run(store, session.id).seen == Seen(90_000, meeting.clock.wall())


def test_starting_freezes_the_roster_with_the_roles_of_that_day(store, network, session):
    mette, jonas, *_ = networks.members_of(store, network.id)
    sessions.expect(store, session.id, jonas.id, Status.excused)
    networks.save_member(store, replace(jonas, role=Role.deputy))
    Meeting(store, session).do(commands.Start())

    networks.save_member(store, replace(mette, role=Role.member))
    networks.save_member(store, Member(id="yusuf", network=network.id, name="Yusuf"))

    found = {each.member: (each.role, each.status) for each in sessions.attendance_of(store, session.id)}
    assert len(found) == 4
    assert found[mette.id] == (Role.chair, Status.expected)
    assert found[jonas.id] == (Role.deputy, Status.excused)


def test_attendance_follows_the_run_and_so_does_taking_it_back(store, session, meeting):
    ib = meeting.members[3].id
    meeting.do(commands.Attend(member=ib, status=Status.late))
    assert store.value("SELECT status FROM attendance WHERE member = ?", (ib,)) == "late"

    meeting.do(commands.Undo())
    assert store.value("SELECT status FROM attendance WHERE member = ?", (ib,)) == "expected"


def test_finishing_makes_the_meeting_held_and_undo_makes_it_run_again(store, session, meeting):
    meeting.do(commands.Finish())
    assert state_of(store, session) is SessionState.held
    assert {each.status for each in sessions.attendance_of(store, session.id)} <= CAME
    assert runs.live_run(store) is None

    meeting.do(commands.Undo())
    assert state_of(store, session) is SessionState.running
    assert runs.live_run(store).run == meeting.runner.kept.run


def test_a_discarded_run_leaves_the_meeting_as_it_was_planned(store, session, meeting):
    before = outcomes.save_outcome(store, Note(id="before", session=session.id, text="Fra planlægningen"))
    agenda = sessions.agenda(store, session.id)
    meeting.do(commands.WriteNote(text="Ville være fejl at gemme"))
    added = meeting.do(commands.AddStep(title="Ekstra", minutes=5)).record
    meeting.do(commands.Attend(member=meeting.members[3].id, status=Status.absent))
    run = meeting.runner.kept.run

    meeting.do(commands.Discard())

    assert state_of(store, session) is SessionState.planned
    assert outcomes.outcomes_of(store, session.id) == (before,)
    assert sessions.agenda(store, session.id, run) == agenda
    assert {each.status for each in sessions.attendance_of(store, session.id)} == {Status.expected}
    assert [note.text for note in rows.binned(store, NOTES)] == ["Ville være fejl at gemme"]
    assert [step.id for step in rows.binned(store, STEPS)] == [added]
    assert check.check(store) == ()


def test_the_run_that_counts_is_the_latest_that_was_not_discarded(store, session, meeting):
    first = meeting.runner.kept.run
    meeting.do(commands.Discard())
    assert runs.load_run(store, session.id).run == first

    meeting.do(commands.Start())
    second = meeting.runner.kept.run

    assert second != first
    assert runs.load_run(store, session.id).run == second


def test_only_one_run_is_live_in_a_store(store, network, session, meeting):
    other = Meeting(store, a_session(store, network, datetime(2027, 1, 26, 9)))

    with pytest.raises(Trouble) as trouble:
        other.do(commands.Start())

    assert (trouble.value.name, trouble.value.facts) == (
        "another_run",
        {"number": session.number, "network": network.name},
    )
    meeting.do(commands.Finish())
    other.do(commands.Start())
    with pytest.raises(Trouble):
        meeting.do(commands.Undo())


def test_a_step_that_comes_in_stands_after_the_named_one_and_is_the_runs_own(store, session, meeting):
    planned = sessions.agenda(store, session.id)

    for title in ("Første", "Anden"):
        meeting.do(commands.AddStep(title=title, minutes=5, after=planned[1].id))

    titles = [step.title for step in sessions.agenda(store, session.id, meeting.runner.kept.run)]
    assert titles == ["Velkommen", "Dorthes sag", "Anden", "Første", "Tjek ud"]
    assert sessions.agenda(store, session.id) == planned
    sessions.save_agenda(store, session.id, planned[:2])
    assert len(sessions.agenda(store, session.id, meeting.runner.kept.run)) == 4


def test_a_text_changed_outside_the_run_is_not_undone_in_it(store, session, meeting):
    note = meeting.do(commands.WriteNote(text="Først")).record
    meeting.do(commands.Edit(id=note, text="Så"))
    outcomes.save_outcome(store, replace(outcomes.get_outcome(store, note), text="Rettet bagefter"))

    with pytest.raises(Trouble) as trouble:
        meeting.do(commands.Undo())

    assert trouble.value.name == "changed_since"
    assert texts(store, session) == ["Rettet bagefter"]
    assert fold(runs.load_run(store, session.id).events) == meeting.runner.kept


def test_a_removed_text_comes_back_with_the_revision_it_had(store, session, meeting):
    note = meeting.do(commands.WriteNote(text="Godt")).record
    meeting.do(commands.Erase(id=note))
    assert meeting.journal.find(note) is None

    meeting.do(commands.Undo())

    assert meeting.journal.find(note).revision == 1
    assert texts(store, session) == ["Godt"]


def test_a_record_of_another_meeting_is_not_found(store, network, session, meeting):
    other = a_session(store, network)
    outcomes.save_outcome(store, Note(id="theirs", session=other.id, text="Andres"))

    assert meeting.journal.find("theirs") is None


def test_what_fails_on_the_way_leaves_neither_event_nor_text(store, session, meeting):
    kept = meeting.runner.kept
    store.connection.execute(f"PRAGMA max_page_count = {store.value('PRAGMA page_count')}")

    with pytest.raises(Trouble) as trouble:
        meeting.do(commands.WriteNote(text="x" * 20_000))

    assert trouble.value.name == "disk_full"
    assert texts(store, session) == []
    assert fold(runs.load_run(store, session.id).events) == kept == meeting.runner.kept
    store.connection.execute("PRAGMA max_page_count = 1000000")
    meeting.do(commands.WriteNote(text="Nu er der plads"))
    assert texts(store, session) == ["Nu er der plads"]


def test_two_programs_cannot_lead_the_same_run(store, session, meeting):
    other = Meeting(store, session, runs.load_run(store, session.id))
    other.do(commands.Pause())

    with pytest.raises(Trouble) as trouble:
        meeting.do(commands.Next())

    assert trouble.value.name == "run_elsewhere"


@pytest.mark.parametrize("change", ["UPDATE events SET at = 0", "DELETE FROM events", "INSERT OR REPLACE"])
def test_events_are_only_ever_added(store, session, meeting, change):
    if change == "INSERT OR REPLACE":
        change = "INSERT OR REPLACE INTO events SELECT run, seq, 0, 0, 'paused', '{}' FROM events"
    before = runs.events_of(store, meeting.runner.kept.run)

    def forge():
        with store.atomic():
            store.run(change)

    with pytest.raises(driver.IntegrityError):
        forge()

    assert runs.events_of(store, meeting.runner.kept.run) == before


def test_an_event_tells_no_name_and_no_text(store, session, meeting):
    meeting.do(commands.WriteNote(text="Hemmeligt"))
    meeting.do(commands.GiveTurn(member=meeting.members[0].id))

    told = str(store.rows("SELECT * FROM events"))

    assert "Hemmeligt" not in told
    assert "Mette" not in told


class Both(live.Kept):
    """Keeps a run in a store and in memory, so that the two can be compared."""

    def __init__(self, database, session):
        super().__init__()
        self.stored = StoreJournal(database, session)

    def append(self, events, change, after, speed):
        self.stored.append(events, change, after, speed)
        super().append(events, change, after, speed)

    def expect(self, member, status):
        self.stored.expect(member, status)

    def seen(self, moment):
        self.stored.seen(moment)
        super().seen(moment)


@pytest.fixture(scope="module")
def december(tmp_path_factory):
    """A closed store with the meeting of 8 December as the engine's own tests have it."""
    path = tmp_path_factory.mktemp("december") / "a.facilitator"
    database = open_store(path)
    networks.save_network(database, Network(id="n", name="Skoleledere i Vesterå"))
    networks.save_members(database, [Member(id=member, network="n", name=name) for member, name in live.PEOPLE.items()])
    session = Session(id="december", network="n", number=4, starts_at=datetime(2026, 12, 8, 9))
    sessions.plan_session(database, session, live.december())
    database.close()
    return path


@given(st.integers(0, 1 << 40))
@settings(max_examples=25)
def test_whatever_is_pressed_the_store_tells_the_state_that_was_held(december, seed):
    path = december.with_name("copy.facilitator")
    shutil.copyfile(december, path)
    database = open_store(path, patience=0)
    database.connection.execute("PRAGMA synchronous = OFF")
    meeting = live.Meeting()
    meeting.journal = Both(database, "december")
    meeting.runner = meeting._runner()
    chance = Random(seed)
    live.perform(meeting, commands.Start())
    for _ in range(150):
        live.perform(meeting, live.random_act(chance))

    kept = meeting.runner.kept
    assert fold(runs.load_run(database, "december").events) == kept
    assert {outcome.id: outcome for outcome in outcomes.outcomes_of(database, "december")} == {
        outcome.id: outcome for outcome in meeting.journal.outcomes()
    }
    for record, found in meeting.journal.rows.items():
        assert meeting.journal.stored.find(record) == found
    assert {each.member: each.status for each in sessions.attendance_of(database, "december")} == kept.attendance
    assert state_of(database, Session(id="december", network="n", number=4, starts_at=datetime(2026, 1, 1))) is (
        SessionState.held if kept.status == "finished" else SessionState.running
    )
    assert check.check(database) == ()
    database.close()
    for each in path.parent.glob("copy.facilitator*"):
        each.unlink()


def test_approved_minutes_close_the_run_for_good(store, session, meeting):
    meeting.do(commands.Finish())
    documents.archive(store, session.id, b"%PDF", language="da", approved_on=date(2026, 12, 16))

    assert meeting.journal.approved()
    with pytest.raises(Trouble) as trouble:
        meeting.do(commands.Undo())
    assert trouble.value.name == "minutes_approved"


def test_a_step_can_come_in_where_the_agenda_was_emptied_meanwhile(store, session, meeting):
    sessions.save_agenda(store, session.id, ())

    meeting.do(commands.AddStep(title="Ekstra", minutes=5))

    assert [step.title for step in sessions.agenda(store, session.id, meeting.runner.kept.run)] == ["Ekstra"]
    assert isinstance(sessions.agenda(store, session.id, meeting.runner.kept.run)[0], Step)
