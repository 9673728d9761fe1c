"""Every live command has a key of its own and a twin, and none means two things."""

from collections import Counter
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from facilitator.live import commands
from tests.ui.live.builders import Room
from ui.live import keys
from ui.live.parts import LiveMenu

COMMANDS = sorted(str(kind.__struct_config__.tag) for kind in get_args(commands.AnyCommand))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_a_key_of_its_own_and_a_twin(command: str) -> None:
    acts = [act for act in keys.ACTS if command in act.commands]
    assert any(act.key for act in acts)
    assert any(act.twin for act in acts)


def test_no_twin_and_no_key_means_two_things() -> None:
    twins = Counter(QKeySequence(act.twin).toString() for act in keys.ACTS if act.twin)
    anywhere = Counter(QKeySequence(act.key).toString() for act in keys.ACTS if act.key and not act.where)
    in_lists = Counter((act.where, QKeySequence(act.key).toString()) for act in keys.ACTS if act.key and act.where)
    assert max(twins.values()) == max(anywhere.values()) == max(in_lists.values()) == 1
    assert not set(anywhere) & {key for _, key in in_lists}
    assert not set(twins) & (set(anywhere) | {key for _, key in in_lists})


@pytest.mark.parametrize("twin", sorted(keys.twins()))
def test_a_twin_is_no_letter(twin: str) -> None:
    assert not QKeySequence(twin).isEmpty()
    assert twin.startswith("Ctrl+") or twin in {"PgDown", "PgUp"} or (twin[0] == "F" and twin[1:].isdigit())


@pytest.mark.parametrize("state", ["before", "running", "paused", "hidden", "rehearsed"])
def test_any_act_may_be_pressed_at_any_time(room: Room, state: str) -> None:
    page = room.open(rehearsal=state == "rehearsed", start=state != "before")
    for act in keys.ACTS:
        if act.id in {"hide", "discard", "print"}:  # printing opens another program; it has a test of its own
            continue
        if state == "paused" and page.live is not None and page.live.state.status != "paused":
            room.press(Qt.Key.Key_F2)
        if state == "hidden" and not page.hidden:
            room.press(Qt.Key.Key_F9)
        page.acts.perform(act.id)
        room.settled()
        for menu in page.findChildren(LiveMenu):
            menu.close()
    assert page.live is not None
    assert page.hidden == (state == "hidden")


def test_the_overview_names_every_act_with_its_keys(room: Room) -> None:
    page = room.open(start=True)
    room.press(Qt.Key.Key_F1)
    panel = page.beside.panel
    assert panel is not None
    said = {label.text() for label in panel.findChildren(QLabel)}
    for act in keys.ACTS:
        assert room.language.text(act.words) in said
        assert not act.twin or keys.printed(act.twin, room.language) in said
    room.press(Qt.Key.Key_Escape)
    assert page.beside.panel is None
