"""What holds after anything that can be pressed, in any order and at any moment."""

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.live.fold import apply, fold
from facilitator.live.replan import SHORTEST_STEP
from facilitator.live.state import RunState, View, part_lengths
from facilitator.model.event import Discarded, Event, Slept, Started, is_command
from facilitator.model.trouble import Trouble
from tests.live.builders import Meeting, acts, perform, random_act, travelled

SEEDS = range(12)
CHANGES_NOTHING = commands.Look | commands.Wait | commands.Price


def figures_add_up(state: RunState, view: View) -> None:
    coming = [max(0, step.planned - step.used // 1000) for step in state.steps[state.current + 1 :] if not step.dropped]
    assert view.run_elapsed + view.planned == view.finish - view.start
    assert view.behind == view.finish - view.agreed
    if state.live:
        assert view.planned == max(0, view.remaining) + sum(coming)
        assert view.elapsed + view.remaining == state.step.planned


def parts_fit(state: RunState) -> None:
    for step in state.steps:
        assert not step.parts or sum(part_lengths(step)) == step.planned
        assert not step.parts or min(part_lengths(step)) >= 0


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_add_up_and_the_journal_tells_the_state_after_each_of_a_thousand_presses(seed):
    chance, meeting, told = Random(seed), Meeting(), RunState()
    meeting.do(commands.Start())
    told = fold(meeting.events)

    for _ in range(1000):
        act = random_act(chance)
        before, known, rows = meeting.runner.kept, len(meeting.events), dict(meeting.journal.rows)
        came_to = perform(meeting, act)
        fresh = meeting.events[known:]

        changes = isinstance(act, commands.Command) and not isinstance(act, CHANGES_NOTHING)
        assert advanced_by_one(fresh, before) if changes and not isinstance(came_to, Trouble) else fresh == []
        if isinstance(came_to, Trouble):
            assert meeting.runner.kept is before
            assert meeting.journal.rows == rows
        for event in travelled(fresh):
            told = apply(told, event)
        assert shallow(told) == shallow(meeting.runner.kept)
        figures_add_up(meeting.state, meeting.view)
        parts_fit(meeting.state)

    assert told == meeting.runner.kept
    assert fold(meeting.events) == meeting.runner.kept
    assert fold(travelled(meeting.events)) == meeting.runner.kept
    assert len(meeting.events) > 150


@pytest.mark.parametrize("seed", range(4))
def test_killed_and_discarded_at_any_moment_the_figures_still_add_up(seed):
    chance, meeting = Random(seed), Meeting()
    meeting.do(commands.Start())

    for _ in range(500):
        dice = chance.random()
        if dice < 0.02:
            meeting.runner.beat()
            meeting.killed(away=chance.choice((0, 1, 60, 5_000, 50_000)), clock_set=chance.choice((0, 0, -100, 3_600)))
        elif dice < 0.025:
            perform(meeting, commands.Discard())
        else:
            perform(meeting, random_act(chance))
        state, view = meeting.state, meeting.view
        figures_add_up(state, view)
        parts_fit(state)
        assert min(view.elapsed, view.part_elapsed, view.turn_elapsed, view.run_elapsed - view.elapsed) >= 0
        assert all(turn.used >= 0 for turn in state.turns)
        assert all(step.used >= 0 for step in state.steps if step.id != view.step)

    assert fold(travelled(meeting.events)) == meeting.runner.kept


def advanced_by_one(fresh: list[Event], before: RunState) -> bool:
    """Whether there is one event of a command, the last, with nothing but gaps before it."""
    *gaps, last = fresh
    numbered = [event.seq for event in fresh] == list(range(before.seq + 1, before.seq + 1 + len(fresh)))
    return numbered and all(isinstance(event.what, Slept) for event in gaps) and not isinstance(last.what, Slept)


def shallow(state: RunState) -> tuple[object, ...]:
    """All of the state, of what lies behind it the last step only: the whole is compared once, at the end."""
    fields = {name: getattr(state, name) for name in state.__struct_fields__ if name != "past"}
    past = state.past
    return (*fields.values(), past and (past.seq, past.what, past.later))


@given(st.lists(acts, max_size=60))
@settings(max_examples=150)
def test_the_figures_add_up_at_every_moment(performed):
    meeting = Meeting()
    meeting.do(commands.Start())

    for act in performed:
        perform(meeting, act)
        figures_add_up(meeting.state, meeting.view)

    assert fold(travelled(meeting.events)) == meeting.runner.kept


@given(st.lists(acts, max_size=40), st.integers(1, 3_000_000))
@settings(max_examples=150)
def test_a_run_that_goes_on_keeps_its_finish_and_one_that_does_not_moves_with_the_clock(performed, later):
    meeting = Meeting()
    meeting.do(commands.Start())
    for act in performed:
        perform(meeting, act)
    before, state = meeting.view, meeting.state

    meeting.clock.wait(later / 1000)
    after = meeting.view

    passed = later / 1000
    if before.status == "finished":
        assert (after.finish, after.run_elapsed) == (before.finish, before.run_elapsed)
        return
    assert after.start == before.start
    assert abs(after.run_elapsed - before.run_elapsed - passed) < 1
    if before.status == "paused":
        assert (after.elapsed, after.planned) == (before.elapsed, before.planned)
        assert abs(after.finish - before.finish - passed) < 1
    else:
        late = max(0, after.elapsed - max(state.step.planned, before.elapsed))
        assert abs(after.finish - before.finish - late) <= 1


@given(st.lists(acts, max_size=60))
@settings(max_examples=150)
def test_no_step_is_replanned_below_its_least_and_protected_ones_keep_their_length(performed):
    meeting = Meeting()
    meeting.do(commands.Start())

    for act in performed:
        before = {step.id: step for step in meeting.state.steps}
        came_to = perform(meeting, act)
        if not isinstance(act, commands.Replan) or isinstance(came_to, Trouble):
            continue
        for index, step in enumerate(meeting.state.steps):
            was = before[step.id]
            running = index == meeting.state.current
            if step.planned < was.planned and not running:
                assert step.planned >= max(step.least, SHORTEST_STEP)
            if was.protected and not running:
                assert (step.planned, step.dropped) == (was.planned, was.dropped)
            if was.kind == "break" and not running:
                assert (step.planned, step.dropped) == (was.planned, was.dropped)


def test_events_hold_ids_and_numbers_but_never_a_name_or_a_text():
    chance, meeting = Random(1), Meeting()
    meeting.do(commands.Start(), commands.WriteNote(text="Dorthe græd"), commands.AddStep(title="Kage", minutes=5))
    for _ in range(300):
        perform(meeting, random_act(chance))

    kept = msgspec.json.encode(meeting.events).decode()

    for word in ("Dorthe", "Kage", "rollerne", "Pia", "Kjær", "Ekstra"):
        assert word not in kept
    assert meeting.journal.rows


def test_everything_that_happens_is_a_command_a_gap_or_taken_back():
    chance, meeting = Random(2), Meeting()
    meeting.do(commands.Start())
    for _ in range(500):
        perform(meeting, random_act(chance))

    kinds = {type(event.what).__name__ for event in meeting.events}

    assert {"Slept", "Undone", "Replanned", "GapRuled", "Recorded", "StepEntered"} <= kinds
    assert sum(isinstance(event.what, Started) for event in meeting.events) == 1
    assert not any(isinstance(event.what, Discarded) for event in meeting.events)
    assert {is_command(event.what) for event in meeting.events} == {True, False}
