"""The wall in Settings: which screen is remembered, and that it can be forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.store.settings import WallChoices
from ui.settings.wall import WallCard


def test_the_remembered_screen_is_told_and_forgotten_by_a_button(around, network, shown, qtbot):
    around.workspace.keep_wall(WallChoices(screen="Epson · EB-X41 · 7", window="AdnQ", on_top=True))
    qtbot.waitUntil(lambda: around.workspace.settings().wall.screen != "")
    card = shown(WallCard(around))
    told = card.findChild(QLabel, "wall_where")
    assert told.text() == "Den kommer på den skærm, hvor rummet sidst så den: Epson · EB-X41 · 7."
    qtbot.keyClick(card.findChild(QWidget, "wall_on_top"), Qt.Key.Key_Space)
    qtbot.mouseClick(card.findChild(QWidget, "wall_forget"), Qt.MouseButton.LeftButton)
    assert told.text() == "Den kommer på den første skærm, som du ikke leder mødet fra."
    assert not card.findChild(QWidget, "wall_forget").isVisible()
    qtbot.waitUntil(lambda: around.workspace.settings().wall == WallChoices(window="AdnQ"))
