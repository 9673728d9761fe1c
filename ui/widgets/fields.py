"""Fields for numbers, times of day and dates, with room before the first figure.

A style sheet's padding does not reach the text of these two in Qt; the margins of the line within do.
"""

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QDateEdit, QSpinBox, QTimeEdit, QWidget

INDENT = 11  # with the border, the text begins where it does in every other field


class NumberField(QSpinBox):
    """A whole number with its unit, as `40 min.`."""

    def __init__(self, least: int = 0, most: int = 999, *, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)
        self.setAccelerated(True)


class TimeField(QTimeEdit):
    """A time of day, as `9.00` or as the form given says."""

    def __init__(self, form: str = "H.mm", parent: QWidget | None = None) -> None:
        super().__init__(QTime(9, 0), parent)
        self.setDisplayFormat(form)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)


class DateField(QDateEdit):
    """A date with a calendar to pick it from, as `8.12.2026` or as the form given says."""

    def __init__(self, form: str = "d.M.yyyy", parent: QWidget | None = None) -> None:
        super().__init__(QDate.currentDate(), parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat(form)
