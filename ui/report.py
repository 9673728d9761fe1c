"""The report of what has gone wrong in the app: read here first, then copied or kept by whoever wants to send it."""

import platform
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.model.trouble import Trouble
from ui.page import Surroundings
from ui.saving import ask_where_to
from ui.theme.tokens import SIZE
from ui.widgets.buttons import Button
from ui.widgets.sheet import Sheet

LINES = 18


class ReportSheet(Sheet):
    """The whole report, as text that can be marked; nothing of it is sent by itself."""

    def __init__(self, around: Surroundings, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around.theme,
            text("Report"),
            text("Read it before you send it to anyone. It names nobody, and holds nothing from your meetings."),
            close=text("Close"),
            width=SIZE.dialog,
            parent=parent,
        )
        self.setObjectName("report_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._around = around
        self.text = QPlainTextEdit(
            around.workspace.fault_report(
                facts(around), went_wrong=text("What went wrong"), nothing=text("Nothing has gone wrong.")
            )
        )
        self.text.setObjectName("report")
        self.text.setAccessibleName(text("Report"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * LINES)
        self.body.addWidget(self.text)
        for name, words, press in (
            ("copy_report", text("Copy"), self._copy),
            ("save_report", text("Save as …"), self._ask_for_file),
        ):
            button = Button(around.theme, words)
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.clicked.connect(press)
            self.add_button(button)
        done = Button(around.theme, text("Close"), kind="primary")
        done.setObjectName("close_report")
        done.setAccessibleName(text("Close"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self.add_button(done)

    def save(self, to: Path) -> None:
        """Keep the report in a file, and say so."""
        job = self._around.workspace.save_text(self.text.toPlainText(), to)
        job.finished.connect(self._saved)
        job.failed.connect(self._not_saved)
        job.start()

    def _saved(self, to: Path) -> None:
        self.reassure(self._around.language.text("{file} is written.", file=to.name))

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, Trouble):
            self.reassure(self._around.language.say(error), late=True)
        else:
            self._around.workspace.went_wrong.emit(error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.reassure(self._around.language.text("The report is copied."))

    def _ask_for_file(self) -> None:
        text = self._around.language.text
        name = f"{self._around.workspace.now():%Y-%m-%d} Facilitator {text('Report').lower()}.txt"
        to = ask_where_to(self, text("Save as …"), name, "Text (*.txt)", ".txt")
        if to is not None:
            self.save(to)


def facts(around: Surroundings) -> Mapping[str, str]:
    """What helps to find a fault and tells nothing about anyone: versions, screens, and whether there is a key."""
    language, workspace = around.language, around.workspace
    screens = (
        f"{screen.size().width()} × {screen.size().height()} ({language.percent(screen.devicePixelRatio())})"
        for screen in QGuiApplication.screens()
    )
    locked = language.text("with a passphrase") if workspace.keyed else language.text("without a passphrase")
    return {
        language.text("Computer"): f"{platform.system()} {platform.release()} {platform.machine()}",
        language.text("Versions"): f"Python {platform.python_version()}, Qt {qVersion()}",
        language.text("Language"): language.code,
        language.text("Colours"): workspace.settings().theme,
        language.text("Screens"): ", ".join(screens),
        language.text("Your data"): f"{locked}, {language.number(round(workspace.store_megabytes(), 1))} MB",
    }
