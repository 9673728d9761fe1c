"""A column that may be longer than its place."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(inside: QWidget, *, gives_way: bool = False) -> QScrollArea:
    """Scrolls `inside` up and down, never sideways, without a frame; the keyboard goes to what is in it.

    One that `gives_way` takes what room there is, and leaves what stands under it in sight.
    """
    return _Scrolled(inside, gives_way=gives_way)


class _Scrolled(QScrollArea):
    """Asks for the height that its column needs at its width, and is content with less."""

    def __init__(self, inside: QWidget, *, gives_way: bool) -> None:
        super().__init__()
        self._gives_way = gives_way
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return self._inside.hasHeightForWidth() and not self._gives_way

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        # A text that could be broken into more lines claims them all as its least; less would be scrolled at once.
        return max(self._inside.heightForWidth(width), self._inside.minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.minimumSizeHint() if self._gives_way else self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._inside.minimumSizeHint().width(), super().minimumSizeHint().height())
