"""What tests see on the page and how they press it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from ui.widgets.rows import RowView


def heard(signal):
    """What a signal has told since now."""
    told = []
    signal.connect(told.append)
    return told


def ready(qtbot, dialog):
    """The dialog, when it has the keyboard."""
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(qtbot, inside, name):
    """Presses the button of that name."""
    qtbot.mouseClick(inside.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def write(qtbot, inside, name, text):
    """Types a text into the field of that name, over what stood there."""
    field = inside.findChild(QLineEdit, name)
    field.selectAll()
    qtbot.keyClicks(field, text) if text else qtbot.keyClick(field, Qt.Key.Key_Delete)


def trouble(inside, name):
    """What is said under the field of that name; nothing where nothing is shown."""
    label = inside.findChild(QLabel, f"{name}_trouble")
    return label.text() if label.isVisible() else ""


def rows_of(view: RowView):
    """The rows of a list in words."""
    return [view.rows.row(place).words() for place in range(view.rows.rowCount())]


def place_of(view: RowView, row_id: str):
    """Where a row is drawn."""
    return view.visualRect(view.rows.index(view.rows.place(row_id)))


def names_in(table):
    """The first column of a table."""
    return [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
