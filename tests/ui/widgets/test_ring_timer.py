"""The ring shows what remains, and says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible

from ui.theme.tokens import LIGHT
from ui.widgets.ring_timer import RingFace, RingTimer, degrees_left, duration


@pytest.fixture
def ring(qtbot, theme):
    made = RingTimer(theme)
    qtbot.addWidget(made)
    made.resize(304, 304)
    return made


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1200, "20:00"), (422, "7:02"), (0, "0:00"), (-84, "+1:24"), (7624, "127:04")],
)
def test_the_ring_tells_its_time_to_a_screen_reader(ring, seconds, text):
    ring.show_face(RingFace(seconds=seconds, planned=1200, note="tilbage af 20 min."))

    assert ring.accessibleName() == f"{text} tilbage af 20 min."


def test_the_ring_repaints_only_when_something_visible_changes(ring, monkeypatch):
    painted = []
    monkeypatch.setattr(ring, "update", lambda: painted.append(1))

    for _ in range(10):
        ring.show_face(RingFace(seconds=422, planned=1200))

    assert painted == [1]


def test_a_screen_reader_is_told_at_most_once_a_minute(ring, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))

    for seconds in range(300, 120, -1):
        ring.show_face(RingFace(seconds=seconds, planned=600, spoken=f"{seconds // 60} minutter tilbage"))

    assert told == ["4 minutter tilbage", "3 minutter tilbage", "2 minutter tilbage"]


@given(st.integers(-10_000, 20_000), st.integers(0, 14_400))
def test_the_arc_is_never_more_than_the_whole_circle_nor_less_than_nothing(seconds, planned):
    assert 0 <= degrees_left(RingFace(seconds=seconds, planned=planned)) <= 360


@given(st.integers(-10_000, 20_000))
def test_a_duration_can_be_read_back(seconds):
    sign = -1 if duration(seconds).startswith("+") else 1
    minutes, rest = duration(seconds).removeprefix("+").split(":")

    assert sign * (int(minutes) * 60 + int(rest)) == seconds
    assert len(rest) == 2


@pytest.mark.parametrize(
    ("face", "token"),
    [
        (RingFace(seconds=900, planned=960), "accent"),
        (RingFace(seconds=59, planned=60), "late_fill"),
        (RingFace(seconds=-84, planned=960), "late_fill"),
    ],
    ids=["calm", "last minute", "over"],
)
def test_the_arc_takes_the_colour_of_its_state(ring, face, token):
    ring.show_face(face)

    right = ring.grab().toImage().pixelColor(304 - 9, 152)  # the middle of the pen, at three o'clock

    assert right.name().upper() == getattr(LIGHT, token)


def test_paused_the_arc_fades(ring):
    ring.show_face(RingFace(seconds=900, planned=960, paused=True))

    right = ring.grab().toImage().pixelColor(304 - 9, 152).name().upper()

    assert right not in (LIGHT.accent, LIGHT.track, LIGHT.late_fill)
