"""The gong in Settings: chosen at once, heard by a button, and silence is said in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.store.settings import GongChoices
from ui.settings.gong import GongCard
from ui.sounds import Player


class Listener(Player):
    """Hears what would be played."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.heard = []

    def play(self, name, volume):
        self.heard.append((name, volume))


@pytest.fixture
def player(qapp):
    return Listener()


@pytest.fixture
def card(around, network, shown, player):
    return shown(GongCard(around, player))


def test_what_is_chosen_is_kept_and_heard(card, player, around, qtbot):
    for when in ("gong_step", "gong_turn"):
        qtbot.keyClick(card.findChild(QWidget, when), Qt.Key.Key_Space)
    for name in ("gong_sound", "gong_volume"):
        card.findChild(QWidget, name).setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    chosen = GongChoices(step=True, turn=True, sound="bell", volume="loud")
    qtbot.waitUntil(lambda: around.workspace.settings().gong == chosen)
    qtbot.mouseClick(card.findChild(QWidget, "gong_try"), Qt.MouseButton.LeftButton)
    assert player.heard == [("bell", "loud")]


def test_where_there_is_no_sound_it_is_said_in_words(card, player, qtbot):
    with qtbot.waitSignal(card.said) as said:
        player.played.emit(False)
    assert said.args[0].startswith("Computeren har ingen lyd lige nu. Et møde kører lige så godt uden.")


def test_what_was_heard_needs_no_words(card, player):
    told = []
    card.said.connect(told.append)
    player.played.emit(True)
    assert told == []


def test_it_shows_what_was_chosen_before(around, network, shown, player, qtbot):
    chosen = GongChoices(turn=True, sound="wood", volume="soft")
    around.workspace.keep_gong(chosen)
    qtbot.waitUntil(lambda: around.workspace.settings().gong == chosen)
    card = shown(GongCard(around, player))
    assert not card.findChild(QWidget, "gong_step").isChecked()
    assert card.findChild(QWidget, "gong_turn").isChecked()
    assert card.findChild(QWidget, "gong_sound").chosen_id() == "wood"
