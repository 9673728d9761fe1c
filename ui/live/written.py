"""What was written down today: a list that folds what is private, and edits in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import msgspec
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.audience import Audience
from facilitator.model.civil import looks_like_civil_number
from facilitator.model.outcome import AnyOutcome, Photo, table_of
from ui.live.fields import KeyGuard, LiveEdit
from ui.live.sight import Sight
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.rows import Row, RowDelegate, RowView
from ui.widgets.thumbnail import Read, Thumbnails

FOLDED = "folded"  # the id of the row that stands for all that is private
ICONS = {
    "notes": "note-text-outline",
    "decisions": "gavel",
    "actions": "handshake-outline",
    "parked": "alpha-p-box-outline",
    "cases": "lock-outline",
    "photos": "image-outline",
}
AUDIENCE_ICONS = {
    Audience.minutes: "file-document-outline",
    Audience.network: "account-group-outline",
    Audience.private: "lock-outline",
}
BOLD = Face(13, 18, bold=True)
TEXT_LEFT = 32
THUMBNAIL = QSize(60, 43)
DRAFT_AFTER = 700  # ms after a key: within the second, with room for the disk


class WrittenRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list: what was written, when, and who may read it."""

    id: str
    icon: str
    text: str
    meta: str
    audience_icon: str
    audience: str
    hint: str = ""
    private: bool = False
    kind: str = ""
    photo: bool = False

    def words(self) -> str:
        return ", ".join(part for part in (self.kind, self.text, self.meta, self.audience, self.hint) if part)


def audience_words(language: Language, audience: Audience) -> str:
    """Who may read it, as it is written under a text."""
    match audience:
        case Audience.minutes:
            return language.text("In the minutes")
        case Audience.network:
            return language.text("Network only")
    return language.text("This computer only")


def kind_count(language: Language, table: str, n: int) -> str:
    """So many of a kind: 2 noter."""
    match table:
        case "notes":
            return language.count("{n} note", "{n} notes", n)
        case "decisions":
            return language.count("{n} decision", "{n} decisions", n)
        case "actions":
            return language.count("{n} action", "{n} actions", n)
        case "parked":
            return language.count("{n} parked item", "{n} parked items", n)
        case "photos":
            return language.count("{n} photo", "{n} photos", n)
    return language.count("{n} case", "{n} cases", n)


def kind_words(language: Language, table: str) -> str:
    """What was written down, as its icon shows it."""
    match table:
        case "notes":
            return language.text("Note")
        case "decisions":
            return language.text("Decision")
        case "actions":
            return language.text("Action")
        case "parked":
            return language.choice("segment", "Parked")
        case "photos":
            return language.text("Photo")
    return language.text("Case")


def kind_counts(language: Language, outcomes: Iterable[AnyOutcome]) -> list[str]:
    """How many there are of each kind, the kind that comes first told first."""
    counted = Counter(table_of(outcome) for outcome in outcomes)
    return [kind_count(language, table, number) for table, number in counted.items()]


def written_rows(sight: Sight, outcomes: tuple[AnyOutcome, ...], *, unfolded: bool) -> tuple[WrittenRow, ...]:
    """Latest first; what is private is one row that tells its kinds and its number of lines, unless unfolded."""
    latest = list(reversed(outcomes))
    private = [outcome for outcome in latest if outcome.audience is Audience.private]
    if unfolded or not private:
        return tuple(_row(sight, outcome) for outcome in latest)
    rest = [outcome for outcome in latest if outcome.audience is not Audience.private]
    return (_folded(sight, private), *(_row(sight, outcome) for outcome in rest))


def _folded(sight: Sight, private: list[AnyOutcome]) -> WrittenRow:
    language = sight.language
    kinds = kind_counts(language, private)
    lines = sum(len(outcome.text.splitlines()) for outcome in private)
    length = (language.count("{n} line", "{n} lines", lines),) if lines else ()  # a photo may have no words yet
    told = " · ".join((*kinds, *length))
    return WrittenRow(
        id=FOLDED,
        icon="lock-outline",
        text=told,
        meta=_at(sight, private[0]),
        audience_icon="lock-outline",
        audience=audience_words(language, Audience.private),
        hint=language.text("Hold Alt: show"),
        private=True,
    )


def _row(sight: Sight, outcome: AnyOutcome) -> WrittenRow:
    return WrittenRow(
        id=outcome.id,
        icon=ICONS[table_of(outcome)],
        text=" ".join(outcome.text.split()) or sight.language.text("Photo from the meeting"),
        meta=_at(sight, outcome),
        audience_icon=AUDIENCE_ICONS[outcome.audience],
        audience=audience_words(sight.language, outcome.audience),
        private=outcome.audience is Audience.private,
        kind=kind_words(sight.language, table_of(outcome)),
        photo=isinstance(outcome, Photo),
    )


def _at(sight: Sight, outcome: AnyOutcome) -> str:
    return sight.language.clock(datetime.fromtimestamp(outcome.made_at / 1000, UTC).astimezone(sight.zone))


class WrittenList(RowView):
    """The list. Enter edits in place, Delete removes; held Alt unfolds what is private."""

    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    edited = Signal(str, str)
    """The row of that id gets that text."""
    half_edited = Signal(str, str)
    """The text of an edit that is not over, to be kept as a draft; "" when it is over."""
    edit_over = Signal()
    pictures = Signal(object)
    """Pictures were pasted in an edit: a reader each."""
    held_back = Signal()
    """An edit looks like a civil registration number where others could read it: it goes on."""

    def __init__(self, theme: Theme, guard: KeyGuard, parent: QWidget | None = None) -> None:
        self._drawn = _WrittenDelegate(theme)
        super().__init__(self._drawn, "written", parent)
        self._guard = guard
        self._editor: LiveEdit | None = None
        self._edited = ""
        self._kept = QTimer(self)
        self._kept.setSingleShot(True)
        self._kept.setInterval(DRAFT_AFTER)
        self._kept.timeout.connect(self._keep_half)
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit(self.rows.row(index.row()).id))

    def set_pictures(self, read: Read) -> None:
        """Where the pictures of photos are read."""
        self._drawn.thumbnails = Thumbnails(read)

    @property
    def editing(self) -> str:
        """The row that is being edited, or nothing."""
        return self._edited

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        row = self.current_id()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row:
            self.edit_wanted.emit(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row:
            self.remove_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def open_edit(self, row_id: str, text: str, hint: str = "") -> None:
        """Opens an editor over the row; Ctrl+Enter keeps the text, Escape does not. An empty one shows the `hint`."""
        self.end_edit(keep=False)
        place = self.rows.place(row_id)
        if place < 0:
            return
        self.go_to(row_id)
        editor = LiveEdit(self._guard, self.viewport())
        editor.setObjectName("edit_written")
        editor.setAccessibleName(self.accessibleName())
        editor.setPlainText(text)
        editor.setPlaceholderText(hint)
        editor.pictures.connect(self.pictures)
        editor.textChanged.connect(self._keep_soon)
        editor.given_up.connect(lambda: self.end_edit(keep=False))
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.selectAll()
        self._editor, self._edited = editor, row_id
        self._place_editor()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these instead. An edit that goes on follows its row."""
        super().show_rows(rows)
        self._place_editor()

    def _place_editor(self) -> None:
        editor, place = self._editor, self.rows.place(self._edited)
        if editor is None or place < 0:
            return
        box, text = self.visualRect(self.rows.index(place)), editor.toPlainText()
        height = max(box.height(), min(140, 32 + 23 * (1 + len(text) // 34 + text.count("\n"))))
        editor.setGeometry(box.left(), min(box.top(), max(0, self.viewport().height() - height)), box.width(), height)

    def end_edit(self, *, keep: bool) -> None:
        """Ends an edit that goes on, if one does."""
        editor, row_id = self._editor, self._edited
        if editor is None:
            return
        text = editor.toPlainText()
        if keep and looks_like_civil_number(text) and self._shared(row_id):
            self.held_back.emit()
            return
        self._editor, self._edited = None, ""
        self._kept.stop()
        editor.hide()
        editor.deleteLater()
        self.half_edited.emit(row_id, "")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep and text.strip():
            self.edited.emit(row_id, text)
        self.edit_over.emit()

    def _shared(self, row_id: str) -> bool:
        place = self.rows.place(row_id)
        row = self.rows.row(place) if place >= 0 else None
        return isinstance(row, WrittenRow) and not row.private

    def _keep_soon(self) -> None:
        """Whoever types without a stop is kept up with: the clock runs from the first key, not from the last."""
        if not self._kept.isActive():
            self._kept.start()

    def _keep_half(self) -> None:
        if self._editor is not None:
            self.half_edited.emit(self._edited, self._editor.toPlainText())


class _WrittenDelegate(RowDelegate):
    thumbnails: Thumbnails | None = None

    def height(self, row: WrittenRow) -> int:
        return SIZE.action_row

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return self.theme.size(0, SIZE.action_row)

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: WrittenRow) -> None:
        box = QRectF(option.rect)
        draw.painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), draw.theme.colour("line"))
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            draw.shape(box.adjusted(1, 2, -1, -1), RADIUS.control, "hover", "accent", SIZE.focus_line)
        elif state & QStyle.StateFlag.State_MouseOver:
            draw.shape(box.adjusted(0, 2, 0, 0), RADIUS.control, "hover")
        left = self._picture(draw, box, row)
        line = QRectF(left, box.top() + 7, box.right() - left, 20)
        if row.hint:
            taken = draw.words(line, row.hint, BOLD, "accent", drawing.RIGHT)
            line.setRight(line.right() - taken - 8)
        draw.words(line, row.text, TYPE.body, "text2" if row.hint else "text")
        under = QRectF(left, box.top() + 26, box.right() - left, 18)
        face = BOLD if row.private else TYPE.small
        colour = "text" if row.private else "text2"
        width = draw.words(under, f"{row.meta} · ", face, colour)
        draw.icon(QRectF(under.left() + width, under.top() + 1, 15, 18), row.audience_icon, colour, 15)
        draw.words(under.adjusted(width + 19, 0, 0, 0), row.audience, face, colour)

    def _picture(self, draw: Drawing, box: QRectF, row: WrittenRow) -> float:
        """The photo itself, else the icon of its kind; where the words begin."""
        ratio = draw.painter.device().devicePixelRatioF() * self.theme.text
        picture = self.thumbnails.at(row.id, THUMBNAIL, ratio) if row.photo and self.thumbnails else QPixmap()
        if picture.isNull():
            draw.icon(QRectF(box.left(), box.top() + 8, SIZE.icon, SIZE.icon), row.icon, "text2")
            return box.left() + TEXT_LEFT
        size = picture.deviceIndependentSize()
        draw.painter.drawPixmap(QRectF(QPointF(box.left(), box.top() + 5), size), picture, QRectF(picture.rect()))
        return box.left() + THUMBNAIL.width() + 8
