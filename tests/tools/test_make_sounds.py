"""The gong's sounds are those that the tool makes, begin and end without a click, and are not too long."""

import wave
from array import array

import pytest

from tools.make_sounds import LOUDEST, MADE, RATE, SOUNDS, samples


def shipped(name: str) -> "array[int]":
    with wave.open(str(SOUNDS / f"{name}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


@pytest.mark.parametrize("name", MADE)
def test_what_is_shipped_is_what_is_made(name: str) -> None:
    made, there = samples(MADE[name]), shipped(name)
    assert len(made) == len(there)
    assert max(abs(one - other) for one, other in zip(made, there, strict=True)) <= 1  # other processors, other ends


@pytest.mark.parametrize("name", MADE)
def test_it_begins_and_ends_without_a_click_and_is_over_soon(name: str) -> None:
    heights = shipped(name)
    assert max(map(abs, heights)) <= LOUDEST * 32_767 + 1
    assert (abs(heights[0]), abs(heights[-1])) == (0, 0)
    assert max(map(abs, heights[-RATE // 20 :])) < 32_767 * 0.05
    assert len(heights) / RATE < 4
