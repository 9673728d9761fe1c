"""The wrong meeting was led: what was written goes over to the right one, all of it or nothing, and back as one."""

from datetime import date, datetime

import pytest

from facilitator.live import commands
from facilitator.model.audience import Audience
from facilitator.model.outcome import Action, Case, Note
from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import acts, check, drafts, outcomes, rows, runs, sessions
from facilitator.store.codec import NOTES, OUTCOMES
from facilitator.store.drafts import Draft
from tests.store.builders import Meeting, a_network, a_session


@pytest.fixture
def right(store, network):
    """The meeting that should have been led."""
    return a_session(store, network, datetime(2027, 1, 26, 9))


@pytest.fixture
def wrong(store, network):
    """A meeting that was led by mistake, with one of each written in its second step, and half a sentence."""
    made = Meeting(store, a_session(store, network))
    mette = made.members[0].id
    for command in (
        commands.Start(),
        commands.Next(),
        commands.WriteNote(text="Til alle"),
        commands.WriteNote(text="Kun her", audience=Audience.private),
        commands.WriteDecision(text="Vi mødes i marts", audience=Audience.network),
        commands.WriteAction(text="Ringer til Pia", owners=(mette,), due=date(2026, 12, 11)),
        commands.Park(text="Vikarer"),
        commands.WriteCase(text="Hvordan siger jeg nej?", owner=mette),
    ):
        made.do(command)
    session = sessions.sessions_of(store, network.id)[0]
    drafts.save_draft(store, Draft(session=session.id, slot="capture.note", text="Halv", audience=Audience.private))
    made.session = session
    return made


def written(store, session):
    return [(type(each), each.text, each.audience) for each in outcomes.outcomes_of(store, session.id)]


def test_all_that_was_written_stands_in_the_first_step_of_the_right_meeting(store, wrong, right):
    before = written(store, wrong.session)

    wrong.do(commands.Discard(carry_to=right.id))

    there = outcomes.outcomes_of(store, right.id)
    assert written(store, right) == before
    assert {each.step for each in there} == {sessions.agenda(store, right.id)[0].id}
    assert next(each for each in there if isinstance(each, Action)).owners == (wrong.members[0].id,)
    assert written(store, wrong.session) == []
    assert rows.binned(store, NOTES) == ()
    assert [draft.text for draft in drafts.drafts_of(store, right.id)] == ["Halv"]
    assert drafts.drafts_of(store, wrong.session.id) == ()
    assert check.check(store) == ()


def test_the_wrong_meeting_is_planned_as_before_and_the_right_one_can_begin(store, wrong, right):
    wrong.do(commands.Discard(carry_to=right.id))

    assert sessions.get_session(store, wrong.session.id).state is SessionState.planned
    assert runs.live_run(store) is None
    led = Meeting(store, right)
    led.do(commands.Start())
    led.do(commands.Finish())
    assert len(written(store, right)) == 6
    assert check.check(store) == ()


def test_taken_back_what_was_written_is_where_it_was_and_the_run_stays_discarded(store, wrong, right):
    before = outcomes.outcomes_of(store, wrong.session.id)
    with acts.recorded(store) as record:
        wrong.do(commands.Discard(carry_to=right.id))
    act = record.act(OUTCOMES)

    acts.take_back(store, act)
    assert outcomes.outcomes_of(store, wrong.session.id) == before
    assert written(store, right) == []
    assert runs.live_run(store) is None
    assert sessions.get_session(store, wrong.session.id).state is SessionState.planned
    assert check.check(store) == ()

    acts.do_again(store, act)
    assert len(written(store, right)) == 6


def test_a_meeting_that_is_not_to_come_takes_nothing_and_the_run_goes_on(store, wrong, right):
    sessions.cancel_session(store, right.id)
    before = written(store, wrong.session)

    for to in (right.id, wrong.session.id):
        with pytest.raises(Trouble) as refused:
            wrong.do(commands.Discard(carry_to=to))
        assert refused.value.name == "not_planned"

    assert wrong.runner.state.live
    assert written(store, wrong.session) == before
    assert runs.live_run(store) is not None


def test_into_another_network_nobody_is_brought_along(store, wrong):
    other = a_session(store, a_network(store, "Dagtilbud i Vesterå"), datetime(2026, 12, 8, 13))

    wrong.do(commands.Discard(carry_to=other.id))

    there = outcomes.outcomes_of(store, other.id)
    assert next(each for each in there if isinstance(each, Action)).owners == ()
    assert next(each for each in there if isinstance(each, Case)).owner == ""
    assert outcomes.open_actions(store, other.network)[0].text == "Ringer til Pia"
    assert check.check(store) == ()


def test_what_was_written_before_the_meeting_stays_with_it(store, wrong, right):
    planned = outcomes.save_outcome(store, Note(id="planned", session=wrong.session.id, text="Fra planlægningen"))

    wrong.do(commands.Discard(carry_to=right.id))

    assert outcomes.outcomes_of(store, wrong.session.id) == (planned,)
