"""Help: the keys that work everywhere, where a report lies when something has gone wrong, and which version this is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator import __version__
from facilitator.language import later
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet

WIDTH = 560
KEYS: tuple[tuple[str, str], ...] = (
    ("Alt+1", later("Home")),
    ("Alt+2", later("Network")),
    ("Alt+3", later("Settings")),
    ("Alt+4", later("Deleted")),
    ("Alt+←", later("Back to where you were")),
    ("Ctrl+Z", later("Take back what was done last; Ctrl+Y does it again")),
    ("Ctrl+N", later("Something new, where there is a list")),
    ("Enter", later("Open what is chosen, or press the main button")),
    ("Esc", later("Leave a dialog; nothing has changed")),
    ("F1", later("These keys; in a meeting, all of its keys")),
)


class HelpSheet(Sheet):
    """The keys, one a line, the way to the report, and the version."""

    def __init__(self, around: Surroundings, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(around.theme, text("Help"), close=text("Close"), width=WIDTH, parent=parent)
        self.setObjectName("help_sheet")
        self._around = around
        self._below = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.even)
        grid.setVerticalSpacing(SPACE.tight)
        grid.setColumnStretch(1, 1)
        for row, (key, meaning) in enumerate(KEYS):
            grid.addWidget(KeyHint(key), row, 0)
            grid.addWidget(Label(text(meaning), "body"), row, 1)
        self.body.addLayout(grid)
        self.body.addSpacing(SPACE.tight)
        told = text("If something went wrong in the app, it stands in the report. The report names nobody.")
        self.body.addWidget(Label(told, "muted", wrap=True))
        self.body.addSpacing(SPACE.tight)
        version = Label(f"Facilitator {__version__}", "faint")
        version.setObjectName("version")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(version)
        report = Button(around.theme, text("Show the report"))
        report.setObjectName("show_report")
        report.clicked.connect(self._show_report)
        done = Button(around.theme, text("Close"), kind="primary")
        done.setObjectName("close_help")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self.add_button(report)
        self.add_button(done)
        done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_report(self) -> None:
        from ui.report import ReportSheet

        ReportSheet(self._around, parent=self._below).open()
        self.accept()
