"""The lines of a file of members as rows: what stands in them, and what bringing them in would do."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from PySide6.QtCore import QModelIndex, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from facilitator.intake import Item, Skipped
from facilitator.language import Language
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.rows import Index, RowDelegate, Rows, RowView

HEIGHT = SIZE.table_head
LINE, CHIP = 44, 110
BATCH = 1000  # rows laid out between two looks at what else there is to do
WEIGHTS = {"name": 200, "email": 230, "workplace": 180, "phone": 145, "title": 135}


class ImportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the file: its cells, the chip that says what happens to it, and which cell is the reason."""

    id: str
    line: str
    name: str
    email: str
    workplace: str
    phone: str
    title: str
    chip: str
    kind: str
    wrong: str = ""
    spoken: str = ""

    def words(self) -> str:
        return self.spoken


def import_row(part: Item | Skipped, language: Language, reason: Callable[[Skipped], str]) -> ImportRow:
    """A line of the plan as a row; `reason` says in words why one is skipped."""
    why = ""
    if isinstance(part, Skipped):
        chip, kind, why = language.text("Skipped"), "late", reason(part)
    elif part.member is None:
        chip, kind = language.text("New"), "accent"
    elif part.changes:
        chip, kind = language.text("Corrected"), "neutral"
    else:
        chip, kind = language.text("There already"), "neutral"
    row = part.row
    said = (
        language.text("Line {line}", line=row.line),
        row.name,
        row.email,
        row.workplace,
        row.phone,
        row.title,
        chip,
        why,
    )
    return ImportRow(
        id=str(row.line),
        line=str(row.line),
        name=row.name,
        email=row.email,
        workplace=row.workplace,
        phone=row.phone,
        title=row.title,
        chip=chip,
        kind=kind,
        wrong=_wrong_cell(part),
        spoken=", ".join(text for text in said if text),
    )


def _wrong_cell(part: Item | Skipped) -> str:
    if not isinstance(part, Skipped):
        return ""
    return {"email_without_at": "email", "no_name": "name"}.get(part.reason, str(part.facts.get("field", "")))


class _Lines(Rows):
    """Holds the lines of a plan; each becomes a row when it is looked at, since a file may have ten thousand."""

    def __init__(self, parent: QWidget, language: Language, reason: Callable[[Skipped], str]) -> None:
        super().__init__(parent)
        self._language = language
        self._reason = reason
        self._lines: tuple[Item | Skipped, ...] = ()

    def show_lines(self, lines: tuple[Item | Skipped, ...]) -> None:
        """Shows these instead."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def row(self, place: int) -> ImportRow:
        return import_row(self._lines[place], self._language, self._reason)

    def place(self, row_id: str) -> int:
        return next((place for place, part in enumerate(self._lines) if str(part.line) == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name and default)
        return 0 if parent.isValid() else len(self._lines)


class ImportList(RowView):
    """The lines; nothing is chosen here, the arrows read them."""

    def __init__(
        self, theme: Theme, language: Language, reason: Callable[[Skipped], str], parent: QWidget | None = None
    ) -> None:
        self._painted = _ImportDelegate(theme)
        super().__init__(self._painted, "import_lines", parent)
        self._lines = _Lines(self, language, reason)
        self.rows = self._lines
        self.setModel(self._lines)
        self.setUniformItemSizes(True)
        self.setLayoutMode(RowView.LayoutMode.Batched)  # Qt asks for every row, so not for all of them in one go
        self.setBatchSize(BATCH)

    def show_lines(self, lines: tuple[Item | Skipped, ...], *, with_title: bool) -> None:
        """Shows these lines, with a column for titles where there are any; the keyboard stays on its line."""
        self._painted.fields = shown_fields(with_title=with_title)
        kept = self.current_id()
        self._lines.show_lines(lines)
        if kept:
            self.go_to(kept)


def shown_fields(*, with_title: bool) -> tuple[str, ...]:
    """The columns of the table, from left to right."""
    return ("name", "email", "workplace", "phone", *(("title",) if with_title else ()))


def columns(width: float, fields: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    """Where each column begins, and its width."""
    left = float(SPACE.even + LINE)
    room = width - left - CHIP - SPACE.tight
    total = sum(WEIGHTS[field] for field in fields)
    for field in fields:
        wide = room * WEIGHTS[field] / total
        yield field, left, wide - SPACE.tight
        left += wide


class _ImportDelegate(RowDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.fields = shown_fields(with_title=False)

    def height(self, row: ImportRow) -> int:
        return HEIGHT

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: ImportRow) -> None:
        box = QRectF(option.rect)
        self.rule(draw, option)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw.shape(box.adjusted(3, 2, -3, -3), RADIUS.control, edge="accent", line=SIZE.selected_border)
        line = QRectF(box.left() + SPACE.even, box.top(), LINE, box.height())
        draw.words(line, row.line, TYPE.body, "text2")
        skipped = row.kind == "late"
        for field, left, width in columns(box.width(), self.fields):
            cell = QRectF(box.left() + left, box.top(), width, box.height())
            text = getattr(row, field) or ("\N{EN DASH}" if field in ("name", "email") else "")
            bold = field == row.wrong or (field == "name" and not skipped and bool(row.name))
            colour = "late" if field == row.wrong and text != "\N{EN DASH}" else "text"
            if field in ("workplace", "phone", "title") or (field == "name" and skipped and colour == "text"):
                colour = "text2"
            draw.words(cell, text, TYPE.body_strong if bold else TYPE.body, colour)
        draw.chip(box.right() - CHIP, box.center().y(), row.chip, row.kind)


class ImportHead(QWidget):
    """The names of the columns, over the list."""

    def __init__(self, theme: Theme, language: Language, over: ImportList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = over
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._line = language.text("Line")
        text = language.text
        self._names = {
            "name": text("Name"),
            "email": text("E-mail"),
            "workplace": text("Workplace"),
            "phone": text("Phone"),
            "title": text("Job title"),
        }
        self._fields = shown_fields(with_title=False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_columns(self, *, with_title: bool) -> None:
        """Shows the columns that the list has."""
        self._fields = shown_fields(with_title=with_title)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(400, SIZE.table_head)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        draw.painter.fillRect(draw.whole.adjusted(0, draw.whole.height() - 1, 0, 0), self._theme.colour("line"))
        line = QRectF(SPACE.even, 0, drawing.width_of(self._theme, TYPE.small, self._line) + 2, draw.whole.height())
        draw.words(line, self._line, TYPE.small, "text2")
        for field, left, width in columns(self._theme.room(self._over.viewport().width()), self._fields):
            draw.words(QRectF(left, 0, width, draw.whole.height()), self._names[field], TYPE.small, "text2")
