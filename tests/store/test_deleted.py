"""What was deleted together lies there together, says what it was, and comes back whole."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Action, Note
from facilitator.model.trouble import Trouble
from facilitator.store import deleted, networks, outcomes, sessions
from tests.store.builders import Meeting, a_session
from tests.store.test_acts import approved, everything


def test_a_meeting_and_all_that_was_planned_for_it_go_and_come_together(store, network, session):
    mette = networks.members_of(store, network.id)[0]
    outcomes.save_outcome(store, Action(id=new_id(), session=session.id, text="Ring", owners=(mette.id,)))
    before = everything(store)

    deleted.remove_session(store, session.id)
    (lying,) = deleted.deletions(store)
    assert (lying.table, lying.value, lying.network, lying.also) == ("sessions", session, network.id, 0)
    deleted.bring_back(store, lying.act)

    assert everything(store) == before
    assert deleted.deletions(store) == ()


def test_a_network_that_never_met_goes_and_comes_with_everybody_in_it(store, network, session):
    a_session(store, network, datetime(2027, 1, 26, 9))
    before = everything(store)

    deleted.remove_network(store, network.id)
    assert networks.list_networks(store) == ()
    (lying,) = deleted.deletions(store)
    assert (lying.table, lying.value) == ("networks", network)
    deleted.bring_back(store, lying.act)

    assert everything(store) == before


def test_a_network_that_has_met_is_not_deleted(store, network, session):
    Meeting(store, session).do(commands.Start())
    before = everything(store)

    with pytest.raises(Trouble) as meeting:
        deleted.remove_session(store, session.id)
    with pytest.raises(Trouble) as whole:
        deleted.remove_network(store, network.id)

    assert (meeting.value.name, whole.value.name) == ("meeting_has_begun", "network_has_met")
    assert everything(store) == before


def test_steps_that_went_together_lie_together(store, network, session):
    first, *rest = sessions.agenda(store, session.id)

    sessions.save_agenda(store, session.id, [first])

    (lying,) = deleted.deletions(store)
    assert (lying.table, lying.also, lying.session, lying.network) == ("steps", 1, session.id, network.id)
    deleted.bring_back(store, lying.act)
    assert sessions.agenda(store, session.id) == (first, *rest)


def test_what_went_last_stands_first(store, network):
    mette, jonas, *_ = networks.members_of(store, network.id)

    networks.remove_member(store, mette.id)
    networks.remove_member(store, jonas.id)

    assert [each.value for each in deleted.deletions(store)] == [jonas, mette]


def test_somebody_of_a_network_that_is_deleted_too_waits_for_it(store, network):
    mette = networks.members_of(store, network.id)[0]
    networks.remove_member(store, mette.id)
    deleted.remove_network(store, network.id)
    whole, alone = deleted.deletions(store)

    with pytest.raises(Trouble) as trouble:
        deleted.bring_back(store, alone.act)
    assert trouble.value.name == "parent_deleted"
    deleted.bring_back(store, whole.act)
    deleted.bring_back(store, alone.act)

    assert networks.get_member(store, mette.id) == mette


def test_a_step_of_a_meeting_that_has_begun_stays_where_it_is(store, session):
    sessions.save_agenda(store, session.id, sessions.agenda(store, session.id)[:2])
    Meeting(store, session).do(commands.Start())
    (lying,) = deleted.deletions(store)

    with pytest.raises(Trouble) as trouble:
        deleted.bring_back(store, lying.act)

    assert trouble.value.name == "agenda_begun"
    assert len(sessions.agenda(store, session.id)) == 2


def test_approved_minutes_get_nothing_back_and_private_notes_do(store, session):
    said = Note(id=new_id(), session=session.id, text="Vi prøver", audience=Audience.minutes)
    mine = replace(said, id=new_id(), text="Spørg Ib", audience=Audience.private)
    for note in (said, mine):
        outcomes.save_outcome(store, note)
        outcomes.remove_outcome(store, note.id)
    approved(store, session)
    private, minutes = deleted.deletions(store)

    with pytest.raises(Trouble) as trouble:
        deleted.bring_back(store, minutes.act)
    deleted.bring_back(store, private.act)

    assert trouble.value.name == "minutes_approved"
    assert outcomes.outcomes_of(store, session.id) == (mine,)


def test_what_lies_there_no_longer_can_t_be_had_back(store):
    with pytest.raises(Trouble) as trouble:
        deleted.bring_back(store, "borte")

    assert trouble.value.name == "no_such_record"
