"""Meetings: moved, copied, cancelled; agendas that keep their places; who is expected."""

from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.model.agenda import Step
from facilitator.model.attendance import Status
from facilitator.model.ids import new_id
from facilitator.model.member import Guest, Role
from facilitator.model.order import in_order, spread
from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import documents, networks, rows, sessions
from facilitator.store.codec import STEPS
from tests.store.builders import Meeting, a_network, a_session


def trouble_of(function, *arguments):
    with pytest.raises(Trouble) as trouble:
        function(*arguments)
    return trouble.value.name


@given(st.integers(0, 12), st.randoms(use_true_random=False))
def test_places_rise_and_only_the_fewest_steps_get_a_new_one(count, chance):
    old = list(spread(count))
    moved = old.copy()
    for _ in range(chance.randrange(3)):
        if moved:
            moved.insert(chance.randrange(len(moved)), moved.pop(chance.randrange(len(moved))))
    wanted: list[str | None] = list(moved)
    for _ in range(chance.randrange(3)):
        wanted.insert(chance.randrange(len(wanted) + 1), None)

    places = sessions.places_kept(wanted)

    assert in_order(places)
    assert len(places) == len(wanted)
    assert sum(new == was for new, was in zip(places, wanted, strict=True)) >= count - 2


def test_an_agenda_in_its_order_is_not_written_again(store, session):
    counter = store.value("SELECT counter FROM store_info")

    sessions.save_agenda(store, session.id, sessions.agenda(store, session.id))

    assert store.value("SELECT counter FROM store_info") == counter


def test_a_step_that_moves_is_the_only_one_written(store, session):
    first, second, third = sessions.agenda(store, session.id)
    before = {step.id: rows.stamps_of(store, STEPS, step.id) for step in (first, second, third)}

    sessions.save_agenda(store, session.id, (third, first, second))

    assert sessions.agenda(store, session.id) == (third, first, second)
    changed = {step_id for step_id, was in before.items() if rows.stamps_of(store, STEPS, step_id) != was}
    assert changed == {third.id}


@given(st.integers(0, 1 << 30))
def test_an_agenda_is_what_was_saved_last_whatever_it_was_before(tmp_path_factory, seed):
    chance = Random(seed)
    store = SHARED.get(tmp_path_factory)
    session = a_session(store, SHARED.network)
    pool = [Step(id=new_id(), title=str(number), minutes=5) for number in range(6)]
    for _ in range(4):
        steps = tuple(chance.sample(pool, chance.randrange(6)))
        sessions.save_agenda(store, session.id, steps)
        assert sessions.agenda(store, session.id) == steps


class Shared:
    """One store for all examples."""

    def get(self, factory):
        if not hasattr(self, "store"):
            from facilitator.store.database import open_store

            self.store = open_store(factory.mktemp("agenda") / "a.facilitator")
            self.network = a_network(self.store)
        return self.store


SHARED = Shared()


def test_a_step_taken_out_lies_in_the_bin(store, session):
    first, second, third = sessions.agenda(store, session.id)

    sessions.save_agenda(store, session.id, (first, third))

    assert rows.binned(store, STEPS) == (second,)


def test_a_meeting_that_is_moved_keeps_the_dates_it_had(store, session):
    january, february = datetime(2027, 1, 12, 9), datetime(2027, 2, 2, 13, 30)

    sessions.save_session(store, replace(session, starts_at=january))
    kept = sessions.save_session(store, replace(session, starts_at=february, place="Skolen på bakken"))

    assert kept.earlier == (session.starts_at, january)
    assert sessions.get_session(store, session.id) == kept


def test_a_window_that_saw_the_meeting_before_it_began_does_not_take_its_beginning_back(store, session):
    Meeting(store, session).do(commands.Start())

    kept = sessions.save_session(store, replace(session, place="Skolen på bakken"))

    assert (kept.state, kept.place) == (SessionState.running, "Skolen på bakken")


def test_meetings_are_numbered_and_listed_by_date(store, network):
    later = a_session(store, network, datetime(2027, 1, 26, 9))
    sooner = a_session(store, network)

    assert (later.number, sooner.number) == (1, 2)
    assert sessions.sessions_of(store, network.id) == (sooner, later)
    assert sessions.next_number(store, "another") == 1


def test_the_last_meeting_that_was_held_is_a_draft_until_its_minutes_are_approved(store, network, session):
    january = a_session(store, network, datetime(2027, 1, 26, 9))
    assert sessions.latest_draft(store, network.id) is None
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    assert sessions.latest_draft(store, network.id) is None
    meeting.do(commands.Finish())

    assert sessions.latest_draft(store, network.id).id == session.id
    assert sessions.next_after(store, session) == january
    assert sessions.next_after(store, january) is None
    documents.archive(store, session.id, b"%PDF", language="da", approved_on=date(2026, 12, 16))
    assert sessions.latest_draft(store, network.id) is None


def test_a_meeting_is_found_by_the_beginning_of_its_id(store, session):
    assert sessions.find_session(store, session.id[:-2]) == session
    assert trouble_of(sessions.find_session, store, "zz") == "no_such_session"
    assert trouble_of(sessions.find_session, store, "") == "no_such_session"


def test_a_meeting_of_no_network_is_refused(store, session):
    assert trouble_of(sessions.save_session, store, replace(session, network="nowhere")) == "no_such_network"


def test_a_meeting_can_be_cancelled_and_held_after_all(store, session):
    assert sessions.cancel_session(store, session.id).state is SessionState.cancelled
    assert trouble_of(sessions.cancel_session, store, session.id) == "not_planned"
    assert sessions.uncancel_session(store, session.id).state is SessionState.planned


def test_a_copy_has_the_agenda_and_a_life_of_its_own(store, session):
    sessions.save_session(store, replace(session, place="Skolen på bakken"))
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    meeting.do(commands.Finish())
    documents.archive(store, session.id, b"%PDF", language="da", approved_on=date(2026, 12, 16))

    copy = sessions.copy_session(store, session.id, datetime(2027, 1, 26, 9))

    assert (copy.number, copy.place, copy.approved_on, copy.state) == (
        2,
        "Skolen på bakken",
        None,
        SessionState.planned,
    )
    ours, theirs = sessions.agenda(store, session.id), sessions.agenda(store, copy.id)
    assert [step.title for step in theirs] == [step.title for step in ours]
    assert not {step.id for step in ours} & {step.id for step in theirs}


def test_until_it_begins_a_meeting_expects_the_members_of_its_day_and_its_guests(store, network, session):
    mette, jonas, aase, ib = networks.members_of(store, network.id)
    networks.save_member(store, replace(aase, left=date(2026, 12, 8)))
    pia = sessions.save_guest(store, Guest(id=new_id(), session=session.id, name="  Pia  Ravn "))
    sessions.expect(store, session.id, ib.id, Status.excused)

    found = sessions.attendance_of(store, session.id)

    assert [(each.member, each.status, each.role) for each in found] == [
        (mette.id, Status.expected, Role.chair),
        (jonas.id, Status.expected, Role.member),
        (ib.id, Status.excused, Role.member),
        (pia.id, Status.expected, Role.member),
    ]
    assert sessions.guests_of(store, session.id) == (pia,)
    assert pia.name == "Pia Ravn"


def test_a_guest_goes_with_how_they_were_marked(store, session):
    pia = sessions.save_guest(store, Guest(id=new_id(), session=session.id, name="Pia Ravn"))
    sessions.expect(store, session.id, pia.id, Status.excused)

    sessions.remove_guest(store, pia.id)

    assert store.rows("SELECT * FROM attendance") == []
    assert sessions.guests_of(store, session.id) == ()


def test_only_people_who_are_known_can_be_marked(store, session):
    assert trouble_of(sessions.expect, store, session.id, "nobody", Status.excused) == "no_such_member"
