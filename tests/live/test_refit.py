"""Only so many minutes today: the agenda fitted before the start, by the rules of the re-plan."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.library.library import Library
from facilitator.live.refit import RefitPolicy, refit
from facilitator.model.agenda import Kind, Step, total_minutes
from facilitator.model.trouble import Trouble
from facilitator.places import resources_folder
from tests.live.builders import december, parts

ROOMY = (
    Step(id="opening", kind=Kind.opening, minutes=20, least=10),
    Step(id="case", kind=Kind.case, minutes=60, least=45, parts=parts(20, 40)),
    Step(id="break", kind=Kind.break_, minutes=15, protected=True),
    Step(id="pulse", kind=Kind.pressure, minutes=10, optional=True),
    Step(id="map", kind=Kind.pressure, minutes=40, least=20, optional=True),
    Step(id="end", kind=Kind.opening, minutes=10, protected=True),
)


def lengths(steps: tuple[Step, ...]) -> dict[str, int]:
    return {step.id: step.minutes for step in steps}


def test_one_step_gives_all_of_it() -> None:
    done = refit(december(), 170, "take")
    assert done.prices == (("since-last", 16, 6),)
    assert total_minutes(done.steps) == 170


def test_what_may_go_goes_last_first() -> None:
    done = refit(ROOMY, 115, "skip")
    assert "map" not in lengths(done.steps)
    assert lengths(done.steps)["pulse"] == 10
    assert done.prices == (("map", 40, 0),)


def test_ninety_minutes_take_all_ways_together_and_the_case_only_at_last() -> None:
    done = refit(ROOMY, 90, "furthest")
    assert lengths(done.steps) == {"opening": 10, "case": 55, "break": 15, "end": 10}
    assert done.prices == (("opening", 20, 10), ("case", 60, 55), ("pulse", 10, 0), ("map", 40, 0))
    assert sum(part.minutes for part in done.steps[1].parts) == 55


def test_where_that_is_not_enough_more_steps_go_whole_but_never_the_case() -> None:
    done = refit(ROOMY, 75, "furthest")
    assert lengths(done.steps) == {"case": 50, "break": 15, "end": 10}


def test_what_cannot_be_found_is_told_with_how_much_can() -> None:
    with pytest.raises(Trouble) as refused:
        refit(ROOMY, 60, "furthest")
    assert (refused.value.name, refused.value.facts) == ("cannot_recover", {"minutes": 95, "can": 85})


def test_an_ordinary_meeting_is_fitted_to_ninety_minutes() -> None:
    library, number = Library(resources_folder()), count()
    steps = library.steps_of(library.template("ordinary"), 9, lambda: f"step-{next(number)}")
    done = refit(steps, 90, "furthest")
    assert [(step.method, step.minutes) for step in done.steps] == [
        ("welcome", 3),
        ("check-in", 5),
        ("reflecting-team", 49),
        ("break", 15),
        ("commitments", 10),
        ("check-out", 8),
    ]


@pytest.mark.parametrize("policy", ["take", "skip", "compress", "furthest"])
def test_where_there_is_time_enough_there_is_nothing_to_do(policy: RefitPolicy) -> None:
    with pytest.raises(Trouble, match="nothing_to_recover"):
        refit(ROOMY, 155, policy)


@given(st.integers(60, 154), st.sampled_from(["take", "skip", "compress", "furthest"]))
def test_it_is_never_longer_than_there_is_time_for_and_spares_what_is_protected(
    minutes: int, policy: RefitPolicy
) -> None:
    try:
        done = refit(ROOMY, minutes, policy)
    except Trouble:  # what can't be found is told, as above
        return
    kept = lengths(done.steps)
    assert total_minutes(done.steps) <= minutes
    assert (kept["break"], kept["end"]) == (15, 10)
    assert all(step.minutes >= step.least for step in done.steps)
    assert all(sum(part.minutes for part in step.parts) in {0, step.minutes} for step in done.steps)
