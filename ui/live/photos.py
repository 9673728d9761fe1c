"""Photos of flip charts come in: out of a file, dropped on what is written down, or pasted."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from facilitator.intake.photo import ENDINGS, taken
from facilitator.model.audience import Audience
from facilitator.model.trouble import Trouble
from ui.live import keys
from ui.live.handed import Reader, pictures_in
from ui.live_run import commands

if TYPE_CHECKING:
    from ui.live.page import LivePage


class Photos(QObject):
    """Takes them one after the other; each goes to whoever could read what was being written when it was handed over.

    Nothing waits for it, and nothing takes the keyboard when it is done.
    """

    def __init__(self, page: LivePage) -> None:
        super().__init__(page)
        self._page = page
        self._waiting: deque[tuple[Reader, Audience]] = deque()
        self._taking: Audience | None = None

    def ask(self) -> None:
        """Opens a dialog for files: Qt's own, which the hide key reaches."""
        page = self._page
        if not self._may():
            return
        text = page.language.text
        dialog = QFileDialog(page, text("Photo from a file"), _pictures(), text("Pictures ({forms})", forms=ENDINGS))
        dialog.setObjectName("photo_dialog")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        for label, words in (
            (QFileDialog.DialogLabel.LookIn, text("Folder")),
            (QFileDialog.DialogLabel.FileName, text("File")),
            (QFileDialog.DialogLabel.FileType, text("Kind")),
            (QFileDialog.DialogLabel.Accept, text("Add")),
            (QFileDialog.DialogLabel.Reject, text("Cancel")),
        ):
            dialog.setLabelText(label, words)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda files: self.take([partial(taken, Path(file)) for file in files]))
        dialog.open()

    def paste(self) -> None:
        """Takes what the clipboard holds, where that is a picture."""
        readers = pictures_in(QGuiApplication.clipboard().mimeData())
        if readers:
            self.take(readers)
        else:
            self._page.tell("refused", self._page.language.text("There is no picture to paste. Copy one first."))

    def take(self, readers: Sequence[Reader]) -> None:
        """Takes these, as they come."""
        if self._may():
            audience = self._page.capture.audience
            self._waiting.extend((reader, audience) for reader in readers)
            self._go_on()

    def _may(self) -> bool:
        page = self._page
        if page.live is None or not page.sight().live:
            page.refuse(Trouble("not_started"))
            return False
        return True

    def _go_on(self) -> None:
        if self._taking is None and self._waiting:
            reader, self._taking = self._waiting.popleft()
            job = self._page.workspace.photo(reader)
            job.progressed.connect(self._page.capture.show_progress)
            job.finished.connect(self._made)
            job.failed.connect(self._failed)
            job.start()
        self._page.capture.show_coming(len(self._waiting) + (self._taking is not None))

    def _made(self, picture: bytes) -> None:
        self._page.do(commands.AddPhoto(picture=picture, audience=self._taking or Audience.private), self._added)
        self._over()

    def _added(self) -> None:
        # What was said before goes when the run has changed, which is told after this.
        QTimer.singleShot(0, self, self._ask_for_words)

    def _ask_for_words(self) -> None:
        """What it shows is asked for, once and in passing."""
        language = self._page.language
        edit = keys.twin_of("edit", language)
        told = language.text("The photo is added. {key}: say what it shows, for those who can't see it.", key=edit)
        self._page.tell("state", told)

    def _failed(self, error: Exception) -> None:
        self._page.failed(error)
        self._over()

    def _over(self) -> None:
        self._taking = None
        self._go_on()


def _pictures() -> str:
    """The folder where pictures lie; at home where there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    return str(folder if folder.is_dir() else Path.home())
