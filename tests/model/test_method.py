"""Methods become steps: minutes follow how many are present, and parts always add up."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.agenda import Kind, LeadBy, clock_times
from facilitator.model.audience import Audience
from facilitator.model.method import (
    Method,
    MethodPart,
    MethodWords,
    PartWords,
    Speaks,
    TemplateStep,
    Timing,
    method_minutes,
    minutes_for,
    step_from,
    step_of_template,
)
from facilitator.model.network import Phase

WORDS = MethodWords(
    title="Runde",
    summary="",
    purpose="",
    when="",
    when_not="",
    how="",
    remember="",
    plan_b="",
    wall="",
    say="",
    do="",
    watch="",
    parts={"round": PartWords(title="Runde")},
)

timings = st.one_of(
    st.integers(0, 60),
    st.builds(Timing, base=st.sampled_from([0, 2, 5.5]), each=st.sampled_from([0, 0.5, 1, 1.5, 2])),
)


def method(*timing: int | Timing, kind: Kind = Kind.case, **fields: object) -> Method:
    parts = tuple(
        MethodPart(key=f"part-{number}", minutes=minutes, speaks=Speaks.round) for number, minutes in enumerate(timing)
    )
    return Method(
        id="round",
        version=3,
        kind=kind,
        phases=(Phase.running,),
        purposes=(),
        parts=parts,
        da=WORDS,
        en=WORDS,
        **fields,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("timing", "people", "minutes"),
    [
        (5, 9, 5),
        (Timing(each=1.5), 9, 14),
        (Timing(each=1.5), 8, 12),
        (Timing(base=4, each=1), 9, 13),
        (Timing(each=0.5), 1, 1),
        (Timing(each=0.1), 1, 1),
        (Timing(), 9, 0),
    ],
)
def test_minutes_are_whole_halves_go_up_and_what_takes_time_takes_at_least_one(timing, people, minutes) -> None:
    assert minutes_for(timing, people) == minutes


@given(st.lists(timings, min_size=1, max_size=7), st.integers(4, 14))
def test_a_step_is_as_long_as_its_parts_together(timing, people) -> None:
    step = step_from(method(*timing), people, "s")

    assert step.minutes == sum(part.minutes for part in step.parts) == method_minutes(method(*timing), people)


@given(st.lists(timings, min_size=1, max_size=7), st.integers(4, 14), st.integers(1, 240))
def test_a_step_of_a_chosen_length_fits_its_parts_to_it(timing, people, minutes) -> None:
    step = step_from(method(*timing, least=25), people, "s", minutes)

    assert step.minutes == sum(part.minutes for part in step.parts) == minutes
    assert step.least <= minutes


def test_a_step_points_at_its_method_and_carries_no_words_of_its_own() -> None:
    step = step_from(method(5, 20), 9, "s")

    assert (step.method, step.version, step.title, dict(step.words)) == ("round", 3, "", {})
    assert [part.title for part in step.parts] == ["", ""]


def test_who_may_read_the_notes_follows_the_kind_unless_the_method_says_otherwise() -> None:
    assert step_from(method(5), 9, "s").audience is Audience.private
    assert step_from(method(5, kind=Kind.opening), 9, "s").audience is Audience.minutes
    assert step_from(method(5, kind=Kind.opening, audience=Audience.private), 9, "s").audience is Audience.private


def test_a_template_wins_over_the_method_where_it_says_something() -> None:
    yielding = method(40, least=25, protected=True)

    as_it_is = step_of_template(TemplateStep(method="round"), yielding, 9, "s")
    otherwise = step_of_template(
        TemplateStep(method="round", minutes=20, least=30, protected=False, optional=True, lead=LeadBy.network),
        yielding,
        9,
        "s",
    )

    assert (as_it_is.minutes, as_it_is.least, as_it_is.protected, as_it_is.optional) == (40, 25, True, False)
    assert (otherwise.minutes, otherwise.least, otherwise.protected, otherwise.optional) == (20, 20, False, True)
    assert otherwise.lead.by is LeadBy.network


def test_steps_made_by_methods_make_an_agenda() -> None:
    steps = [step_from(method(Timing(each=1.5)), 8, "a"), step_from(method(5, 20), 8, "b")]

    times = clock_times(steps, datetime(2026, 12, 8, 9, 0, tzinfo=UTC))

    assert [time.strftime("%H:%M") for time in times] == ["09:00", "09:12", "09:37"]
