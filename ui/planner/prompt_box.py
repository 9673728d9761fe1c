"""What is said, done and watched for in a step or one of its parts. Only words that differ are kept."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.library.words import WordedPart, WordedStep
from facilitator.model.agenda import LONGEST_STEP, Step, with_part, with_part_title
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import Button
from ui.widgets.fields import ChoiceField, NumberField
from ui.widgets.labels import Label
from ui.widgets.segments import Choice

PROMPTS = (("say", "message-text-outline"), ("do", "hand-back-right-outline"), ("watch", "eye-outline"))
WHOLE = ""  # the choice of the step itself among its parts
LINES = 4
TITLE_LENGTH = 120
MINUTES_WIDTH = 88


class PromptEdit(QPlainTextEdit):
    """Words to be read aloud or looked at; `left` when the keyboard goes elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(LINES * 22 + 2 * SPACE.tight)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.left.emit()
            return
        super().keyPressEvent(event)


class PromptBox(QWidget):
    """`changed` with the step as the user wants it."""

    changed = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = around.theme
        self._language = around.language
        self._step: Step | None = None
        self._words = WordedStep(title="")
        self._showing = False
        self._same = False  # the step shown now is the one that was shown before
        self._prompts: dict[str, PromptEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.near)
        column.addWidget(self._make_parts())
        self._add_prompts(column)
        reset = self._language.text("Use the method's words")
        self._reset = Button(around.theme, reset, kind="tertiary", size="compact")
        self._reset.setObjectName("use_method")
        self._reset.clicked.connect(self._use_method)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)

    def show_step(self, step: Step, words: WordedStep) -> None:
        """Shows a step's words, and those of the part that is chosen."""
        self._same = self._step is not None and step.id == self._step.id
        self._step, self._words = step, words
        self._show_choices()
        self._show_part()
        differs = bool(step.words or step.title or any(part.title for part in step.parts))
        self._reset.setVisible(bool(step.method) and differs)

    def commit(self) -> None:
        """What is being written counts, as it does when the keyboard goes elsewhere."""
        if self._title.isModified():
            self._titled()
        for name, edit in self._prompts.items():
            if edit.document().isModified():
                self._prompt_left(name)

    # What the user does

    def _tell(self, step: Step) -> None:
        if step != self._step and not self._showing:
            self.changed.emit(step)

    def _titled(self) -> None:
        self._title.setModified(False)
        index = self._part_index()
        if self._step is not None and index is not None:
            written = " ".join(self._title.text().split())
            own = self._words.parts[index].title if not self._step.parts[index].title else ""
            self._tell(with_part_title(self._step, index, "" if written == own else written))

    def _lasting(self, minutes: int) -> None:
        index = self._part_index()
        if self._step is not None and index is not None:
            self._tell(with_part(self._step, index, minutes))

    def _prompt_left(self, name: str) -> None:
        """Keep the words where they differ from what the method says; the method's own are not copied."""
        if self._step is None or self._showing:
            return
        self._prompts[name].document().setModified(False)
        written = self._prompts[name].toPlainText().strip()
        if written == self._shown_prompt(name):
            return
        index = self._part_index()
        key = name if index is None else f"{self._step.parts[index].key}.{name}"
        words = {**self._step.words, key: written}
        if not written:
            words.pop(key)
        self._tell(replace(self._step, words=words))
        self._show_part()  # without words of one's own the method's stand there again

    def _use_method(self) -> None:
        if self._step is not None:
            parts = tuple(replace(part, title="") for part in self._step.parts)
            self._tell(replace(self._step, title="", words={}, parts=parts))

    def _choose_part(self, *_: object) -> None:
        self._same = False  # other words from here on
        self._show_part()

    # What is shown

    def _show_choices(self) -> None:
        parts = self._words.parts if len(self._words.parts) > 1 else ()
        whole = Choice(WHOLE, self._language.text("The whole step"))
        kept = self._part.chosen_id() if self._same else WHOLE
        self._part.show_choices((whole, *(Choice(str(place), part.title) for place, part in enumerate(parts))))
        self._part.choose(kept if int(kept or 0) < len(parts) else WHOLE)
        self._parts.setVisible(bool(parts))

    def _show_part(self) -> None:
        was, self._showing = self._showing, True
        part = self._worded_part()
        self._own.setVisible(part is not None)
        if part is not None:
            self._minutes.setValue(part.minutes)
            if not (self._same and self._title.hasFocus() and self._title.isModified()):
                self._title.setText(part.title)
                self._title.setCursorPosition(0)
        for name, edit in self._prompts.items():
            shown = self._shown_prompt(name)
            writing = self._same and edit.hasFocus() and edit.document().isModified()
            if edit.toPlainText() != shown and not writing:
                edit.setPlainText(shown)
        self._showing = was

    def _shown_prompt(self, name: str) -> str:
        return str(getattr(self._worded_part() or self._words, name))

    def _worded_part(self) -> WordedPart | None:
        index = self._part_index()
        return None if index is None else self._words.parts[index]

    def _part_index(self) -> int | None:
        chosen = self._part.chosen_id()
        return int(chosen) if chosen and self._step is not None and int(chosen) < len(self._words.parts) else None

    # Building

    def _make_parts(self) -> QWidget:
        text = self._language.text
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        self._part = ChoiceField()
        self._part.setObjectName("part")
        self._part.setAccessibleName(text("Part"))
        self._part.chosen.connect(self._choose_part)
        column.addWidget(self._part)
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.tight)
        self._title = QLineEdit()
        self._title.setObjectName("part_title")
        self._title.setAccessibleName(text("Title of the part"))
        self._title.setMaxLength(TITLE_LENGTH)
        self._title.editingFinished.connect(self._titled)
        self._minutes = NumberField(0, LONGEST_STEP, suffix=" min.")
        self._minutes.setObjectName("part_minutes")
        self._minutes.setAccessibleName(text("Length of the part"))
        self._minutes.setKeyboardTracking(False)
        self._minutes.valueChanged.connect(self._lasting)
        self._minutes.setFixedWidth(self._theme.px(MINUTES_WIDTH))
        row.addWidget(self._title, 1)
        row.addWidget(self._minutes)
        column.addWidget(self._own)
        return self._parts

    def _add_prompts(self, column: QVBoxLayout) -> None:
        text = self._language.text
        heads: Mapping[str, str] = {
            "say": text("What you say"),
            "do": text("What you do"),
            "watch": text("Watch for"),
        }
        for name, icon in PROMPTS:
            row = QHBoxLayout()
            row.setSpacing(SPACE.tight)
            row.addWidget(IconLabel(self._theme, icon, "accent"))
            edit = PromptEdit()
            head = Label(heads[name], "bold")
            head.setBuddy(edit)
            row.addWidget(head, 1)
            column.addLayout(row)
            edit.setObjectName(f"prompt_{name}")
            edit.setAccessibleName(heads[name])
            edit.left.connect(lambda which=name: self._prompt_left(which))
            self._prompts[name] = edit
            column.addWidget(edit)
