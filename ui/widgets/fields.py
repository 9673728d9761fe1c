"""Fields for numbers, times of day, dates and choices, dressed where the style sheet does not reach.

A style sheet's padding does not reach the text of these two in Qt; the margins of the line within do.
The wheel moves the page and never a value: whoever scrolls past "Who may read the notes?" must not change the answer.
"""

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSpinBox, QStyledItemDelegate, QTimeEdit, QWidget

from ui.widgets.segments import Choice

INDENT = 11  # with the border, the text begins where it does in every other field


class NumberField(QSpinBox):
    """A whole number with its unit, as `40 min.`."""

    def __init__(self, least: int = 0, most: int = 999, *, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)
        self.setAccelerated(True)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()


class TimeField(QTimeEdit):
    """A time of day, as `9.00` or as the form given says."""

    def __init__(self, form: str = "H.mm", parent: QWidget | None = None) -> None:
        super().__init__(QTime(9, 0), parent)
        self.setDisplayFormat(form)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()


class DateField(QDateEdit):
    """A date with a calendar to pick it from, as `8.12.2026` or as the form given says."""

    def __init__(self, form: str = "d.M.yyyy", parent: QWidget | None = None) -> None:
        super().__init__(QDate.currentDate(), parent)
        self.setCalendarPopup(True)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt shows weekends in red, which here means danger and nothing else.
            self.calendarWidget().setWeekdayTextFormat(day, QTextCharFormat())
        self.setDisplayFormat(form)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()


class ChoiceField(QComboBox):
    """One choice out of a list; `chosen` when the user has taken another."""

    chosen = Signal(str)

    def __init__(self, choices: tuple[Choice, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        # The list's usual delegate pays no heed to the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_choices(choices)
        self.activated.connect(self._told)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Other choices, or the same in other words; what was chosen stays chosen where it still is one."""
        if choices == self._choices:
            return
        kept = self.chosen_id()
        self.clear()
        self._choices = choices
        for choice in choices:
            self.addItem(choice.text)
            self.setItemData(self.count() - 1, choice.tip or None, Qt.ItemDataRole.ToolTipRole)
        self.choose(kept)

    def choose(self, choice_id: str) -> None:
        """Chooses one without telling anyone."""
        ids = [choice.id for choice in self._choices]
        if choice_id in ids:
            self.setCurrentIndex(ids.index(choice_id))

    def chosen_id(self) -> str:
        """The choice that holds, or nothing where there are none."""
        place = self.currentIndex()
        return self._choices[place].id if 0 <= place < len(self._choices) else ""

    def _told(self, place: int) -> None:
        self.chosen.emit(self._choices[place].id)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()
