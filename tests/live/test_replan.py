"""Re-planning: each policy changes what it says and nothing else, and its price is its effect."""

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.live.replan import SHORTEST_STEP, changes, proposed_giver, spare
from facilitator.live.runner import Answer
from facilitator.live.state import RunState, to_come
from facilitator.model.agenda import Kind, Step
from facilitator.model.trouble import Trouble
from tests.live.builders import POLICIES, Meeting, acts, parts, perform

kinds = st.sampled_from([Kind.case, Kind.free, Kind.break_, Kind.network])


@st.composite
def agendas(draw: st.DrawFn) -> tuple[Step, ...]:
    """A first step of half an hour, and up to eight to come, of every sort."""
    steps = [Step(id="first", minutes=30)]
    for number in range(draw(st.integers(1, 8))):
        minutes = draw(st.integers(1, 90))
        steps.append(
            Step(
                id=f"step-{number}",
                kind=draw(kinds),
                minutes=minutes,
                least=draw(st.integers(0, minutes)),
                protected=draw(st.booleans()),
                optional=draw(st.booleans()),
                parts=parts(*draw(st.lists(st.integers(0, 30), max_size=4))),
            )
        )
    return tuple(steps)


def late(agenda: tuple[Step, ...], seconds: float) -> Meeting:
    """A meeting in its first step, so much over."""
    meeting = Meeting(agenda)
    meeting.do(commands.Start())
    meeting.wait(minutes=30, seconds=seconds)
    return meeting


def shortened(before: RunState, after: RunState) -> dict[str, int]:
    """How much shorter each step has become, in seconds; a step that was dropped by all it had left."""
    were = {step.id: step for step in before.steps}
    return {step.id: to_come(were[step.id]) - to_come(step) for step in after.steps if step != were[step.id]}


@given(agendas(), st.integers(1, 5_400_000), st.sampled_from(POLICIES), st.booleans())
@settings(max_examples=300)
def test_a_policy_recovers_all_or_says_no_and_keeps_its_own_promise(agenda, milliseconds, policy, named):
    meeting = late(agenda, milliseconds / 1000)
    before, behind, finish = meeting.state, meeting.view.behind, meeting.view.finish
    need = -(-behind // 60)
    step = agenda[-1].id if named else None
    came_to = perform(meeting, commands.Replan(policy=policy, step=step))
    if isinstance(came_to, Trouble):
        assert came_to.name in {"nothing_to_recover", "cannot_recover", "step_cannot_give"}
        assert meeting.state == before
        return

    after = meeting.state
    gave = shortened(before, after)
    if policy == "push":
        assert gave == {}
        assert meeting.view.finish == finish
        assert meeting.view.agreed == finish - behind + 60 * need
        return
    assert meeting.view.agreed == finish - behind
    assert meeting.view.behind <= 0
    assert sum(gave.values()) == finish - meeting.view.finish
    kept_whole = {step.id for step in before.steps if step.protected or step.kind == "break"}
    assert not gave.keys() & kept_whole
    assert all(
        step.dropped or step.planned >= min(step.original, max(step.least, SHORTEST_STEP)) for step in after.steps
    )
    if policy == "take":
        assert gave == {step or proposed_giver(before, 0): 60 * need}
    if policy == "compress":
        assert sum(gave.values()) == 60 * need
        assert not any(step.kind == "case" for step in after.steps if step.id in gave)
    if policy == "skip":
        skipped_last_first(after, gave, step)


def skipped_last_first(after: RunState, gave: dict[str, int], named: str | None) -> None:
    may_go = [step for step in after.steps[1:] if step.optional and not step.protected and step.kind != "break"]
    dropped = [step.dropped for step in may_go]
    assert dropped == sorted(dropped)  # whatever stays stands before whatever goes
    assert all(step.dropped or step.id == named for step in after.steps if step.id in gave)


@given(st.lists(acts, max_size=30), st.sampled_from(POLICIES), st.integers(0, 9), st.sampled_from((0, 60, 90, 600)))
@settings(max_examples=300)
def test_a_price_is_the_effect_and_changes_nothing(performed, policy, index, seconds):
    meeting = Meeting()
    meeting.do(commands.Start())
    for act in performed:
        perform(meeting, act)
    step = meeting.state.steps[index].id
    known, before = len(meeting.events), meeting.state
    price = perform(meeting, commands.Price(policy=policy, step=step, seconds=seconds))
    if isinstance(price, Trouble):
        refusal = meeting.refused(commands.Replan(policy=policy, step=step, seconds=seconds))
        assert (refusal.name, refusal.facts) == (price.name, price.facts)
        return
    assert isinstance(price, Answer)
    assert (len(meeting.events), meeting.state) == (known, before)

    effect = meeting.do(commands.Replan(policy=policy, step=step, seconds=seconds))

    assert effect.view
    assert price.view
    assert replace(effect.view, seq=0) == replace(price.view, seq=0)
    assert price.prices == changes(before, meeting.state)


@given(agendas(), st.integers(1, 60))
def test_compressing_goes_in_proportion_when_nothing_stands_in_the_way(agenda, minutes):
    plain = tuple(replace(step, least=0, protected=False, kind=Kind.free) for step in agenda)
    whole = sum(step.minutes for step in plain[1:])
    meeting = late(plain, 60 * minutes)
    assume(minutes * 2 <= whole and all(step.minutes >= 4 for step in plain[1:]))

    before = meeting.state
    meeting.do(commands.Replan(policy="compress"))

    for step_id, seconds in shortened(before, meeting.state).items():
        was = next(step.minutes for step in plain if step.id == step_id)
        assert abs(seconds / 60 - minutes * was / whole) < 1


def test_what_one_step_can_not_give_when_compressed_the_others_give():
    stiff, soft = Step(id="stiff", minutes=30, least=28), Step(id="soft", minutes=30)
    meeting = late((Step(id="first", minutes=30), stiff, soft), 20 * 60)

    meeting.do(commands.Replan(policy="compress"))

    assert [step.planned // 60 for step in meeting.state.steps] == [30, 28, 12]


@pytest.mark.parametrize(
    ("seconds", "need"),
    [(1, 1), (60, 1), (61, 2)],
)
def test_what_is_recovered_is_rounded_up_to_whole_minutes(seconds, need):
    meeting = late((Step(id="first", minutes=30), Step(id="rest", minutes=30)), seconds)

    meeting.do(commands.Replan(policy="take", step="rest"))

    assert meeting.state.steps[1].planned == 60 * (30 - need)


def test_seconds_are_added_to_the_running_step_before_anything_is_recovered():
    meeting = late((Step(id="first", minutes=30), Step(id="rest", minutes=30)), -60)

    meeting.do(commands.Replan(policy="take", step="rest", seconds=300))

    assert [step.planned // 60 for step in meeting.state.steps] == [35, 25]
    assert meeting.view.behind == 0


def test_on_time_there_is_nothing_to_recover():
    meeting = late((Step(id="first", minutes=30), Step(id="rest", minutes=30)), -60)

    for policy in POLICIES:
        assert meeting.refused(commands.Replan(policy=policy)).name == "nothing_to_recover"


def test_a_step_that_has_been_or_is_not_there_can_give_nothing():
    meeting = Meeting()
    meeting.do(commands.Start())
    meeting.wait(minutes=20)
    meeting.do(commands.Next())

    assert meeting.refused(commands.Replan(policy="take", step="welcome")).name == "step_is_past"
    assert meeting.refused(commands.Replan(policy="take", step="nowhere")).name == "no_such_step"


def test_where_not_all_can_be_found_it_says_how_much_there_is():
    agenda = (Step(id="first", minutes=30), Step(id="may-go", minutes=8, optional=True), Step(id="rest", minutes=30))
    meeting = late(agenda, 20 * 60)

    trouble = meeting.refused(commands.Replan(policy="skip"))

    assert (trouble.name, trouble.facts) == ("cannot_recover", {"minutes": 20, "can": 8})


def test_with_nothing_left_to_give_it_says_what_is_missing():
    meeting = late((Step(id="first", minutes=30), Step(id="rest", minutes=30, protected=True)), 5 * 60)

    trouble = meeting.refused(commands.Replan(policy="take"))

    assert (trouble.name, trouble.facts) == ("cannot_recover", {"minutes": 5, "can": 0})


def test_a_case_is_proposed_as_the_giver_only_where_nothing_else_can_give():
    case = Step(id="case", kind=Kind.case, minutes=60)
    other = Step(id="other", minutes=10)

    assert proposed_giver(late((Step(id="first", minutes=30), case, other), 60).state, 0) == "other"
    assert proposed_giver(late((Step(id="first", minutes=30), case), 60).state, 0) == "case"
    assert proposed_giver(late((Step(id="first", minutes=30),), 60).state, 0) is None


def test_the_running_step_gives_only_what_it_has_not_used():
    meeting = Meeting((Step(id="first", minutes=30, least=5), Step(id="rest", minutes=30)))
    meeting.do(commands.Start())
    meeting.wait(minutes=12.5)

    assert spare(meeting.state, "first", meeting.clock.running()) == 17
    assert spare(meeting.state, "rest", meeting.clock.running()) == 29


@pytest.mark.parametrize("seed", range(3))
def test_replanning_again_and_again_never_takes_a_step_below_its_least(seed):
    chance, meeting = Random(seed), Meeting()
    meeting.do(commands.Start())

    for _ in range(200):
        meeting.wait(minutes=chance.choice((0.5, 2, 5)))
        step = chance.choice(meeting.state.steps).id
        policy = chance.choice(POLICIES)
        perform(meeting, commands.Replan(policy=policy, step=step))
        if chance.random() < 0.05:
            perform(meeting, commands.Next())

    coming = meeting.state.steps[meeting.state.current + 1 :]
    assert all(step.planned >= max(step.least, SHORTEST_STEP) for step in coming)
    assert [step.planned for step in meeting.state.steps if step.protected] == [15 * 60, 10 * 60, 8 * 60]
