"""The gong sounds when time brings an end about, once, and neither while all is hidden nor in a fast rehearsal."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.live.builders import Room
from ui.live.gong import Gong, Left, sounds
from ui.live.page import LivePage
from ui.workspace import GongChoices

K = Qt.Key
BOTH, STEP, TURN = GongChoices(step=True, turn=True), GongChoices(step=True), GongChoices(turn=True)


@pytest.mark.parametrize(
    ("before", "now", "choices", "heard"),
    [
        (Left(1, 1, None), Left(1, 0, None), STEP, True),
        (Left(1, 4, None), Left(1, -2, None), STEP, True),
        (Left(1, 1, None), Left(1, 0, None), TURN, False),
        (Left(1, 1, None), Left(1, 0, None), GongChoices(), False),
        (Left(1, 2, None), Left(1, 1, None), STEP, False),
        (Left(1, 0, None), Left(1, -1, None), STEP, False),
        (Left(1, 200, 1), Left(1, 199, 0), BOTH, True),
        (Left(1, 200, 1), Left(1, 199, 0), STEP, False),
        (Left(1, 1, 1), Left(1, 0, 0), BOTH, True),
        (Left(1, 60, None), Left(1, -600, None), BOTH, False),  # the lid was shut
        (Left(1, 60, None), Left(2, -1, None), BOTH, False),  # a key did it
        (None, Left(1, 0, 0), BOTH, False),
        (Left(1, 1, 1), None, BOTH, False),
    ],
)
def test_when_it_sounds(before: Left | None, now: Left | None, choices: GongChoices, heard: bool) -> None:
    assert sounds(before, now, choices) is heard


class Listener:
    """Hears what would be played."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def play(self, name: str, volume: str) -> None:
        self.heard.append((name, volume))

    def end(self) -> None:
        pass


def listen(page: LivePage, choices: GongChoices) -> Listener:
    made: Any = Listener()
    page.gong = Gong(made, choices)
    page.refresh()
    return made


def second_by_second(room: Room, clocks: Iterator[int], hour: str = "9") -> None:
    for second in clocks:
        room.till(f"{hour}.{second // 60:02}.{second % 60:02}")


def test_a_step_ends_with_one_stroke_and_with_another_when_it_was_given_more_time(room: Room) -> None:
    heard = listen(room.open(start=True), GongChoices(step=True, sound="bell", volume="loud")).heard
    second_by_second(room, range(350, 359))
    assert heard == []
    second_by_second(room, range(359, 380))
    assert heard == [("bell", "loud")]
    room.press(K.Key_F3)
    second_by_second(room, range(380, 419))
    assert len(heard) == 1
    second_by_second(room, range(419, 440))
    assert len(heard) == 2


def test_a_turn_ends_when_all_the_others_are_to_be_heard_for_as_long(room: Room) -> None:
    heard = listen(room.open(start=True), TURN).heard
    room.press(K.Key_F4)
    room.press(K.Key_PageDown)  # nine people share twelve minutes
    second_by_second(room, range(70, 80))
    assert heard == []
    second_by_second(room, range(80, 100))
    assert heard == [("bowl", "medium")]
    room.press(K.Key_PageDown)
    second_by_second(room, range(100, 170))
    assert len(heard) == 1


def test_hidden_it_is_still_and_what_ended_meanwhile_is_not_made_up_for(room: Room) -> None:
    heard = listen(room.open(start=True), BOTH).heard
    room.press(K.Key_F9)
    second_by_second(room, range(355, 365))
    room.press(K.Key_F9)
    second_by_second(room, range(365, 370))
    assert heard == []


def test_a_pause_at_the_last_second_is_no_end(room: Room) -> None:
    heard = listen(room.open(start=True), BOTH).heard
    second_by_second(room, range(358, 360))
    room.press(K.Key_F2)
    second_by_second(room, range(360, 400))
    assert heard == []
    room.press(K.Key_F2)
    second_by_second(room, range(400, 405))
    assert len(heard) == 1


def test_a_rehearsal_in_which_time_runs_fast_is_still(room: Room) -> None:
    page = room.open(rehearsal=True, start=True)
    assert not page.at_speed
    pace = page.cockpit.pace
    pace.setFocus()
    QTest.keyClick(pace, K.Key_End)
    assert page.at_speed
    heard = listen(page, BOTH).heard
    before = page.sight().number
    for _ in range(200):
        room.clock.wait(0.5)
        page.look()
    assert page.sight().view.remaining < 0
    assert (page.sight().number, heard) == (before, [])


def test_it_is_off_until_somebody_wants_it(room: Room) -> None:
    assert room.workspace.settings().gong == GongChoices()
    heard = listen(room.open(start=True), room.workspace.settings().gong).heard
    second_by_second(room, range(355, 365))
    assert heard == []
