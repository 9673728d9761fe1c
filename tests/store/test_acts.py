"""An act of the user is taken back and done again, whole or not at all, and nobody else's work with it."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.member import Member
from facilitator.model.network import Network
from facilitator.model.outcome import Decision, Note
from facilitator.model.trouble import Trouble
from facilitator.store import acts, deleted, networks, outcomes, rows, sessions
from facilitator.store.codec import SESSIONS, TABLES
from facilitator.store.database import open_store
from tests.store.builders import Meeting, a_network, a_session


def everything(database):
    """Every row that travels, without its stamps: what a user could see."""
    ids = {name: [row for (row,) in database.rows(f"SELECT id FROM {name} ORDER BY id")] for name in TABLES}
    return {name: [rows.cells_of(database, TABLES[name], row) for row in found] for name, found in ids.items()}


def done(database, work):
    with acts.recorded(database) as record:
        work()
    return record.act()


def test_a_member_changed_is_as_before_and_then_changed_again(store, network):
    mette = networks.members_of(store, network.id)[0]
    before = everything(store)
    act = done(store, lambda: networks.save_member(store, replace(mette, phone="12 34 56 78", title="Skoleleder")))
    changed = everything(store)

    acts.take_back(store, act)
    assert everything(store) == before
    acts.do_again(store, act)
    assert everything(store) == changed


def test_a_planned_meeting_goes_with_its_agenda_and_can_still_be_had_back(store, network):
    before = everything(store)
    act = done(store, lambda: a_session(store, network))

    acts.take_back(store, act)

    assert everything(store) == before
    (lying,) = deleted.deletions(store)
    deleted.bring_back(store, lying.act)
    assert len(sessions.agenda(store, lying.value.id)) == 3


def test_what_was_had_back_lies_under_deleted_again_when_that_is_taken_back(store, network):
    ib = networks.members_of(store, network.id)[-1]
    networks.remove_member(store, ib.id)
    (lying,) = deleted.deletions(store)
    act = done(store, lambda: deleted.bring_back(store, lying.act))

    acts.take_back(store, act)

    assert [each.value for each in deleted.deletions(store)] == [ib]


def test_what_was_deleted_comes_back_out_of_the_bin(store, network):
    ib = networks.members_of(store, network.id)[-1]
    act = done(store, lambda: networks.remove_member(store, ib.id))

    acts.take_back(store, act)

    assert networks.get_member(store, ib.id) == ib
    assert deleted.deletions(store) == ()


def test_what_is_deleted_again_lies_under_deleted_again(store, network):
    ib = networks.members_of(store, network.id)[-1]
    act = done(store, lambda: networks.remove_member(store, ib.id))
    acts.take_back(store, act)

    acts.do_again(store, act)

    assert [each.value for each in deleted.deletions(store)] == [ib]


def test_what_somebody_else_wrote_in_the_same_row_since_stays(store, network):
    mette = networks.members_of(store, network.id)[0]
    act = done(store, lambda: networks.save_member(store, replace(mette, phone="12 34 56 78")))
    networks.save_member(store, replace(networks.get_member(store, mette.id), email="mette@vesteraa.dk"))

    acts.take_back(store, act)

    assert networks.get_member(store, mette.id) == replace(mette, email="mette@vesteraa.dk")


def test_what_was_changed_again_is_not_taken_back(store, network):
    mette, jonas, *_ = networks.members_of(store, network.id)

    def both() -> None:
        networks.save_members(store, [replace(mette, phone="1"), replace(jonas, phone="2")])

    act = done(store, both)
    networks.save_member(store, replace(networks.get_member(store, jonas.id), phone="3"))
    before = everything(store)

    with pytest.raises(Trouble) as trouble:
        acts.take_back(store, act)

    assert trouble.value.name == "changed_meanwhile"
    assert everything(store) == before


def test_a_network_that_has_members_meanwhile_is_not_taken_back(store):
    made = Network(id=new_id(), name="Plejehjemsledere")
    act = done(store, lambda: networks.save_network(store, made))
    networks.save_member(store, Member(id=new_id(), network=made.id, name="Ib"))

    with pytest.raises(Trouble) as trouble:
        acts.take_back(store, act)

    assert trouble.value.name == "changed_meanwhile"
    assert networks.get_network(store, made.id) == made


def test_a_meeting_that_was_begun_meanwhile_is_not_taken_back(store, network):
    made = []
    act = done(store, lambda: made.append(a_session(store, network)))
    Meeting(store, made[0]).do(commands.Start())

    with pytest.raises(Trouble):
        acts.take_back(store, act)

    assert len(sessions.agenda(store, made[0].id)) == 3


def test_an_agenda_that_is_being_followed_is_not_taken_back(store, network, session):
    shorter = sessions.agenda(store, session.id)[:2]
    act = done(store, lambda: sessions.save_agenda(store, session.id, shorter))
    Meeting(store, session).do(commands.Start())

    with pytest.raises(Trouble) as trouble:
        acts.take_back(store, act)

    assert trouble.value.name == "agenda_begun"
    assert sessions.agenda(store, session.id) == shorter


@pytest.mark.parametrize(
    ("audience", "refused"), [(Audience.minutes, True), (Audience.network, False), (Audience.private, False)]
)
def test_approved_minutes_keep_what_they_say(store, session, audience, refused):
    note = Note(id=new_id(), session=session.id, text="Vi prøver", audience=audience)
    outcomes.save_outcome(store, note)
    act = done(store, lambda: outcomes.save_outcome(store, replace(note, text="Vi prøver det")))
    approved(store, session)

    if refused:
        with pytest.raises(Trouble) as trouble:
            acts.take_back(store, act)
        assert trouble.value.name == "minutes_approved"
    else:
        acts.take_back(store, act)
    assert outcomes.get_outcome(store, note.id).text == ("Vi prøver det" if refused else "Vi prøver")


def test_who_was_there_stays_once_the_minutes_are_approved(store, session, network):
    mette = networks.members_of(store, network.id)[0]
    act = done(store, lambda: sessions.expect(store, session.id, mette.id, Status.excused))
    approved(store, session)

    with pytest.raises(Trouble) as trouble:
        acts.take_back(store, act)

    assert trouble.value.name == "minutes_approved"


def test_what_is_taken_back_wins_over_what_it_takes_back(store, network):
    mette = networks.members_of(store, network.id)[0]
    act = done(store, lambda: networks.save_member(store, replace(mette, phone="1")))
    stamp = rows.stamps_of(store, TABLES["members"], mette.id)["phone"]

    acts.take_back(store, act)

    assert rows.stamps_of(store, TABLES["members"], mette.id)["phone"][1] > stamp[1]


def test_what_came_to_nothing_is_no_act(store, network):
    mette = networks.members_of(store, network.id)[0]

    def there_and_back() -> None:
        networks.save_member(store, replace(mette, phone="1"))
        networks.save_member(store, mette)

    assert done(store, there_and_back) == acts.Act()
    assert done(store, lambda: networks.save_member(store, mette)) == acts.Act()


KINDS = ("rename", "phone", "remove", "add", "move", "agenda", "excuse", "decide")


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 20)), min_size=1, max_size=8))
def test_any_acts_are_taken_back_to_the_beginning_and_done_again(tmp_path_factory, kinds):
    store = open_store(tmp_path_factory.mktemp("acts") / "a.facilitator")
    network = a_network(store)
    session = a_session(store, network)
    states, history = [everything(store)], []
    for kind, number in kinds:
        history.append(done(store, lambda kind=kind, number=number: act_out(store, network, session, kind, number)))
        states.append(everything(store))

    for act, state in zip(reversed(history), reversed(states[:-1]), strict=True):
        acts.take_back(store, act)
        assert everything(store) == state
    for act, state in zip(history, states[1:], strict=True):
        acts.do_again(store, act)
        assert everything(store) == state
    store.close()


def act_out(store, network, session, kind, number):
    """One act of that kind, on whatever is there."""
    here = networks.members_of(store, network.id)
    steps = sessions.agenda(store, session.id)
    match kind:
        case "rename":
            networks.save_network(store, replace(network, name=f"Netværk {number}"))
        case "phone" if here:
            networks.save_member(store, replace(here[number % len(here)], phone=str(number)))
        case "remove" if here:
            networks.remove_member(store, here[number % len(here)].id)
        case "add":
            networks.save_member(store, Member(id=new_id(), network=network.id, name=f"Ny {number}"))
        case "move":
            now = sessions.get_session(store, session.id)
            sessions.save_session(store, replace(now, starts_at=datetime(2026, 12, 1 + number, 9)))
        case "agenda" if steps:
            at = number % len(steps)
            sessions.save_agenda(store, session.id, (*steps[at:], *steps[: max(0, at - 1)]))
        case "excuse" if here:
            sessions.expect(store, session.id, here[number % len(here)].id, Status.excused)
        case "decide":
            outcomes.save_outcome(store, Decision(id=new_id(), session=session.id, text=f"Vi {number}"))


def approved(store, session):
    with store.atomic():
        rows.save(store, SESSIONS, replace(session, approved_on=date(2026, 12, 15)))
