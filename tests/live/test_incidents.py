"""What comes in between in a rehearsal, when, and what is noted of it."""

from itertools import pairwise
from random import Random

import pytest

from facilitator.live import commands
from facilitator.live.incidents import APART, PATIENCE, Fate, Incident, IncidentKind, Watch, drawn, incident, ripe
from facilitator.model.agenda import Kind, Step
from facilitator.model.attendance import Status
from facilitator.model.event import Policy
from tests.live.builders import Meeting

NEVER = 10**9
FATE = Fate(late=5 * 60_000, overrun=90_000, projector=NEVER, tears=0.5)


def watched(meeting: Meeting, seed: int = 1) -> Watch:
    watch = Watch(Random(seed))
    watch.saw(meeting.events)
    return watch


def begun() -> Meeting:
    meeting = Meeting()
    meeting.do(commands.Start())
    return meeting


def brought(meeting: Meeting, watch: Watch, kind: IncidentKind) -> Incident:
    found = watch.bring(kind, meeting.state, meeting.runner.now())
    assert found is not None
    return found


def step_on_to(meeting: Meeting, step: str) -> None:
    while meeting.view.step != step:
        meeting.do(commands.Next())


@pytest.mark.parametrize("seed", range(20))
def test_chance_keeps_to_moments_at_which_such_things_happen(seed: int) -> None:
    fate = drawn(Random(seed), 180 * 60)
    assert 2 <= fate.late / 60_000 <= 15
    assert 36 <= fate.projector / 60_000 <= 144
    assert 0.3 <= fate.tears <= 0.7
    assert drawn(Random(seed), 180 * 60) == fate


def test_somebody_comes_late_only_where_somebody_is_still_expected() -> None:
    meeting = begun()
    meeting.clock.wait(5 * 60)
    assert ripe(FATE, meeting.state, meeting.runner.now(), ()) is IncidentKind.late
    for member in meeting.plan.people:
        meeting.do(commands.Attend(member=member, status=Status.present))
    assert incident(IncidentKind.late, meeting.state, meeting.runner.now(), Random(1)) is None


def test_whoever_has_the_word_is_the_one_who_talks_on() -> None:
    meeting = begun()
    meeting.do(commands.Next(), commands.GiveTurn(member="claus"))
    meeting.clock.wait(89)
    assert ripe(FATE, meeting.state, meeting.runner.now(), (IncidentKind.late,)) is None
    meeting.clock.wait(1)
    assert ripe(FATE, meeting.state, meeting.runner.now(), (IncidentKind.late,)) is IncidentKind.overrun
    assert incident(IncidentKind.overrun, meeting.state, meeting.runner.now(), Random(1)).member == "claus"


def test_where_nobody_is_given_the_word_somebody_talks_on_late_in_the_step() -> None:
    meeting = begun()
    meeting.clock.wait(4 * 60 + 29)
    assert ripe(FATE, meeting.state, meeting.runner.now(), ()) is None
    meeting.clock.wait(1)
    assert ripe(FATE, meeting.state, meeting.runner.now(), ()) is IncidentKind.overrun


def test_tears_come_in_the_longest_case_and_nowhere_else() -> None:
    meeting = begun()
    met = (IncidentKind.late, IncidentKind.overrun)
    step_on_to(meeting, "case-followup")
    meeting.clock.wait(4 * 60)
    assert ripe(FATE, meeting.state, meeting.runner.now(), met) is None
    step_on_to(meeting, "reflecting-team")
    meeting.clock.wait(30 * 60)
    assert ripe(FATE, meeting.state, meeting.runner.now(), met) is IncidentKind.tears


def test_without_a_case_they_come_where_it_is_about_pressure() -> None:
    meeting = Meeting((Step(id="a", kind=Kind.opening, minutes=5), Step(id="b", kind=Kind.pressure, minutes=20)))
    meeting.do(commands.Start(), commands.Next())
    meeting.clock.wait(10 * 60)
    met = (IncidentKind.late, IncidentKind.overrun)
    assert ripe(FATE, meeting.state, meeting.runner.now(), met) is IncidentKind.tears


def test_nothing_comes_in_a_pause() -> None:
    meeting = begun()
    meeting.do(commands.Pause())
    meeting.clock.wait(600)
    assert ripe(FATE, meeting.state, meeting.runner.now(), ()) is None


ANSWERS = [
    (IncidentKind.overrun, commands.EndTurn(), "turn"),
    (IncidentKind.overrun, commands.Next(), "step"),
    (IncidentKind.overrun, commands.AddTime(seconds=60), "time"),
    (IncidentKind.tears, commands.Pause(), "pause"),
    (IncidentKind.projector, commands.Next(), "went_on"),
]


@pytest.mark.parametrize(("kind", "press", "answer"), ANSWERS)
def test_what_is_done_about_it_is_noted_with_its_seconds(
    kind: IncidentKind, press: commands.AnyCommand, answer: str
) -> None:
    meeting = begun()
    meeting.do(commands.GiveTurn(member="claus"))
    watch = watched(meeting)
    brought(meeting, watch, kind)
    meeting.clock.wait(12)
    meeting.do(press)
    assert watch.saw(meeting.events)
    assert [(each.answer, each.after) for each in watch.happened] == [(answer, 12_000)]
    assert watch.open is None


def test_to_mark_somebody_else_is_no_answer_to_who_came() -> None:
    meeting = begun()
    watch = watched(meeting)
    who = brought(meeting, watch, IncidentKind.late).member
    other = next(member for member in meeting.plan.people if member != who)
    meeting.do(commands.Attend(member=other, status=Status.present))
    assert not watch.saw(meeting.events)
    meeting.do(commands.Attend(member=who, status=Status.expected))
    assert not watch.saw(meeting.events)
    meeting.do(commands.Attend(member=who, status=Status.late))
    assert watch.saw(meeting.events)


def test_a_plan_laid_anew_is_an_answer_to_a_long_talk() -> None:
    meeting = begun()
    meeting.clock.wait(15 * 60)
    watch = watched(meeting)
    brought(meeting, watch, IncidentKind.overrun)
    policy: Policy = "push"
    meeting.do(commands.Replan(policy=policy))
    assert watch.saw(meeting.events)
    assert watch.happened[0].answer == "replan"


def test_hiding_answers_tears_and_nothing_else() -> None:
    meeting = begun()
    watch = watched(meeting)
    brought(meeting, watch, IncidentKind.late)
    assert not watch.did("hide", 5_000)
    brought(meeting, watch, IncidentKind.tears)
    assert watch.did("hide", 5_000)
    assert [each.answer for each in watch.happened] == ["", "hide"]


def test_what_nobody_does_anything_about_ends_by_itself() -> None:
    meeting = begun()
    watch = watched(meeting)
    brought(meeting, watch, IncidentKind.tears)
    watch.advise()
    meeting.clock.wait(PATIENCE / 1000)
    assert watch.look(meeting.state, meeting.runner.now()) is None
    assert [(each.answer, each.advised) for each in watch.happened] == [("", True)]


def test_by_chance_each_comes_once_and_never_on_the_heels_of_another() -> None:
    meeting = begun()
    watch = watched(meeting, seed=4)
    watch.by_chance = True
    came: list[Incident] = []
    while meeting.view.run_elapsed < 175 * 60:
        meeting.clock.wait(10)
        if meeting.view.remaining <= 0 and meeting.view.step != "check-out":
            meeting.do(commands.Next())
            watch.saw(meeting.events)
        found = watch.look(meeting.state, meeting.runner.now())
        if found is not None:
            came.append(found)
            watch.let_be()
    assert {each.kind for each in came} == set(IncidentKind)
    assert len(came) == len(IncidentKind)
    assert all(later.at - each.at >= APART for each, later in pairwise(came))


def test_by_itself_nothing_comes_unless_it_is_asked_for() -> None:
    meeting = begun()
    watch = watched(meeting)
    meeting.clock.wait(170 * 60)
    assert watch.look(meeting.state, meeting.runner.now()) is None
