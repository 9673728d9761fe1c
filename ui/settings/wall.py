"""The wall in Settings: the screen that it comes on, and how its window stands where it is shared in a call."""

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.switch import Switch, worded


class WallCard(Card):
    """Kept as soon as it is chosen. The screen itself is chosen in a meeting, where it can be seen."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        text = around.language.text
        super().__init__(text("The wall"), parent=parent)
        self._around = around
        self._wall = around.workspace.settings().wall
        self.body.setSpacing(SPACE.near)
        self._where = Label("", "muted", wrap=True)
        self._where.setObjectName("wall_where")
        self.body.addWidget(self._where)
        on_top = Switch(around.theme, text("Keep the window above all others"))
        on_top.setObjectName("wall_on_top")
        on_top.setChecked(self._wall.on_top)
        on_top.clicked.connect(lambda on: self._keep(on_top=on))
        self.body.addLayout(worded(on_top))
        self._forget = Button(around.theme, text("Forget the screen"))
        self._forget.setObjectName("wall_forget")
        self._forget.clicked.connect(lambda: self._keep(screen=""))
        row = QHBoxLayout()
        row.addWidget(self._forget)
        row.addStretch(1)
        self.body.addLayout(row)
        self._show()

    def _keep(self, **chosen: object) -> None:
        self._wall = replace(self._wall, **chosen)
        self._around.workspace.keep_wall(self._wall)
        self._show()

    def _show(self) -> None:
        text, screen = self._around.language.text, self._wall.screen
        self._where.say(
            text("It comes on the screen where the room saw it last: {name}.", name=screen)
            if screen
            else text("It comes on the first screen that is not the one you lead from.")
        )
        self._forget.setVisible(bool(screen))
