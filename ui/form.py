"""What every dialog with fields is made of: a field under its name, with what is wrong with it; a day; a form."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.language import Language
from facilitator.model.due import due_date
from facilitator.model.trouble import Trouble
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.heard import announce
from ui.widgets.labels import Label, dress
from ui.widgets.sheet import Sheet

WIDTH = 640
# Which field a trouble is about, where it does not say so itself.
ABOUT: Mapping[str, str] = {
    "name_empty": "name",
    "name_taken": "name",
    "invalid_email": "email",
    "left_before_joined": "left",
    "bad_zone": "zone",
    "text_empty": "text",
    "text_too_long": "text",
    "text_unreadable": "text",
}


class Labelled(QWidget):
    """A field under its name. What is wrong with it stands right below it."""

    def __init__(self, words: str, field: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        field.setObjectName(name)
        field.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        label = Label(words, "small")
        label.setBuddy(field)
        self._trouble = Label("", "late", wrap=True)
        self._trouble.setObjectName(f"{name}_trouble")
        self._trouble.hide()
        column.addWidget(label)
        column.addWidget(field)
        column.addWidget(self._trouble)
        column.addStretch(1)  # in a row with a field that has something to say, both begin at the top
        if isinstance(field, QLineEdit):
            field.setCursorPosition(0)

    def complain(self, text: str) -> None:
        """Says what is wrong; nothing for nothing."""
        self._trouble.say(text)
        self._trouble.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        announce(self.field, text)
        dress(self.field, "wrong", bool(text))


class DayField(QLineEdit):
    """A day typed as people say it ("8.12.2026", "2026-12-08", "fredag"); empty is no day."""

    def __init__(self, language: Language, today: date, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._today = today
        self.setPlaceholderText(language.text("No date"))
        self.show_day(day)
        self.editingFinished.connect(self._tidy)

    def show_day(self, day: date | None) -> None:
        """Shows a day, or none."""
        self.setText(self._language.date(day) if day else "")

    def day(self) -> date | None:
        """The day that stands there. Raises Trouble("bad_due")."""
        return due_date(self.text(), self._today)

    def _tidy(self) -> None:
        try:
            self.show_day(self.day())
        except Trouble:
            return  # what can't be read stays as it was typed; saving says so


class Form(Sheet):
    """A dialog with fields: Enter or Ctrl+Enter keeps, Escape leaves with nothing done. `kept` says what was kept."""

    kept = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        name: str,
        title: str,
        *,
        note: str = "",
        save: str,
        width: int = WIDTH,
        parent: QWidget,
    ) -> None:
        language = around.language
        super().__init__(around.theme, title, note, close=language.text("Close"), width=width, parent=parent)
        self.setObjectName(name)
        self.around = around
        self.workspace = around.workspace
        self.language = language
        self.places: dict[str, Labelled] = {}
        self._cancel = Button(around.theme, language.text("Cancel"))
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(self.reject)
        self.save_button = Button(around.theme, save, kind="primary")
        self.save_button.setObjectName("save")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._pressed)
        self.add_button(self._cancel)
        self.add_button(self.save_button)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._pressed)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.workspace.went_wrong.connect(self._may_try_again)

    def labelled(self, name: str, words: str, field: QWidget) -> Labelled:
        """Names a field, so that a trouble can be told beside it."""
        place = Labelled(words, field, name)
        self.places[name] = place
        return place

    def keep(self) -> None:
        """Checks what was written and has it kept. A Trouble is told beside its field."""
        raise NotImplementedError

    def finish(self, words: str) -> None:
        """It is on disk: says so and goes away. The dialog may have been left in the meantime."""
        if self.still_here():
            self.kept.emit(words)
            self.accept()

    def still_here(self) -> bool:
        """Whether the dialog is there at all: it may have been left while something was on its way to disk."""
        return isValid(self)

    def tell(self, trouble: Trouble, field: str = "") -> None:
        """Says what is wrong beside the field it is about, else at the foot."""
        about = field or str(trouble.facts.get("field", "")) or ABOUT.get(trouble.name, "")
        place = self.places.get(about)
        words = self.language.say(trouble)
        if place is None:
            self.reassure(words, late=True)
            return
        place.complain(words)
        place.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def day(self, name: str, field: DayField) -> date | None:
        """The day in a field. Raises a Trouble that knows the field."""
        try:
            return field.day()
        except Trouble as trouble:
            raise Trouble(trouble.name, **{**trouble.facts, "field": name}) from None

    def _may_try_again(self) -> None:
        """What was to be kept is not: the window says why, and the words still stand here."""
        self.save_button.setEnabled(True)

    def _pressed(self) -> None:
        for place in self.places.values():
            place.complain("")
        try:
            self.keep()
        except Trouble as trouble:
            self.tell(trouble)
