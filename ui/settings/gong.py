"""The gong in Settings: when it sounds, which of three it is, how loud, and how that is."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.page import Surroundings
from ui.sounds import Player
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.segments import Choice, Segments
from ui.widgets.switch import Switch, worded


class GongCard(Card):
    """Kept as soon as it is chosen."""

    said = Signal(str)

    def __init__(self, around: Surroundings, player: Player | None = None, parent: QWidget | None = None) -> None:
        text = around.language.text
        super().__init__(text("Gong"), parent=parent)
        self._around = around
        self._player = player or Player(around.workspace.places.resources / "sounds", parent=self)
        self._player.played.connect(self._tell)
        self._gong = around.workspace.settings().gong
        self.body.setSpacing(SPACE.near)
        explained = text("It sounds when the time is up, never while all is hidden or a rehearsal runs fast.")
        self.body.addWidget(Label(explained, "muted", wrap=True))
        for when, words in (
            ("step", text("At the end of each step")),
            ("turn", text("At the end of each turn in a round")),
        ):
            self.body.addLayout(self._switch(when, words))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.near)
        sounds = (Choice("bowl", text("Bowl")), Choice("bell", text("Bell")), Choice("wood", text("Wood")))
        volumes = (Choice("soft", text("Soft")), Choice("medium", text("Medium")), Choice("loud", text("Loud")))
        for row, (name, words, choices) in enumerate(
            (("sound", text("Sound"), sounds), ("volume", text("Volume"), volumes))
        ):
            segments = Segments(choices)
            segments.setObjectName(f"gong_{name}")
            segments.setAccessibleName(words)
            segments.setMinimumWidth(around.theme.px(420))
            segments.choose(getattr(self._gong, name))
            segments.chosen.connect(lambda chosen, name=name: self._keep(**{name: chosen}))
            grid.addWidget(Label(words, "body"), row, 0)
            grid.addWidget(segments, row, 1)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self._try = Button(around.theme, text("Hear it"))
        self._try.setObjectName("gong_try")
        self._try.clicked.connect(lambda: self._player.play(self._gong.sound, self._gong.volume))
        row_of_button = QHBoxLayout()
        row_of_button.addWidget(self._try)
        row_of_button.addStretch(1)
        self.body.addLayout(row_of_button)

    def end(self) -> None:
        """Still at once."""
        self._player.end()

    def _switch(self, when: str, words: str) -> QHBoxLayout:
        switch = Switch(self._around.theme, words)
        switch.setObjectName(f"gong_{when}")
        switch.setChecked(getattr(self._gong, when))
        switch.clicked.connect(lambda on, when=when: self._keep(**{when: on}))
        return worded(switch)

    def _keep(self, **chosen: object) -> None:
        self._gong = replace(self._gong, **chosen)
        self._around.workspace.keep_gong(self._gong)

    def _tell(self, heard: bool) -> None:
        if not heard:
            self.said.emit(
                self._around.language.text(
                    "This computer has no sound right now. A meeting runs just as well without it. "
                    "Look at the computer's own sound settings."
                )
            )
