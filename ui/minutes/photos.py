"""Photos that come in after the meeting, by the review's own menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.intake.photo import taken
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Photo
from facilitator.model.photo import plain_size
from facilitator.model.trouble import Trouble
from ui.page import Surroundings

FORMS = "*.jpg *.jpeg *.png *.gif"


class LatePhotos(QObject):
    """Reads the files that are chosen, and keeps them for the network; their check box puts them in the minutes."""

    said = Signal(str)

    def __init__(self, around: Surroundings, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._session_id = session_id
        self._over = parent

    def ask(self) -> None:
        """Opens a dialog for files."""
        text = self._around.language.text
        form = text("Pictures ({forms})", forms=FORMS)
        files, _ = QFileDialog.getOpenFileNames(self._over, text("Photo from a file"), "", form)
        for file in files:
            job = self._around.workspace.photo(partial(taken, Path(file)))
            job.finished.connect(self._made)
            job.failed.connect(self._failed)
            job.start()

    def _made(self, picture: bytes) -> None:
        width, height = plain_size(picture)
        workspace = self._around.workspace
        photo = Photo(
            id=new_id(),
            session=self._session_id,
            text="",
            audience=Audience.network,
            made_at=round(workspace.now().timestamp() * 1000),
            width=width,
            height=height,
        )
        workspace.add_photo(photo, picture)

    def _failed(self, error: object) -> None:
        if isinstance(error, Trouble):
            self.said.emit(self._around.language.say(error))
        else:
            self._around.workspace.went_wrong.emit(error)
