"""Sounds are played off the window's thread, one at a time; without a loudspeaker there is silence, and no error."""

import sys
import wave
from pathlib import Path

import pytest

from ui.sounds import Player

ELSEWHERE = "COREAUDIO" if sys.platform == "win32" else "WASAPI"  # a way to sound that this system has not


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a sound of a twentieth of a second, a longer one, and a file that is none."""
    for name, frames in (("short", 1100), ("long", 220_500)):
        with wave.open(str(tmp_path / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, 22_050, 0, "NONE", "not compressed"))
            file.writeframes(b"\x00\x10" * frames)
    (tmp_path / "none.wav").write_bytes(b"no sound at all")
    return tmp_path


def test_a_sound_is_played_to_its_end(qtbot, folder):
    player = Player(folder, ("NULL",))
    with qtbot.waitSignal(player.played, timeout=20_000) as played:
        player.play("short", "loud")
    assert played.args == [True]


def test_what_is_asked_for_meanwhile_is_left_out_and_the_window_waits_for_nothing(qtbot, folder):
    player = Player(folder, ("NULL",))
    told = []
    player.played.connect(told.append)
    player.play("long", "soft")
    assert player.sounding  # the call has returned, and ten seconds are to come
    player.play("long", "soft")
    with qtbot.waitSignal(player.played, timeout=20_000):
        player.end()
    qtbot.waitUntil(lambda: not player.sounding)
    assert told == [True]
    with qtbot.waitSignal(player.played, timeout=20_000):
        player.play("short", "soft")


@pytest.mark.parametrize(("name", "way"), [("short", ELSEWHERE), ("none", "NULL"), ("missing", "NULL")])
def test_where_nothing_can_be_heard_it_is_said_and_nothing_else_happens(qtbot, folder, name, way):
    player = Player(folder, (way,))
    with qtbot.waitSignal(player.played, timeout=20_000) as played:
        player.play(name, "medium")
    assert played.args == [False]
