"""A chip: a word or a number in a rounded box, as a phase, an audience or a count."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.labels import dress


class Chip(QLabel):
    """Kinds: neutral, accent, late (not settled yet), dashed (planned, may go), danger, count."""

    def __init__(self, text: str = "", kind: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("chip", kind)

    def show_chip(self, text: str, kind: str) -> None:
        """Another word and kind."""
        if text != self.text():
            self.setText(text)
        dress(self, "chip", kind)
