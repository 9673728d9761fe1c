"""The lines of the review: each thing that was written, whether it comes into the minutes, and who may read it."""

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.language import Language, later
from facilitator.model.audience import Audience
from facilitator.model.civil import looks_like_civil_number
from facilitator.model.outcome import Action, AnyOutcome, Case, Photo
from ui.page import Surroundings
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import IconButton
from ui.widgets.drawing import Drawing
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.segments import Choice
from ui.widgets.thumbnail import Thumbnails

LONGEST_LINE = 160  # characters; a longer text, or one of several lines, is edited in a window of its own
AUDIENCE_WIDTH, AUDIENCE_NARROW = 184, 150
NARROW = 440  # px of the design: under that the words take the room of the date or the step
NOTE_WIDTH = 96
PHOTO_ROW = 76
THUMBNAIL = QSize(92, 66)
CIVIL = later("The text looks like a civil registration number. It is only on this computer. Remove it before sharing.")


def audience_choices(language: Language, *, case: bool = False) -> tuple[Choice, ...]:
    """Who may read it, widest first; a case is never for the minutes."""
    text = language.text
    widest = () if case else (Choice(Audience.minutes.value, text("In the minutes")),)
    return (
        *widest,
        Choice(Audience.network.value, text("Network only")),
        Choice(Audience.private.value, text("This computer only")),
    )


class InPlace(QLineEdit):
    """A text edited where it stands: Enter or going elsewhere keeps it, Escape puts it back.

    While nobody writes in it, what there is no room for is told by dots. An `optional` one may be emptied.
    """

    kept = Signal(str)

    def __init__(self, text: str, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._before = text
        self._optional = optional
        self.setFrame(False)
        self.setProperty("measure", "bare")
        self.setCursorPosition(0)
        self.editingFinished.connect(self._finish)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.setText(self._before)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)  # keeps what was written
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # its own menu: the writing goes on
            self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self.hasFocus():
            self._shorten()

    def _shorten(self) -> None:
        room = self.contentsRect().width() - 2 * SPACE.hair
        self.setText(self.fontMetrics().elidedText(self._before, Qt.TextElideMode.ElideRight, room))
        self.setCursorPosition(0)

    def _finish(self) -> None:
        written = self.text().strip()
        if not written and not self._optional:
            self.setText(self._before)
        elif written != self._before:
            self._before = written
            self.setModified(False)
            self.kept.emit(written)


class OutcomeLine(QFrame):
    """`changed` with the record as it was and as it is to be; `edit_asked` for a window; `remove_asked`."""

    changed = Signal(object, object)
    edit_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(
        self, around: Surroundings, outcome: AnyOutcome, note: str, thumbnails: Thumbnails, *, locked: bool
    ) -> None:
        super().__init__()
        self.setProperty("rule", "top")
        self._outcome = outcome
        self._theme = around.theme
        text = around.language.text
        short = " ".join(outcome.text.split()) or text("Photo from the meeting")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QWidget()
        line.setFixedHeight(around.theme.px(PHOTO_ROW if isinstance(outcome, Photo) else SIZE.minutes_row))
        column.addWidget(line)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.near)
        self.check = QCheckBox()
        self.check.setObjectName(f"in_{outcome.id}")
        self.check.setAccessibleName(text("In the minutes: {words}", words=short))
        self.check.setChecked(outcome.audience is Audience.minutes)
        self.check.setEnabled(not locked and not isinstance(outcome, Case))
        self.check.toggled.connect(self._toggled)
        row.addWidget(self.check)
        if isinstance(outcome, Photo):
            row.addWidget(_picture(around, outcome, short, thumbnails))
        row.addWidget(self._words(around, short, locked=locked), 10)
        self._note = ElidedLabel(note, "muted")
        self._note.setMaximumWidth(around.theme.px(NOTE_WIDTH))
        row.addWidget(self._note)
        self.audience = ChoiceField(audience_choices(around.language, case=isinstance(outcome, Case)))
        self.audience.setObjectName(f"audience_{outcome.id}")
        self.audience.setAccessibleName(text("Who may read it: {words}", words=short))
        self.audience.setProperty("chip", "accent" if outcome.audience is Audience.minutes else "neutral")
        self.audience.choose(outcome.audience.value)
        self.audience.setEnabled(not locked)
        self.audience.chosen.connect(lambda chosen: self._to(Audience(chosen)))
        row.addWidget(self.audience)
        remove = IconButton(around.theme, "close", text("Delete: {words}", words=short))
        remove.setObjectName(f"remove_{outcome.id}")
        remove.setEnabled(not locked)
        remove.clicked.connect(lambda: self.remove_asked.emit(self._outcome))
        row.addWidget(remove)
        if looks_like_civil_number(outcome.text):
            column.addLayout(_warning(around))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        narrow = self._theme.room(self.width()) < NARROW
        self._note.setVisible(bool(self._note.whole()) and not narrow)
        self.audience.setFixedWidth(self._theme.px(AUDIENCE_NARROW if narrow else AUDIENCE_WIDTH))

    def _words(self, around: Surroundings, short: str, *, locked: bool) -> QWidget:
        outcome = self._outcome
        simple = len(outcome.text) <= LONGEST_LINE and "\n" not in outcome.text and not isinstance(outcome, Action)
        if locked:
            return ElidedLabel(short, "body")
        if simple:
            photo = isinstance(outcome, Photo)
            text = around.language.text
            field = InPlace(outcome.text, optional=photo)
            field.setObjectName(f"text_{outcome.id}")
            field.setAccessibleName(text("What the photo shows") if photo else text("Text"))
            if photo:
                field.setPlaceholderText(text("What does the photo show?"))
            field.setToolTip(outcome.text or field.placeholderText())
            field.kept.connect(lambda written: self.changed.emit(outcome, replace(outcome, text=written)))
            return field
        button = _TextButton(around.theme, short)
        button.setObjectName(f"text_{outcome.id}")
        button.clicked.connect(lambda: self.edit_asked.emit(outcome))
        return button

    def _toggled(self, on: bool) -> None:
        self._to(Audience.minutes if on else Audience.network)

    def _to(self, audience: Audience) -> None:
        if audience is not self._outcome.audience:
            self.changed.emit(self._outcome, replace(self._outcome, audience=audience))


class _TextButton(QAbstractButton):
    """A text that opens where it can be edited, by a click, Enter or F2; what there is no room for is told by dots."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(drawing.width_of(self._theme, TYPE.body, self.text()) + SPACE.hair, SIZE.hit)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(0, SIZE.hit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        draw.words(draw.whole, self.text(), TYPE.body)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
            return
        super().keyPressEvent(event)


def _picture(around: Surroundings, photo: Photo, words: str, thumbnails: Thumbnails) -> QLabel:
    """The photo itself, small."""
    shown = QLabel()
    shown.setObjectName(f"picture_{photo.id}")
    shown.setAccessibleName(words)
    shown.setFixedSize(around.theme.size(THUMBNAIL.width(), THUMBNAIL.height()))
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    shown.setPixmap(thumbnails.at(photo.id, shown.size(), shown.devicePixelRatioF()))
    return shown


def _warning(around: Surroundings) -> QHBoxLayout:
    """That the text looks like a civil registration number, in words right under it."""
    words = Label(around.language.text(CIVIL), "late", wrap=True)
    words.setObjectName("civil_number")
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, SPACE.tight)
    row.setSpacing(SPACE.tight)
    row.addWidget(IconLabel(around.theme, "alert-circle-outline", "late"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
