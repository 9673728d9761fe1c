"""What meetings leave behind, outside a run."""

from datetime import date

import pytest
from msgspec.structs import replace

from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Action, ActionState, Case, Decision, Note
from facilitator.model.trouble import Trouble
from facilitator.store import outcomes, rows
from facilitator.store.codec import NOTES
from tests.store.builders import a_network, a_session


def trouble_of(function, *arguments):
    with pytest.raises(Trouble) as trouble:
        function(*arguments)
    return trouble.value.name


def test_what_a_meeting_left_behind_comes_in_the_order_it_was_written(store, session):
    second = outcomes.save_outcome(store, Decision(id=new_id(), session=session.id, text="Vi mødes", made_at=2))
    first = outcomes.save_outcome(store, Note(id=new_id(), session=session.id, text=" Godt. ", made_at=1))

    assert outcomes.outcomes_of(store, session.id) == (first, second)
    assert first.text == "Godt."


def test_open_actions_of_a_network_come_by_date_from_all_its_meetings(store, network, session):
    other = a_session(store, network)
    elsewhere = a_session(store, a_network(store, "Rektorer"))
    none, late, soon, done, theirs = (
        Action(id=new_id(), session=at, text=text, due=due)
        for at, text, due in (
            (session.id, "uden dato", None),
            (session.id, "sent", date(2027, 2, 1)),
            (other.id, "snart", date(2026, 12, 9)),
            (other.id, "gjort", date(2026, 12, 9)),
            (elsewhere.id, "andres", date(2026, 12, 9)),
        )
    )
    outcomes.save_outcomes(store, (none, late, soon, done, theirs))
    outcomes.set_action_state(store, done.id, ActionState.done)

    assert outcomes.open_actions(store, network.id) == (soon, late, none)


def test_an_action_that_changes_state_has_a_revision_more(store, session):
    action = outcomes.save_outcome(store, Action(id=new_id(), session=session.id, text="Ring til Pia"))

    dropped = outcomes.set_action_state(store, action.id, ActionState.dropped)

    assert dropped.state is ActionState.dropped
    assert [each.value for each in outcomes.history_of(store, dropped)] == [action]


def test_what_may_not_be_kept_is_refused_and_nothing_of_it_is(store, session):
    good = Note(id=new_id(), session=session.id, text="Godt")
    case = Case(id=new_id(), session=session.id, text="Hvordan siger jeg det?", audience=Audience.minutes)

    assert trouble_of(outcomes.save_outcomes, store, (good, case)) == "case_not_in_minutes"
    assert trouble_of(outcomes.save_outcome, store, replace(good, text="  ")) == "text_empty"
    assert trouble_of(outcomes.save_outcome, store, replace(good, session="nowhere")) == "no_such_session"
    assert outcomes.outcomes_of(store, session.id) == ()


def test_saving_the_same_again_is_no_revision(store, session):
    note = outcomes.save_outcome(store, Note(id=new_id(), session=session.id, text="Godt"))

    outcomes.save_outcome(store, note)

    assert rows.revision(store, NOTES, note.id) == 1


@pytest.mark.parametrize("function", [outcomes.get_outcome, outcomes.remove_outcome])
def test_a_record_that_is_not_there_is_told_as_such(store, function):
    assert trouble_of(function, store, "nothing") == "no_such_record"
    assert trouble_of(outcomes.set_action_state, store, "nothing", ActionState.done) == "no_such_record"
