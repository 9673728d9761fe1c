"""Taking back: as if it had never been, however far back, also across time that nobody saw."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.live.fold import fold
from facilitator.live.state import RunState
from facilitator.model.event import Discarded, Recorded, Started, Undone
from facilitator.model.outcome import Note
from facilitator.model.trouble import Trouble
from tests.live.builders import Act, ClockSet, Meeting, Passing, Sleeping, acts, perform, presses, random_act

passing = st.lists(
    st.one_of(
        st.builds(Passing, st.integers(0, 4_000_000).map(lambda milliseconds: milliseconds / 1000)),
        st.builds(Sleeping, st.integers(0, 4_000)),
        st.builds(ClockSet, st.integers(-7200, 7200)),
    ),
    max_size=5,
)


def led(performed: list[Act]) -> Meeting:
    meeting = Meeting()
    meeting.do(commands.Start())
    for act in performed:
        perform(meeting, act)
    return meeting


def as_far_as_is_known(state: RunState) -> RunState:
    """The state without what a command that was taken back rightly leaves: that there were events."""
    return replace(state, seq=0, past=None)


@given(st.lists(acts, max_size=30), presses, passing)
@settings(max_examples=300)
def test_a_command_taken_back_is_as_if_it_had_never_been(performed, press, meanwhile):
    meeting, twin = led(performed), led(performed)
    try:
        before = meeting.state.seq
        meeting.do(press)
    except Trouble:
        return
    if meeting.state.seq == before or isinstance(press, commands.Undo | commands.Start):
        return
    if isinstance(press, commands.Wait):
        twin.clock.wait(press.seconds)

    for act in meanwhile:
        perform(meeting, act)
        perform(twin, act)
    meeting.do(commands.Undo())

    assert replace(meeting.view, seq=0) == replace(twin.view, seq=0)
    assert as_far_as_is_known(meeting.state) == as_far_as_is_known(twin.state)
    assert meeting.journal.rows == twin.journal.rows
    assert fold(meeting.events) == meeting.runner.kept


@pytest.mark.parametrize("seed", range(8))
def test_everything_can_be_taken_back_to_the_beginning(seed):
    chance, meeting = Random(seed), Meeting()
    meeting.do(commands.Start())
    for _ in range(400):
        perform(meeting, random_act(chance))
    twin = Meeting()
    twin.do(commands.Start())
    twin.clock.wait(meeting.clock.running() / 1000)

    undone = 0
    while meeting.state.past:
        meeting.do(commands.Undo())
        undone += 1

    assert undone > 20
    assert meeting.journal.rows == {}
    plain = replace(meeting.state, seq=0, gap=None), replace(twin.state, seq=0, gap=None)
    assert plain[0] == plain[1]
    assert meeting.refused(commands.Undo()).name == "nothing_to_undo"


def test_undo_takes_back_the_latest_that_is_not_yet_taken_back():
    meeting = Meeting()
    meeting.do(commands.Start(), commands.Next(), commands.Pause(), commands.Undo(), commands.Undo())

    assert [event.what.seq for event in meeting.events if isinstance(event.what, Undone)] == [3, 2]
    assert (meeting.view.step, meeting.view.status) == ("welcome", "running")


def test_the_end_can_be_taken_back_and_the_time_since_has_counted():
    meeting = Meeting()
    meeting.do(commands.Start())
    meeting.wait(minutes=4)
    meeting.do(commands.Finish())
    meeting.wait(minutes=1)

    meeting.do(commands.Undo())

    assert meeting.view.status == "running"
    assert meeting.view.elapsed == 5 * 60


def test_the_start_can_not_be_taken_back():
    meeting = Meeting()
    meeting.do(commands.Start())

    assert meeting.refused(commands.Undo()).name == "nothing_to_undo"


def test_a_discarded_run_can_not_be_taken_back_nor_anything_before_it():
    meeting = Meeting()
    meeting.do(commands.Start(), commands.Next(), commands.Discard())

    assert meeting.refused(commands.Undo()).name == "nothing_to_undo"
    assert isinstance(meeting.events[-1].what, Discarded)


def test_after_a_discarded_run_another_begins_from_the_plan_and_nothing_before_it_can_be_taken_back():
    meeting = Meeting()
    meeting.do(commands.Start(), commands.Next(), commands.Discard())
    meeting.wait(minutes=10)

    meeting.do(commands.Start())

    assert (meeting.view.step, meeting.view.run_elapsed, meeting.view.seq) == ("welcome", 0, 1)
    assert meeting.events[-1].run != meeting.events[0].run
    assert isinstance(meeting.events[-1].what, Started)
    assert meeting.refused(commands.Undo()).name == "nothing_to_undo"
    assert fold(meeting.events) == meeting.runner.kept


def test_a_note_that_was_edited_and_removed_comes_back_word_by_word():
    meeting = Meeting()
    note = meeting.do(commands.Start(), commands.WriteNote(text="Vi prøver")).record
    assert note
    meeting.do(commands.Edit(id=note, text="Vi prøver rollerne"), commands.Erase(id=note))
    assert meeting.journal.rows == {}

    texts = []
    for _ in range(2):
        meeting.do(commands.Undo())
        texts.append(meeting.journal.rows[note].outcome.text)
    meeting.do(commands.Undo())

    assert texts == ["Vi prøver rollerne", "Vi prøver"]
    assert meeting.journal.rows == {}


def test_a_row_changed_outside_the_run_since_is_left_alone_and_the_run_too():
    meeting = Meeting()
    note = meeting.do(commands.Start(), commands.WriteNote(text="Vi prøver")).record
    assert note
    row = meeting.journal.rows[note]
    assert isinstance(row.outcome, Note)
    meeting.journal.rows[note] = replace(row, outcome=replace(row.outcome, text="Rettet"), revision=2)

    assert meeting.refused(commands.Undo()).name == "changed_since"
    assert meeting.journal.rows[note].outcome.text == "Rettet"


def test_the_answer_to_undo_names_the_row_that_it_concerned():
    meeting = Meeting()
    note = meeting.do(commands.Start(), commands.WriteNote(text="Vi prøver")).record

    assert meeting.do(commands.Undo()).record == note
    assert isinstance(meeting.events[1].what, Recorded)


def test_undo_across_a_gap_keeps_the_gap_where_the_meeting_really_was():
    meeting = Meeting()
    meeting.do(commands.Start())
    meeting.wait(minutes=2)
    meeting.do(commands.Next())
    meeting.clock.sleep(600)
    meeting.do(commands.WriteNote(text="Tilbage igen"), commands.Undo(), commands.Undo())

    assert meeting.view.step == "welcome"
    assert meeting.view.elapsed == 12 * 60
    assert meeting.state.gap
    assert (meeting.state.gap.step, meeting.state.gap.length) == ("welcome", 600_000)

    meeting.do(commands.RuleGap(was="pause"))
    assert meeting.view.elapsed == 2 * 60


@pytest.mark.parametrize("press", [commands.Pause(), commands.Finish()])
def test_a_gap_that_came_while_nothing_counted_is_known_once_that_is_taken_back(press):
    meeting = Meeting()
    meeting.do(commands.Start(), press)
    meeting.clock.sleep(600)
    assert meeting.runner.gap() is None

    meeting.do(commands.Undo())

    assert meeting.view.elapsed == 600
    meeting.do(commands.RuleGap(was="pause"))
    assert meeting.view.elapsed == 0


def test_an_end_taken_back_the_next_morning_comes_back_paused_where_it_ended():
    meeting = Meeting()
    meeting.do(commands.Start())
    meeting.wait(minutes=4)
    meeting.do(commands.Finish())
    meeting.killed(away=20 * 3600)

    meeting.do(commands.Undo())

    assert (meeting.view.status, meeting.view.elapsed) == ("paused", 4 * 60)
