"""Labels that say what kind of text they are; the style sheet knows how each kind looks."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
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


class ElidedLabel(Label):
    """A text on one line that is shortened where there is no room; whole in its tip, and for screen readers."""

    def __init__(self, text: str = "", kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__("", kind, parent=parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Shows a text as far as there is room for it."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._shorten()

    def whole(self) -> str:
        """The text, whole."""
        return self._whole

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


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
