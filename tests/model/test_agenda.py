"""The agenda: its clock times, and how a step that is shortened fits its parts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.agenda import (
    LONGEST_STEP,
    Kind,
    Part,
    Step,
    clock_times,
    default_audience,
    fitted,
    lasting,
    moved,
    resized,
    shared_out,
    spare_minutes,
    total_minutes,
    with_part,
    with_part_title,
)
from facilitator.model.audience import Audience

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

parts = st.lists(st.integers(0, 60).map(lambda minutes: Part(minutes=minutes)), max_size=8).map(tuple)
steps = st.builds(
    Step,
    id=st.uuids().map(str),
    kind=st.sampled_from(Kind),
    minutes=st.integers(0, 120),
    least=st.integers(0, 120),
    protected=st.booleans(),
    parts=parts,
)
agendas = st.lists(steps, max_size=12, unique_by=lambda step: step.id).map(tuple)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(tzinfo=UTC).astimezone(COPENHAGEN)
)


@given(st.integers(-5, 500), st.lists(st.integers(0, 90), max_size=9))
def test_what_is_shared_out_adds_up_in_proportion(whole, weights):
    shares = shared_out(whole, weights)

    assert len(shares) == len(weights)
    assert sum(shares) == (max(0, whole) if weights else 0)
    assert min(shares, default=0) >= 0
    if sum(weights) and whole > 0:
        assert all(
            abs(share - whole * weight / sum(weights)) < 1 for share, weight in zip(shares, weights, strict=True)
        )


@pytest.mark.parametrize(
    ("whole", "weights", "shares"),
    [
        (10, [1, 1, 1], (4, 3, 3)),
        (29, [5, 15, 20], (4, 11, 14)),
        (2, [0, 0, 0], (1, 1, 0)),
        (2, [5, 1, 5], (1, 0, 1)),
        (0, [5, 5], (0, 0)),
        (7, [], ()),
    ],
)
def test_odd_minutes_go_to_the_largest_remainders_the_earlier_first(whole, weights, shares):
    assert shared_out(whole, weights) == shares


@given(parts, st.integers(0, 240))
def test_fitted_parts_fill_the_step(old, minutes):
    new = fitted(old, minutes)

    assert sum(part.minutes for part in new) == (minutes if old else 0)
    assert [part.key for part in new] == [part.key for part in old]


def total_of(step):
    return sum(part.minutes for part in step.parts)


@given(parts)
def test_parts_that_already_fit_are_left_alone(old):
    assert fitted(old, sum(part.minutes for part in old)) == old


@given(steps, st.integers(0, 240))
def test_a_step_of_another_length_is_otherwise_the_same(step, minutes):
    after = resized(step, minutes)

    assert (after.minutes, after.id, after.kind, after.least) == (minutes, step.id, step.kind, step.least)
    assert sum(part.minutes for part in after.parts) == (minutes if step.parts else 0)


@given(steps, st.integers(-10, 2000))
def test_a_step_planned_for_another_length_has_a_length_that_a_step_can_have(step, minutes):
    after = lasting(step, minutes)

    assert after.minutes == min(max(1, minutes), LONGEST_STEP)
    assert after.least == min(step.least, after.minutes)
    assert sum(part.minutes for part in after.parts) == (after.minutes if step.parts else 0)


@given(steps.filter(lambda step: step.parts), st.integers(-10, 2000), st.data())
def test_a_part_of_another_length_makes_the_step_as_long_as_its_parts(step, minutes, data):
    index = data.draw(st.integers(0, len(step.parts) - 1))

    after = with_part(step, index, minutes)

    assert after.minutes == total_of(after)
    assert 1 <= after.minutes <= max(LONGEST_STEP, total_of(step))
    assert after.least <= after.minutes
    assert [part for place, part in enumerate(after.parts) if place != index] == [
        part for place, part in enumerate(step.parts) if place != index
    ]


def test_a_part_has_the_minutes_it_is_given_where_there_is_room():
    case = Step(id="case", minutes=60, least=55, parts=(Part(minutes=20), Part(minutes=40)))

    assert with_part(case, 0, 25).minutes == 65
    assert (with_part(case, 0, 5).minutes, with_part(case, 0, 5).least) == (45, 45)
    assert with_part(Step(id="one", minutes=3, parts=(Part(minutes=3),)), 0, 0).minutes == 1


@given(steps.filter(lambda step: step.parts), st.text(max_size=20), st.data())
def test_a_part_can_be_called_something_else(step, title, data):
    index = data.draw(st.integers(0, len(step.parts) - 1))

    after = with_part_title(step, index, title)

    assert after.parts[index].title == title
    assert with_part_title(after, index, step.parts[index].title) == step


@given(agendas, moments)
def test_steps_follow_one_another_in_real_time_whatever_the_clocks_do(agenda, start):
    times = clock_times(agenda, start)

    assert len(times) == len(agenda) + 1
    passed = [(time.astimezone(UTC) - start.astimezone(UTC)) for time in times]
    assert passed[0] == timedelta(0)
    assert passed[-1] == timedelta(minutes=total_minutes(agenda))
    for step, begins, ends in zip(agenda, passed, passed[1:], strict=False):
        assert ends - begins == timedelta(minutes=step.minutes)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (datetime(2026, 10, 25, 1, 30), ["01:30+0200", "02:30+0200", "02:30+0100"]),
        (datetime(2026, 3, 29, 1, 30), ["01:30+0100", "03:30+0200", "04:30+0200"]),
        (datetime(2026, 12, 8, 9, 0), ["09:00+0100", "10:00+0100", "11:00+0100"]),
    ],
)
def test_an_agenda_across_a_change_of_summer_time_is_as_long_as_its_steps(day, shown):
    hours = (Step(id="one", minutes=60), Step(id="two", minutes=60))

    times = clock_times(hours, day.replace(tzinfo=COPENHAGEN))

    assert [time.strftime("%H:%M%z") for time in times] == shown


@given(steps)
def test_a_step_gives_what_it_has_above_its_least_and_nothing_when_it_is_to_be_whole(step):
    spare = spare_minutes(step)

    assert 0 <= spare <= step.minutes
    if step.protected or step.kind is Kind.break_:
        assert spare == 0
    else:
        assert spare == max(0, step.minutes - step.least)


@given(agendas.filter(bool), st.data())
def test_a_step_that_is_moved_leaves_the_others_in_their_order(agenda, data):
    mover = data.draw(st.sampled_from(agenda))
    index = data.draw(st.integers(-3, len(agenda) + 3))

    after = moved(agenda, mover.id, index)

    assert [step for step in after if step is not mover] == [step for step in agenda if step is not mover]
    assert after.index(mover) == min(max(0, index), len(agenda) - 1)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_written_in_a_case_or_under_pressure_is_private_until_somebody_decides(kind):
    private = kind in {Kind.case, Kind.pressure}

    assert default_audience(kind) is (Audience.private if private else Audience.minutes)
