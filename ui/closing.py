"""Asked before the window closes on a meeting that is running: it goes on without the window, and is found again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.page import Surroundings
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet

WIDTH = 560


class ClosingSheet(Sheet):
    """`accepted` where the window is to close; Escape and the main button stay."""

    def __init__(self, around: Surroundings, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(around.theme, text("The meeting is running"), width=WIDTH, parent=parent)
        self.setObjectName("closing_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(
            Label(
                text("The time runs on, and everything is saved. Open the app again, and you are where you stopped."),
                "body",
                wrap=True,
            )
        )
        leave = Button(around.theme, text("Close the window"))
        leave.setObjectName("close_window")
        leave.clicked.connect(self.accept)
        stay = Button(around.theme, text("Stay in the meeting"), kind="primary")
        stay.setObjectName("stay")
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        self.add_button(leave)
        self.add_button(stay)
        stay.setFocus(Qt.FocusReason.OtherFocusReason)
