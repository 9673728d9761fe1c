"""Labels that say what kind of text they are; the style sheet knows how each kind looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """A text of a kind: page, title, section, strong, heading, body, bold, muted, small, late, mark …

    The text is always shown as it is: what people write is never taken for markup.
    """

    def __init__(
        self, text: str = "", kind: str = "body", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_kind(self, kind: str) -> None:
        """Another kind of text, as when a date has come too close."""
        dress(self, "type", kind)

    def say(self, text: str) -> None:
        """Shows a text, and lays out nothing when it is the one already shown."""
        if text != self.text():
            self.setText(text)


class Line(QFrame):
    """A thin line between things, across or down."""

    def __init__(self, way: str = "across", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", way)


def dress(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and has it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
