"""Help: the keys that work everywhere, where a report lies when something has gone wrong, and which version this is."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
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
    """The keys, one a line, the folder of the log, and the version."""

    def __init__(self, around: Surroundings, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(around.theme, text("Keys"), close=text("Close"), width=WIDTH, parent=parent)
        self.setObjectName("help_sheet")
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
        self.body.addWidget(
            Label(text("If something went wrong in the app, a report lies here. It names nobody."), "muted", wrap=True)
        )
        logs = around.workspace.places.logs
        where = Label(str(logs), "faint", wrap=True)
        where.setObjectName("logs")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(where)
        self.body.addSpacing(SPACE.tight)
        version = Label(f"Facilitator {__version__}", "faint")
        version.setObjectName("version")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(version)
        folder = Button(around.theme, text("Open the folder"))
        folder.setObjectName("open_logs")
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs))))
        done = Button(around.theme, text("Close"), kind="primary")
        done.setObjectName("close_help")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self.add_button(folder)
        self.add_button(done)
        done.setFocus(Qt.FocusReason.OtherFocusReason)
