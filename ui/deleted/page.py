"""The page of what was deleted: each with its way back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.deleted.rows import DeletedRow, deleted_row
from ui.page import Page, Surroundings
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE
from ui.undo_line import UndoLine
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label, Line
from ui.widgets.scrolled import scrolled

MOST = 200  # lines; what went before them comes up as they go
WIDEST = 960


class DeletedPage(Page):
    """What went last stands first."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setObjectName("deleted_page")
        self._shown: tuple[DeletedRow, ...] | None = None
        self._lay_out(around)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.show_now)
        self.workspace.saved.connect(self._later)
        self.workspace.history.taken_back.connect(self._later)
        self.workspace.history.done_again.connect(self._later)
        self.show_now()

    def title(self) -> str:
        return self.language.text("Deleted")

    def show_now(self) -> None:
        """Read what lies there and show what has changed."""
        now = self.workspace.now()
        lying = self.workspace.deletions()[:MOST]
        rows = tuple(deleted_row(each, self.workspace, self.language, now) for each in lying)
        if rows == self._shown:
            return
        self._shown = rows
        self._deletions = {each.act: each for each in lying}
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = [_DeletedLine(self.theme, row, self.language.text("Bring back")) for row in rows]
        for line in lines:
            if line is not lines[0]:
                self._lines.addWidget(Line())
            line.pressed.connect(self._bring_back)
            self._lines.addWidget(line)
        self._card.setVisible(bool(rows))
        self._told.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if lines:  # the keyboard goes to the first: whoever has had one back may want the next
            self.setFocusProxy(lines[0].button)
            if self.isVisible():
                lines[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, act: str) -> None:
        self.workspace.bring_back(self._deletions[act], failed=self.failed)

    def _later(self, *_: object) -> None:
        self._again.start(0)

    def _lay_out(self, around: Surroundings) -> None:
        text = self.language.text
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(self.theme.px(WIDEST) + 2 * SPACE.page)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.page, SPACE.wide, SPACE.page, SPACE.page)
        column.setSpacing(SPACE.tight)
        column.addWidget(Label(text("Deleted"), "page"))
        told = text("What you delete can be had back for 30 days. Then it is gone for good.")
        self._told = Label(told, "muted", wrap=True)
        column.addWidget(self._told)
        column.addSpacing(SPACE.near)
        self._card = Card(bare=True)
        self._card.body.setSpacing(0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._card.body.addLayout(self._lines)
        self._empty = EmptyState(self.theme, text("Nothing is deleted. What you delete lies here for 30 days."))
        column.addWidget(self._card)
        column.addWidget(self._empty)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(inside), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.page, 0, SPACE.page, SPACE.tight)
        foot.addWidget(UndoLine(around, "", self))
        whole.addLayout(foot)


class _DeletedLine(QWidget):
    """What it was, where it belonged, and its button."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, row: DeletedRow, words: str) -> None:
        super().__init__()
        self._act = row.id
        self.setMinimumHeight(theme.px(SIZE.week_row))
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE.even, SPACE.tight, SPACE.even, SPACE.tight)
        line.setSpacing(SPACE.even)
        line.addWidget(IconLabel(theme, row.icon, "text2"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(row.title, "strong"))
        column.addWidget(ElidedLabel(row.detail, "muted"))
        line.addLayout(column, 1)
        self.button = Button(theme, words, icon="undo")
        self.button.setObjectName(f"bring_back_{row.id}")
        self.button.setAccessibleName(f"{words}: {row.title}")
        self.button.setAccessibleDescription(row.detail)
        self.button.clicked.connect(self._press)
        line.addWidget(self.button)

    def _press(self) -> None:
        self.pressed.emit(self._act)
