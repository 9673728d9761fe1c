"""A card: a white ground with a thin edge, holding what belongs together."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.tokens import SPACE
from ui.widgets.labels import Label


class Card(QFrame):
    """Holds a title with something beside it (`head`), and under it what is added to `body`.

    `kind`: true (white), soft (accent), late, option. With `bare` the body reaches the edges, as a table's.
    """

    def __init__(
        self, title: str = "", *, kind: str = "true", bare: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        side = 1 if bare else SPACE.roomy
        outer = QVBoxLayout(self)
        outer.setContentsMargins(side, 1 if bare else 14, side, 1 if bare else SPACE.even)
        outer.setSpacing(SPACE.near)
        self.title = Label(title, "section")
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE.near)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.tight)
        outer.addLayout(self.head)
        self.title.setVisible(bool(title))  # only now that it stands in the card: before, it would be a window
        outer.addLayout(self.body, 1)
        outer.addStretch(0)  # where the body can't grow, it stays at the top

    def set_title(self, title: str) -> None:
        """The words at the top of the card."""
        self.title.say(title)
        self.title.setVisible(bool(title))
