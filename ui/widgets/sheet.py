"""A dialog as the design has it: over a dimmed window, the title above, reassurance and buttons below."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QStyle, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import IconButton
from ui.widgets.heard import announce
from ui.widgets.labels import Label
from ui.widgets.reading_order import go_on
from ui.widgets.scrolled import scrolled

PADDING = 28


class Sheet(QDialog):
    """What stands in it goes into `body`; what stands beside the title into `head`. Escape closes."""

    def __init__(
        self, theme: Theme, title: str, note: str = "", *, close: str = "", width: int = SIZE.dialog, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setFixedWidth(min(theme.px(width), max(360, parent.window().width() - 2 * SPACE.page)))
        self._window = parent.window()
        self._scrim = _Scrim(theme, self._window)
        sheet = QFrame()
        sheet.setProperty("sheet", "true")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sheet)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(1, 18, 1, 1)
        column.setSpacing(0)
        self.title = Label(title, "title")
        self.note = Label(note, "muted", wrap=True)
        self.note.setVisible(bool(note))
        self.head = QHBoxLayout()
        self._close: IconButton | None = None
        column.addLayout(self._top(theme, close))
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(PADDING, SPACE.near, PADDING, SPACE.roomy)
        self.body.setSpacing(SPACE.near)
        column.addWidget(scrolled(inside), 1)
        self._sign = IconLabel(theme, "information-outline", "accent")
        self._reassurance = Label("", "body", wrap=True)
        self._buttons = QHBoxLayout()
        column.addWidget(self._footer())
        self.reassure("")

    def reassure(self, text: str, *, late: bool = False) -> None:
        """What will and what will not happen, at the left of the buttons."""
        self._reassurance.say(text)
        self._reassurance.set_kind("late" if late else "body")
        self._sign.show_icon("alert-circle-outline" if late else "information-outline", "late" if late else "accent")
        self._sign.setVisible(bool(text))
        if self.isVisible():
            announce(self, text)

    def body_width(self) -> int:
        """The room that the body has from side to side, in px, beside a scroll bar."""
        return self.width() - 2 * PADDING - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)

    def add_button(self, button: QPushButton) -> None:
        """A button at the right of the footer; the main one last."""
        self._buttons.addWidget(button)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        return go_on(self, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self._scrim.cover()
        for inside in self.findChildren(QWidget):
            inside.ensurePolished()  # before that it asks for the room of other letters
        self._fit()
        self._begin_in_body()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def _fit(self) -> None:
        """As high as what is in it, but never higher than the window: then the body scrolls."""
        layout = self.layout()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else self.sizeHint().height()
        needed = max(self.minimumHeight(), min(needed, self._window.height() - 2 * SPACE.even))
        self.resize(self.width(), needed)
        self.move(self._window.mapToGlobal(self._window.rect().center()) - self.rect().center())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        self._scrim.hide()
        super().hideEvent(event)

    def _begin_in_body(self) -> None:
        """The keyboard begins in the first field, not at the cross that closes."""
        if self.focusWidget() is None or self.focusWidget() is self._close:
            inside = [child for child in self.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
            inside = [child for child in inside if child is not self._close and child.isVisible()]
            fields = [child for child in inside if not isinstance(child, QPushButton)]
            for first in (fields or inside)[:1]:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _top(self, theme: Theme, close: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(PADDING, 0, PADDING - SPACE.tight, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        row.addLayout(words, 1)
        row.addLayout(self.head)
        if close:
            self._close = IconButton(theme, "close", close)
            self._close.setObjectName("close_sheet")
            self._close.clicked.connect(self.reject)
            row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("footer", "true")
        row = QHBoxLayout(footer)
        row.setContentsMargins(PADDING, 0, PADDING, 0)
        row.setSpacing(SPACE.tight)
        row.addWidget(self._sign)
        row.addWidget(self._reassurance, 1)
        self._buttons.setSpacing(SPACE.near)
        row.addLayout(self._buttons)
        return footer


class _Scrim(QWidget):
    """Dims the window behind, for as long as the dialog is shown."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._theme = theme
        self._window = window
        window.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        QPainter(self).fillRect(self.rect(), self._theme.colour("scrim"))
